import { exits } from '../src/cli/exit.ts';
import { readProfile } from '../src/cli/profile.ts';
import type { Answer, Unjudged } from '../src/core/invariants/evidence.ts';
import { type Asked, answerOf } from './answers.ts';
import type { CrashPath, Victim } from './crash-path.ts';
import { copyDatabase, type Folder, inHouse, newFolder, readText } from './folder.ts';
import { hurried, restMs } from './hurry.ts';
import { type Ended, field, must, runProgram } from './program.ts';
import { drainToRest, hold, type Turn } from './recover.ts';
import { customer, openStage } from './stage.ts';
import { type SyncOrder, syncOrder } from './sync-order.ts';
import { hasFired, lastCall, onePoolThread, type Point, pointName, pointsIn, straceArgs, type Thread } from './syscalls.ts';

export type Bench = {
  readonly template: string;
  readonly turn: Turn;
  /** Another program than the real one. */
  readonly program?: string;
};
export type Outcome = {
  readonly path: string;
  readonly point: string;
  readonly killed: boolean;
  readonly tries: number;
  /** The call before which it was killed. */
  readonly before: string;
  readonly wrong: readonly string[];
  /** How many promises had the evidence they need, and which had not. */
  readonly judged: number;
  readonly unjudged: readonly Unjudged[];
};

const settingsOf = ({ settings }: CrashPath) => ({ ...hurried, ...settings });

const prepare = async (path: CrashPath, folder: Folder, { template }: Bench): Promise<Victim> => {
  if (path.victim) return path.victim;
  copyDatabase(template, folder.db);
  const { stage } = path;
  if (!stage) throw new Error(`${path.name} has neither a stage nor a victim`);
  return inHouse(folder, (house) => stage(openStage(house)));
};

/** The order's customer is who the profile says. */
const answered = (folder: Folder, asked: Asked | undefined, ended: Ended): readonly Answer[] => {
  if (!asked) return [];
  const self = asked.asked === 'place' ? readProfile(folder.profile)?.customer : undefined;
  return [answerOf({ ...asked, by: self === undefined ? asked.by : { role: 'customer', id: self } }, ended)];
};

/** Whatever it was, it may be typed again; and it may say no, but not break. */
const brokenBy = ({ args }: Victim, { exit, signal, json, out, err }: Ended, wanted = exit): readonly string[] =>
  exit === null || exit === exits.fault || exit !== wanted || json === undefined
    ? [`typed again, baedal ${args.join(' ')} ended with ${exit ?? signal}: ${out}${err}`]
    : [];

/** In a container the next process often has the number of the one before, and meets that one's drafts. */
const asTheDead = (drafts: string): readonly string[] => {
  const take = `[ ! -e "$one" ] || mv "$one" "$0.$$.draft\${one##*.draft}"`;
  return ['sh', '-c', `for one in "$0".*.draft*; do ${take}; done; exec "$@"`, drafts];
};

/** Somebody tries again: behind a daemon or before it. A relay is followed by its like, or at once by the daemon of the recovery. */
const tryAgain = async (path: CrashPath, folder: Folder, { args, drafts }: Victim, nth: number, turn: Turn): Promise<Ended | undefined> => {
  const isEven = nth % 2 === 0;
  if (isEven && args[0] === 'daemon') return undefined;
  if (isEven && path.stage) await turn(() => must(folder, ['daemon', '--once']));
  return turn(() => runProgram(folder, args, drafts === undefined ? {} : { under: asTheDead(drafts) }));
};

/** A database that was only just made must be good for an order. */
const firstOrder = ['order', '--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', 'here'] as const;
const firstAsked: Asked = { by: customer, asked: 'place' };

/** Everything that can be done after a crash, and every promise held against it. */
const recover = async (path: CrashPath, folder: Folder, victim: Victim, first: readonly Answer[], nth: number, turn: Turn) => {
  const dead = await victim.look?.(false);
  const second = await tryAgain(path, folder, victim, nth, turn);
  const answers = [...first, ...(second ? answered(folder, victim.asked, second) : [])];
  if (!path.stage) answers.push(...answered(folder, firstAsked, await turn(() => runProgram(folder, firstOrder))));
  const done = await victim.look?.(true);
  const restless = await drainToRest(folder, restMs, turn);
  const isOrder = victim.asked?.asked === 'place';
  if (isOrder) answers.push(...answered(folder, victim.asked, await turn(() => runProgram(folder, victim.args))));
  // Elsewhere there are orders of the stage, for which nobody asked.
  const held = await turn(() => hold(folder, answers, { isAllAsked: isOrder || !path.stage, isRestored: path.restores ?? false }));
  const broken = second ? brokenBy(victim, second, dead?.exit) : [];
  return {
    wrong: [...(dead?.wrong ?? []), ...broken, ...(done?.wrong ?? []), ...restless, ...held.wrong],
    judged: held.judged.length,
    unjudged: held.unjudged,
  };
};

/** Under strace, and soon: what it is to do was only just made ready, and has its deadlines. */
const traced = (folder: Folder, { args, drafts }: Victim, thread: Thread, { turn, program }: Bench, kill?: Point): Promise<Ended> => {
  const env = thread === 'pool' ? onePoolThread : {};
  const around = { under: straceArgs(folder, thread, kill, drafts), env, ...(program !== undefined && { program }) };
  return turn(() => runProgram(folder, args, around), 'urgent');
};

const attempt = async (path: CrashPath, point: Point, bench: Bench, keep: boolean): Promise<Omit<Outcome, 'tries'>> => {
  const folder = newFolder(settingsOf(path));
  const { turn } = bench;
  let isKept = keep;
  try {
    const victim = await prepare(path, folder, bench);
    const ended = await traced(folder, victim, point.thread, bench, point);
    const trace = readText(folder.trace);
    const killed = ended.signal === 'SIGKILL' && !ended.overdue && hasFired(trace, point);
    const id = { path: path.name, point: pointName(point), killed, before: lastCall(trace) };
    if (!killed) return { ...id, wrong: [], judged: 0, unjudged: [] };
    const recovered = await recover(path, folder, victim, answered(folder, victim.asked, ended), point.nth, turn);
    isKept ||= recovered.wrong.length > 0;
    return { ...id, ...recovered };
  } finally {
    if (isKept) process.stderr.write(`crash-points: kept ${folder.path}\n`);
    else folder.remove();
  }
};

const mostTries = 5;

/** One crash and everything after it. Where a page splits is chance, so the last ordinals are not always reached: those are tried again. */
export const runPoint = async (path: CrashPath, point: Point, bench: Bench, keep = false): Promise<Outcome> => {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(path, point, bench, keep);
    if (outcome.killed || tries === mostTries) return { ...outcome, tries };
  }
};

const doesSomething = (victim: Victim, json: unknown): boolean => victim.args[0] !== 'daemon' || Number(field(json, 'drained')) > 0;

export type Undisturbed = { readonly points: readonly Point[]; readonly order: SyncOrder };

/** What it does undisturbed: every call of its that can be hit, and whether it speaks only of what is durable. */
export const enumerate = async (path: CrashPath, thread: Thread, bench: Bench): Promise<Undisturbed> => {
  const folder = newFolder(settingsOf(path));
  try {
    const victim = await prepare(path, folder, bench);
    const { exit, signal, json, out, err } = await traced(folder, victim, thread, bench);
    if (exit !== (victim.exit ?? 0)) throw new Error(`${path.name}: undisturbed, it ended with ${exit ?? signal}: ${out}${err}`);
    if (!doesSomething(victim, json)) throw new Error(`${path.name}: there was nothing to do, so a crash would prove nothing`);
    const trace = readText(folder.trace);
    return { points: pointsIn(trace, thread), order: syncOrder(trace, folder.said) };
  } finally {
    folder.remove();
  }
};

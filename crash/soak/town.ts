import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../src/core/invariants/evidence.ts';
import type { OrderId, PaymentId } from '../../src/core/kinds.ts';
import { type Asked, answerOf } from '../answers.ts';
import type { Folder } from '../folder.ts';
import { type Ended, parsed, realProgram } from '../program.ts';

/** What everybody in the soak shares: the house, what is known of it from answers alone, and what went wrong. */
export type Town = {
  readonly folder: Folder;
  readonly env: NodeJS.ProcessEnv;
  readonly isOver: () => boolean;
  readonly orders: OrderId[];
  readonly payments: { readonly payment: PaymentId; readonly customer: string }[];
  readonly answers: Answer[];
  readonly troubles: string[];
  readonly counts: Map<string, number>;
  readonly alive: Set<ChildProcess>;
};

export const newTown = (folder: Folder, env: NodeJS.ProcessEnv, seconds: number): Town => {
  const overAt = performance.now() + seconds * 1000;
  return {
    folder,
    env: { ...folder.env, ...env },
    isOver: () => performance.now() >= overAt,
    orders: [],
    payments: [],
    answers: [],
    troubles: [],
    counts: new Map(),
    alive: new Set(),
  };
};

export const count = ({ counts }: Town, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

export type Running = { readonly child: ChildProcess; readonly ended: Promise<Ended> };

/** A real process of the program, whose words are kept even if it is killed. */
export const start = ({ env, alive }: Town, args: readonly string[]): Running => {
  const child = spawn(process.execPath, [realProgram, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, signal) => {
      alive.delete(child);
      resolve({ exit, signal, json: parsed(out), out, err, overdue: false });
    });
  });
  return { child, ended };
};

/** What people may hear; anything else is a fault of the program. */
const refusals = [0, 3, 5, 6, 7, 8, 9];

/** The log outside: one line for each thing that somebody asked for and was told. */
const note = ({ answers, folder }: Town, answer: Answer): void => {
  answers.push(answer);
  appendFileSync(join(folder.path, 'answers.jsonl'), `${JSON.stringify(answer)}\n`);
};

/** A command from its start to its end, or to its death after `killMs`; what was said before that counts. */
export const ask = async (town: Town, args: readonly string[], asked: Asked | undefined, killMs: number | undefined): Promise<unknown> => {
  const { child, ended } = start(town, [...args, '--json']);
  const timer = killMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killMs);
  const end = await ended;
  clearTimeout(timer);
  count(town, 'commands');
  if (end.signal === 'SIGKILL' && killMs !== undefined) count(town, 'commands killed');
  else if (end.exit === null || !refusals.includes(end.exit) || end.json === undefined)
    town.troubles.push(`baedal ${args.join(' ')} ended with ${end.exit ?? end.signal}: ${end.out}${end.err}`);
  const answer = asked && answerOf(asked, end);
  if (answer) {
    note(town, answer);
    count(town, answer.told === 'ok' ? 'acknowledged' : answer.told === 'nothing' ? 'died unheard' : 'refused');
    if (answer.order !== undefined && answer.told === 'ok' && (asked.asked === 'place' || asked.asked === 'pay'))
      town.orders.push(answer.order);
    if (answer.payment !== undefined && answer.told.startsWith('PAYMENT_'))
      town.payments.push({ payment: answer.payment, customer: asked.by.id });
  }
  return end.exit === 0 ? end.json : undefined;
};

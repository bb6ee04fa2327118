import { setTimeout as sleep } from 'node:timers/promises';
import { booksOf } from '../src/cli/doctor/promises.ts';
import type { House } from '../src/cli/wire.ts';
import type { Answer, Heard, Witness } from '../src/core/invariants/evidence.ts';
import { type Examined, examine } from '../src/core/invariants/examine.ts';
import { saga } from '../src/core/saga.ts';
import { openDatabase } from '../src/sqlite/open.ts';
import { type Folder, inHouse } from './folder.ts';
import { runProgram } from './program.ts';

const consumers = saga.map(({ name }) => name);
const mostPasses = 25;

/** Lets no more of them run at once than there are workers. Urgent is what a deadline waits for. */
export type Turn = <T>(work: () => Promise<T>, urgent?: 'urgent') => Promise<T>;

type Rest = { readonly parked: readonly string[]; readonly waitMs: number | undefined };
const look =
  ({ store, env }: House) =>
  async (): Promise<Rest> => {
    const now = env.now();
    const { pending, scheduled } = await store.backlog(now);
    const parked = await store.parked(100);
    if (pending + scheduled === 0)
      return { parked: parked.map(({ consumer, event, error }) => `${consumer} ${event.id}: ${error}`), waitMs: undefined };
    const due = await store.nextDueAt(consumers);
    return { parked: [], waitMs: due === undefined ? 100 : Math.max(10, due - now + 5) };
  };

/** Passes of the real daemon until nothing is under way any more; what stood in the way of that, as sentences. */
export const drainToRest = async (folder: Folder, firstWaitMs: number, turn: Turn): Promise<readonly string[]> => {
  await sleep(firstWaitMs);
  for (let pass = 1; pass <= mostPasses; pass++) {
    const ended = await turn(() => runProgram(folder, ['daemon', '--once']));
    if (ended.exit !== 0) return [`the daemon ended with ${ended.exit ?? ended.signal}: ${ended.out}${ended.err}`];
    const { parked, waitMs } = await turn(() => inHouse(folder, (house) => look(house)()));
    if (waitMs === undefined) return parked.map((what) => `parked, though nothing is broken: ${what}`);
    await sleep(Math.min(waitMs, 1000));
  }
  return [`it did not come to rest in ${mostPasses} passes of the daemon`];
};

type Past = {
  /** These answers ask for every order there is. */
  readonly isAllAsked: boolean;
  readonly isRestored: boolean;
};

/** What people were told in a past that a restore took back is no evidence. */
const restoredWitness = async (house: House): Promise<Witness> => {
  const { store } = house;
  return { reads: store, outbox: store, bank: await booksOf(house), chain: await store.verifyChain() };
};

const witnessOf = async (house: House, answers: readonly Answer[], { isAllAsked, isRestored }: Past): Promise<Witness> => {
  if (isRestored) return restoredWitness(house);
  const { store, sandbox } = house;
  const { ledger, kakao } = sandbox();
  const heard = await kakao.delivered();
  return {
    reads: store,
    outbox: store,
    bank: { charges: await ledger.charges(), refunds: await ledger.refunds() },
    heard: heard.map(({ id, role, template }) => ({ id, role: role as Heard['role'], template })),
    answers,
    ...(isAllAsked && { isAllAsked }),
    chain: await store.verifyChain(),
  };
};

const isWhole = (file: string): readonly string[] => {
  const db = openDatabase(file, { fileMustExist: true });
  try {
    const found = db.pragma('integrity_check', { simple: true });
    return found === 'ok' ? [] : [`${file}: ${String(found)}`];
  } finally {
    db.close();
  }
};

export type Held = Examined & { readonly wrong: readonly string[] };

/** Every promise, against the files, the bank's books and what people were told. */
export const hold = async (folder: Folder, answers: readonly Answer[], past: Past): Promise<Held> => {
  const examined = await inHouse(folder, async (house) => examine(await witnessOf(house, answers, past), { atRest: true }));
  const broken = examined.violations.map(
    ({ invariant, order, what }) => `${invariant}${order === undefined ? '' : ` (${order})`}: ${what}`,
  );
  return { ...examined, wrong: [...broken, ...isWhole(folder.db), ...isWhole(`${folder.db}.bank`)] };
};

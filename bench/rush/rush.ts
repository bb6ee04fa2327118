import { createChance } from '../../simulation/chance.ts';
import type { Lang } from '../../src/words/lang.ts';
import { loadAverage } from '../kit/machine.ts';
import { disturb } from './disturb.ts';
import { field, openHouse, textIn } from './house.ts';
import { judge } from './judge.ts';
import { openSeats } from './seats.ts';
import { asOwner, openTown } from './town.ts';

export type Run = {
  readonly name: string;
  readonly lang: Lang;
  readonly columns: number;
  readonly rows: number;
  readonly screens: 1 | 2;
  /** Programs are killed meanwhile, and the database is held by somebody else. */
  readonly isDisturbed?: boolean;
};
type Setting = { readonly folder: string; readonly orders: number; readonly seconds: number; readonly seed: number };
export type Rushed = { readonly told: string; readonly problems: readonly string[] };

const tenth = {
  BAEDAL_ACCEPT_LEASE_MS: '48000',
  BAEDAL_ACCEPT_REMIND_MS: '6000,18000,36000',
  BAEDAL_READY_IN_MS: '120000',
  BAEDAL_KITCHEN_SLOW_MS: '48000',
  BAEDAL_KITCHEN_LATE_MS: '90000',
  BAEDAL_KITCHEN_RING_MS: '1500',
  BAEDAL_RECALL_MS: '60000',
  BAEDAL_DISPATCH_LATE_MS: '30000',
};

/** `…새 주문 2건`, `…new order ×2`, `…조리 중지! 1건`: how many things a note of the terminal rings for. */
const rungIn = (written: string): number => {
  const notes = written
    .split('\u001b]9;')
    .slice(1)
    .map((rest) => rest.split('\u0007', 1).join('').split(' · ').slice(1));
  return notes.flat().reduce((sum, part) => sum + Number(/(?: |×)(\d+)건?$/.exec(part)?.[1] ?? 1), 0);
};
const listed = (json: unknown, name: string): readonly unknown[] => {
  const value = field(json, name);
  return Array.isArray(value) ? value : [];
};
const leftOn = (board: unknown): readonly string[] =>
  (Array.isArray(board) ? board : [...listed(board, 'tickets'), ...listed(board, 'alarms')]).map((one) => textIn(one, 'order'));

export const rush = async (run: Run, { folder, orders, seconds, seed }: Setting): Promise<Rushed> => {
  const [load, begun] = [loadAverage(), performance.now()];
  const house = openHouse(folder, tenth);
  await house.must('seed');
  let [daemon, isFed, isCooked] = [house.daemon(), false, false];
  const town = openTown({ house, chance: createChance(seed, `town ${run.name}`), orders, everyMs: (seconds * 1000) / orders });
  const seats = await openSeats(house, run, { seed, isOver: () => isFed });
  const riding = town.ride(() => isCooked);
  const restart = () => {
    daemon = house.daemon();
  };
  const disturbing = run.isDisturbed ? disturb({ house, seats, seconds, daemon: () => daemon, restart }) : undefined;
  await Promise.all([town.hungry(), disturbing]);
  isFed = true;
  await seats.done();
  isCooked = true;
  await riding;
  // A delivery that failed last comes back to the board after the cooks have gone.
  await seats.again();
  const worked = (performance.now() - begun) / 1000;
  const left = leftOn(await house.must('kitchen', 'board', ...asOwner));
  const [events, all] = [await house.events(), seats.all()];
  const rung = all.reduce((sum, { pty }) => sum + rungIn(pty.written()), 0);
  const [meant, eyes] = [all.flatMap(({ cook }) => cook.meant()), all.map(({ eye }) => eye)];
  const { problems, counts, alarms } = judge({ placed: town.placed(), events, meant, eyes, rung, left });
  await seats.close();
  daemon.kill('SIGTERM');
  const keys = all.reduce((sum, { cook }) => sum + cook.keys(), 0);
  const frames = eyes.reduce((sum, eye) => sum + eye.frames(), 0);
  const told = [
    `${town.placed().length} orders, ${keys} keys on ${run.screens} screen(s), ${worked.toFixed(0)} s, ${frames} frames`,
    `${alarms} alarms seen, rang for ${rung}`,
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
    `load ${load.toFixed(1)}`,
  ].join('; ');
  const missing = orders - town.placed().length;
  return { told, problems: missing === 0 ? problems : [...problems, `${missing} orders were never placed`] };
};

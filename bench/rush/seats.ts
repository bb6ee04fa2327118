import { createChance } from '../../simulation/chance.ts';
import type { Pty } from '../../src/tui/testing/pty.ts';
import { type Cook, openCook } from './cook.ts';
import { type Eye, openEye } from './eye.ts';
import { glanceIn } from './glance.ts';
import type { House } from './house.ts';
import type { Run } from './rush.ts';
import { shop } from './town.ts';

/** A screen with somebody before it. */
export type Seat = { readonly name: string; readonly pty: Pty; readonly eye: Eye; readonly cook: Cook };

export type Seats = {
  /** Those too that were killed. */
  readonly all: () => readonly Seat[];
  /** Kills the screen in the middle of its work, and opens another one in its place. */
  readonly kill: (name: string) => Promise<void>;
  /** All that there is to do is done. */
  readonly done: () => Promise<void>;
  /** The cooks have another look. */
  readonly again: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const names = ['counter', 'wall'] as const;

/** The screens of the shop, each opened and worked at. The second one hangs on the wall, and is of another size. */
export const openSeats = async (
  house: House,
  run: Run,
  { seed, isOver }: { readonly seed: number; readonly isOver: () => boolean },
): Promise<Seats> => {
  const glance = glanceIn(run.lang);
  const all: Seat[] = [];
  const sitting = new Map<string, Seat>();
  const sit = async (name: string): Promise<Seat> => {
    const size = name === names[0] ? run : { columns: 120, rows: 40 };
    const pty = house.sit(['owner', shop, '--screen', name, '--lang', run.lang], size);
    const eye = openEye(pty, glance);
    const cook = openCook({ pty, eye, chance: createChance(seed, `cook ${all.length}`), rejectPercent: 8, isOver });
    const seat = { name, pty, eye, cook };
    all.push(seat);
    sitting.set(name, seat);
    await pty.until((screen) => glance(screen).counts !== undefined || glance(screen).alarm !== undefined, 30_000);
    return seat;
  };
  const first = await Promise.all(names.slice(0, run.screens).map(sit));
  const working: Promise<void>[] = first.map(({ cook }) => cook.work());
  const here = () => [...sitting.values()];
  return {
    all: () => all,
    kill: async (name) => {
      const seat = sitting.get(name);
      if (!seat) throw new Error(`nobody sits at ${name}`);
      await seat.cook.go();
      // In the middle of a deed, whatever it is.
      seat.pty.send(' ');
      seat.pty.kill('SIGKILL');
      await seat.pty.ended;
      seat.eye.close();
      working.push((await sit(name)).cook.work());
    },
    done: async () => {
      await Promise.all(working);
    },
    again: async () => {
      await Promise.all(here().map(({ cook }) => cook.work()));
    },
    close: async () => {
      for (const { pty, eye } of here()) {
        eye.close();
        pty.send('ctrl-c');
        await pty.ended;
      }
    },
  };
};

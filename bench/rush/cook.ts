import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../simulation/chance.ts';
import type { Pty } from '../../src/tui/testing/pty.ts';
import type { Eye } from './eye.ts';
import type { Glance } from './glance.ts';

export type Deed = 'accept' | 'cook' | 'finish' | 'reject' | 'bump';
/** A key that was meant for this order: it stood under the cursor, or over everything. */
export type Meant = { readonly deed: Deed; readonly order: string };

export type Cook = {
  readonly keys: () => number;
  readonly meant: () => readonly Meant[];
  /** Works until told that the rush is over and nothing is left to do, or until they go. */
  readonly work: () => Promise<void>;
  /** Lays everything down, whatever is on the board; resolves when the hands are still. */
  readonly go: () => Promise<void>;
};

type Deps = {
  readonly pty: Pty;
  readonly eye: Eye;
  readonly chance: Chance;
  /** Of a hundred new orders so many are turned down. */
  readonly rejectPercent: number;
  readonly isOver: () => boolean;
};

const steps: readonly Deed[] = ['accept', 'cook', 'finish'];
/** Somebody reads an alarm before they bump it, and looks at a ticket before the next key. */
const readMs = 800;
const lookMs = 60;
const patienceMs = 30_000;
/** At the end of a list a key leads nowhere, and nothing says so. */
const atEdgeMs = 2000;
const tooBusy = '3';

/** Whether the last key has been answered: who presses again before that has not looked. Other tickets come and go all the time. */
const isAnswered = (before: Glance, now: Glance): boolean => {
  const told = ({ column, under, alarm, sheet, isToPressAgain }: Glance) => JSON.stringify([column, under, alarm, sheet, isToPressAgain]);
  return told(before) !== told(now);
};

/** Somebody at the keys who knows nothing but what the screen shows. */
export const openCook = ({ pty, eye, chance, rejectPercent, isOver }: Deps): Cook => {
  let keys = 0;
  let [hasSoldOut, hasGone] = [false, false];
  let working = Promise.resolve();
  const meant: Meant[] = [];
  const look = eye.now;
  const press = async (key: string, from: Glance, what?: Meant) => {
    keys += 1;
    if (what) meant.push(what);
    eye.leaving();
    pty.send(key);
    await pty.until(() => isAnswered(from, look()), patienceMs);
  };
  /** The place of a ticket that somebody else took is left for the next one, below it or else above. */
  const letGo = async (from: Glance) => {
    for (const key of ['down', 'up']) {
      if (isAnswered(from, look())) return;
      keys += 1;
      eye.leaving();
      pty.send(key);
      await pty.until(() => isAnswered(from, look()), atEdgeMs).catch(() => undefined);
    }
  };
  const bump = async (order: string) => {
    await sleep(readMs);
    const now = look();
    // Meanwhile it may have been bumped on the other screen, and the next one stands there.
    if (now.alarm === order) await press('b', now, { deed: 'bump', order });
  };
  const reject = async (from: Glance, order: string) => {
    await press('r', from);
    const sheet = look();
    if (sheet.sheet !== 'reject') return;
    if (hasSoldOut) return press(tooBusy, sheet, { deed: 'reject', order });
    await press('1', sheet);
    const what = look();
    const digit = what.digitOf('계란말이');
    if (what.sheet !== 'sold-out' || digit === undefined) return press('esc', what);
    keys += 1;
    pty.send(digit);
    await pty.until((screen) => !screen.includes(`${digit} [ ]`), patienceMs);
    hasSoldOut = true;
    await press('enter', look(), { deed: 'reject', order });
  };
  const onTicket = async (now: Glance, column: number) => {
    if (now.column !== column) return press(String(column), now);
    if (!now.under) return;
    if (now.under.isGone) return letGo(now);
    const { order } = now.under;
    const deed = steps[column - 1];
    if (!deed) return;
    if (deed === 'accept' && chance.below(100) < rejectPercent) return reject(now, order);
    await press('space', now, { deed, order });
  };
  const once = async (): Promise<boolean> => {
    const now = look();
    // Cut off, the screen lets nothing be done; it says so, and comes back by itself.
    if (now.isLost) return false;
    if (now.alarm !== undefined) await bump(now.alarm);
    else if (now.sheet !== undefined) await press('esc', now);
    else {
      const waiting = [1, 2, 3].filter((column) => (now.counts?.[column - 1] ?? 0) > 0);
      if (waiting.length === 0) return isOver() && now.counts !== undefined;
      await onTicket(now, chance.hit(0.5) ? (waiting[0] ?? 1) : chance.pick(waiting));
    }
    return false;
  };
  return {
    keys: () => keys,
    meant: () => meant,
    work: () => {
      working = (async () => {
        while (!hasGone && !(await once())) await sleep(lookMs);
      })();
      return working;
    },
    go: () => {
      hasGone = true;
      return working;
    },
  };
};

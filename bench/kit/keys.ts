import { setTimeout as sleep } from 'node:timers/promises';
import type { Pty } from '../../src/tui/testing/pty.ts';

const usualWarmUp = 10;
const keysPerRound = 40;
const pauseMs = 20;

/** A key, and what the screen shows when it has been answered. */
export type Stroke = { readonly key: string; readonly shows: string };
export type Answer = { readonly ms: number; readonly bytes: number };

/** Two keys by turns, each timed until its frame is drawn; the first ones warm up and do not count. */
export const answersTo = async (pty: Pty, there: Stroke, back: Stroke, warmUp = usualWarmUp): Promise<readonly Answer[]> => {
  const found: Answer[] = [];
  const press = async ({ key, shows }: Stroke) => {
    const [bytes, since] = [pty.bytes(), performance.now()];
    pty.send(key);
    await pty.until((screen) => screen.includes(shows));
    const ms = performance.now() - since;
    await sleep(pauseMs);
    found.push({ ms, bytes: pty.bytes() - bytes });
  };
  for (let at = 0; at < warmUp + keysPerRound; at++) await press(at % 2 === 0 ? there : back);
  return found.slice(warmUp);
};

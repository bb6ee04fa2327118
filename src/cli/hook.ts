import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorded } from '../core/events.ts';
import type { Lang, Surroundings } from '../words/lang.ts';
import { cloudEvent } from './cloud-event.ts';
import { exits } from './exit.ts';
import { Stop } from './stop.ts';
import { jsonLine, say } from './terminal.ts';

export type Hook = {
  /** A line for the shell. What is in an event never becomes a part of it. */
  readonly command: string;
  /** How often one event is tried; undefined: until it succeeds. */
  readonly tries?: number;
  readonly env: Surroundings;
  readonly lang: Lang;
  readonly enough: AbortSignal;
};

const [firstMs, longestMs] = [1000, 300_000];
const waitAfter = (failures: number): number => Math.min(longestMs, firstMs * 2 ** (failures - 1));

const surroundings = (event: Recorded, attempt: number, env: Surroundings) => ({
  ...env,
  BAEDAL_EVENT_ID: event.id,
  BAEDAL_EVENT_TYPE: event.type,
  BAEDAL_EVENT_POSITION: String(event.position),
  BAEDAL_EVENT_ORDER: event.order ?? '',
  BAEDAL_EVENT_ATTEMPT: String(attempt),
});

/** Its exit code, or the signal that ended it. */
const runOnce = async ({ command, env }: Hook, event: Recorded, attempt: number): Promise<number | string> => {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: surroundings(event, attempt, env) });
  // A command need not read what it is told; its exit code alone counts.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${jsonLine(cloudEvent(event))}\n`);
  const [code, signal]: readonly unknown[] = await once(child, 'close');
  return typeof code === 'number' ? code : String(signal);
};

const complain = ({ lang }: Hook, event: Recorded, how: number | string, waitMs: number): void => {
  const seconds = waitMs / 1000;
  say([
    lang === 'ko'
      ? `baedal: ${event.position} ${event.type}: 명령이 실패했어요 (${how}). ${seconds}초 뒤에 다시 해요`
      : `baedal: ${event.position} ${event.type}: the command failed (${how}), again in ${seconds} s`,
  ]);
};

const gaveUp = (event: Recorded, how: number | string, tries: number): Stop =>
  new Stop(
    'HOOK_FAILED',
    exits.later,
    {
      ko: `명령이 ${tries}번 실패했어요 (${how}): ${event.position} ${event.type}. 다음에는 이 기록부터 다시 해요`,
      en: `The command failed ${tries} times (${how}) on ${event.position} ${event.type}; the next run begins with this event`,
    },
    { position: event.position, event: event.id, exit: how, tries },
  );

/** True when the command has done its work; false when it was told to stop before. */
export const runHook = async (hook: Hook, event: Recorded): Promise<boolean> => {
  for (let attempt = 1; !hook.enough.aborted; attempt++) {
    const how = await runOnce(hook, event, attempt);
    if (how === 0) return true;
    if (hook.enough.aborted) return false;
    if (hook.tries !== undefined && attempt >= hook.tries) throw gaveUp(event, how, hook.tries);
    const waitMs = waitAfter(attempt);
    complain(hook, event, how, waitMs);
    // Told to stop while waiting: the loop ends by itself.
    await sleep(waitMs, undefined, { signal: hook.enough }).catch(() => undefined);
  }
  return false;
};

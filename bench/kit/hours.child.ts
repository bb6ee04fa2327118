// Loaded before a screen by `--import`: its hours pass as fast as the bench tells it, and it is weighed. Waits of a second and more
// (the minute of the board, its rings and beats) are of that clock; shorter ones, which are about drawing, are of the real one.
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ToScreen } from './hours.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
const [socket = '', startMs = ''] = [process.env['BENCH_HOURS'], process.env['BENCH_START_MS']];
const [realTimeout, realInterval, realClear] = [globalThis.setTimeout, globalThis.setInterval, globalThis.clearTimeout];
const leastMs = 1000;
let now = Number(startMs);
Date.now = () => now;

type Due = { at: number; readonly everyMs: number | undefined; readonly run: () => void };
const waiting = new Map<object, Due>();

/** As a timer of Node is held and let go. */
const later = (run: () => void, ms: number, everyMs: number | undefined) => {
  const handle = { ref: () => handle, unref: () => handle, hasRef: () => false, refresh: () => handle, [Symbol.toPrimitive]: () => 0 };
  waiting.set(handle, { at: now + ms, everyMs, run });
  return handle;
};
const patched =
  (real: typeof setTimeout | typeof setInterval, repeats: boolean) =>
  (run: (...given: readonly unknown[]) => void, ms = 0, ...given: readonly unknown[]) =>
    ms < leastMs ? real(run, ms, ...given) : later(() => run(...given), ms, repeats ? ms : undefined);
const clear = (handle: unknown) => {
  if (typeof handle !== 'object' || handle === null || !waiting.delete(handle)) realClear(handle as NodeJS.Timeout);
};
Object.assign(globalThis, {
  setTimeout: Object.assign(patched(realTimeout, false), realTimeout),
  setInterval: patched(realInterval, true),
  clearTimeout: clear,
  clearInterval: clear,
});

const turn = () => new Promise<void>((done) => setImmediate(done));
const nextDue = (until: number) => [...waiting].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
const pass = async (until: number): Promise<void> => {
  for (let due = nextDue(until); due; due = nextDue(until)) {
    const [handle, timer] = due;
    now = Math.max(now, timer.at);
    if (timer.everyMs === undefined) waiting.delete(handle);
    else timer.at += timer.everyMs;
    timer.run();
    await turn();
  }
  now = until;
};

/** What is held on to, once all that nobody holds is gone; the second collection takes what finalizers let go. */
const weigh = async () => {
  for (let round = 0; round < 2; round += 1) {
    if (typeof collect === 'function') collect();
    await turn();
  }
  return { heapBytes: process.memoryUsage().heapUsed, timers: waiting.size, handles: process.getActiveResourcesInfo().length };
};

const line = createConnection(socket);
line.unref();
createInterface({ input: line }).on('line', async (text) => {
  const asked: ToScreen = JSON.parse(text);
  if (asked.ask === 'pass') await pass(asked.until);
  if (asked.ask === 'snapshot') writeHeapSnapshot(asked.file);
  line.write(`${JSON.stringify(asked.ask === 'weigh' ? await weigh() : {})}\n`);
});

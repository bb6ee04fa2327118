import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../is-alive.ts';
import { keepSpares } from './keep-spares.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'baedal-keep-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** A daemon with a program of its own for a spare, which writes a line about itself when it starts. */
const keep = (program: string, count = 1) => {
  const [script, log] = [join(home, 'spare.cjs'), join(home, 'log')];
  writeFileSync(log, '');
  writeFileSync(
    script,
    `require('fs').appendFileSync(${JSON.stringify(log)}, process.pid + ' ' + process.argv.slice(2) + '\\n'); ${program}`,
  );
  const troubles: string[] = [];
  const spares = keepSpares({
    ...{ command: [process.execPath, script] as const, database: '/srv/a.db', count },
    trouble: ({ message }) => troubles.push(message),
  });
  const started = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return { spares, troubles, started };
};
const runs = (line: string | undefined): boolean => isAlive(Number.parseInt(line ?? '', 10));
const patience = { timeout: 15_000 };
const waits = "process.on('disconnect', () => process.exit()); process.send('ready');";

test('as many wait as were asked for, each told which house it is for, and none when that is over', async () => {
  const { spares, started, troubles } = keep(waits, 2);
  await expect.poll(started, patience).toHaveLength(2);
  expect(started().map((line) => line.split(' ')[1])).toEqual(['spare,/srv/a.db', 'spare,/srv/a.db']);
  await spares.stop();
  expect(started().map(runs)).toEqual([false, false]);
  expect(troubles).toEqual([]);
});

test('one that is taken is let go, and another one waits in its place', async () => {
  const { spares, started } = keep("process.send('taken'); setTimeout(() => {}, 60000);");
  await expect.poll(started, patience).toHaveLength(2);
  await spares.stop();
  const [first] = started();
  expect(runs(first)).toBe(true);
  for (const line of started()) if (runs(line)) process.kill(Number.parseInt(line, 10), 'SIGKILL');
});

test('one that cannot start is told of once, however often it is tried again', async () => {
  const { spares, started, troubles } = keep('process.exit(7);');
  await expect.poll(started, patience).toHaveLength(3);
  expect(troubles).toEqual(['no screens are kept ready: ended with 7']);
  await spares.stop();
});

test('one that will not end is ended', async () => {
  const { spares, started } = keep("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);");
  await expect.poll(started, patience).toHaveLength(1);
  await spares.stop();
  expect(started().map(runs)).toEqual([false]);
});

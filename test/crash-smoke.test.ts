import { afterAll, describe, expect, test } from 'vitest';
import { runJobs, sample, survey, withBench } from '../crash/enumerate.ts';
import { paths } from '../crash/paths.ts';
import { type Planted, plant } from '../crash/planted.ts';
import { hasFailed, replayOf } from '../crash/print.ts';
import { syncOrder } from '../crash/sync-order.ts';
import { hasFired, pointsIn, whyNoStrace } from '../crash/syscalls.ts';
import { beyond, neverJudged } from '../src/core/invariants/runs.ts';
import { saga } from '../src/core/saga.ts';

const missing = whyNoStrace();
if (missing !== undefined) console.log(`SKIPPED: no crash point was tried and no sync was watched, because ${missing}`);
const points = 40;
const workers = 2;
// A path that wavers must be looked at many times before it can be trusted; what it relays has paths of its own.
const steady = paths.filter(({ wavers }) => !wavers);
const planted: Planted[] = [];
afterAll(() => {
  for (const one of planted) one.remove();
});

/** What the named paths do under another program. */
const surveyWith = (right: RegExp, wrong: string, ...names: readonly string[]) => {
  const copy = plant(right, wrong);
  planted.push(copy);
  return withBench(workers, (bench) =>
    survey(
      paths.filter(({ name }) => names.includes(name)),
      { ...bench, program: copy.program },
    ),
  );
};

describe.skipIf(missing !== undefined)('the real program under strace', () => {
  test('killed before any system call it recovers, and nobody was told what is not so', { timeout: 240_000 }, async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const began = performance.now();
    await withBench(workers, async (bench) => {
      const { jobs, words, syncs, wrong } = await survey(steady, bench);
      const outcomes = await runJobs(sample(jobs, points, seed), bench, workers, false, () => undefined);
      const failed = outcomes.filter(hasFailed).map((outcome) => ({ ...outcome, again: replayOf(outcome) }));
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(`crash smoke: ${outcomes.length} of ${jobs.length} points, ${steady.length} paths, ${seconds} s (again: SEED=${seed})`);
      expect({ failed, wrong }).toEqual({ failed: [], wrong: [] });
      expect(neverJudged(outcomes.map(({ unjudged }) => unjudged)).map(({ name }) => name)).toEqual(beyond('crash-points'));
      expect(outcomes.filter(({ killed }) => killed)).toHaveLength(points);
      // Else nothing was watched.
      expect(Math.min(words, syncs)).toBeGreaterThan(steady.length);
    });
  });

  // The driver's own default is the second: FULL on the connection that makes a file, NORMAL on every one after it.
  test.each([
    ['set and read back as NORMAL', '$<set>1),'],
    ['left to the driver', ''],
  ])('synchronous %s is seen in what the processes do', { timeout: 60_000 }, async (_how, wrongly) => {
    const { wrong } = await surveyWith(/(?<set>\binsist\d*\([\w$]+,"synchronous",)2\),/, wrongly, 'order', 'relay.payment.refund');
    expect(wrong.filter((what) => /^order: it was said on stdout before .*\.db-wal was synced/.test(what))).not.toEqual([]);
    expect(wrong.filter((what) => /^order: the bank was told before .*\.db-wal was synced/.test(what))).not.toEqual([]);
    expect(wrong.filter((what) => what.startsWith('relay.payment.refund: the bank was told'))).not.toEqual([]);
  });

  test('synchronous=NORMAL alone is refused by the read-back, before anything is done', { timeout: 60_000 }, async () => {
    const set = /(?<db>[\w$]+)\.pragma\(`\$\{(?<pragma>[\w$]+)\} = \$\{(?<value>[\w$]+)\}`\)/;
    const setNormal = '$<db>.pragma($<pragma>+" = "+($<pragma>==="synchronous"?1:$<value>))';
    await expect(surveyWith(set, setNormal, 'order')).rejects.toThrow('synchronous is 1, wanted 2');
  });
});

describe('the harness itself', () => {
  const trace = [
    'pwrite64(22</a.db-wal>, "x"..., 24, 32) = 24',
    'fsync(22</a.db-wal>) = 0',
    'write(1</said>, "{}"..., 2) = 2',
    'pwrite64(22</a.db-wal>, "y"..., 24, 56) = ?',
    '+++ killed by SIGKILL +++',
  ];

  test('has a path for every consumer of the saga', () => {
    const relayed = paths.map(({ name }) => name);
    expect(saga.map(({ name }) => `relay.${name}`).filter((name) => !relayed.includes(name))).toEqual([]);
  });

  test('counts every name by itself, and believes a kill only where it was asked for', () => {
    const first = { thread: 'main', name: 'pwrite64', nth: 1 } as const;
    expect(pointsIn(trace.join('\n'), 'main').map(({ name, nth }) => `${name}:${nth}`)).toEqual([
      'pwrite64:1',
      'fsync:1',
      'write:1',
      'pwrite64:2',
    ]);
    expect([first, { ...first, nth: 2 }, { ...first, nth: 3 }].map((point) => hasFired(trace.join('\n'), point))).toEqual([
      false,
      true,
      false,
    ]);
    expect(hasFired(trace.slice(0, -1).join('\n'), { ...first, nth: 2 })).toBe(false);
  });

  test('hears a word that was given before the sync', () => {
    expect(syncOrder(trace.join('\n'), '/said')).toEqual({ words: 1, syncs: 1, wrong: [] });
    const [write = '', sync = '', say = ''] = trace;
    const wrong = [expect.stringContaining('it was said on stdout before /a.db-wal was synced')];
    expect(syncOrder([write, say, sync].join('\n'), '/said')).toEqual({ words: 1, syncs: 1, wrong });
    const removed = ['pwrite64(21</a.db>, "p"..., 4096, 0) = 4096', 'unlink("/a.db-wal") = 0'];
    expect(syncOrder(removed.join('\n'), '/said').wrong).toEqual([
      expect.stringContaining('/a.db-wal was removed before /a.db was synced'),
    ]);
  });
});

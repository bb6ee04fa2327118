import { join } from 'node:path';
import { better, defineQueue, defineWorker, JobStatus } from 'plainjob';
import { drainAll } from '../../src/daemon/relay.ts';
import { openDatabase } from '../../src/sqlite/open.ts';
import { copyDatabase, countIn, fillBacklog } from '../kit/backlog.ts';
import { enqueueMany } from '../kit/enqueue.ts';
import { insist, type Measure } from '../kit/finding.ts';
import { seconds } from '../kit/seconds.ts';
import { median } from '../kit/stats.ts';
import { must, newWorld, openWorld } from '../kit/world.ts';

const orders = 300;
const jobs = 500;
const quiet = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
const waiting = "select count(*) from outbox where consumer = 'views'";

const openQueue = (file: string) => {
  const db = openDatabase(file);
  const queue = defineQueue({ connection: better(db), logger: quiet });
  // The queue sets NORMAL, which loses jobs at a power cut: the same promise for both.
  db.pragma('synchronous = full');
  insist(db.pragma('synchronous', { simple: true }) === 2, 'plainjob writes durably');
  return { db, queue };
};

const rival = async (file: string, payload: unknown) => {
  const { db, queue } = openQueue(file);
  const enqueue = await seconds(() => {
    for (let at = 0; at < jobs; at++) queue.add('bench', payload);
  });
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const worker = defineWorker('bench', () => undefined, {
    queue,
    logger: quiet,
    pollIntervall: 1,
    onCompleted: () => {
      done++;
      if (done === jobs) finish();
    },
  });
  let running: Promise<void> | undefined;
  const process = await seconds(async () => {
    running = worker.start();
    await finished;
  });
  await worker.stop();
  await running;
  insist(queue.countJobs({ status: JobStatus.Done }) === jobs, 'plainjob did every job');
  queue.close();
  if (db.open) db.close();
  return { enqueue: jobs / enqueue, process: jobs / process };
};

const ours = async (file: string) => {
  const world = await openWorld(file);
  let effects = 0;
  const took = await seconds(() =>
    drainAll(['views'], world.tools, (drained) => {
      for (const { outcome } of drained) if (outcome === 'done') effects++;
    }),
  );
  const { differences } = must(await world.operator.rebuildViews('verify'));
  insist(differences.length === 0, `${differences.length} views are wrong`);
  await world.close();
  return { effects, rate: effects / took };
};

export const outbox: Measure = {
  name: 'outbox',
  run: async ({ rounds, folder }) => {
    const full = join(folder, 'backlog.db');
    await fillBacklog(full, orders);
    const expected = countIn(full, waiting);
    const payload: unknown = JSON.parse(String(sample(full)));
    const [drains, drainRates, enqueues, rivals]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round <= rounds; round++) {
      const copy = join(folder, `copy-${round}.db`);
      copyDatabase(full, copy);
      const theirs = await rival(join(folder, `plainjob-${round}.db`), payload);
      const { effects, rate } = await ours(copy);
      insist(effects === expected && countIn(copy, waiting) === 0, `${effects} effects of ${expected}`);
      const world = await newWorld(join(folder, `enqueue-${round}.db`));
      const enqueue = await enqueueMany(world, jobs);
      await world.close();
      if (round === 0) continue;
      drains.push(rate / theirs.process);
      drainRates.push(rate);
      enqueues.push(enqueue / theirs.enqueue);
      rivals.push(theirs.process);
    }
    return [
      {
        name: 'outbox',
        about: 'outbox effects with projections against the jobs of plainjob, both one process, FULL',
        unit: '×',
        values: drains,
        reference: rivals,
        detail: { 'effects/s': median(drainRates), 'plainjob jobs/s': median(rivals), effects: expected },
      },
      {
        name: 'outbox-enqueue',
        about: 'an event and its outbox row in one commit, one at a time, against plainjob add, the same payload',
        unit: '×',
        values: enqueues,
        reference: rivals,
      },
    ];
  },
};

const sample = (file: string): unknown => {
  const db = openDatabase(file);
  const data = db.prepare("select data from events where type = 'OrderPlaced' limit 1").pluck().get();
  db.close();
  return data;
};

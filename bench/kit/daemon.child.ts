// A real daemon on the given file: the same relay, alarm, calendar and bell as `baedal daemon`.
import { runDaemon } from '../../src/daemon/daemon.ts';
import { machineMs } from './clock.ts';
import type { FromDaemon, ToDaemon } from './daemon.ts';
import { everyConsumer, openWorld } from './world.ts';

const [file = '', tells = ''] = process.argv.slice(2);
const world = await openWorld(file);
const end = new AbortController();
let drained = 0;
let failed = 0;
const send = (message: FromDaemon) => process.send?.(message);

process.on('message', (message: ToDaemon) => {
  if (message === 'stop') end.abort();
  else {
    const { user, system } = process.cpuUsage();
    send({ kind: 'stats', drained, failed, cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss(), at: machineMs() });
  }
});

send({ kind: 'ready' });
await runDaemon(
  {
    tools: world.tools,
    upkeep: world.store,
    consumers: everyConsumer,
    listen: world.store.listen,
    report: (batch) => {
      const at = machineMs();
      drained += batch.length;
      for (const { consumer, event, outcome } of batch) {
        if (outcome !== 'done' && outcome !== 'again') failed++;
        if (tells === 'tell' && consumer === 'views') send({ kind: 'viewed', event: event.id, at });
      }
    },
    trouble: (error) => send({ kind: 'trouble', what: error.message }),
    pid: process.pid,
  },
  end.signal,
);
await world.close();
process.disconnect();

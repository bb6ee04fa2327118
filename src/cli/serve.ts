import { resolve } from 'node:path';
import type { Drained } from '../core/drain.ts';
import { epochsDocument, readEpochs } from '../core/epochs.ts';
import { consumersNamed, saga } from '../core/saga.ts';
import { printDue } from '../core/use-cases/print-due.ts';
import { type DaemonDeps, runDaemon, runOnce } from '../daemon/daemon.ts';
import { openConsoleKakao } from '../gateways/message/open-console-kakao.ts';
import { keepMessages } from '../gateways/message/open-message-log.ts';
import { openPrinter } from '../gateways/printer/open-printer.ts';
import { dayClose } from '../words/day-close.ts';
import { keepSpares } from './attach/keep-spares.ts';
import { isPossible, spareFolder } from './attach/spare-folder.ts';
import type { Call } from './call.ts';
import { configured } from './config-file.ts';
import { spareScreensOf } from './config-keys.ts';
import { feedOf } from './feed.ts';
import { wantsColour } from './paint.ts';
import { messageLog } from './paths.ts';
import { wrongInput } from './stop.ts';
import { createHerald } from './systemd.ts';
import { isTerminal, PipeClosed, say, writeDrawing } from './terminal.ts';
import { type Answered, answer } from './verb.ts';
import type { House } from './wire.ts';

/** Which consumers `--only` names; all of them when it says nothing. */
const consumersOf = (text: string | undefined): readonly string[] => {
  const all = saga.map(({ name }) => name);
  if (text === undefined) return all;
  const wanted = text.split(',').flatMap((part) => {
    const found = consumersNamed(part.trim());
    if (found.length > 0) return found;
    const known = [...new Set(all.map((name) => name.split('.')[0] ?? name))].join(', ');
    throw wrongInput('--only', { ko: `'${part}' 대신 이 중에서 고르세요: ${known}`, en: `there is no '${part}'; choose of ${known}` });
  });
  return [...new Set(wanted)];
};

/** Only what went wrong is talked about; what went well shows in messages and views. */
const tellTrouble = (drained: readonly Drained[]): void =>
  say(
    drained
      .filter(({ outcome, error }) => outcome === 'park' || error !== undefined)
      .map(
        ({ consumer, event, outcome, error }) => `baedal: ${consumer} ${event.id}: ${outcome}${error === undefined ? '' : `: ${error}`}`,
      ),
  );

const depsOf = async (house: House, call: Call, consumers: readonly string[], enough: AbortController): Promise<DaemonDeps> => {
  const { store, env, settings, gateway } = house;
  const draw = (drawing: string) => {
    try {
      writeDrawing(drawing);
    } catch (error) {
      // The message is sent; only nobody watches any more.
      if (!(error instanceof PipeClosed)) throw error;
      enough.abort();
    }
  };
  const messenger = openConsoleKakao({
    server: house.sandbox().kakao,
    write: call.json ? () => undefined : draw,
    logFile: messageLog(house.file),
    color: wantsColour(call.env, isTerminal(1)),
  });
  // Nobody restores a house while a daemon has it open, so they hold for as long as this one runs.
  const epochs = readEpochs((await store.document(epochsDocument))?.body);
  const worker = `daemon-${process.pid}-${env.newCommandId().slice('cmd_'.length)}`;
  return {
    tools: { store, reads: store, env, settings, gateway, messenger, worker, epochs },
    upkeep: store,
    consumers,
    listen: store.listen,
    report: tellTrouble,
    trouble: (error) => say([`baedal: ${error.message}`]),
    pid: process.pid,
    ...(consumers.length === saga.length && {
      print: () => printDue({ store, reads: store, outbox: store, env, settings, paper: openPrinter(), dayOnPaper: dayClose }),
    }),
    tidy: async () => {
      keepMessages(messageLog(house.file), ({ at }) => at >= env.now() - settings.messageKeepMs);
    },
  };
};

const startPlay = async (house: House, signal: AbortSignal): Promise<void> => {
  const [{ runPlay }, { sampleShops }] = await Promise.all([import('./play/run-play.ts'), import('../samples/shops.ts')]);
  const { as, store, env } = house;
  const trouble = (error: Error) => say([`baedal: ${error.message}`]);
  await runPlay({ as, reads: store, shops: sampleShops().map(({ id }) => id), now: env.now, subscribe: feedOf(store), trouble }, signal);
};

/** Sessions for whoever sits down on this machine. A daemon for a part of the work leaves them to another one. */
const startSpares = (house: House, call: Call, deps: DaemonDeps) => {
  const [script] = process.argv.slice(1);
  const database = resolve(house.file);
  const wanted = spareScreensOf(configured(call.env));
  const count = deps.consumers.length === saga.length && isPossible(spareFolder(database)) ? wanted : 0;
  if (script === undefined) throw new Error('this program does not know where it is');
  return keepSpares({ command: [process.execPath, resolve(script)], database, count, trouble: deps.trouble });
};

const lingerMs = 200;
/** A call that outlasts the stop is left alone: its lease runs out and another daemon takes it over. Its timer must not keep us. */
const leaveSoon = (): void => {
  setTimeout(() => process.exit(), lingerMs).unref();
};

/** Until it is told to stop; with --once until nothing is due any more. */
export const serve = async (call: Call): Promise<Answered> => {
  const consumers = consumersOf(call.values.text('only'));
  const house = await call.house('create');
  const enough = new AbortController();
  const deps = await depsOf(house, call, consumers, enough);
  if (call.values.flag('once')) {
    const drained = await runOnce(deps);
    return answer({
      json: { drained },
      text: () => [],
      advice: [call.lang === 'ko' ? `처리한 일: ${drained}` : `done: ${drained}`],
    });
  }
  const herald = createHerald(call.env, house.env.now, deps.trouble);
  const stop = () => enough.abort();
  enough.signal.addEventListener('abort', herald.stopping, { once: true });
  // A parent that started us for itself: when it is gone, however that came, so are we.
  process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
  const talk =
    call.lang === 'ko' ? `데몬 시작 (pid ${process.pid}). 멈추기: Ctrl+C` : `The daemon runs (pid ${process.pid}). Stop it: Ctrl+C`;
  say([talk]);
  const playing = call.values.flag('play') ? startPlay(house, enough.signal) : undefined;
  const spares = startSpares(house, call, deps);
  try {
    await runDaemon({ ...deps, beaten: herald.alive }, enough.signal);
  } finally {
    await spares.stop();
  }
  await playing;
  leaveSoon();
  return 'told';
};

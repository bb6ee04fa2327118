import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import { isAlive } from '../is-alive.ts';
import { frameReader } from './frames.ts';
import { type Hello, readHello } from './hello.ts';
import { runSession } from './session.ts';
import { buildOf, makeSpareFolder, socketOf, socketsIn, spareFolder } from './spare-folder.ts';
import { warmUp } from './warm-up.ts';

/** Whoever connects says at once what they want. */
const patienceMs = 1000;
const mostAtOnce = 8;

/** What a spare tells the daemon that keeps it. */
export type SpareNews = 'ready' | 'taken';
const tell = (news: SpareNews): void => {
  if (process.connected) process.send?.(news);
};

/** What spares left behind that were killed: nobody answers there, and nobody is about to. */
const sweep = (folder: string): void => {
  for (const path of socketsIn(folder)) {
    const asking = connect(path);
    asking.on('error', () => {
      if (!isAlive(Number.parseInt(basename(path), 10))) rmSync(path, { force: true });
    });
    asking.on('connect', () => asking.destroy());
  }
};

/** Becomes the session of the first who says a fitting hello; answers nobody else. */
const welcomeOne = (server: Server, fits: (hello: Hello) => boolean, take: () => void): void => {
  const guests = new Set<Socket>();
  let isTaken = false;
  const admit = (socket: Socket, hello: Hello) => {
    isTaken = true;
    guests.delete(socket);
    take();
    for (const guest of guests) guest.destroy();
    const session = runSession(socket, hello);
    void session.ended.then(() => process.exit());
    return session;
  };
  server.on('connection', (socket) => {
    guests.add(socket);
    // How it ends is heard by `close`.
    socket.on('error', () => undefined).on('close', () => guests.delete(socket));
    const late = setTimeout(() => socket.destroy(), patienceMs);
    let hear: ReturnType<typeof runSession>['hear'] | undefined;
    const read = frameReader(
      (frame) => {
        clearTimeout(late);
        if (socket.destroyed) return;
        const hello = frame.kind === 'hello' ? readHello(frame.payload) : undefined;
        if (hear) hear(frame);
        else if (isTaken || !hello || !fits(hello)) socket.destroy();
        else hear = admit(socket, hello).hear;
      },
      () => socket.destroy(),
    );
    socket.on('data', read);
  });
};

/**
 * A process that has everything loaded, and waits for one person to sit down: then it is their session, and ends with it. It belongs to the daemon
 * that started it as long as it waits. It has no database open meanwhile.
 */
export const keepSpare = async (database: string): Promise<void> => {
  const bundle = join(import.meta.dirname, 'cli.cjs');
  const build = buildOf(bundle);
  const folder = spareFolder(database);
  makeSpareFolder(folder);
  sweep(folder);
  const path = socketOf(folder, process.pid);
  const leave = () => process.exit();
  const cleanUp = () => rmSync(path, { force: true });
  process.once('disconnect', leave).once('SIGTERM', leave).once('exit', cleanUp);
  await warmUp(database);
  const server = createServer();
  server.maxConnections = mostAtOnce;
  const isOutdated = () => buildOf(bundle) !== build;
  const fits = (hello: Hello) => {
    if (hello.build === build) return true;
    // A new program was built over this one, so the daemon shall start one of the new.
    if (isOutdated()) leave();
    return false;
  };
  welcomeOne(server, fits, () => {
    process.off('disconnect', leave).off('SIGTERM', leave);
    server.close();
    cleanUp();
    tell('taken');
  });
  server.listen(path, () => tell('ready'));
};

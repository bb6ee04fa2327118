import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { framed } from '../../src/cli/attach/frames.ts';
import { openHouse } from '../cli/house.ts';
import { expectPlain, hears, shown } from './at-terminal.ts';
import { seed, sit } from './sit.ts';

/** Whatever listens where a spare should, `baedal` opens all the same. */
const house = openHouse();
beforeAll(() => seed(house));
afterAll(house.close);

const folder = `${house.db}.screens`;
let sockets: Socket[] = [];
beforeEach(() => mkdirSync(folder, { mode: 0o700 }));
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  rmSync(folder, { recursive: true });
});

const listen = async (answer: (socket: Socket) => void): Promise<() => void> => {
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    answer(socket);
  });
  await new Promise<void>((done) => {
    server.listen(join(folder, '7.sock'), done);
  });
  return () => server.close();
};

test.each([
  ['never answers', () => undefined],
  ['hangs up', (socket: Socket) => socket.destroy()],
  ['says what is no frame', (socket: Socket) => socket.write(Buffer.alloc(64, 0xff))],
  ['does not welcome', (socket: Socket) => socket.write(framed('output', 'x'))],
  ['welcomes and is gone', (socket: Socket) => socket.end(framed('welcome'))],
  [
    'breaks off in the middle of a frame on the other screen',
    (socket: Socket) => socket.end(Buffer.concat([framed('welcome'), framed('raw', '1'), framed('output', '\u001b[?1049h\u001b[?25lab')])),
  ],
  ['says nonsense after its welcome', (socket: Socket) => socket.write(Buffer.concat([framed('welcome'), framed('hello', '{}')]))],
] as const)('one that %s', async (_what, answer) => {
  const close = await listen(answer);
  const pty = await shown(sit(house));
  await hears(pty);
  pty.send('ctrl-c');
  expect(await pty.ended).toEqual({ exit: 0, signal: 0 });
  expectPlain(pty);
  close();
});

test('one that hangs when it is to end does not keep the command', async () => {
  const close = await listen((socket) => socket.write(Buffer.concat([framed('welcome'), framed('raw', '1'), framed('output', 'there')])));
  const pty = sit(house);
  await pty.until(/there/);
  pty.kill('SIGTERM');
  expect(await pty.ended).toMatchObject({ signal: 15 });
  expectPlain(pty);
  close();
});

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHouse, text } from './house.ts';

/** A house on whose PATH systemd's tool only writes down what it is told. */
const underSystemd = async () => {
  const house = openHouse();
  onTestFinished(house.close);
  await house.json(['seed']);
  const [bin, heard] = [join(house.folder, 'bin'), join(house.folder, 'heard')];
  mkdirSync(bin);
  writeFileSync(join(bin, 'systemd-notify'), `#!/bin/sh\necho "$@" >> '${heard}'\n`);
  chmodSync(join(bin, 'systemd-notify'), 0o755);
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, NOTIFY_SOCKET: '/run/nobody', WATCHDOG_USEC: '3000000' };
  return { house, env, heard: () => (existsSync(heard) ? readFileSync(heard, 'utf8').trim().split('\n') : []) };
};

test('systemd hears when the daemon is ready, that it lives, and that it stops', async () => {
  const { house, env, heard } = await underSystemd();
  const daemon = house.start(['daemon', '--json'], { env });
  await expect.poll(heard, { timeout: 20_000 }).toContain('WATCHDOG=1');
  expect(heard()[0]).toBe('--ready --status=taking orders on');
  daemon.kill('SIGTERM');
  await new Promise((ended) => daemon.once('close', ended));
  await expect.poll(heard).toContain('STOPPING=1');
});

test('nobody is told anything where nobody listens, and a missing tool stops nothing', async () => {
  const { house, env, heard } = await underSystemd();
  const alone = house.start(['daemon', '--json'], { env: { ...env, NOTIFY_SOCKET: '' } });
  await new Promise((ready) => alone.stderr.once('data', ready));
  alone.kill('SIGTERM');
  expect(await new Promise((ended) => alone.once('close', ended))).toBe(0);
  expect(heard()).toEqual([]);
  const without = house.start(['daemon', '--json'], { env: { ...env, PATH: join(house.folder, 'nothing') } });
  const said = new Promise<string>((done) => {
    let all = '';
    without.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      all += chunk;
      if (all.includes('systemd-notify')) done(all);
    });
  });
  expect(await said).toContain('ENOENT');
  without.kill('SIGTERM');
  expect(await new Promise((ended) => without.once('close', ended))).toBe(0);
});

test('the unit is printed whole, for a person and for a program', async () => {
  const { house } = await underSystemd();
  const told = await house.json(['service', '--user', 'shop', '--db', '/srv/shop/b.db']);
  const unit = text(told, 'unit');
  expect((await house.run(['service', '--user', 'shop', '--db', '/srv/shop/b.db'])).out).toBe(unit);
  expect(unit).toContain('\nUser=shop\n');
  expect(unit).toMatch(/^ExecStart=\/.+node.* \/.+\/bin\/baedal\.js daemon --json$/m);
  await house.refused(['service', '--user', 'a b; rm'], 2);
});

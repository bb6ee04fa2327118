import { expect, test } from 'vitest';
import { unitFile } from './unit-file.ts';

const unit = (change: Partial<Parameters<typeof unitFile>[0]> = {}) =>
  unitFile({
    command: ['/usr/bin/node', '/opt/baedal/bin/baedal.js'],
    user: 'baedal',
    database: undefined,
    documentation: 'file:///docs',
    ...change,
  });

test('the daemon is ready by its word, watched, started again, and not for what does not heal', () => {
  expect(unit()).toEqual(
    expect.arrayContaining([
      'Type=notify',
      'NotifyAccess=all',
      'ExecStartPre=-/usr/bin/node /opt/baedal/bin/baedal.js migrate --apply --json',
      'ExecStart=/usr/bin/node /opt/baedal/bin/baedal.js daemon --json',
      'WatchdogSec=60',
      'Restart=always',
      'RestartPreventExitStatus=2 4 10',
      'User=baedal',
    ]),
  );
});

test('it gets nothing that it does not need, but memory that V8 may compile into', () => {
  const lines = unit();
  for (const line of [
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'PrivateTmp=yes',
    'CapabilityBoundingSet=',
    'SystemCallFilter=@system-service',
    'UMask=0077',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.filter((line) => line.startsWith('MemoryDenyWriteExecute'))).toEqual([]);
});

test('systemd keeps the database, unless it has a place of its own', () => {
  expect(unit()).toEqual(
    expect.arrayContaining(['StateDirectory=baedal', 'ProtectHome=yes', 'Environment=BAEDAL_DB=/var/lib/baedal/baedal.db']),
  );
  const own = unit({ database: '/srv/shop/baedal.db' });
  expect(own).toEqual(expect.arrayContaining(['ReadWritePaths=/srv/shop', 'ProtectHome=yes', 'Environment=BAEDAL_DB=/srv/shop/baedal.db']));
  expect(own).not.toContain('StateDirectory=baedal');
  expect(unit({ database: '/home/mina/b.db' })).toContain('ProtectHome=no');
});

test('paths with blanks, quotes and per cent are what they are', () => {
  const odd = unit({ command: ['/opt/my node/node', '/opt/50%/"b".js'], database: '/srv/우리 가게/b.db' });
  expect(odd).toContain('ExecStart="/opt/my node/node" "/opt/50%%/\\"b\\".js" daemon --json');
  expect(odd).toContain('Environment="BAEDAL_DB=/srv/우리 가게/b.db"');
});

// Pictures of the real commands for README: runs them in a home of their own and draws what they print as SVG. The pictures of the
// screens, which stand still at one moment of one world, are drawn and compared by test/tui/pictures.test.ts.
// npm run pictures
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { textWidth } from '../src/core/text-width.ts';
import { drawSvg } from '../src/tui/testing/draw-svg.ts';
import { openVirtualTerminal } from '../src/tui/testing/virtual-terminal.ts';

const esc = '\u001b';
const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin', 'baedal.js');
const home = mkdtempSync(join(tmpdir(), 'baedal-pictures-'));
const env = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, FORCE_COLOR: '1', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' };

const baedal = (...args) => {
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  return `${stdout}${stderr}`;
};
const quoted = (word) => (/^[\w:,*./=@-]+$/.test(word) ? word : `"${word}"`);
/** As it would stand in a terminal: the prompt, the command, its answer. */
const typed = (...args) => `${esc}[2m$${esc}[0m baedal ${args.map(quoted).join(' ')}\n${baedal(...args)}`;

/** What a terminal shows of it, as large as it needs to be. */
const picture = async (name, screen) => {
  const lines = screen.trimEnd().split('\n');
  const columns = Math.max(60, ...lines.map((line) => textWidth(stripVTControlCharacters(line))));
  const terminal = openVirtualTerminal({ columns, rows: lines.length });
  await terminal.write(lines.join('\n'));
  writeFileSync(join(root, 'docs', 'pictures', `${name}.svg`), drawSvg(terminal));
};

try {
  baedal('seed');
  await picture('shops', `${typed('shops')}\n${typed('menu', 'shop_hanki').split('\n').slice(0, 14).join('\n')}`);
  const ordering = typed(
    'order',
    '--shop',
    'shop_hanki',
    '--item',
    'kimchi-jjigae*2:hot,tofu',
    '--item',
    'egg-roll',
    '--address',
    '서울 마포구 와우산로 94',
  );
  await picture('order', ordering);
  const [{ order }] = JSON.parse(baedal('orders', '--json'));
  const daemon = spawn(process.execPath, [bin, 'daemon'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let terminal = '';
  daemon.stdout.setEncoding('utf8').on('data', (chunk) => {
    terminal += chunk;
  });
  const bubbles = async (count) => {
    while ((terminal.match(/╰/g)?.length ?? 0) < count) await sleep(20);
  };
  const owner = ['--as', 'owner:shop_hanki'];
  await bubbles(2);
  baedal('kitchen', 'accept', order, '--ready-in', '15', ...owner);
  await bubbles(3);
  await picture('kakao', terminal.split('\n').slice(0, 30).join('\n'));
  baedal('kitchen', 'cook', order, ...owner);
  await bubbles(4);
  await picture('cancel', `${typed('cancel', order)}\n${typed('why', order)}`);
  daemon.kill();
} finally {
  rmSync(home, { recursive: true, force: true });
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/tui/pictures.test.ts', '--update'], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;

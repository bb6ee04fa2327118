// Pictures of the real commands for README: runs them in a home of their own and draws what they print as SVG.
// npm run pictures
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { graphemes, textWidth } from '../src/core/text-width.ts';

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

const [cellWidth, lineHeight, margin] = [7.8, 19, 16];
const colours = { fg: '#d8dee9', bg: '#1c2128', faint: '#7d8794', good: '#8fce8f', bad: '#f08080', warn: '#e6c35c', kakao: '#fee500' };
const plain = { fill: colours.fg, bold: false, back: undefined };

const afterCode = (style, code) => {
  const styles = {
    0: plain,
    1: { ...style, bold: true },
    2: { ...style, fill: colours.faint },
    22: { ...style, bold: false, fill: colours.fg },
    30: { ...style, fill: '#111111' },
    31: { ...style, fill: colours.bad },
    32: { ...style, fill: colours.good },
    33: { ...style, fill: colours.warn },
    39: { ...style, fill: colours.fg },
    '48;5;220': { ...style, back: colours.kakao },
  };
  return styles[code] ?? style;
};

const styled = new RegExp(`${esc}\\[([\\d;]*)m|([^${esc}]+)`, 'g');

const xml = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const x = (column) => (margin + column * cellWidth).toFixed(1);

/** Every sign at its own column, so that Korean stands where a terminal puts it. */
const drawLine = (line, row) => {
  const y = margin + row * lineHeight;
  let [style, column, drawn] = [plain, 0, ''];
  for (const [, code, text] of line.matchAll(styled)) {
    if (text === undefined) {
      style = afterCode(style, code);
      continue;
    }
    if (style.back)
      drawn += `<rect x="${x(column)}" y="${y}" width="${textWidth(text) * cellWidth}" height="${lineHeight}" fill="${style.back}"/>`;
    const weight = style.bold ? ' font-weight="bold"' : '';
    let signs = '';
    for (const sign of graphemes(text)) {
      if (sign !== ' ') signs += `<text x="${x(column)}" y="${y + 14}">${xml(sign)}</text>`;
      column += textWidth(sign);
    }
    drawn += `<g fill="${style.fill}"${weight}>${signs}</g>`;
  }
  return { drawn, column };
};

const picture = (name, screen) => {
  const lines = screen.trimEnd().split('\n');
  const rows = lines.map(drawLine);
  const width = Math.ceil(Math.max(60, ...rows.map(({ column }) => column)) * cellWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="D2Coding, 'Nanum Gothic Coding', 'Noto Sans Mono CJK KR', ui-monospace, monospace" font-size="14"><rect width="${width}" height="${height}" rx="8" fill="${colours.bg}"/>${rows.map(({ drawn }) => drawn).join('\n')}</svg>\n`;
  writeFileSync(join(root, 'docs', 'pictures', `${name}.svg`), svg);
};

try {
  baedal('seed');
  picture('shops', `${typed('shops')}\n${typed('menu', 'shop_hanki').split('\n').slice(0, 14).join('\n')}`);
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
  picture('order', ordering);
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
  picture('kitchen', `${typed('kitchen', 'board', ...owner)}\n${typed('kitchen', 'accept', order, '--ready-in', '15', ...owner)}`);
  await bubbles(3);
  picture('kakao', terminal.split('\n').slice(0, 30).join('\n'));
  baedal('kitchen', 'cook', order, ...owner);
  await bubbles(4);
  picture('cancel', `${typed('cancel', order)}\n${typed('why', order)}`);
  daemon.kill();
} finally {
  rmSync(home, { recursive: true, force: true });
}

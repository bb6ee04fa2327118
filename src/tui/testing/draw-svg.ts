import type { IBufferCell } from '@xterm/headless';
import type { VirtualTerminal } from './virtual-terminal.ts';

const [cellWidth, lineHeight, margin, baseline] = [7.8, 19, 16, 14];
const [ink, paper] = ['#d8dee9', '#1c2128'];
/** The sixteen colours of a terminal, as calm as the rest of the page. */
const palette = [
  ...['#111111', '#f08080', '#8fce8f', '#e6c35c', '#81a1f1', '#c792ea', '#7fd1de', '#d8dee9'],
  ...['#7d8794', '#ff9d9d', '#a8e0a8', '#f5d67b', '#a3bcff', '#dcb3f5', '#a5e5ef', '#ffffff'],
];
const steps = [0, 95, 135, 175, 215, 255];

const ofPalette = (number: number): string => {
  const known = palette[number];
  if (known !== undefined) return known;
  const cube = number - 16;
  const grey = 8 + (number - 232) * 10;
  const [red, green, blue] =
    number >= 232 ? [grey, grey, grey] : [steps[Math.floor(cube / 36)], steps[Math.floor(cube / 6) % 6], steps[cube % 6]];
  return `rgb(${red},${green},${blue})`;
};
const colorOf = (isRgb: boolean, isPalette: boolean, value: number): string | undefined => {
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  return isPalette ? ofPalette(value) : undefined;
};

type Look = { readonly fill: string; readonly back: string | undefined; readonly marks: string };

const lookOf = (cell: IBufferCell): Look => {
  const fore = colorOf(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()) ?? ink;
  const back = colorOf(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor());
  const [fill, behind] = cell.isInverse() ? [back ?? paper, fore] : [fore, back];
  const marks = [
    cell.isBold() ? ' font-weight="bold"' : '',
    cell.isDim() ? ' opacity="0.6"' : '',
    cell.isUnderline() ? ' text-decoration="underline"' : '',
  ].join('');
  return { fill, back: behind, marks };
};

/** Cells in a row that look the same and are as wide: drawn together. */
type Run = { readonly look: Look; readonly x: number; readonly each: number; readonly signs: readonly string[] };

const isSame = (run: Run | undefined, look: Look, each: number): run is Run =>
  run !== undefined && run.each === each && JSON.stringify(run.look) === JSON.stringify(look);

const runsOf = (terminal: VirtualTerminal, y: number): readonly Run[] => {
  const runs: Run[] = [];
  for (let x = 0; x < terminal.size().columns; x += 1) {
    const cell = terminal.cell({ x, y });
    const each = cell?.getWidth() ?? 0;
    if (cell === undefined || each === 0) continue;
    const [look, sign, last] = [lookOf(cell), cell.getChars() || ' ', runs.at(-1)];
    if (isSame(last, look, each)) runs[runs.length - 1] = { ...last, signs: [...last.signs, sign] };
    else runs.push({ look, x, each, signs: [sign] });
  }
  return runs;
};

const xml = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
const at = (column: number): string => (margin + column * cellWidth).toFixed(1);

/** Lines and blocks are drawn, not written: a font's own are as wide as it likes, and leave gaps between rows. */
type Edges = {
  readonly left: string;
  readonly right: string;
  readonly middle: string;
  readonly top: number;
  readonly foot: number;
  readonly half: number;
};
const lines: Readonly<Record<string, (edges: Edges) => string>> = {
  '─': ({ left, right, half }) => `M${left} ${half}H${right}`,
  '│': ({ middle, top, foot }) => `M${middle} ${top}V${foot}`,
  '╭': ({ right, middle, foot, half }) => `M${middle} ${foot}Q${middle} ${half} ${right} ${half}`,
  '╮': ({ left, middle, foot, half }) => `M${left} ${half}Q${middle} ${half} ${middle} ${foot}`,
  '╰': ({ right, middle, top, half }) => `M${middle} ${top}Q${middle} ${half} ${right} ${half}`,
  '╯': ({ left, middle, top, half }) => `M${left} ${half}Q${middle} ${half} ${middle} ${top}`,
};
const blocks: Readonly<Record<string, readonly [width: number, opacity: number]>> = { '▌': [0.5, 1], '█': [1, 1], '░': [1, 0.25] };

type Placed = readonly [sign: string, x: number];

const drawLines = (placed: readonly Placed[], y: number, { fill, marks }: Look): string => {
  const [top, foot, half] = [y, y + lineHeight, y + lineHeight / 2];
  const steps = placed.map(([sign, x]) => lines[sign]?.({ left: at(x), right: at(x + 1), middle: at(x + 0.5), top, foot, half }) ?? '');
  return steps.join('') === '' ? '' : `<path d="${steps.join('')}" fill="none" stroke="${fill}"${marks}/>`;
};

const drawBlock = ([sign, x]: Placed, y: number, fill: string): string => {
  const [width, opacity] = blocks[sign] ?? [0, 0];
  if (width === 0) return '';
  return `<rect x="${at(x)}" y="${y}" width="${(width * cellWidth).toFixed(1)}" height="${lineHeight}" fill="${fill}" fill-opacity="${opacity}"/>`;
};

const isDrawn = (sign: string): boolean => sign === ' ' || sign in lines || sign in blocks;

/** Words begin at their own columns and are as wide as their cells, whatever the font. */
const drawWords = (placed: readonly Placed[], each: number, y: number, { fill, marks }: Look): string => {
  const words: { text: string; x: number; count: number }[] = [];
  for (const [place, [sign, x]] of placed.entries()) {
    if (isDrawn(sign)) continue;
    const isNew = place === 0 || isDrawn(placed[place - 1]?.[0] ?? ' ');
    const last = words.at(-1);
    if (isNew || last === undefined) words.push({ text: sign, x, count: 1 });
    else words[words.length - 1] = { ...last, text: last.text + sign, count: last.count + 1 };
  }
  return words
    .map(({ text, x, count }) => {
      const width = (count * each * cellWidth).toFixed(1);
      return `<text x="${at(x)}" y="${y + baseline}" fill="${fill}"${marks} textLength="${width}" lengthAdjust="spacingAndGlyphs">${xml(text)}</text>`;
    })
    .join('');
};

const drawRun = ({ look, x, each, signs }: Run, y: number): string => {
  const width = (signs.length * each * cellWidth).toFixed(1);
  const box = look.back ? `<rect x="${at(x)}" y="${y}" width="${width}" height="${lineHeight}" fill="${look.back}"/>` : '';
  const placed = signs.map((sign, place): Placed => [sign, x + place * each]);
  const drawn = placed.map((one) => drawBlock(one, y, look.fill)).join('');
  return box + drawLines(placed, y, look) + drawn + drawWords(placed, each, y, look);
};

/** What stands on the terminal as a picture: the same bytes for the same screen, Korean in exactly its columns. */
export const drawSvg = (terminal: VirtualTerminal, rows = terminal.size().rows): string => {
  const { columns } = terminal.size();
  const [width, height] = [Math.ceil(columns * cellWidth + 2 * margin), rows * lineHeight + 2 * margin];
  const drawn = Array.from({ length: rows }, (_, y) =>
    runsOf(terminal, y)
      .map((run) => drawRun(run, margin + y * lineHeight))
      .join(''),
  );
  const font = "D2Coding, 'Nanum Gothic Coding', 'Noto Sans Mono CJK KR', ui-monospace, monospace";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="14"><rect width="${width}" height="${height}" rx="8" fill="${paper}"/>\n${drawn.filter((line) => line !== '').join('\n')}\n</svg>\n`;
};

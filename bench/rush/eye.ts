import type { Pty } from '../../src/tui/testing/pty.ts';
import type { Glance } from './glance.ts';

/** Watches every whole frame of a screen, as nobody could who also has to cook. */
export type Eye = {
  /** The screen as of the last whole frame: half of one shows the cursor where it is not. */
  readonly now: () => Glance;
  /** The cursor is to leave what it is on: by this key, or because the ticket goes on. */
  readonly leaving: () => void;
  readonly seen: () => ReadonlySet<string>;
  readonly alarms: () => ReadonlySet<string>;
  readonly frames: () => number;
  /** What nobody should ever see, each with its frame. */
  readonly faults: () => readonly string[];
  readonly close: () => void;
};

const left = '╭│╰';
const right = '╮│╯';

/** Rows whose box does not end where the screen ends: a width that was reckoned wrongly shows there. */
const brokenRows = (pty: Pty): readonly number[] => {
  const { columns, rows } = pty.terminal.size();
  const at = (x: number, y: number) => pty.terminal.cell({ x, y })?.getChars() || ' ';
  return Array.from({ length: rows }, (_, y) => y).filter((y) => left.includes(at(0, y)) && !right.includes(at(columns - 1, y)));
};

export const openEye = (pty: Pty, glance: (screen: string) => Glance): Eye => {
  const [seen, alarms] = [new Set<string>(), new Set<string>()];
  const faults: string[] = [];
  let [frames, isOver, mayLeave] = [0, false, false];
  let before: Glance | undefined;
  let latest = glance('');
  const fault = (what: string, screen: string) => void faults.push(`${what}\n${screen}`);
  const look = (screen: string): boolean => {
    // Between the marks of a frame the terminal itself shows nothing of it.
    if (isOver || pty.terminal.isSet(2026)) return isOver;
    frames += 1;
    const now = glance(screen);
    latest = now;
    for (const [, order = ''] of screen.matchAll(/#(\w{4})\b/g)) seen.add(order);
    if (now.alarm !== undefined) alarms.add(now.alarm);
    const broken = brokenRows(pty);
    if (broken.length > 0) fault(`rows ${broken.join(', ')} do not end where the screen ends`, screen);
    // Under an alarm or a sheet the rows cannot be read.
    if (now.alarm !== undefined || now.sheet !== undefined || now.counts === undefined) return false;
    const hasJumped = before?.under !== undefined && now.under !== undefined && before.under.order !== now.under.order;
    if (hasJumped && before?.column === now.column && !mayLeave)
      fault(`the cursor went from #${before?.under?.order} to #${now.under?.order} by itself`, screen);
    if (hasJumped || before?.column !== now.column) mayLeave = false;
    before = now;
    return false;
  };
  void pty.until(look, 2 ** 31 - 1);
  return {
    now: () => latest,
    leaving: () => {
      mayLeave = true;
    },
    seen: () => seen,
    alarms: () => alarms,
    frames: () => frames,
    faults: () => faults,
    close: () => {
      isOver = true;
    },
  };
};

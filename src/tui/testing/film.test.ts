import { expect, test } from 'vitest';
import { cellsOf } from './cells-of.ts';
import { openFilm } from './film.ts';
import { openVirtualTerminal } from './virtual-terminal.ts';

const size = { columns: 40, rows: 4 };

test('whoever plays the film sees what stood on the terminal, and where its cursor was', async () => {
  const [played, shown] = [openVirtualTerminal(size), openVirtualTerminal(size)];
  const film = openFilm(shown);
  for (const bytes of [
    '\u001b[1m한끼 김치찌개\u001b[22m\r\n\u001b[36m▌\u001b[39m 9,000원',
    '\u001b[2;1H \u001b[3;5H\u001b[91;7m매움\u001b[0m',
    '\u001b[2J\u001b[1;1H끝\u001b[?25l',
  ]) {
    await shown.write(bytes);
    await played.write(film());
    expect(cellsOf(played)).toEqual(cellsOf(shown));
    expect(played.cursor()).toEqual(shown.cursor());
  }
  expect(film()).toBe('\u001b[?25l');
});

import { expect, test } from 'vitest';
import { openVirtualTerminal } from './virtual-terminal.ts';

test('a sequence may come in two parts', async () => {
  const terminal = openVirtualTerminal({ columns: 20, rows: 2 });
  await terminal.write('가\u001b');
  await terminal.write('[31m나');
  expect(terminal.lines()).toEqual(['가나', '']);
});

test('what is no sequence fails, with the bytes', async () => {
  const terminal = openVirtualTerminal({ columns: 20, rows: 2 });
  await terminal.write('\u001b');
  await expect(terminal.write('주문')).rejects.toThrow(/Parsing error.*in "주문"$/s);
});

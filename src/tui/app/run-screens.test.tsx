import { Text } from 'ink';
import { expect, test, vi } from 'vitest';
import { openFakeTty } from '../testing/fake-tty.ts';
import { openVirtualTerminal } from '../testing/virtual-terminal.ts';
import { runScreens } from './run-screens.tsx';

const size = { columns: 30, rows: 4 };

test('the screens have ended when the terminal has all of their bytes', async () => {
  const terminal = openVirtualTerminal(size);
  const { stdin, stdout, send } = openFakeTty(terminal, size);
  const ended = vi.fn();
  const running = runScreens(() => <Text>주방</Text>, {
    stdin,
    stdout,
    mode: 'full',
    stopJob: async () => undefined,
    report: () => 'inc_1',
  }).then(ended);
  await vi.waitFor(() => expect(terminal.lines()[0]).toBe('주방'));
  // From here on it takes in nothing.
  stdout.cork();
  send('\u0003');
  await vi.waitFor(() => expect(stdout.writableLength).toBeGreaterThan(0));
  await new Promise((done) => setTimeout(done, 50));
  expect(ended).not.toHaveBeenCalled();
  expect(terminal.isAlternate()).toBe(true);
  stdout.uncork();
  await running;
  expect(ended).toHaveBeenCalledWith({ how: 'left' });
  expect(terminal.isAlternate()).toBe(false);
});

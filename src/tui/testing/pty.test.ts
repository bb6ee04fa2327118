import { expect, test } from 'vitest';
import { openPty } from './pty.ts';

const options = { columns: 60, rows: 10, cwd: '/', env: { PATH: process.env['PATH'], TERM: 'xterm-256color', PS1: '$ ' } };

test('a program on a real terminal is seen, answered and outlived', async () => {
  const shell = openPty('sh', ['-c', 'stty size; printf "이름? "; read name; echo "안녕 $name"; exit 3'], options);
  await shell.until(/10 60\n이름\?/);
  expect(shell.cursor()).toEqual({ x: 6, y: 1 });
  shell.send('민수');
  shell.send('enter');
  await shell.until((screen) => screen.includes('안녕 민수'));
  expect(await shell.ended).toEqual({ exit: 3, signal: 0 });
});

test('a new size is told to the program', async () => {
  const shell = openPty('sh', ['-c', 'read go; stty size; kill -TERM $$'], options);
  shell.resize({ columns: 100, rows: 30 });
  shell.send('enter');
  await shell.until(/30 100/);
  expect(await shell.ended).toMatchObject({ signal: 15 });
});

test('a screen that does not come is shown in the failure', async () => {
  const shell = openPty('sh', ['-c', 'echo 김치찌개; read go'], options);
  await shell.until(/김치/);
  await expect(shell.until(/된장/, 20)).rejects.toThrow('김치찌개');
  shell.send('enter');
  await shell.ended;
});

import { Box, Text, useCursor, useInput, useWindowSize } from 'ink';
import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { pasted } from './keystrokes.ts';
import { renderAt } from './render-at.tsx';

const Echo = () => {
  const [heard, setHeard] = useState<readonly string[]>([]);
  const { columns, rows } = useWindowSize();
  useInput((input, key) => {
    const name = Object.entries(key).find(([, isOn]) => isOn === true)?.[0] ?? '';
    setHeard((before) => [...before, `${name}<${input}>`]);
  });
  return (
    <Box flexDirection="column" height={rows} width={columns}>
      <Text>{`${columns}x${rows} 한글`}</Text>
      <Text>{heard.join(' ')}</Text>
    </Box>
  );
};

test('a key is answered by a frame before press returns', async () => {
  const app = await renderAt(<Echo />, { columns: 60, rows: 10 });
  expect(app.lines()[0]).toBe('60x10 한글');
  await app.press('down', 'esc', '안녕', 'ctrl-w');
  expect(app.lines()[1]).toBe('downArrow<> escape<> <안녕> ctrl<w>');
  await app.unmount();
});

test('what is pasted, and several letters at once, arrive as one chunk', async () => {
  const app = await renderAt(<Echo />);
  await app.press('jj', pasted('서울 마포구'));
  expect(app.lines()[1]).toBe('<jj> <서울 마포구>');
  await app.unmount();
});

test('a terminal that changes its size shows a whole frame of the new one', async () => {
  const app = await renderAt(<Echo />, { columns: 100, rows: 30 });
  await app.resize({ columns: 50, rows: 12 });
  expect(app.screen()).toBe('50x12 한글');
  await app.resize({ columns: 120, rows: 40 });
  expect(app.screen()).toBe('120x40 한글');
  expect(app.lines()).toHaveLength(40);
  await app.unmount();
});

const Later = () => {
  const [text, setText] = useState('아직');
  useInput(() => {
    void Promise.resolve()
      .then(() => undefined)
      .then(() => setText('이제'));
  });
  return <Text>{text}</Text>;
};

test('an answer that comes through promises is waited for', async () => {
  const app = await renderAt(<Later />);
  await app.press('enter');
  expect(app.screen()).toBe('이제');
  await app.unmount();
});

const Caret = () => {
  const { setCursorPosition } = useCursor();
  setCursorPosition({ x: 4, y: 1 });
  return <Text>{'이름\n한글'}</Text>;
};

test('the cursor is where letters are composed, and hidden where none are', async () => {
  const field = await renderAt(<Caret />);
  expect(field.cursor()).toEqual({ x: 4, y: 1 });
  await field.unmount();
  const none = await renderAt(<Text>이름</Text>);
  expect(none.cursor()).toBeUndefined();
  await none.unmount();
});

test('leaving gives the normal screen back, and the cursor', async () => {
  const app = await renderAt(<Echo />);
  expect(app.terminal.isAlternate()).toBe(true);
  await app.unmount();
  expect(app.terminal.isAlternate()).toBe(false);
  expect(app.cursor()).toBeDefined();
  expect(app.screen()).toBe('');
});

const Slow = () => {
  const [text, setText] = useState('아직');
  useEffect(() => {
    const timer = setTimeout(() => setText('이제'), 30);
    return () => clearTimeout(timer);
  }, []);
  return <Text>{text}</Text>;
};

test('what takes its time is waited for by name, and shown as it stands when it does not come', async () => {
  const app = await renderAt(<Slow />, { columns: 20, rows: 3 });
  await expect(app.until(/없어요/, 1)).rejects.toThrow('아직');
  await app.until(/이제/);
  await app.unmount();
});

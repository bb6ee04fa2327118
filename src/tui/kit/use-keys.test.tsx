import { useState } from 'react';
import { expect, test } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { pasted } from '../testing/keystrokes.ts';
import { Confirm } from './confirm.tsx';
import { Frame } from './frame.tsx';
import type { KeyTable } from './keys.ts';
import { TextLine } from './line.tsx';
import { TextField, useEdit } from './text-field.tsx';
import { useNavigation } from './use-navigation.ts';

/** Checkout, then paying: what a second Enter must not do twice. */
const Till = ({ pay }: { readonly pay: () => void }) => {
  const { place, go, back } = useNavigation<{ readonly at: 'checkout' | 'paying' }>({ at: 'checkout' });
  const checkout: KeyTable = [
    {
      keys: ['enter'],
      label: '결제',
      run: () => {
        pay();
        go({ at: 'paying' });
      },
    },
  ];
  const keys = place.at === 'checkout' ? checkout : ([{ keys: ['esc'], label: '뒤로', run: back }] as const);
  return (
    <Frame title={place.at} keys={keys}>
      <TextLine text={place.at} width={20} />
    </Frame>
  );
};

test('two Enters in one chunk pay once', async () => {
  let paid = 0;
  const at = await draw(<Till pay={() => (paid += 1)} />);
  await at.press('\r\r');
  expect(at.screen()).toContain('paying');
  expect(paid).toBe(1);
  await at.press('esc', 'enter');
  expect(paid).toBe(2);
});

const Counter = () => {
  const [count, setCount] = useState(0);
  return (
    <Frame title={`count ${count}`} keys={[{ keys: ['j', 'down'], label: 'more', run: () => setCount(count + 1) }]}>
      {null}
    </Frame>
  );
};

test('a hundred keys in one chunk are a hundred steps, each from the one before', async () => {
  const at = await draw(<Counter />);
  await at.press('j'.repeat(100));
  await at.until(/count 100\b/);
  await at.press('ㅓ', '저');
  // 저 is w and j: only j is known here.
  expect(at.screen()).toContain('count 102');
});

test('arrows and letters in one chunk are steps, each from the one before', async () => {
  const at = await draw(<Counter />);
  await at.press('\u001b[Bj\u001b[B\u001b[Bj');
  await at.until(/count 5\b/);
});

test('a sentence in one chunk is one step of a field, and the Enter after it meets all of it', async () => {
  let drawn = 0;
  const saved: string[] = [];
  const at = await draw(<Form onSave={(text) => saved.push(text)} onDraw={() => (drawn += 1)} />);
  const before = drawn;
  await at.press('문 앞에 두고 가 주세요\r');
  expect(drawn - before).toBe(2);
  await at.press('enter');
  expect(saved).toEqual(['문 앞에 두고 가 주세요']);
});

test('what is pasted over a list is no command', async () => {
  const at = await draw(<Counter />);
  await at.press(pasted('jjj\rjj'));
  expect(at.screen()).toContain('count 0');
});

const Form = ({ onSave, onDraw }: { readonly onSave: (text: string) => void; readonly onDraw?: () => void }) => {
  onDraw?.();
  const [edit, onEdit] = useEdit();
  const [asked, setAsked] = useState(false);
  const over = asked && <Confirm title="저장" text="저장할까요?" yes="저장" onYes={() => onSave(edit.text)} onNo={() => setAsked(false)} />;
  return (
    <Frame title="form" keys={[{ keys: ['esc'], label: '뒤로', run: () => onSave('left') }]} over={over}>
      <TextField edit={edit} onEdit={onEdit} width={20} keys={[{ keys: ['enter'], label: '저장', run: () => setAsked(true) }]} />
    </Frame>
  );
};

test('the last syllable is there when Enter comes in the same chunk, and the modal on top gets the next keys', async () => {
  const saved: string[] = [];
  const at = await draw(<Form onSave={(text) => saved.push(text)} />);
  await at.press('안', '녕\r', 'x', 'ㅜ', '\r');
  // ㅜ is n, which is no: Enter then asks once more.
  expect(saved).toEqual([]);
  await at.press('enter');
  expect(saved).toEqual(['안녕']);
});

test('Esc under a modal closes the modal only', async () => {
  const saved: string[] = [];
  const at = await draw(<Form onSave={(text) => saved.push(text)} />);
  await at.press('a', 'enter', 'esc');
  expect(saved).toEqual([]);
  expect(at.screen()).not.toContain('저장할까요?');
  await at.press('esc');
  expect(saved).toEqual(['left']);
});

const Breaking = () => (
  <Frame
    title="breaks"
    keys={[
      { keys: ['x'], label: 'break', run: () => Promise.reject(new Error('the card number is 1234')) },
      { keys: ['y'], label: 'fine', run: () => undefined },
    ]}
  >
    {null}
  </Frame>
);

test('an action that breaks is said with a number, and never with what it was', async () => {
  const errors: unknown[] = [];
  const at = await draw(<Breaking />, { onReport: (error) => errors.push(error) });
  await at.press('x');
  expect(at.screen()).toContain('하지 못했어요');
  expect(at.screen()).toContain('inc_1');
  expect(at.screen()).not.toContain('1234');
  expect(errors).toEqual([new Error('the card number is 1234')]);
});

test('a database that somebody else holds is no fault: it is said as it is, without a number', async () => {
  const errors: unknown[] = [];
  const busy = Object.assign(new Error('x.db is locked by another process'), { name: 'DatabaseBusy' });
  const keys = [{ keys: ['x'], label: 'write', run: () => Promise.reject(busy) }] as const;
  const at = await draw(
    <Frame title="waits" keys={keys}>
      {null}
    </Frame>,
    { onReport: (error) => errors.push(error) },
  );
  await at.press('x');
  expect(at.screen()).toContain('다른 프로그램이 쓰고 있어요.');
  expect(errors).toEqual([]);
});

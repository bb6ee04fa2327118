import { Box } from 'ink';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { pasted } from '../testing/keystrokes.ts';
import { FieldRow } from './field-row.tsx';
import { Frame } from './frame.tsx';
import type { Mask } from './masks.ts';
import { SearchField } from './search-field.tsx';
import { editOf } from './text-edit.ts';
import { TextField, useEdit } from './text-field.tsx';

type Props = { readonly text?: string; readonly width?: number; readonly mask?: Mask; readonly onSave?: (text: string) => void };

const One = ({ text = '', width = 20, mask = 'text', onSave = () => undefined }: Props) => {
  const [edit, onEdit] = useEdit(text);
  return (
    <Frame title="t" keys={[]}>
      <Box paddingLeft={3}>
        <TextField
          edit={edit}
          onEdit={onEdit}
          width={width}
          mask={mask}
          placeholder="문 앞에 두고 벨 눌러 주세요"
          keys={[{ keys: ['enter'], label: '저장', run: () => onSave(edit.text) }]}
        />
      </Box>
    </Frame>
  );
};

describe('the cursor is the terminal’s own, so a syllable is composed in its place', () => {
  test('it stands at the beginning of an empty field, over what is asked for', async () => {
    const at = await draw(<One />);
    expect(at.cursor()).toEqual({ x: 3, y: 1 });
    expect(at.screen()).toContain('문 앞에 두고');
  });

  test('behind wide letters it is two columns further for each', async () => {
    const at = await draw(<One text="김치" />);
    expect(at.cursor()).toEqual({ x: 7, y: 1 });
    await at.press('찌', 'a');
    expect(at.cursor()).toEqual({ x: 10, y: 1 });
    await at.press('left', 'left');
    expect(at.cursor()).toEqual({ x: 7, y: 1 });
    await at.press('home');
    expect(at.cursor()).toEqual({ x: 3, y: 1 });
  });

  test('in a long text it stays within the field', async () => {
    const at = await draw(<One width={7} />);
    await at.press('가나다라마');
    expect(at.lines()[1]?.trimEnd()).toBe('   다라마');
    expect(at.cursor()).toEqual({ x: 9, y: 1 });
    await at.press('home');
    expect(at.lines()[1]?.trimEnd()).toBe('   가나다');
    expect(at.cursor()).toEqual({ x: 3, y: 1 });
  });

  test('it follows when the terminal changes its size', async () => {
    const at = await draw(<One text="김치" />);
    await at.resize({ columns: 60, rows: 20 });
    expect(at.cursor()).toEqual({ x: 7, y: 1 });
  });
});

describe('writing in it', () => {
  test('keys of a line editor', async () => {
    const saved: string[] = [];
    const at = await draw(<One onSave={(text) => saved.push(text)} />);
    await at.press('문 앞에 두고', 'ctrl-w', '벨', 'ctrl-a', '꼭 ', 'ctrl-e', '!', 'backspace', 'enter');
    expect(saved).toEqual(['꼭 문 앞에 벨']);
    await at.press('ctrl-u', '\u001f', 'enter');
    expect(saved.at(-1)).toBe('꼭 문 앞에 벨');
  });

  test('a paste comes in at once, its lines as one, and is never taken for Enter', async () => {
    const saved: string[] = [];
    const at = await draw(<One width={40} onSave={(text) => saved.push(text)} />);
    await at.press(pasted('마포구 와우산로 94\r\n301호'));
    expect(saved).toEqual([]);
    expect(at.screen()).toContain('마포구 와우산로 94 301호');
  });

  test('letters that are commands elsewhere are letters here', async () => {
    const at = await draw(<One />);
    await at.press('q', '?', 'j', ' ', '/');
    expect(at.screen()).toContain('q?j /');
  });

  test('a phone number gets its dashes, and the caret stays behind its digit', async () => {
    const at = await draw(<One mask="phone" />);
    await at.press('0', '1', '0', '1', '2', '3', '4', '5', '6', '7', '8');
    expect(at.screen()).toContain('010-1234-5678');
    expect(at.cursor()).toEqual({ x: 16, y: 1 });
    await at.press('left', 'left', 'left', 'left', 'left', 'backspace');
    expect(at.screen()).toContain('010-123-5678');
  });
});

const Note = () => {
  const [edit, onEdit] = useEdit('');
  return <TextField edit={edit} onEdit={onEdit} width={20} />;
};
const Screen = ({ onPay }: { readonly onPay: () => void }) => (
  <Frame title="t" keys={[{ keys: ['enter'], label: '결제', run: onPay }]} status="#1042">
    <Note />
  </Frame>
);

test('a terminal that is too small for a while loses nothing that was typed, and takes no key', async () => {
  let paid = 0;
  const at = await draw(<Screen onPay={() => (paid += 1)} />);
  await at.press('문 앞');
  await at.resize({ columns: 30, rows: 8 });
  expect(at.cursor()).toBeUndefined();
  await at.press('x', 'enter');
  await at.resize({ columns: 80, rows: 24 });
  expect(at.lines()[1]?.trimEnd()).toBe('문 앞');
  expect(at.cursor()).toEqual({ x: 5, y: 1 });
  expect(paid).toBe(0);
});

const Two = () => {
  const [name, onName] = useEdit('홍길동');
  const [phone, onPhone] = useEdit('');
  const [at, setAt] = useState<'name' | 'phone'>('name');
  return (
    <Frame title="t" keys={[{ keys: ['tab'], label: '다음', run: () => setAt(at === 'name' ? 'phone' : 'name') }]}>
      <FieldRow label="이름" labelWidth={8} edit={name} onEdit={onName} width={40} focused={at === 'name'} />
      <FieldRow
        label="전화"
        labelWidth={8}
        edit={phone}
        onEdit={onPhone}
        width={40}
        focused={at === 'phone'}
        complaint="번호가 있어야 해요"
      />
    </Frame>
  );
};

test('of two fields, the focused one has cursor and keys, and the complaint stands below its own', async () => {
  const at = await draw(<Two />);
  expect(at.cursor()).toEqual({ x: 16, y: 1 });
  await at.press('tab', '0', '1');
  expect(at.cursor()).toEqual({ x: 12, y: 3 });
  expect(
    at
      .lines()
      .slice(1, 5)
      .map((line) => line.trimEnd()),
  ).toEqual([' 이름     홍길동', '', '▌전화     01', '          ⚠ 번호가 있어야 해요']);
});

const Seek = () => {
  const [edit, onEdit] = useEdit('');
  const [on, setOn] = useState(false);
  return (
    <Frame title={on ? 'searching' : 'walking'} keys={[{ keys: ['/'], label: '검색', run: () => setOn(true) }]}>
      <SearchField
        edit={edit}
        onEdit={onEdit}
        width={40}
        focused={on}
        note={`${edit.text.length}개`}
        onDone={() => setOn(false)}
        onLeave={() => setOn(false)}
      />
    </Frame>
  );
};

test('a search begins with /, keeps its words at Enter, and loses them at Esc', async () => {
  const at = await draw(<Seek />);
  expect(at.cursor()).toBeUndefined();
  await at.press('/', '김치', 'enter');
  expect(at.screen()).toContain('walking');
  expect(at.screen()).toContain('/ 김치');
  await at.press('/', 'esc');
  expect(at.screen()).not.toContain('김치');
  expect(at.screen()).toContain('walking');
});

test('what is in a field can be kept by whoever draws it', () => {
  expect(editOf('가나')).toEqual({ text: '가나', at: 2, undo: [] });
});

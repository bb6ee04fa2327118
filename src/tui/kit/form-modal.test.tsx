import { useState } from 'react';
import { expect, test } from 'vitest';
import { draw } from '../testing/draw.tsx';
import { pasted } from '../testing/keystrokes.ts';
import { FormModal } from './form-modal.tsx';
import { Frame } from './frame.tsx';

const words = { save: '저장', next: '다음', leave: '닫기' };

const Desk = ({ onSave }: { readonly onSave: (label: string, text: string) => string | undefined }) => {
  const [isOpen, setOpen] = useState(true);
  const form = (
    <FormModal<'label' | 'text'>
      place="form"
      title="주소"
      about="어디로 보낼까요?"
      fields={[
        { id: 'label', label: '이름', first: '집', max: 5 },
        { id: 'text', label: '주소', placeholder: '양화로 1' },
      ]}
      words={words}
      onSave={async (textIn) => {
        const wrong = onSave(textIn('label'), textIn('text'));
        if (wrong !== undefined) return { field: 'label', text: wrong };
        setOpen(false);
        return undefined;
      }}
      onLeave={() => setOpen(false)}
    />
  );
  return (
    <Frame title="여기" keys={[{ keys: ['a'], label: '열기', run: () => setOpen(true) }]} over={isOpen ? form : undefined}>
      {null}
    </Frame>
  );
};

test('Enter goes from field to field and saves at the last one', async () => {
  const saved: string[] = [];
  const at = await draw(<Desk onSave={(...all) => void saved.push(all.join(' '))} />);
  expect(at.screen()).toContain('양화로 1');
  await at.press('enter', '와우산로 94', 'enter');
  expect(saved).toEqual(['집 와우산로 94']);
  expect(at.screen()).not.toContain('주소');
});

test('what is wrong is said at its field, which takes the cursor; writing in it takes the complaint away', async () => {
  const at = await draw(<Desk onSave={() => '이미 있어요'} />);
  await at.press('enter', 'enter');
  expect(at.screen()).toMatch(/⚠ 이미 있어요/);
  expect(at.screen()).toMatch(/▌이름 집/);
  await at.press('2');
  expect(at.screen()).not.toContain('이미 있어요');
  expect(at.screen()).toContain('집2');
});

test('Esc keeps what was typed, saving forgets it; letters never reach the screen below', async () => {
  const at = await draw(<Desk onSave={() => undefined} />);
  await at.press('a', 'esc');
  expect(at.screen()).not.toContain('이름');
  await at.press('a');
  expect(at.screen()).toContain('집a');
  await at.press('ctrl-s', 'a');
  expect(at.screen()).toMatch(/이름 집\s/);
});

test('Tab and the arrows go around, and Ctrl+S saves from any field', async () => {
  const saved: string[] = [];
  const at = await draw(<Desk onSave={(...all) => void saved.push(all.join(' '))} />);
  await at.press('tab', '문래', 'up', 'backspace', '집');
  expect(at.screen()).toMatch(/▌이름 집/);
  await at.press('ctrl-s');
  expect(saved).toEqual(['집 문래']);
});

test('two Enters in one breath save once, and a paste never saves', async () => {
  const saved: string[] = [];
  const at = await draw(<Desk onSave={(...all) => void saved.push(all.join(' '))} />);
  await at.press('enter', pasted('양화로\r\n'));
  expect(saved).toEqual([]);
  await at.press('\r\r');
  expect(saved).toHaveLength(1);
});

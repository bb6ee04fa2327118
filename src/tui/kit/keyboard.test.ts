import { afterEach, describe, expect, test, vi } from 'vitest';
import { createKeyboard, type Layer } from './keyboard.ts';
import type { KeyName, KeyTable } from './keys.ts';

const desk = () => {
  const done: string[] = [];
  const said: string[] = [];
  const errors: unknown[] = [];
  const keyboard = createKeyboard({
    say: (reason) => said.push(reason),
    failed: (error) => errors.push(error),
    slow: () => said.push('slow'),
  });
  const binding = (key: KeyName, what: string) => ({ keys: [key], label: what, run: () => void done.push(what) });
  const layer = (rank: number, table: KeyTable, more: Partial<Layer> = {}): Layer => ({ rank, trap: false, table: () => table, ...more });
  const press = (...names: readonly string[]) => {
    const queue = names.map((name) => ({ name, text: [...name].length === 1 ? name : '' }));
    for (let key = queue.shift(); key; key = queue.shift()) queue.unshift(...keyboard.press(key).map(({ name, text }) => ({ name, text })));
  };
  return { keyboard, done, said, errors, binding, layer, press };
};

describe('who gets a key', () => {
  test('the higher layer first, then the ones below it', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('a', 'screen a'), binding('b', 'screen b')]));
    keyboard.add(layer(0, [binding('b', 'app b'), binding('c', 'app c')]));
    keyboard.add(layer(2, [binding('a', 'pane a')]));
    press('a', 'b', 'c', 'd');
    expect(done).toEqual(['pane a', 'screen b', 'app c']);
  });

  test('of two equal layers the later one', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('a', 'first')]));
    const leave = keyboard.add(layer(1, [binding('a', 'second')]));
    press('a');
    leave();
    press('a');
    expect(done).toEqual(['second', 'first']);
  });

  test('nothing goes past a modal', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('x', 'cancel the order')]));
    keyboard.add(layer(11, [binding('esc', 'close')], { trap: true }));
    press('x', 'esc');
    expect(done).toEqual(['close']);
    expect(keyboard.shown().map(({ label }) => label)).toEqual(['close']);
  });

  test('a field takes letters, and leaves the rest to the screen', () => {
    const { keyboard, done, binding, layer, press } = desk();
    const typed: string[] = [];
    const type: NonNullable<Layer['type']> = ({ text }) => text !== '' && typed.push(text) > 0;
    keyboard.add(layer(1, [binding('q', 'quit'), binding('tab', 'next')]));
    keyboard.add(layer(3, [binding('enter', 'save')], { type }));
    press('q', 'ㅂ', 'tab', 'enter');
    expect(typed).toEqual(['q', 'ㅂ']);
    expect(keyboard.isTyping()).toBe(true);
    expect(done).toEqual(['next', 'save']);
    expect(keyboard.shown().map(({ label }) => label)).toEqual(['save', 'next']);
  });

  test('a paste is no command', () => {
    const { keyboard, done, binding, layer } = desk();
    keyboard.add(layer(1, [binding('q', 'quit')]));
    expect(keyboard.press({ name: 'q', text: 'q', pasted: true })).toEqual([]);
    expect(done).toEqual([]);
  });
});

describe('what a key may have meant', () => {
  test('with the Korean layout on, commands hear their letters', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('q', 'q'), binding('j', 'j'), binding('Q', 'Q')]));
    press('ㅂ', '버', 'ㅃ');
    expect(done).toEqual(['q', 'q', 'j', 'Q']);
  });

  test('Esc and a letter in one chunk are both', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('esc', 'back'), binding('j', 'down')]));
    press('alt-j');
    expect(done).toEqual(['back', 'down']);
  });

  test('Alt+Enter orders nothing', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('esc', 'back'), binding('enter', 'pay')]));
    press('alt-enter');
    expect(done).toEqual(['back']);
  });

  test('an unknown key is nothing', () => {
    const { keyboard, done, binding, layer, press } = desk();
    keyboard.add(layer(1, [binding('a', 'a')]));
    press('f', '후', 'ctrl-z', '😀');
    expect(done).toEqual([]);
  });
});

describe('what a key does', () => {
  test('a disabled one says why, and does nothing', () => {
    const { keyboard, done, said, binding, layer, press } = desk();
    keyboard.add(layer(1, [{ ...binding('x', 'cancel'), disabled: '이미 조리 중이에요' }]));
    press('x');
    expect([done, said]).toEqual([[], ['이미 조리 중이에요']]);
  });

  test('a handler that breaks, at once or later, is told and breaks nothing else', async () => {
    const { keyboard, done, errors, binding, layer, press } = desk();
    const broken = new Error('broken');
    const late = new Error('late');
    keyboard.add(
      layer(1, [
        {
          keys: ['a'],
          label: 'a',
          run: () => {
            throw broken;
          },
        },
        { keys: ['b'], label: 'b', run: () => Promise.reject(late) },
        binding('c', 'c'),
      ]),
    );
    press('a', 'b', 'c');
    await Promise.resolve();
    expect(done).toEqual(['c']);
    expect(errors).toEqual([broken, late]);
  });

  test('watchers hear of a table that looks different, and of no other', () => {
    const { keyboard, binding, layer } = desk();
    let table: KeyTable = [binding('a', 'add')];
    let heard = 0;
    keyboard.subscribe(() => {
      heard += 1;
    });
    keyboard.add({ ...layer(1, []), table: () => table });
    expect(heard).toBe(1);
    const looks = keyboard.looks();
    table = [binding('a', 'add')];
    keyboard.changed();
    expect(heard).toBe(1);
    expect(keyboard.looks()).toBe(looks);
    table = [{ ...binding('a', 'add'), disabled: '품절' }];
    keyboard.changed();
    expect(heard).toBe(2);
    expect(keyboard.shown()[0]?.disabled).toBe('품절');
  });
});

describe('what a key began', () => {
  afterEach(() => void vi.useRealTimers());

  test('is said to be going on when it takes a second, once, and not when it is done by then', async () => {
    vi.useFakeTimers();
    const { keyboard, said, layer, press } = desk();
    const { promise, resolve } = Promise.withResolvers<void>();
    keyboard.add(
      layer(1, [
        { keys: ['a'], label: 'at once', run: async () => undefined },
        { keys: ['b'], label: 'long', run: () => promise },
      ]),
    );
    press('a', 'b');
    await vi.advanceTimersByTimeAsync(999);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(said).toEqual(['slow']);
    resolve();
    await vi.advanceTimersByTimeAsync(5000);
    expect(said).toEqual(['slow']);
  });
});

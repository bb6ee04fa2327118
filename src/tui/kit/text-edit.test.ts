import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLine } from '../../core/safe-text.ts';
import { graphemes, textWidth } from '../../core/text-width.ts';
import { type Edit, type EditAction, editLine, editOf, viewOf } from './text-edit.ts';

const does = (edit: Edit, ...actions: readonly (EditAction['do'] | { readonly type: string })[]): Edit =>
  actions.reduce<Edit>((at, action) => {
    if (typeof action !== 'string') return editLine(at, { do: 'insert', text: action.type });
    return action === 'insert' ? at : editLine(at, { do: action });
  }, edit);
/** The text with the caret in it. */
const shown = ({ text, at }: Edit) => graphemes(text).toSpliced(at, 0, '|').join('');

describe('writing a line', () => {
  test('goes on behind what is there', () => {
    expect(shown(does(editOf('김치'), { type: '찌개' }))).toBe('김치찌개|');
  });

  test('goes in where the caret is', () => {
    expect(shown(does(editOf('김개'), 'left', { type: '치찌' }))).toBe('김치찌|개');
  });

  test('backspace and delete take whole letters, as people see them', () => {
    expect(shown(does(editOf('가👨‍👩‍👧'), 'backspace'))).toBe('가|');
    expect(shown(does(editOf('👍🏽가'), 'home', 'delete'))).toBe('|가');
    expect(shown(does(editOf(''), 'backspace', 'delete'))).toBe('|');
  });

  test('text of a Mac, in parts, becomes whole letters', () => {
    expect(does(editOf(), { type: '간장'.normalize('NFD') })).toMatchObject({ text: '간장', at: 2 });
  });

  test('a mark joins the letter before it, and the caret is behind both', () => {
    expect(shown(does(editOf('ab'), 'left', { type: '\u0301' }))).toBe('á|b');
  });

  test('a paste of several lines becomes one', () => {
    expect(does(editOf(), { type: '서울시 마포구\r\n와우산로 94\n' }).text).toBe('서울시 마포구 와우산로 94 ');
  });

  test('what could steer a terminal is left out', () => {
    expect(does(editOf(), { type: 'a\u001b[31mb\u202ec\u0007' }).text).toBe('a[31mbc');
  });

  test('takes no more letters than it may', () => {
    const full = editLine(editOf('가나'), { do: 'insert', text: '다라마', max: 3 });
    expect(full.text).toBe('가나다');
    expect(editLine(full, { do: 'insert', text: '라', max: 3 })).toBe(full);
  });
});

describe('moving in a line', () => {
  test('by letters and to the ends', () => {
    expect(shown(does(editOf('가나다'), 'home', 'right'))).toBe('가|나다');
    expect(shown(does(editOf('가나다'), 'left', 'left', 'end', 'right'))).toBe('가나다|');
  });

  test('by words', () => {
    expect(shown(does(editOf('문 앞에 두고'), 'word-left'))).toBe('문 앞에 |두고');
    expect(shown(does(editOf('문 앞에 두고'), 'home', 'word-right', 'word-right'))).toBe('문 앞에| 두고');
  });

  test('moves that go nowhere are the same value', () => {
    const edit = editOf('가');
    expect(does(edit, 'right', 'end')).toBe(edit);
  });
});

describe('taking away and taking back', () => {
  test('a word, what is before, what is behind', () => {
    expect(shown(does(editOf('문 앞에 두고 '), 'kill-word'))).toBe('문 앞에 |');
    expect(shown(does(editOf('가나다'), 'left', 'kill-before'))).toBe('|다');
    expect(shown(does(editOf('가나다'), 'left', 'kill-after'))).toBe('가나|');
  });

  test('undo goes back step by step, to the beginning and no further', () => {
    const written = does(editOf(), { type: '가' }, { type: '나' }, 'kill-before');
    expect(shown(does(written, 'undo'))).toBe('가나|');
    expect(shown(does(written, 'undo', 'undo', 'undo', 'undo'))).toBe('|');
  });
});

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '김치',
    '각'.normalize('NFD'),
    '\u1100',
    '\u1161',
    '\u11a8',
    '👨‍👩‍👧‍👦',
    '🇰🇷',
    '🇰',
    '\ufe0f',
    '\u200d',
    'é'.normalize('NFD'),
    '\u0301',
    'ｱ',
    'ﾊﾟ',
    '\u001b[2J',
    '\n',
    '　',
    '★',
    '\ud800',
  ),
);
const anyAction: fc.Arbitrary<EditAction> = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), text: strange, max: fc.constantFrom(5, 20) }),
  fc.record({
    do: fc.constantFrom(
      'backspace' as const,
      'delete' as const,
      'left' as const,
      'right' as const,
      'word-left' as const,
      'word-right' as const,
      'home' as const,
      'end' as const,
      'kill-word' as const,
      'kill-before' as const,
      'kill-after' as const,
      'undo' as const,
    ),
  }),
);

describe('whatever is typed, in whatever order', () => {
  test('the text stays clean, composed and one line, and the caret between two letters', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const edit = actions.reduce(editLine, editOf());
        expect(edit.text).toBe(edit.text.normalize('NFC'));
        expect(safeLine(edit.text)).toBe(edit.text);
        expect(edit.text).not.toMatch(/[\r\n]/);
        expect(edit.at).toBeGreaterThanOrEqual(0);
        expect(edit.at).toBeLessThanOrEqual(graphemes(edit.text).length);
      }),
      { numRuns: 500 },
    );
  });

  test('what is shown fits the field, and the caret stands where the terminal counts to', () => {
    fc.assert(
      fc.property(
        fc.array(anyAction, { maxLength: 25 }),
        fc.integer({ min: 3, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        (actions, width, last) => {
          const edit = actions.reduce(editLine, editOf());
          const view = viewOf(edit, width, last);
          expect(textWidth(view.shown)).toBeLessThanOrEqual(width);
          expect(view.caret).toBeLessThan(width);
          const before = graphemes(edit.text).slice(view.from, edit.at).join('');
          if (textWidth(before) < width) {
            expect(view.shown.startsWith(before)).toBe(true);
            expect(view.caret).toBe(textWidth(before));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the part of a long line that is seen', () => {
  test('holds still while the caret moves within it', () => {
    const edit = editOf('가나다라마바사');
    const end = viewOf(edit, 7);
    expect(end).toEqual({ shown: '마바사', caret: 6, from: 4 });
    expect(viewOf(does(edit, 'left'), 7, end.from)).toEqual({ shown: '마바사', caret: 4, from: 4 });
  });

  test('gives the room back when the end is taken away', () => {
    expect(viewOf(editOf('가나'), 7, 4)).toEqual({ shown: '가나', caret: 4, from: 0 });
  });

  test('shows half of nothing: a wide letter that does not fit is left out', () => {
    expect(viewOf(does(editOf('가나다'), 'home'), 5).shown).toBe('가나');
  });
});

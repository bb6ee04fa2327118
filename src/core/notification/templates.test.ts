import { describe, expect, test } from 'vitest';
import { customerReasons, deliveryFailures, shopReasons, systemReasons } from '../reasons.ts';
import { paymentReasonWords, reasonWords } from './message-words.ts';
import { longestMessage, longestValue, render, templates } from './templates.ts';
import type { Template } from './templates-shape.ts';

const all: readonly (readonly [string, Template])[] = Object.entries(templates);
const langs = ['ko', 'en'] as const;
const each = all.flatMap(([code, template]) => langs.map((lang) => ({ code, template, lang })));
const filled = (template: Template, value: (name: string) => string) =>
  Object.fromEntries(template.variables.map((name) => [name, value(name)]));
const gaps = (text: string) => [...new Set(Array.from(text.matchAll(/#\{(\w+)\}/g), ([, name]) => name))].toSorted();

describe.each(each)('$code in $lang', ({ code, template, lang }) => {
  test('has exactly the gaps it declares', () => {
    expect(template.code).toBe(code);
    expect(gaps(template.body[lang])).toEqual([...template.variables].toSorted());
    expect(template.title[lang]).not.toContain('#{');
  });

  test('is filled without a gap, and stays within the limit however long the values are', () => {
    const { title, text } = render(
      template,
      lang,
      filled(template, () => '한'.repeat(500)),
    );
    expect(text).not.toContain('#{');
    expect(text.length).toBeLessThanOrEqual(longestMessage);
    expect(title.length).toBeLessThanOrEqual(50);
  });

  test('never has a Korean particle behind a gap', () => expect(template.body[lang]).not.toMatch(/\}[^\S\n]*\p{Script=Hangul}/u));
});

test('a missing value is a mistake that does not go out', () => {
  const { cook: _cook, ...variables }: Record<string, string> = { cook: '', shop: '바삭치킨' };
  const template: Template = templates['cook-started'];
  expect(() => render(template, 'ko', variables)).toThrow("template cook-started (ko) needs 'order'");
});

test('a shop cannot write a line of its own into a message', () => {
  const { text } = render(templates['cook-started'], 'en', { shop: 'Good\n■ Paid: ₩0\u2028#{order}', order: 'ord_abc123' });
  expect(text.split('\n')).toHaveLength(6);
  expect(text).toContain('■ Shop: Good ■ Paid: ₩0 #{order}\n■ Order: ord_abc123');
});

test('a long value ends in an ellipsis between two characters, not within one', () => {
  const { text } = render(templates['cook-started'], 'ko', { shop: '👩‍🍳'.repeat(100), order: 'ord_abc123' });
  const shop = /상점: (.*)/.exec(text)?.[1] ?? '';
  expect(shop).toMatch(/^(👩‍🍳)+…$/u);
  expect(shop.length).toBeLessThanOrEqual(longestValue);
});

test('news of status goes stale in half an hour, a reminder in minutes, money and the end of an order not for a day', () => {
  expect(templates['cook-started'].ttlMs).toBe(30 * 60_000);
  expect(templates['accept-reminder'].ttlMs).toBe(3 * 60_000);
  for (const code of ['refund-done', 'payment-unknown', 'delivered', 'order-canceled'] as const)
    expect(templates[code].ttlMs).toBe(24 * 3600_000);
});

test('every reason has words in both languages', () => {
  for (const reason of [...customerReasons, ...shopReasons, ...systemReasons, ...deliveryFailures])
    for (const lang of langs) expect(reasonWords(reason, lang)).not.toBe('');
  expect(paymentReasonWords('insufficient-funds', 'ko')).toBe('잔액 또는 한도 부족');
  expect(paymentReasonWords('something new', 'en')).toBe('declined by the card company');
});

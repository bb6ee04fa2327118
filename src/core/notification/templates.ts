import type { Lang } from './message-words.ts';
import { orderTemplates } from './templates-order.ts';
import { orderEndTemplates } from './templates-order-end.ts';
import { paymentTemplates } from './templates-payment.ts';
import { refundTemplates } from './templates-refund.ts';
import type { Template } from './templates-shape.ts';
import { shopTemplates } from './templates-shop.ts';

/** Every text that baedal may send. They are data, because AlimTalk texts are approved beforehand, word by word. */
export const templates = { ...orderTemplates, ...orderEndTemplates, ...paymentTemplates, ...refundTemplates, ...shopTemplates };
export type TemplateCode = keyof typeof templates;

/** AlimTalk takes no more. */
export const longestMessage = 1000;
/** Room for one variable: with all of them full, no template outgrows the limit. */
export const longestValue = 80;

let segmenter: Intl.Segmenter | undefined;
const shorten = (value: string): string => {
  if (value.length <= longestValue) return value;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let kept = '';
  for (const { segment } of segmenter.segment(value.slice(0, 4 * longestValue))) {
    if (kept.length + segment.length > longestValue - 1) break;
    kept += segment;
  }
  return `${kept}…`;
};

// A value is one line: a shop's name must not be able to write a line of its own, such as another price.
const oneLine = (value: string): string => shorten(value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim());

const cut = new Map<string, readonly string[]>();
/** Text and names of gaps by turns. There are few bodies and many messages: each is cut once. */
const partsOf = (body: string): readonly string[] => {
  const parts = cut.get(body) ?? body.split(/#\{(\w+)\}/);
  cut.set(body, parts);
  return parts;
};

/** Fills the gaps. A value that is missing is a mistake in this program, so it throws. */
export const render = <V extends string>(
  template: Template<V>,
  lang: Lang,
  variables: Readonly<Record<V, string>>,
): { readonly title: string; readonly text: string } => {
  const values: Readonly<Record<string, string>> = variables;
  const filled = partsOf(template.body[lang]).map((part, at) => {
    if (at % 2 === 0) return part;
    const value = Object.hasOwn(values, part) ? values[part] : undefined;
    if (value === undefined) throw new Error(`template ${template.code} (${lang}) needs '${part}'`);
    return oneLine(value);
  });
  return { title: template.title[lang], text: filled.join('') };
};

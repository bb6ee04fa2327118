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

/** Fills the gaps. A value that is missing is a mistake in this program, so it throws. */
export const render = <V extends string>(
  template: Template<V>,
  lang: Lang,
  variables: Readonly<Record<V, string>>,
): { readonly title: string; readonly text: string } => {
  const values = new Map<string, string>(Object.entries(variables));
  const text = template.body[lang].replace(/#\{(\w+)\}/g, (_gap, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`template ${template.code} (${lang}) needs '${name}'`);
    return oneLine(value);
  });
  return { title: template.title[lang], text };
};

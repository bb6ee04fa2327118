import type { Instant } from '../kinds.ts';
import { clock, dayAndClock } from '../time.ts';
import type { OrderView } from '../views/order-view.ts';
import { bold, fold, large, numberOnPaper, type Paper, plain, ruleOnPaper } from './paper-text.ts';
import { printWords } from './print-words.ts';
import type { PaperLine } from './printer.ts';

export type StopToPrint = { readonly view: OrderView; readonly zone: string; readonly at: Instant };

/** The slip behind a ticket whose order fell: which paper is to be taken down, and what is to be done about the food. */
export const stopOnPaper = ({ view, zone, at }: StopToPrint, { columns, lang }: Paper): readonly PaperLine[] => {
  const words = printWords(lang);
  const ended = view.endedAt === undefined ? '' : ` ${clock(view.endedAt, zone, lang)}`;
  return [
    ...fold('', `** ${words.canceled} **`, columns, large),
    ...fold('', words.stop[view.stoppedAt ?? 'cooking'], columns, large),
    ...fold('', view.shopName, columns, bold),
    ...numberOnPaper(view.order, columns),
    ...(view.ended ? fold('', `${words.canceledBy[view.ended.by]}${ended}`, columns, bold) : []),
    ruleOnPaper(columns),
    ...view.lines.flatMap((line) => [
      ...fold('', `${words.quantity(line.quantity)} ${line.name}`, columns, large),
      ...line.choices.flatMap(({ name }) => fold('    + ', name, columns, plain)),
    ]),
    ruleOnPaper(columns),
    ...fold('', `${words.placedAt} ${dayAndClock(view.placedAt, zone, lang)}`, columns, plain),
    ...fold('', `${words.printedAt} ${dayAndClock(at, zone, lang)}`, columns, plain),
  ];
};

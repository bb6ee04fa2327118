import type { Recorded } from '../events.ts';
import type { Dossier } from './evidence.ts';
import { atMostOne, every, isSame, unless } from './looking.ts';

const agreed = (quote: Recorded, placed: Recorded): boolean => {
  if (quote.type !== 'QuoteIssued' || placed.type !== 'OrderPlaced') return false;
  const of = ({ lines, subtotal, fee, discount, total }: typeof quote.data | typeof placed.data) => [lines, subtotal, fee, discount, total];
  return isSame(of(quote.data), of(placed.data)) && quote.data.quote === placed.data.quote;
};

const addsUp = ({ data }: Dossier['events'][number] & { readonly type: 'QuoteIssued' }): boolean => {
  const lines = data.lines.map(({ quantity, price, choices, total }) => {
    const each = choices.reduce((sum, choice) => sum + choice.price, price as number);
    return each * quantity === total ? (total as number) : Number.NaN;
  });
  const subtotal = lines.reduce((sum, total) => sum + total, 0);
  return subtotal === data.subtotal && data.subtotal + data.fee - data.discount === data.total;
};

/** What was quoted is what was ordered, asked for and shown. */
export const pricesStay = (dossier: Dossier): readonly string[] => {
  const quotes = every(dossier, 'QuoteIssued');
  const placed = every(dossier, 'OrderPlaced');
  const view = dossier.view;
  return [
    ...unless(quotes, addsUp, ({ id }) => `${id} does not add up`),
    ...unless(
      placed,
      (order) => quotes.some((quote) => agreed(quote, order)),
      ({ id }) => `${id} is not what its quote says`,
    ),
    ...unless(
      every(dossier, 'PaymentRequested'),
      ({ data }) => quotes.some((quote) => quote.data.quote === data.quote && quote.data.total === data.amount),
      ({ id, data }) => `${id} asks for ${data.amount}, which is not the total of its quote`,
    ),
    ...unless(
      view ? placed : [],
      ({ data }) => view?.total === data.total && view.fee === data.fee && isSame(view.lines, data.lines),
      ({ id }) => `the view shows other prices than ${id}`,
    ),
  ];
};

export const oneOrderAQuote = (dossier: Dossier): readonly string[] => [
  ...atMostOne('OrderPlaced', every(dossier, 'OrderPlaced')),
  ...atMostOne('PaymentApproved', every(dossier, 'PaymentApproved')),
  ...atMostOne('QuoteIssued', every(dossier, 'QuoteIssued')),
];

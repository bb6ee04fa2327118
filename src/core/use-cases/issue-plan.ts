import type { Plan } from '../handle.ts';
import { placeDocument, quoteStream } from '../kinds.ts';
import type { IssuedQuote, Quote } from '../ordering/quote.ts';

/** What is written when a quote is issued: what was agreed, for good, and where to, for as long as its customer is to be remembered. */
export const issuePlan = ({ to, ...agreed }: Quote): Required<Omit<Plan<unknown>, 'value'>> => {
  const { quote, order, customer } = agreed;
  const data: IssuedQuote = to ? { ...agreed, placeIsKept: true } : agreed;
  return {
    append: [{ stream: quoteStream(quote), order, events: [{ type: 'QuoteIssued', data }] }],
    documents: to ? [{ key: placeDocument(customer, quote), body: to }] : [],
  };
};

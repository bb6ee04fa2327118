import type { Invariant, Whole } from './evidence.ts';

const positionsFollow = ({ jumps }: Whole): readonly string[] =>
  jumps.map(({ id, position, wanted }) => `${id} stands at ${position}, wanted ${wanted}`);

const booksAgree = ({ ours, bank }: Whole): readonly string[] => {
  const [kept, held] = [ours.taken - ours.refunded, bank.taken - bank.refunded];
  return kept === held ? [] : [`our books say ${kept} won are kept, the bank's ${held}`];
};

const settledByItsHolder = ({ settledTwice }: Whole): readonly string[] =>
  settledTwice.map(({ consumer, event }) => `${event} was settled for ${consumer} more than once`);

const chainHolds = ({ broken }: Whole): readonly string[] => broken.map(({ event, what }) => `${event}: ${what}`);

const whole = { of: 'whole' } as const;

export const bookInvariants: readonly Invariant[] = [
  { ...whole, ids: ['I8'], needs: [], name: 'positions-without-gaps', sentence: 'The log has no holes.', check: positionsFollow },
  {
    ...whole,
    ids: ['I4'],
    needs: ['bank', 'rest'],
    name: 'books-agree',
    sentence: 'What we say we keep is what the bank says we keep.',
    check: booksAgree,
  },
  {
    ...whole,
    ids: ['I12'],
    needs: ['settled'],
    name: 'settled-by-its-holder',
    sentence: 'Only who holds the lease settles, so nothing is settled twice.',
    check: settledByItsHolder,
  },
  {
    ...whole,
    ids: ['I13'],
    needs: ['chain'],
    name: 'chain-holds',
    sentence: 'Every event carries the hash of the one before it in its stream.',
    check: chainHolds,
  },
];

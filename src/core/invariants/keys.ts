import type { OrderId, PaymentId } from '../kinds.ts';
import type { Answer, Invariant, Placed, Whole } from './evidence.ts';

/** Everything that one customer pressed under one key; without a key every press stands for itself. */
type Press = { readonly customer: string; readonly key: string | undefined; readonly answers: Answer[] };

const pressesOf = (answers: readonly Answer[]): readonly Press[] => {
  const presses = new Map<string, Press>();
  for (const [at, answer] of answers.entries()) {
    if (answer.asked !== 'place') continue;
    const name = `${answer.by.id} ${answer.key === undefined ? at : `key ${answer.key}`}`;
    const press = presses.get(name) ?? { customer: answer.by.id, key: answer.key, answers: [] };
    press.answers.push(answer);
    presses.set(name, press);
  }
  return [...presses.values()];
};

/** Nobody knows what came of it. */
const isOpen = ({ told }: Answer): boolean => told === 'nothing' || told === 'BUSY' || told.startsWith('threw');
const isNamed = ({ order, payment, told }: Answer): boolean => payment !== undefined || (told === 'ok' && order !== undefined);

const orderOf = ({ order, payment }: Answer, byPayment: ReadonlyMap<PaymentId, OrderId>): OrderId | undefined =>
  payment === undefined ? order : (byPayment.get(payment) ?? order);

/** The orders of each press that its own answers name. */
const namedBy = (press: Press, placed: ReadonlySet<OrderId>, byPayment: ReadonlyMap<PaymentId, OrderId>): ReadonlySet<OrderId> =>
  new Set(
    press.answers
      .filter(isNamed)
      .flatMap((answer) => orderOf(answer, byPayment) ?? [])
      .filter((order) => placed.has(order)),
  );

/** More orders than presses that could have made them without a word. */
const beyondPresses = (unnamed: readonly Placed[], presses: readonly Press[]): readonly string[] =>
  [...Map.groupBy(unnamed, ({ customer }) => customer)].flatMap(([customer, theirs]) => {
    const open = presses.filter((press) => press.customer === customer && press.answers.some(isOpen) && !press.answers.some(isNamed));
    if (theirs.length <= open.length) return [];
    const orders = theirs.map(({ order }) => order).join(', ');
    return [`${customer}: ${theirs.length} × an order that no answer named (${orders}), ${open.length} × a press that nobody answered`];
  });

/**
 * A press that was answered names its order; one that was not may have made one order, whatever it is pressed again. So an order that
 * nobody was told of, and that no unanswered press explains, is a second one.
 */
const oneKeyOneOrder = ({ answers, placed }: Whole): readonly string[] => {
  const byPayment = new Map(placed.flatMap(({ order, payments }) => payments.map((payment) => [payment, order] as const)));
  const orders = new Set(placed.map(({ order }) => order));
  const presses = pressesOf(answers);
  const named = new Set<OrderId>();
  const twice: string[] = [];
  for (const press of presses) {
    const theirs = namedBy(press, orders, byPayment);
    for (const order of theirs) named.add(order);
    if (press.key !== undefined && theirs.size > 1)
      twice.push(`the key ${press.key} of ${press.customer} made ${[...theirs].join(' and ')}`);
  }
  return [
    ...twice,
    ...beyondPresses(
      placed.filter(({ order }) => !named.has(order)),
      presses,
    ),
  ];
};

const sameKeySameAnswer = ({ answers }: Whole): readonly string[] => {
  const first = new Map<string, Answer>();
  return answers.flatMap((answer) => {
    if (answer.key === undefined || answer.asked !== 'place' || answer.told !== 'ok') return [];
    const name = `${answer.by.id} ${answer.key}`;
    const before = first.get(name);
    if (!before) first.set(name, answer);
    if (!before) return [];
    if (before.body !== answer.body)
      return [`${answer.by.id} was told ok under the key ${answer.key}, which had been used for something else`];
    return before.order === answer.order ? [] : [`the key ${answer.key} of ${answer.by.id} made both ${before.order} and ${answer.order}`];
  });
};

const whole = { of: 'whole' } as const;

export const keyInvariants: readonly Invariant[] = [
  {
    ...whole,
    ids: ['D2', 'I10'],
    needs: ['answers'],
    name: 'same-key-same-answer',
    sentence: 'The same key gives the same order; another body under it is refused.',
    check: sameKeySameAnswer,
  },
  {
    ...whole,
    ids: ['D2', 'I10'],
    needs: ['answers', 'asked'],
    name: 'one-key-one-order',
    sentence: 'One key makes one order at most, also when the answer to it was lost.',
    check: oneKeyOneOrder,
  },
];

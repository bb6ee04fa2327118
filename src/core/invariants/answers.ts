import type { EventType } from '../events.ts';
import type { OrderView } from '../views/order-view.ts';
import type { Answer, Dossier, Invariant, Whole } from './evidence.ts';
import { every, first, unless } from './looking.ts';

const proofOf: { readonly [A in Answer['asked']]?: readonly EventType[] } = {
  place: ['OrderPlaced'],
  pay: ['OrderPlaced'],
  cancel: ['OrderCanceled', 'OrderRejected'],
  accept: ['OrderAccepted'],
  reject: ['TicketRejected'],
  cook: ['CookStarted'],
  finish: ['CookFinished'],
  claim: ['DeliveryClaimed'],
  pick: ['DeliveryStarted'],
  deliver: ['Delivered'],
};

const say = ({ by, asked, told }: Answer): string => `${by.role} ${by.id} asked to ${asked} and was told ${told}`;

const toldMeansRecorded = (dossier: Dossier): readonly string[] =>
  unless(
    dossier.answers.filter(({ told, asked }) => told === 'ok' && proofOf[asked]),
    ({ asked }) => first(dossier, ...(proofOf[asked] ?? [])) !== undefined,
    (answer) => `${say(answer)}, and no ${proofOf[answer.asked]?.join(' or ')} is recorded`,
  );

/** The effect of a command is in what its own answer shows. */
const isShown = ({ asked, view }: Answer): boolean => {
  if (!view) return true;
  switch (asked) {
    case 'cancel':
      return view.ordering === 'canceled' || view.ordering === 'rejected';
    case 'accept':
      return !['none', 'awaiting'].includes(view.ticket);
    case 'reject':
      return view.ticket === 'rejected';
    case 'cook':
      return !['none', 'awaiting', 'accepted'].includes(view.ticket);
    case 'finish':
      return view.cookedAt !== undefined;
    case 'pick':
      return view.pickedAt !== undefined;
    case 'deliver':
      return view.deliveredAt !== undefined;
    default:
      return true;
  }
};

const ownEffectIsSeen = (dossier: Dossier): readonly string[] =>
  unless(
    dossier.answers.filter(({ told }) => told === 'ok'),
    isShown,
    (answer) =>
      `${say(answer)}, but the order that they were shown is ${answer.view?.ordering}, ${answer.view?.ticket}, ${answer.view?.delivery}`,
  );

const wentBack = (before: OrderView, after: OrderView): boolean =>
  (['order', 'ticket', 'delivery', 'payment'] as const).some((stream) => after.seen[stream] < before.seen[stream]);

const isAfter = (answer: Answer, before: Answer): boolean =>
  answer.began !== undefined && before.heard !== undefined && before.heard < answer.began;
const isSameReader = (a: Answer, b: Answer): boolean => a.by.role === b.by.role && a.by.id === b.by.id;

const neverGoesBack = (dossier: Dossier): readonly string[] => {
  const shown = dossier.answers.filter(({ view }) => view !== undefined);
  return unless(
    shown,
    (answer) =>
      !shown.some(
        (before) =>
          isSameReader(before, answer) &&
          isAfter(answer, before) &&
          before.view !== undefined &&
          answer.view !== undefined &&
          wentBack(before.view, answer.view),
      ),
    (answer) => `${say(answer)}: they were shown an older state of the order than before`,
  );
};

/** "You were not charged" is for ever. */
const notChargedIsTrue = (dossier: Dossier): readonly string[] => {
  const told = dossier.answers.filter(({ told, payment }) => told === 'PAYMENT_DECLINED' && payment !== undefined);
  const ended = every(dossier, 'PaymentDeclined', 'PaymentVoided').map(({ data }) => data.payment);
  return [...new Set([...told.map(({ payment }) => payment), ...ended])].flatMap((payment) =>
    unless(
      dossier.charges.filter(({ key, state }) => key.startsWith(`${payment}-`) && ['approved', 'coming', 'pending'].includes(state)),
      () => false,
      ({ key, state, amount }) => `the customer was told that ${payment} took nothing, and at the bank ${key} is ${state} (${amount})`,
    ),
  );
};

const loserIsToldWhy = (dossier: Dossier): readonly string[] =>
  unless(
    dossier.answers.filter(({ told }) => told === 'TOO_LATE_COOK_STARTED'),
    ({ at }) => every(dossier, 'CookStarted').some((cook) => cook.at === at),
    (answer) => `${say(answer)}, and nothing was cooked at that time`,
  );

const strangersSeeNothing = (dossier: Dossier): readonly string[] => {
  const customers = every(dossier, 'QuoteIssued').map(({ data }) => data.customer);
  return unless(
    dossier.answers.filter(({ by, told }) => by.role === 'customer' && told === 'ok'),
    ({ by }) => customers.some((customer) => customer === by.id),
    (answer) => `${say(answer)}, and it is not their order`,
  );
};

const nothingThrows = ({ answers }: Whole): readonly string[] => unless(answers, ({ told }) => !told.startsWith('threw'), say);

const order = { of: 'order' } as const;
const whole = { of: 'whole' } as const;

export const answerInvariants: readonly Invariant[] = [
  {
    ...order,
    ids: ['I9'],
    needs: ['answers'],
    name: 'told-means-recorded',
    sentence: 'What somebody was told is recorded for good.',
    check: toldMeansRecorded,
  },
  {
    ...order,
    ids: ['I9'],
    needs: ['answers'],
    name: 'own-effect-is-seen',
    sentence: 'Who did something sees it done.',
    check: ownEffectIsSeen,
  },
  {
    ...order,
    ids: ['D10'],
    needs: ['answers'],
    name: 'never-goes-back',
    sentence: 'Nobody is shown an older state than before.',
    check: neverGoesBack,
  },
  {
    ...order,
    ids: ['I1', 'D3'],
    needs: ['bank', 'rest'],
    name: 'not-charged-is-true',
    sentence: '"You were not charged" is said only when the bank can no longer charge.',
    check: notChargedIsTrue,
  },
  {
    ...order,
    ids: ['D6'],
    needs: ['answers'],
    name: 'loser-is-told-why',
    sentence: 'Too late to cancel is said only of food on the fire.',
    check: loserIsToldWhy,
  },
  {
    ...order,
    ids: ['I15'],
    needs: ['answers'],
    name: 'strangers-see-nothing',
    sentence: 'A person sees only their own orders.',
    check: strangersSeeNothing,
  },
  {
    ...whole,
    ids: ['D11'],
    needs: ['answers'],
    name: 'nothing-throws',
    sentence: 'People get an answer or a refusal, never a fault of the program.',
    check: nothingThrows,
  },
];

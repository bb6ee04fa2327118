import type { Won } from '../money.ts';
import type { ApproveResult, LookUpResult, PaymentGateway, RefundResult, VoidResult } from '../payment/gateway.ts';

type Answers = { approve: ApproveResult; lookUp: LookUpResult; void: VoidResult; refund: RefundResult };
export type Operation = keyof Answers;
/** `too`: the bank does it all the same; the answer is lost on the way. */
export type Said<O extends Operation> = Answers[O] & { readonly too?: true };
type Charge = { readonly amount: Won; readonly state: 'charged' | 'voided' };

export const timeOut = { kind: 'uncertain', cause: 'time-out' } as const;
export const unreachable = { kind: 'unavailable', cause: 'unreachable' } as const;

export type FakeGateway = PaymentGateway & {
  /** What it says next, once each; afterwards it works again. */
  readonly say: <O extends Operation>(operation: O, ...answers: readonly Said<O>[]) => void;
  /** What it says to everybody until it is healed. */
  readonly always: <O extends Operation>(operation: O, answer: Said<O>) => void;
  readonly heal: () => void;
  /** Runs while a call is under way, before its answer is given. */
  readonly meanwhile: (operation: Operation, work: () => Promise<void>) => void;
  readonly charge: (key: string, amount: Won) => void;
  /** Every call, as `operation key`. */
  readonly calls: readonly string[];
  /** What the bank's book says: taken and neither reversed nor given back. */
  readonly kept: () => number;
};

type State = {
  readonly charges: Map<string, Charge>;
  readonly refunds: Map<string, Won>;
  readonly once: Map<Operation, Said<Operation>[]>;
  readonly forever: Map<Operation, Said<Operation>>;
  readonly interludes: Map<Operation, () => Promise<void>>;
  readonly calls: string[];
};

const heard = <O extends Operation>(state: State, operation: O): Said<O> | undefined =>
  (state.once.get(operation)?.shift() ?? state.forever.get(operation)) as Said<O> | undefined;

const call = async <O extends Operation>(state: State, operation: O, key: string, work: () => Answers[O]): Promise<Answers[O]> => {
  state.calls.push(`${operation} ${key}`);
  const interlude = state.interludes.get(operation);
  state.interludes.delete(operation);
  const said = heard(state, operation);
  if (!said || said.too) {
    const done = work();
    await interlude?.();
    if (!said) return done;
  } else await interlude?.();
  const { too: _too, ...answer } = said;
  return answer as Answers[O];
};

const take = ({ charges }: State, key: string, amount: Won): ApproveResult => {
  const before = charges.get(key);
  if (before?.state === 'voided') return { kind: 'declined', reason: 'voided' };
  charges.set(key, { amount, state: 'charged' });
  return { kind: 'approved', amount, reference: `ref-${key}` };
};

const find = ({ charges }: State, key: string): LookUpResult => {
  const found = charges.get(key);
  if (!found) return { kind: 'none' };
  return found.state === 'voided' ? { kind: 'voided' } : { kind: 'approved', amount: found.amount, reference: `ref-${key}` };
};

const reverse = ({ charges }: State, key: string): VoidResult => {
  const found = charges.get(key);
  charges.set(key, { amount: found?.amount ?? (0 as Won), state: 'voided' });
  // Asked again it says the same again.
  return { kind: 'voided', tookMoney: (found?.amount ?? 0) > 0 };
};

const giveBack = ({ refunds }: State, key: string, amount: Won): RefundResult => {
  refunds.set(key, amount);
  return { kind: 'refunded', amount, reference: `back-${key}` };
};

const keptBy = ({ charges, refunds }: State): number => {
  const taken = [...charges.values()].reduce((all, { amount, state }) => (state === 'charged' ? all + amount : all), 0);
  return [...refunds.values()].reduce((all, amount) => all - amount, taken);
};

/** A bank with its own book, that does as it is told. */
export const createFakeGateway = (): FakeGateway => {
  const state: State = { charges: new Map(), refunds: new Map(), once: new Map(), forever: new Map(), interludes: new Map(), calls: [] };
  return {
    name: 'fake',
    approve: ({ key, amount }) => call(state, 'approve', key, () => take(state, key, amount)),
    lookUp: (key) => call(state, 'lookUp', key, () => find(state, key)),
    void: (key) => call(state, 'void', key, () => reverse(state, key)),
    refund: ({ key, amount }) => call(state, 'refund', key, () => giveBack(state, key, amount)),
    say: (operation, ...answers) => {
      state.once.set(operation, [...(state.once.get(operation) ?? []), ...(answers as readonly Said<Operation>[])]);
    },
    always: (operation, answer) => void state.forever.set(operation, answer),
    heal: () => state.forever.clear(),
    meanwhile: (operation, work) => void state.interludes.set(operation, work),
    charge: (key, amount) => void take(state, key, amount),
    calls: state.calls,
    kept: () => keptBy(state),
  };
};

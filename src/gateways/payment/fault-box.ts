import type { BankFile } from './bank-file.ts';
import { type Fault, type FaultName, type Faults, formatFault, parseFault } from './faults.ts';
import type { Statements } from './statements.ts';

/** The faults that are set, for every process that shares the bank's file. */
export type FaultBox = {
  get(): Promise<Faults>;
  /** What is not named stays; throws on a value that `parseFault` refuses, and sets nothing then. */
  set(partial: Partial<Faults>): Promise<void>;
};

const parsed = <N extends FaultName>(name: N, text: string): Fault<N> => {
  const fault = parseFault(name, text);
  if (!fault.ok) throw new RangeError(fault.error);
  return fault.value;
};

const current = (statements: Statements, name: FaultName): string => {
  const row = statements.fault.get(name);
  if (!row) return 'ok';
  return row.callsLeft === null ? row.value : `${row.value}*${row.callsLeft}`;
};

/** What hits this call, and the how many-th call it is since the fault was set. Counted in the caller's transaction. */
export const strike = <N extends FaultName>(statements: Statements, name: N): { readonly fault: Fault<N>; readonly call: number } => {
  const row = statements.fault.get(name);
  if (!row) return { fault: parsed(name, 'ok'), call: 0 };
  const fault = parsed(name, row.value);
  if (row.callsLeft === 1) statements.clearFault.run(name);
  // Only these two need the count: a lasting fault costs no write.
  else if (row.callsLeft !== null || fault.kind === 'flaky') statements.countFault.run(name);
  return { fault, call: row.calls + 1 };
};

const put = (statements: Statements, name: FaultName, { times, ...fault }: Fault) => {
  if (fault.kind === 'ok') statements.clearFault.run(name);
  else statements.setFault.run(name, formatFault(fault), times ?? null);
};

export const openFaultBox = (bank: BankFile): FaultBox => {
  const get = () =>
    bank.turn((statements) => ({
      payment: current(statements, 'payment'),
      lookup: current(statements, 'lookup'),
      void: current(statements, 'void'),
      refund: current(statements, 'refund'),
      messenger: current(statements, 'messenger'),
    }));
  const set = async ({ payment, lookup, refund, messenger, ...others }: Partial<Faults>) => {
    const wanted: [FaultName, Fault][] = [];
    if (payment !== undefined) wanted.push(['payment', parsed('payment', payment)]);
    if (lookup !== undefined) wanted.push(['lookup', parsed('lookup', lookup)]);
    if (others.void !== undefined) wanted.push(['void', parsed('void', others.void)]);
    if (refund !== undefined) wanted.push(['refund', parsed('refund', refund)]);
    if (messenger !== undefined) wanted.push(['messenger', parsed('messenger', messenger)]);
    await bank.turn((statements) => {
      for (const [name, fault] of wanted) put(statements, name, fault);
    });
  };
  return { get, set };
};

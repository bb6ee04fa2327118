import type { BankBooks, Heard, Invariant, Violation, Witness } from './evidence.ts';
import { type Examined, examine } from './examine.ts';

/** A live installation: its store, and what else it can show. Each is read anew for every look. */
export type Installation = Pick<Witness, 'reads' | 'outbox'> & {
  /** The books of the bank, which only the sandbox can show, and what phones got, where nobody took it along who was forgotten. */
  readonly outside?: () => Promise<{ readonly bank: BankBooks; readonly heard?: readonly Heard[] }>;
  readonly chain?: () => Promise<NonNullable<Witness['chain']>>;
};

const look = async ({ reads, outbox, outside, chain }: Installation, list: readonly Invariant[] | undefined): Promise<Examined> => {
  const witness: Witness = { reads, outbox, ...(await outside?.()), ...(chain && { chain: await chain() }) };
  return examine(witness, { atRest: 'by-order', ...(list && { list }) });
};

const isSame = (a: Violation, b: Violation): boolean => a.invariant === b.invariant && a.order === b.order;

/**
 * Holds every promise that an installation can be held to, while others go on using it. An order moves between two reads of it, so what
 * looks wrong is looked at again, and counts only if it is still so.
 */
export const examineInstallation = async (installation: Installation, list?: readonly Invariant[]): Promise<Examined> => {
  const first = await look(installation, list);
  if (first.violations.length === 0) return first;
  const again = await look(installation, list);
  return { ...again, violations: again.violations.filter((one) => first.violations.some((before) => isSame(before, one))) };
};

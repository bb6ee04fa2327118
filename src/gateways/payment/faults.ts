import { no, ok, type Result } from '../../core/result.ts';

/** What can go wrong at the sandbox, by the call that it hits. */
export type FaultKinds = {
  payment: 'ok' | 'slow' | 'down' | 'overloaded' | 'error-before' | 'error-after' | 'timeout-before' | 'timeout-after' | 'late' | 'pending';
  lookup: 'ok' | 'slow' | 'down';
  void: 'ok' | 'down' | 'timeout-before' | 'timeout-after';
  refund: 'ok' | 'down' | 'refuse' | 'timeout-before' | 'timeout-after';
  messenger: 'ok' | 'slow' | 'down' | 'flaky';
};
export type FaultName = keyof FaultKinds;
/** `ms` only for kinds that wait; `times` when it hits only the next calls, afterwards it is ok again. */
export type Fault<N extends FaultName = FaultName> = { readonly kind: FaultKinds[N]; readonly ms: number; readonly times?: number };
/** As people write them: `late:20000`, `timeout-after*1`. */
export type Faults = { readonly [N in FaultName]: string };

export const faultNames = ['payment', 'lookup', 'void', 'refund', 'messenger'] as const satisfies readonly FaultName[];

const kindsOf: { readonly [N in FaultName]: readonly FaultKinds[N][] } = {
  payment: ['ok', 'slow', 'down', 'overloaded', 'error-before', 'error-after', 'timeout-before', 'timeout-after', 'late', 'pending'],
  lookup: ['ok', 'slow', 'down'],
  void: ['ok', 'down', 'timeout-before', 'timeout-after'],
  refund: ['ok', 'down', 'refuse', 'timeout-before', 'timeout-after'],
  messenger: ['ok', 'slow', 'down', 'flaky'],
};
/** Kinds that take a length, and the length when none is given. */
const defaultMs: { readonly [kind: string]: number } = { slow: 3000, late: 20_000, pending: 3000 };
const longestMs = 24 * 3600_000;
const mostTimes = 1_000_000;

const digits = /^\d{1,9}$/;

/** Every value that a fault can have, as people would write it. */
export const allowedFaults = (name: FaultName): string =>
  kindsOf[name].map((kind) => (kind in defaultMs ? `${kind}[:ms]` : kind)).join(', ');

export const parseFaultName = (text: string): Result<FaultName, string> => {
  const name = faultNames.find((known) => known === text);
  return name ? ok(name) : no(`there is no fault '${text}'; choose one of ${faultNames.join(', ')}`);
};

/** `kind`, `kind:ms`, and `*N` behind either for the next N calls only. The error says what is allowed. */
export const parseFault = <N extends FaultName>(name: N, text: string): Result<Fault<N>, string> => {
  const [value = '', times, tooMuch] = text.trim().split('*');
  const [word = '', ms, alsoTooMuch] = value.split(':');
  const kind = kindsOf[name].find((known) => known === word);
  const complain = (what: string) => no(`${name}=${text}: ${what}`);
  if (kind === undefined || tooMuch !== undefined || alsoTooMuch !== undefined)
    return complain(`choose one of ${allowedFaults(name)}; *N behind it means the next N calls only`);
  if (ms !== undefined && !(word in defaultMs)) return complain(`'${word}' takes no time`);
  if (ms !== undefined && (!digits.test(ms) || Number(ms) > longestMs))
    return complain(`'${ms}' is not a number of milliseconds up to ${longestMs}`);
  if (times !== undefined && word === 'ok') return complain(`'ok' is not counted; write ok alone`);
  if (times !== undefined && (!digits.test(times) || Number(times) < 1 || Number(times) > mostTimes))
    return complain(`'${times}' is not a number of calls from 1 to ${mostTimes}`);
  const length = ms === undefined ? (defaultMs[word] ?? 0) : Number(ms);
  return ok(times === undefined ? { kind, ms: length } : { kind, ms: length, times: Number(times) });
};

/** The shortest text that parses to this fault. */
export const formatFault = (fault: { readonly kind: string; readonly ms: number; readonly times?: number }): string => {
  const length = fault.kind in defaultMs && fault.ms !== defaultMs[fault.kind] ? `:${fault.ms}` : '';
  return `${fault.kind}${length}${fault.times === undefined ? '' : `*${fault.times}`}`;
};

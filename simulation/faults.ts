import type { Chance } from './chance.ts';

/** Every way out of a process. */
export const ports = [
  'store.load',
  'store.document',
  'store.commit',
  'store.claim',
  'store.next-due',
  'reads.order',
  'reads.orders',
  'reads.payment',
  'reads.open-payments',
  'reads.events',
  'outbox.waiting',
  'outbox.redrive',
  'gateway.approve',
  'gateway.look-up',
  'gateway.void',
  'gateway.refund',
  'messenger.send',
] as const;
export type Port = (typeof ports)[number];

/** What can happen to one call of a port. What the bank does has the bank's own names, after its operation. */
const bankFaults = {
  'gateway.approve': [
    'approve=slow',
    'approve=down',
    'approve=overloaded',
    'approve=error-before',
    'approve=error-after',
    'approve=timeout-before',
    'approve=timeout-after',
    'approve=late',
    'approve=pending',
    'approve=sent-twice',
    'approve=answer-late',
  ],
  'gateway.look-up': ['look-up=slow', 'look-up=down', 'look-up=sent-twice', 'look-up=stale'],
  'gateway.void': ['void=down', 'void=timeout-before', 'void=timeout-after'],
  'gateway.refund': ['refund=down', 'refund=refuse', 'refund=timeout-before', 'refund=timeout-after'],
  'messenger.send': ['messenger=slow', 'messenger=down', 'messenger=flaky', 'poison'],
} as const;
const crashes = ['crash-before', 'crash-inside', 'crash-after'] as const;
const writeFaults = ['busy', 'unknown-lost', 'unknown-kept'] as const;

type BankFault = (typeof bankFaults)[keyof typeof bankFaults][number];
export type CallFault = (typeof crashes)[number] | (typeof writeFaults)[number] | 'pause' | 'poison' | BankFault;
/** What happens to the world, whoever is calling whom. */
export const weathers = [
  'approvals-down',
  'gateway-down',
  'refunds-down',
  'messenger-down',
  'clock-forward',
  'clock-back',
  'daemon-clock-jump',
  'suspended',
  'reboot-loop',
  'daemon-killed',
  'shop-away',
  'menu-changed',
  'sold-out',
  'shop-paused',
  'shop-closed',
  'poisoned-order',
  'decline-on-retry',
  'skewed-clock',
] as const;
export type Weather = (typeof weathers)[number];
export type FaultName = CallFault | Weather;

export const callFaults: readonly CallFault[] = [...crashes, ...writeFaults, 'pause', ...Object.values(bankFaults).flat()];
export const faultNames: readonly FaultName[] = [...new Set<FaultName>([...callFaults, ...weathers])];

export type Fate = { readonly fault: CallFault; readonly ms: number };
export type ProcessKind = 'command' | 'daemon';

const second = 1000;
const minute = 60 * second;

const isOutside = (port: Port): boolean => port.startsWith('gateway') || port === 'messenger.send';

/** A daemon asks its store thousands of times, the bank seldom; a command lives for ten calls. */
const crashRate = (port: Port, kind: ProcessKind): number => {
  if (kind === 'command') return isOutside(port) ? 0.008 : 0.0012;
  if (port === 'messenger.send') return 0.0003;
  if (port.startsWith('gateway')) return port === 'gateway.void' ? 0.012 : 0.004;
  if (port === 'reads.payment') return 0.002;
  return port === 'store.claim' || port === 'store.next-due' ? 0.0003 : 0.000_04;
};

/** How often one call is hit, in a world of usual roughness. */
const rate = (fault: CallFault, port: Port, kind: ProcessKind): number => {
  if (fault.startsWith('crash')) return crashRate(port, kind);
  if (fault === 'busy') return kind === 'daemon' ? 0.0005 : 0.004;
  if (fault.startsWith('unknown')) return kind === 'daemon' ? 0.000_04 : 0.0015;
  if (fault === 'pause') return isOutside(port) ? 0.004 : kind === 'daemon' ? 0.000_04 : 0.0005;
  if (fault === 'poison') return 0.001;
  if (fault.startsWith('messenger')) return 0.01;
  if (fault === 'refund=refuse') return 0.02;
  return port === 'gateway.approve' ? 0.01 : 0.05;
};

const faultsAt = (port: Port): readonly CallFault[] => [
  ...crashes,
  ...(port === 'store.commit' || port === 'store.claim' || port === 'outbox.redrive' ? writeFaults : []),
  'pause',
  ...(port in bankFaults ? bankFaults[port as keyof typeof bankFaults] : []),
];

const lengths: { readonly [fault: string]: readonly [from: number, to: number] } = {
  'approve=slow': [500, 20 * second],
  'approve=late': [0, 150 * second],
  'approve=pending': [1 * second, 60 * second],
  'approve=sent-twice': [0, 1],
  'approve=answer-late': [1 * second, 4900],
  'look-up=slow': [500, 9 * second],
  'look-up=stale': [1 * second, 4900],
  'messenger=slow': [500, 9 * second],
};

const lengthOf = (fault: CallFault, kind: ProcessKind, chance: Chance): number => {
  if (fault === 'pause') return kind === 'daemon' ? chance.between(31 * second, 4 * minute) : chance.between(1 * second, 2 * minute);
  const [from, to] = lengths[fault] ?? [0, 0];
  return chance.between(from, to);
};

type Odds = { readonly until: Float64Array; readonly faults: readonly CallFault[] };
const odds = (port: Port, kind: ProcessKind, roughness: number): Odds => {
  const faults = faultsAt(port);
  const until = new Float64Array(faults.length);
  let sum = 0;
  for (const [at, fault] of faults.entries()) {
    sum += rate(fault, port, kind) * roughness;
    until[at] = sum;
  }
  return { until, faults };
};

/** What happens to a call for this draw of chance, if anything does; `length` is asked only then. */
export type Fates = (port: number, kind: ProcessKind, drawn: number, length: () => Chance) => Fate | undefined;

export const createFates = (roughness: number): Fates => {
  const of = (kind: ProcessKind) => ports.map((port) => odds(port, kind, roughness));
  const table = { command: of('command'), daemon: of('daemon') };
  return (port, kind, drawn, length) => {
    const at = table[kind][port];
    if (!at || drawn >= (at.until[at.until.length - 1] ?? 0)) return undefined;
    const fault = at.faults[at.until.findIndex((limit) => drawn < limit)];
    return fault === undefined ? undefined : { fault, ms: lengthOf(fault, kind, length()) };
  };
};

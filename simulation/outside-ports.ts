import type { Messenger } from '../src/core/notification/messenger.ts';
import type { Approval, ApproveResult, LookUpResult, PaymentGateway } from '../src/core/payment/gateway.ts';
import { openKakaoServer } from '../src/gateways/payment/kakao-server.ts';
import { openSandboxGateway } from '../src/gateways/payment/sandbox-gateway.ts';
import type { Fate } from './faults.ts';
import type { MemoryBank } from './memory-bank.ts';
import { callPort } from './port-call.ts';
import { type Engine, type Process, portNumbers, sleepOf } from './process.ts';

/** The weather outside, and what a bank does of its own. */
export type OutsideWatch = {
  /** What hits this operation now whoever calls; the sandbox's words. */
  readonly outage: (operation: 'approve' | 'look-up' | 'void' | 'refund' | 'messenger', about: string) => string | undefined;
  /** A second request for the same money may be declined while the first one is still on its way. */
  readonly declinesRetry: (process: Process, ask: Approval) => boolean;
  readonly poison: (process: Process, what: string) => Error | undefined;
};

const timeoutMs = 5000;
const gatewayName = 'sandbox';

const withMs = (word: string, { ms }: Fate): string => (['slow', 'late', 'pending'].includes(word) ? `${word}:${ms}` : word);
/** `approve=late` → `late:20000`, as the sandbox reads it. */
const wordsOf = (fate: Fate | undefined, operation: string): string | undefined =>
  fate?.fault.startsWith(`${operation}=`) ? withMs(fate.fault.slice(operation.length + 1), fate) : undefined;

export const openGatewayPort = (engine: Engine, process: Process, bank: MemoryBank, watch: OutsideWatch): PaymentGateway => {
  const { scheduler } = engine;
  const sleep = (ms: number) => sleepOf(engine, process, ms);
  let references = 0;
  const newReference = () => `${process.name}-${++references}`;
  let opened: PaymentGateway | undefined;
  // Most programs end without having asked the bank.
  const real = (): PaymentGateway => {
    opened ??= openSandboxGateway({ bank: bank.file, now: scheduler.now, sleep, newReference, timeoutMs });
    return opened;
  };

  const approve = async (ask: Approval, fate: Fate | undefined): Promise<ApproveResult> => {
    if (watch.declinesRetry(process, ask)) return { kind: 'declined', reason: 'insufficient-funds' };
    if (fate?.fault === 'approve=sent-twice') {
      // A proxy repeated the request; the first one may still be on its way.
      bank.arm(fate.ms % 2 === 0 ? 'late:1000' : undefined);
      void real().approve(ask);
      return real().approve(ask);
    }
    const late = fate?.fault === 'approve=answer-late';
    bank.arm(watch.outage('approve', ask.key) ?? (late ? undefined : wordsOf(fate, 'approve')));
    const result = await real().approve(ask);
    if (late) await sleep(fate.ms);
    return result;
  };
  const lookUp = async (key: string, fate: Fate | undefined): Promise<LookUpResult> => {
    const own = fate?.fault === 'look-up=stale' || fate?.fault === 'look-up=sent-twice';
    bank.arm(watch.outage('look-up', key) ?? (own ? undefined : wordsOf(fate, 'look-up')));
    const result = await real().lookUp(key);
    if (fate?.fault === 'look-up=sent-twice') await real().lookUp(key);
    if (fate?.fault === 'look-up=stale') await sleep(fate.ms);
    return result;
  };
  const call = <T>(port: keyof typeof portNumbers, about: string, effect: (fate: Fate | undefined) => Promise<T>) =>
    callPort(engine, process, { port: portNumbers[port], about, how: 'slow' }, effect);
  return {
    name: gatewayName,
    approve: (ask) => call('gateway.approve', ask.key, (fate) => approve(ask, fate)),
    lookUp: (key) => call('gateway.look-up', key, (fate) => lookUp(key, fate)),
    void: (key) =>
      call('gateway.void', key, (fate) => {
        bank.arm(watch.outage('void', key) ?? wordsOf(fate, 'void'));
        return real().void(key);
      }),
    refund: (ask) =>
      call('gateway.refund', ask.key, (fate) => {
        bank.arm(watch.outage('refund', ask.key) ?? wordsOf(fate, 'refund'));
        return real().refund(ask);
      }),
  };
};

export const openMessengerPort = (engine: Engine, process: Process, bank: MemoryBank, watch: OutsideWatch): Messenger => {
  const sleep = (ms: number) => sleepOf(engine, process, ms);
  const server = openKakaoServer({ bank: bank.file, now: engine.scheduler.now, sleep, timeoutMs });
  const port = portNumbers['messenger.send'];
  return {
    channel: 'kakao',
    send: (message) =>
      callPort(engine, process, { port, about: message.id, how: 'slow' }, async (fate) => {
        const error = watch.poison(process, message.id);
        if (error) throw error;
        bank.arm(watch.outage('messenger', message.id) ?? wordsOf(fate, 'messenger'));
        return (await server.accept(message)).result;
      }),
  };
};

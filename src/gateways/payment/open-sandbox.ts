import { setTimeout as pause } from 'node:timers/promises';
import { type Won, won } from '../../core/money.ts';
import type { PaymentGateway } from '../../core/payment/gateway.ts';
import { openBankFile } from './bank-file.ts';
import { type ChargeRecord, toRecord } from './charges.ts';
import { type FaultBox, openFaultBox } from './fault-box.ts';
import { type KakaoServer, openKakaoServer } from './kakao-server.ts';
import { type RefundRecord, toRefundRecord } from './refunds.ts';
import { openSandboxGateway } from './sandbox-gateway.ts';
import type { Statements } from './statements.ts';

/** The bank's books: the truth about money that tests compare with. */
export type Ledger = {
  charges(): Promise<readonly ChargeRecord[]>;
  refunds(): Promise<readonly RefundRecord[]>;
  /** `taken`: approved and not voided. `balance`: taken less refunded. */
  balance(): Promise<{ readonly taken: Won; readonly refunded: Won; readonly balance: Won }>;
};

export type Sandbox = {
  readonly gateway: PaymentGateway;
  readonly faults: FaultBox;
  readonly ledger: Ledger;
  readonly kakao: KakaoServer;
  close(): Promise<void>;
};

export type SandboxDeps = {
  readonly file: string;
  now(): number;
  sleep?(ms: number): Promise<unknown>;
  random?(): number;
  /** How long calls without a time-out of their own, and locks, are waited for. */
  readonly timeoutMs?: number;
};

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Everything that is outside in a sandbox, in one file: the bank, the messenger's server, and their faults. */
export const openSandbox = (deps: SandboxDeps): Sandbox => {
  const { file, now, sleep = (ms) => pause(ms), random = Math.random, timeoutMs = 5000 } = deps;
  const bank = openBankFile(file, timeoutMs);
  const newReference = () => Array.from({ length: 12 }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '2').join('');
  const landed = <T>(read: (statements: Statements) => T) =>
    bank.turn((statements) => {
      statements.land.run(now());
      return read(statements);
    });
  const ledger: Ledger = {
    charges: () => landed((statements) => statements.charges.all().map(toRecord)),
    refunds: () => landed((statements) => statements.refunds.all().map(toRefundRecord)),
    balance: () =>
      landed((statements) => {
        const { taken, refunded } = statements.balance.get() ?? { taken: 0, refunded: 0 };
        return { taken: won(taken), refunded: won(refunded), balance: won(taken - refunded) };
      }),
  };
  return {
    gateway: openSandboxGateway({ bank, now, sleep, newReference, timeoutMs }),
    faults: openFaultBox(bank),
    ledger,
    kakao: openKakaoServer({ bank, now, sleep, timeoutMs }),
    close: bank.close,
  };
};

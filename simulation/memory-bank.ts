import type { BankFile } from '../src/gateways/payment/bank-file.ts';
import type { ChargeRow, KakaoRow, RefundRow, Statements } from '../src/gateways/payment/statements.ts';

/** The books of the sandbox bank and of the messenger's server, in memory. */
export type Books = {
  readonly charges: readonly ChargeRow[];
  readonly refunds: readonly RefundRow[];
  readonly kakao: readonly KakaoRow[];
  chargesOf(order: string): readonly ChargeRow[];
  charge(key: string): ChargeRow | undefined;
};
export type MemoryBank = {
  readonly file: BankFile;
  readonly books: Books;
  /** The next call meets this fault of the sandbox, as people would write it. */
  arm(fault: string | undefined): void;
};

type Tables = {
  readonly charges: Map<string, ChargeRow>;
  readonly unlanded: Set<ChargeRow>;
  readonly byOrder: Map<string, ChargeRow[]>;
  readonly refunds: Map<string, RefundRow>;
  readonly refunded: Map<string, number>;
  readonly tombstones: Map<string, number>;
  readonly kakao: Map<string, KakaoRow>;
};

const land = (row: ChargeRow, at: number | null): void => {
  row.state = row.reason === null ? 'approved' : 'declined';
  row.approvedAt = row.reason === null ? at : null;
};

const addCharge = (tables: Tables, row: ChargeRow): void => {
  const kept = { ...row };
  tables.charges.set(kept.key, kept);
  const others = tables.byOrder.get(kept.order);
  if (others) others.push(kept);
  else tables.byOrder.set(kept.order, [kept]);
  if (kept.state === 'coming' || kept.state === 'pending') tables.unlanded.add(kept);
};

const chargeStatements = (tables: Tables) => ({
  land: {
    run: (at: number) => {
      for (const row of tables.unlanded) {
        if ((row.state === 'coming' || row.state === 'pending') && row.landsAt !== null && row.landsAt <= at) land(row, row.landsAt);
        if (row.state !== 'coming' && row.state !== 'pending') tables.unlanded.delete(row);
      }
    },
  },
  landOne: {
    run: (at: number, key: string) => {
      const row = tables.charges.get(key);
      if (row?.state === 'coming') land(row, at);
    },
  },
  charge: { get: (key: string) => tables.charges.get(key) },
  charges: { all: () => [...tables.charges.values()] },
  addCharge: { run: (row: ChargeRow) => addCharge(tables, row) },
  voidCharge: {
    run: (at: number, key: string) => {
      const row = tables.charges.get(key);
      if (row && row.state !== 'declined') Object.assign(row, { state: 'voided', voidedAt: at });
    },
  },
  tombstone: {
    get: (key: string) => {
      const tookMoney = tables.tombstones.get(key);
      return tookMoney === undefined ? undefined : { tookMoney };
    },
  },
  addTombstone: { run: (key: string, tookMoney: number) => void tables.tombstones.set(key, tookMoney) },
});

const refundStatements = (tables: Tables) => ({
  refund: { get: (key: string) => tables.refunds.get(key) },
  refunds: { all: () => [...tables.refunds.values()] },
  refundedOf: { get: (key: string) => ({ amount: tables.refunded.get(key) ?? 0 }) },
  addRefund: {
    run: (row: RefundRow) => {
      tables.refunds.set(row.key, { ...row });
      tables.refunded.set(row.chargeKey, (tables.refunded.get(row.chargeKey) ?? 0) + row.amount);
    },
  },
});

const kakaoStatements = (tables: Tables) => ({
  addKakao: {
    run: (row: KakaoRow) => {
      if (tables.kakao.has(row.id)) return { changes: 0 };
      tables.kakao.set(row.id, row);
      return { changes: 1 };
    },
  },
  kakao: { all: () => [...tables.kakao.values()] },
});

/** The rules are the sandbox's own; only its tables are maps instead of a file. */
export const createMemoryBank = (): MemoryBank => {
  const tables: Tables = {
    charges: new Map(),
    unlanded: new Set(),
    byOrder: new Map(),
    refunds: new Map(),
    refunded: new Map(),
    tombstones: new Map(),
    kakao: new Map(),
  };
  let armed: string | undefined;
  const faultStatements = {
    // One call left, and the first one counted: so every fault hits exactly the call that it is meant for.
    fault: { get: () => (armed === undefined ? undefined : { value: armed, callsLeft: 1, calls: 1 }) },
    clearFault: { run: () => undefined },
    countFault: { run: () => undefined },
  };
  const statements = {
    ...chargeStatements(tables),
    ...refundStatements(tables),
    ...kakaoStatements(tables),
    ...faultStatements,
  } as unknown as Statements;
  return {
    file: {
      turn: async (work) => {
        const answer = work(statements);
        armed = undefined;
        return answer;
      },
      close: async () => undefined,
    },
    arm: (fault) => {
      armed = fault;
    },
    books: {
      get charges() {
        return [...tables.charges.values()];
      },
      get refunds() {
        return [...tables.refunds.values()];
      },
      get kakao() {
        return [...tables.kakao.values()];
      },
      chargesOf: (order) => tables.byOrder.get(order) ?? [],
      charge: (key) => tables.charges.get(key),
    },
  };
};

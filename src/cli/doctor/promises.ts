import { existsSync } from 'node:fs';
import type { BankBooks, BankCharge, BankRefund } from '../../core/invariants/evidence.ts';
import { examineInstallation, type Installation } from '../../core/invariants/examine-installation.ts';
import { paymentStream } from '../../core/kinds.ts';
import { isGivenBack, paymentOfKey } from '../../core/payment/reconcile.ts';
import { bankFile } from '../paths.ts';
import type { House } from '../wire.ts';
import { bad, type Check, good } from './check.ts';

/** What a restore took out of the books, the bank still has, reversed, refunded or declined: nothing is kept, so nothing was promised. */
const isEvidence = async ({ store }: House, charge: BankCharge, refunds: readonly BankRefund[]): Promise<boolean> => {
  const { key, state } = charge;
  if (state === 'approved' && !isGivenBack(charge, refunds)) return true;
  const payment = paymentOfKey(key);
  return payment !== undefined && (await store.load(paymentStream(payment))).length > 0;
};

/** What the bank can be held to. */
export const booksOf = async (house: House): Promise<BankBooks> => {
  const { ledger } = house.sandbox();
  const refunds = await ledger.refunds();
  const givenFor = Map.groupBy(refunds, ({ chargeKey }) => chargeKey);
  const charges: BankCharge[] = [];
  const forgotten = new Set<string>();
  for (const charge of await ledger.charges()) {
    if (await isEvidence(house, charge, givenFor.get(charge.key) ?? [])) charges.push(charge);
    else forgotten.add(charge.key);
  }
  return { refunds: refunds.filter(({ chargeKey }) => !forgotten.has(chargeKey)), charges };
};

/** What phones got is left out: a person who was forgotten took it along. */
const installationOf = (house: House): Installation => {
  const { store, file } = house;
  const installation = { reads: store, outbox: store, chain: () => store.verifyChain() };
  return existsSync(bankFile(file)) ? { ...installation, outside: async () => ({ bank: await booksOf(house) }) } : installation;
};

export const checkPromises = async (house: House): Promise<Check> => {
  const { violations: broken, orders } = await examineInstallation(installationOf(house));
  const [worst] = broken;
  if (!worst) return good('promises', { ko: `주문 ${orders}건 모두 약속대로`, en: `all ${orders} orders are as promised` });
  const what = `${worst.invariant}${worst.order === undefined ? '' : ` (${worst.order})`}: ${worst.what}`;
  return bad(
    'promises',
    { ko: `어긋난 것 ${broken.length}: ${what}`, en: `${broken.length} broken: ${what}` },
    {
      ko: '까닭 보기: baedal why <order>. 파일을 남겨 두고 알려 주세요 (baedal export)',
      en: 'See how it came: baedal why <order>. Keep the file, and report it (baedal export)',
    },
  );
};

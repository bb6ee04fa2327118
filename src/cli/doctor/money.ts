import { existsSync } from 'node:fs';
import type { App } from '../../core/app.ts';
import { bankFile } from '../paths.ts';
import type { House } from '../wire.ts';
import { bad, type Check, good, same, skipped, warn } from './check.ts';

const most = 10_000;
/** What is later than it was promised by so much is not only slow. */
const lateMs = 5 * 60_000;

const allowed = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!result.ok) throw new Error(`the operator was refused: ${result.error.code}`);
  return result.value;
};

export const checkPayments = async (app: Pick<App, 'openPayments'>, now: number): Promise<Check> => {
  const open = allowed(await app.openPayments(most)).filter(({ now: { state } }) => state === 'unknown' || state === 'deferred');
  const late = open.filter(({ now: state }) => {
    if (state.state === 'unknown') return now > state.knowBy + lateMs;
    return state.state === 'deferred' && now > state.heldUntil + lateMs;
  });
  const found = {
    ko: `확인 중이거나 보류한 결제 ${open.length}, 그중 늦은 것 ${late.length}`,
    en: `${open.length} unknown or held, ${late.length} of them late`,
  };
  return late.length === 0
    ? good('payments', found)
    : bad('payments', found, {
        ko: '데몬과 결제사를 확인하세요: baedal payments --as operator',
        en: 'Look at the daemon and at the gateway: baedal payments --as operator',
      });
};

export const checkRefunds = async (app: Pick<App, 'openRefunds'>): Promise<Check> => {
  const open = allowed(await app.openRefunds(most));
  const failed = open.filter(({ now }) => now.state === 'refund-failed');
  const stuck = failed.filter(({ now }) => now.state === 'refund-failed' && now.retryAt === undefined);
  const found = {
    ko: `남은 환불 ${open.length}, 늦어지는 것 ${failed.length}, 사람이 볼 것 ${stuck.length}`,
    en: `${open.length} open, ${failed.length} delayed, ${stuck.length} for a person`,
  };
  if (stuck.length > 0) return bad('refunds', found, same('baedal refund list'));
  return failed.length > 0
    ? warn('refunds', found, { ko: '데몬이 다시 해요. 보기: baedal refund list', en: 'The daemon tries again. See: baedal refund list' })
    : good('refunds', found);
};

/** Our books against the bank's, where there is a bank to ask. */
export const checkBooks = async (app: Pick<App, 'reconcileBooks'>, house: House): Promise<Check> => {
  if (!existsSync(bankFile(house.file))) return skipped('books', { ko: '아직 은행과 거래가 없음', en: 'the bank was never asked yet' });
  const found = allowed(await app.reconcileBooks(house.sandbox().ledger));
  const wrong = found.filter(({ remedy }) => remedy !== 'daemon');
  return wrong.length === 0
    ? good('books', { ko: '은행 장부와 같음', en: "the bank's books agree" })
    : bad(
        'books',
        { ko: `은행 장부와 다른 것 ${wrong.length}`, en: `the bank's books differ in ${wrong.length} places` },
        same('baedal reconcile'),
      );
};

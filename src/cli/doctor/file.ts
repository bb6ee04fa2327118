import type { App } from '../../core/app.ts';
import type { SqliteStore } from '../../store/sqlite/open-store.ts';
import { bad, type Check, good, same } from './check.ts';

const restore = {
  ko: '데몬을 끄고 백업으로 되돌리세요: baedal restore <file>. 지금 파일은 지우지 마세요',
  en: 'Stop the daemon and go back to a backup: baedal restore <file>. Keep the file that is there',
};

const some = (all: readonly string[]): string => `${all[0] ?? ''}${all.length > 1 ? ` (+${all.length - 1})` : ''}`;

export const checkIntegrity = async (store: Pick<SqliteStore, 'faults'>): Promise<Check> => {
  const faults = await store.faults();
  return faults.length === 0
    ? good('integrity', { ko: '파일 이상 없음', en: 'the file is sound' })
    : bad('integrity', same(some(faults)), restore);
};

export const checkChain = async (store: Pick<SqliteStore, 'verifyChain'>): Promise<Check> => {
  const { events, streams, broken } = await store.verifyChain();
  return broken.length === 0
    ? good('chain', {
        ko: `이벤트 ${events}개, 흐름 ${streams}개 모두 그대로`,
        en: `${events} events of ${streams} streams are what was written`,
      })
    : bad('chain', same(some(broken.map(({ event, what }) => `${event}: ${what}`))), restore);
};

export const checkViews = async (app: Pick<App, 'rebuildViews'>): Promise<Check> => {
  const verified = await app.rebuildViews('verify');
  if (!verified.ok) throw new Error(`the operator may not verify views: ${verified.error.code}`);
  const { views, differences } = verified.value;
  return differences.length === 0
    ? good('views', { ko: `뷰 ${views}개가 이벤트와 같음`, en: `${views} views are what the events say` })
    : bad(
        'views',
        {
          ko: `이벤트와 다른 점 ${differences.length}: ${differences[0] ?? ''}`,
          en: `${differences.length} differences: ${differences[0] ?? ''}`,
        },
        same('baedal views rebuild'),
      );
};

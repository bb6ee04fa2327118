import type { Instant, ShopId } from '../../core/kinds.ts';
import { never } from '../../core/result.ts';
import type { Presence } from '../../core/views/presence.ts';
import { type Page, when } from '../../words/page.ts';
import { isoOrNull } from '../iso.ts';

export const presenceJson = (shop: ShopId, presence: Presence) => ({
  shop,
  state: presence.state,
  since: isoOrNull(presence.state === 'offline' ? presence.since : undefined),
  screens: presence.state === 'online' ? presence.screens : 0,
});

export const presenceText = (presence: Presence, page: Page): string => {
  const { label } = page.words;
  switch (presence.state) {
    case 'online':
      return `${label.online} (${presence.screens})`;
    case 'offline':
      return `${label.offlineSince} (${when(page, presence.since)})`;
    case 'never':
      return label.never;
    default:
      return never(presence);
  }
};

/** Told to whoever waits for a shop that nobody may be looking at: the order is taken all the same, and what happens then. */
export const unattended = (presence: Presence, page: Page, acceptBy?: Instant): readonly string[] => {
  if (presence.state !== 'offline') return [];
  const since = when(page, presence.since);
  const by = acceptBy === undefined ? undefined : when(page, acceptBy);
  if (page.lang === 'ko') {
    const then = by === undefined ? '주문은 들어가지만 접수가 늦을 수 있어요' : `${by} 안에 접수되지 않으면 자동으로 취소되고 환불돼요`;
    return [`상점 화면이 꺼져 있어요 (마지막 신호: ${since}). ${then}`];
  }
  const then =
    by === undefined ? 'Orders are taken, but may be accepted late' : `If nobody accepts it by ${by}, it is canceled and refunded`;
  return [`The shop’s screen is off (last seen: ${since}). ${then}`];
};

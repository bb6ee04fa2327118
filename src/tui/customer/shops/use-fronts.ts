import { useMemo } from 'react';
import type { Shop } from '../../../core/catalog/shop.ts';
import { instant, type ShopId } from '../../../core/kinds.ts';
import { usualAddress } from '../../../core/profile/profile.ts';
import type { Pace } from '../../../core/use-cases/pace.ts';
import { answerOf, type Live } from '../../kit/live.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMinute } from '../../kit/use-time.ts';
import { useShell } from '../shell.tsx';
import { frontOf, type ShopFront } from './shops-model.ts';

const minuteMs = 60_000;

// How long a shop takes changes slowly, and costs a look at its last orders.
const eachMinute = (onChange: () => void) => {
  const timer = setInterval(onChange, minuteMs);
  timer.unref();
  return () => clearInterval(timer);
};

const pacesOf = async (
  shops: readonly Shop[],
  paceOf: (shop: ShopId) => Promise<Pace | undefined>,
): Promise<readonly (readonly [ShopId, Pace])[]> => {
  const paces = await Promise.all(shops.map(async ({ id }) => [id, await paceOf(id)] as const));
  return paces.flatMap(([id, pace]) => (pace ? [[id, pace] as const] : []));
};

/** All shops, as they are seen from the customer's usual address. */
export const useFronts = (): { readonly live: Live<readonly Shop[]>; readonly fronts: readonly ShopFront[] } => {
  const { seat } = useShell();
  const { app, subscribe } = seat;
  const live = useLive({ key: 'shops', subscribe, query: () => app.listShops() });
  const profile = answerOf(useLive({ key: 'profile', subscribe, query: () => app.profile() }));
  const shops = answerOf(live);
  const names = (shops ?? []).map(({ id }) => id).join(' ');
  const paces = answerOf(useLive({ key: `paces of ${names}`, subscribe: eachMinute, query: () => pacesOf(shops ?? [], app.paceOf) }));
  // To the minute, as all that is said of a shop: else every key would reckon every shop anew.
  const clock = useMinute();
  const now = instant(clock - (clock % minuteMs));
  const to = profile?.ok ? usualAddress(profile.value)?.location : undefined;
  const fronts = useMemo(() => {
    const known = { now, to, paces: new Map(paces ?? []) };
    return (shops ?? []).map((shop) => frontOf(shop, known));
  }, [shops, paces, to, now]);
  return { live, fronts };
};

import { authorize } from '../authorize.ts';
import { changeDocument } from '../change-document.ts';
import { presenceDocument, type ShopId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { type Beats, noBeats, type Presence, presenceOf, withBeat, withoutScreen } from '../views/presence.ts';
import type { Session } from './deps.ts';
import { findShop } from './shops.ts';

const beatsIn = (body: unknown): Beats => (body as Beats | undefined) ?? noBeats;
const screenName = /^[a-z0-9][a-z0-9_.-]{0,39}$/;

const sign = async (session: Session, id: ShopId, screen: string, change: (beats: Beats) => Beats): Promise<Result<Presence, Refusal>> => {
  const allowed = authorize(session.actor, 'work-kitchen', { shop: id });
  if (!allowed.ok) return allowed;
  if (!screenName.test(screen))
    return no({ code: 'INVALID_INPUT', field: 'screen', problem: 'small letters, digits, _ . - only, 40 at most' });
  const shop = await findShop(session, id);
  if (!shop.ok) return shop;
  if ((await changeDocument(session.store, presenceDocument(id), (body) => change(beatsIn(body)))) === 'busy') return no({ code: 'BUSY' });
  return ok(await shopPresence(session, id));
};

/** "I am here": told by a screen every third of `screenStaleMs` or so. One small document a shop, written over. */
export const beatScreen = (session: Session, shop: ShopId, screen: string): Promise<Result<Presence, Refusal>> => {
  const { env, settings } = session;
  return sign(session, shop, screen, (beats) => withBeat(beats, screen, env.now(), settings.screenStaleMs));
};

/** The screen is closed in good order, so nobody has to wait until it is stale. */
export const leaveScreen = (session: Session, shop: ShopId, screen: string): Promise<Result<Presence, Refusal>> =>
  sign(session, shop, screen, (beats) => withoutScreen(beats, screen, session.env.now()));

/** Whether a screen of the shop would ring; for whoever looks at the shop, or waits for it. It never keeps an order from being taken. */
export const shopPresence = async ({ store, env, settings }: Session, shop: ShopId): Promise<Presence> =>
  presenceOf(beatsIn((await store.document(presenceDocument(shop)))?.body), env.now(), settings.screenStaleMs);

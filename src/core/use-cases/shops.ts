import { authorize } from '../authorize.ts';
import { withIntake, withItemSoldOut, withRestored } from '../catalog/menu.ts';
import type { Intake, Shop } from '../catalog/shop.ts';
import type { ShopEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import { type ChoiceId, type Instant, type ItemId, type ShopId, shopDocument, shopStream } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { run, type Session } from './deps.ts';
import { shopOf } from './quotes.ts';

const most = 500;

export const listShops = async ({ reads }: Session): Promise<readonly Shop[]> =>
  (await reads.documents('shop/', most)).map(({ body }) => body as Shop).sort((a, b) => (a.name < b.name ? -1 : 1));

export const findShop = async ({ store }: Session, id: ShopId): Promise<Result<Shop, Refusal>> => {
  const document = await store.document(shopDocument(id));
  return document ? ok(document.body as Shop) : no({ code: 'NOT_FOUND', what: 'shop', id });
};

type Changed = { readonly shop: Shop; readonly event: ShopEvent };

const change = async (
  session: Session,
  id: ShopId,
  decide: (shop: Shop, now: Instant) => Result<Changed, Refusal>,
): Promise<Result<Shop, Refusal>> => {
  const allowed = authorize(session.actor, 'change-shop', { shop: id });
  if (!allowed.ok) return allowed;
  return run(session, async (facts: Facts, now) => {
    const shop = await shopOf(facts, id);
    if (!shop.ok) return shop;
    const changed = decide(shop.value, now);
    if (!changed.ok) return changed;
    const { shop: body, event } = changed.value;
    return ok({ append: [{ stream: shopStream(id), events: [event] }], documents: [{ key: shopDocument(id), body }], value: body });
  });
};

const intakeEvent = (shop: ShopId, intake: Intake): ShopEvent => {
  if (intake.state === 'open') return { type: 'ShopOpened', data: { shop } };
  if (intake.state === 'closed') return { type: 'ShopClosed', data: { shop } };
  return { type: 'ShopPaused', data: { shop, until: intake.until } };
};

/** Opens, closes, or pauses until a time. */
export const setIntake = (session: Session, id: ShopId, intake: Intake) =>
  change(session, id, (shop) => ok({ shop: withIntake(shop, intake), event: intakeEvent(id, intake) }));

/** An item or a choice, until a time. */
export const markSoldOut = (session: Session, id: ShopId, what: ItemId | ChoiceId, until: Instant) =>
  change(session, id, (shop) => {
    const marked = withItemSoldOut(shop, what, until);
    return marked.ok ? ok({ shop: marked.value, event: { type: 'ItemSoldOut', data: { shop: id, item: what, until } } }) : marked;
  });

export const restoreItem = (session: Session, id: ShopId, what: ItemId | ChoiceId) =>
  change(session, id, (shop) => {
    const restored = withRestored(shop, what);
    return restored.ok ? ok({ shop: restored.value, event: { type: 'ItemRestored', data: { shop: id, item: what } } }) : restored;
  });

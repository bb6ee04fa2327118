import { authorize } from '../authorize.ts';
import { changesSince } from '../catalog/changes-since.ts';
import type { Shop } from '../catalog/shop.ts';
import type { ShopChange } from '../catalog/shop-change.ts';
import { shopChanges } from '../catalog/shop-changes.ts';
import type { ShopEvent } from '../events.ts';
import type { Plan } from '../handle.ts';
import { type ShopId, shopDocument, shopStream } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { run, type Session } from './deps.ts';
import { shopOf } from './quotes.ts';
import { findShop } from './shops.ts';

/** A shop and the number of its last event: whoever changes it later says this number, and is told what others did since. */
export type ShopState = { readonly shop: Shop; readonly version: number };
export type ShopChanged = ShopState & { readonly changes: readonly ShopChange[] };

const mostTold = 200;

/** As its owner sees it. */
export const readShop = async (session: Session, id: ShopId): Promise<Result<ShopState, Refusal>> => {
  const allowed = authorize(session.actor, 'change-shop', { shop: id });
  if (!allowed.ok) return allowed;
  // In this order: of a change in between the number is too low, and it will be told.
  const past = await session.store.load(shopStream(id));
  const shop = await findShop(session, id);
  return shop.ok ? ok({ shop: shop.value, version: past.length }) : shop;
};

const menuChanged = (shop: ShopId, changes: readonly ShopChange[]): ShopEvent => {
  const told = changes.slice(0, mostTold);
  const more = changes.length - told.length;
  return { type: 'MenuChanged', data: { shop, ...(told.length > 0 && { changes: told }), ...(more > 0 && { more }) } };
};

const written = (shop: Shop, changes: readonly ShopChange[], version: number): Plan<ShopChanged> => ({
  append: [{ stream: shopStream(shop.id), events: [menuChanged(shop.id, changes)] }],
  documents: [{ key: shopDocument(shop.id), body: shop }],
  value: { shop, version: version + 1, changes },
});

/** A new shop; one that is there is not touched. */
export const createShop = async (session: Session, shop: Shop): Promise<Result<ShopState, Refusal>> => {
  const allowed = authorize(session.actor, 'change-shop', { shop: shop.id });
  if (!allowed.ok) return allowed;
  return run(session, async (facts) => {
    const version = await facts.version(shopStream(shop.id));
    const before = await facts.document(shopDocument(shop.id));
    return before === undefined ? ok(written(shop, [], version)) : no({ code: 'ALREADY_EXISTS', what: 'shop', id: shop.id });
  });
};

/** Writes a whole shop, new or changed. Placed orders keep what they agreed. */
export const writeShop = async (session: Session, shop: Shop): Promise<Result<Shop, Refusal>> => {
  const allowed = authorize(session.actor, 'change-shop', { shop: shop.id });
  if (!allowed.ok) return allowed;
  const done = await run(session, async (facts) => {
    const version = await facts.version(shopStream(shop.id));
    const before = await shopOf(facts, shop.id);
    return ok(written(shop, before.ok ? shopChanges(before.value, shop) : [], version));
  });
  return done.ok ? ok(done.value.shop) : done;
};

/** What an owner makes of the shop as it is; decided again when the shop moved meanwhile. */
export type EditShop = (shop: Shop) => Result<Shop, Refusal>;

/** `ifVersion`: the number that the caller began with. `dryRun`: told as it would be, not written. */
export type ChangeOptions = { readonly ifVersion?: number | undefined; readonly dryRun?: boolean };

/**
 * Changes a shop. Who began with a version is told what others changed since, and nothing is written.
 * Placed orders keep what they agreed; an edit that changes nothing writes nothing, and is never too late.
 */
export const changeShop = async (
  session: Session,
  id: ShopId,
  edit: EditShop,
  { ifVersion, dryRun = false }: ChangeOptions = {},
): Promise<Result<ShopChanged, Refusal>> => {
  const allowed = authorize(session.actor, 'change-shop', { shop: id });
  if (!allowed.ok) return allowed;
  return run(session, async (facts) => {
    const past = await facts.past(shopStream(id));
    const shop = await shopOf(facts, id);
    if (!shop.ok) return shop;
    const next = edit(shop.value);
    if (!next.ok) return next;
    const version = past.length;
    const changes = shopChanges(shop.value, next.value);
    if (changes.length === 0) return ok({ append: [], value: { shop: shop.value, version, changes } });
    const since = ifVersion === undefined ? [] : changesSince(past, ifVersion);
    if (ifVersion !== undefined && (since.length > 0 || ifVersion > version))
      return no({ code: 'CHANGED_MEANWHILE', shop: id, version: ifVersion, current: version, since });
    return ok(dryRun ? { append: [], value: { shop: next.value, version, changes } } : written(next.value, changes, version));
  });
};

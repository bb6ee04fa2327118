import type { Shop } from '../catalog/shop.ts';
import type { Recipient, Recorded } from '../events.ts';
import type { Facts } from '../facts.ts';
import { type CustomerId, contactDocument, type OrderId, type ShopId, shopDocument } from '../kinds.ts';
import { won } from '../money.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Subject } from './announce.ts';

const defaultZone = 'Asia/Seoul';

export type Known = { readonly subject: Subject; readonly customer?: CustomerId | undefined; readonly shop?: ShopId | undefined };

/** What a message about an event of this order may speak of. Read, not relied on. */
export const subjectOf = async (event: Recorded, order: OrderId, role: Recipient['role'], facts: Facts): Promise<Known> => {
  const placed = await facts.order(order);
  const agreed = placed.status === 'none' ? undefined : placed.agreed;
  const shopId = agreed?.shop ?? ('shop' in event.data ? event.data.shop : undefined);
  const shop = shopId && ((await facts.document(shopDocument(shopId))) as Shop | undefined);
  // Only a customer chose a language, and who ordered is agreed: nobody else's message needs a look into personal data.
  const isNeeded = role === 'customer' || !agreed;
  const contact = isNeeded ? ((await facts.document(contactDocument(order))) as Contact | undefined) : undefined;
  const subject: Subject = {
    // A shop and a rider of a Korean street read Korean; a customer said what they read.
    lang: role === 'customer' ? (contact?.lang ?? 'ko') : 'ko',
    zone: shop?.zone ?? defaultZone,
    shopName: agreed?.shopName ?? shop?.name ?? String(shopId ?? ''),
    lines: agreed?.lines ?? [],
    total: agreed?.total ?? won(0),
  };
  return { subject, customer: agreed?.customer ?? contact?.customer, shop: shopId };
};

import { authorize } from '../authorize.ts';
import { type OpenPayment, openPaymentOf, settled } from '../cart/attempt.ts';
import { emptyCart, type OrderNotes, type SavedCart, type Wish } from '../cart/cart.ts';
import { addLine, cleared, noted, removeLine, sentTo, setLine, setQuantity } from '../cart/edit-cart.ts';
import { type CartLook, lookAt } from '../cart/look.ts';
import type { Location, Shop } from '../catalog/shop.ts';
import { type Facts, gatherFacts } from '../facts.ts';
import type { Plan } from '../handle.ts';
import { type CustomerId, cartDocument, cartsOf, type Instant, type ShopId, shopDocument } from '../kinds.ts';
import { noPayment, type Payment } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import { run, type Session } from './deps.ts';
import { shopOf } from './quotes.ts';

/** A cart, what it costs at this moment, and the payment that is under way for it. */
export type CartView = { readonly cart: SavedCart; readonly look: CartLook; readonly open?: OpenPayment };

export const customerOf = ({ actor }: Session): Result<CustomerId, Refusal> => {
  const allowed = authorize(actor, 'order');
  return allowed.ok ? ok(actor.id as CustomerId) : allowed;
};

/** To be shown: any cart, whether it is written or not. */
export const viewOf = async (facts: Facts, cart: SavedCart, now: Instant): Promise<CartView> => {
  const shop = (await facts.document(shopDocument(cart.shop))) as Shop | undefined;
  const payment = cart.attempt ? await facts.payment(cart.attempt.payment) : noPayment;
  const standing = settled(cart, payment, now);
  const open = openPaymentOf(payment, now);
  return { cart: standing, look: lookAt(standing, shop, now), ...(open && { open }) };
};

export type Standing = { readonly cart: SavedCart; readonly payment: Payment };
/** The cart as it was written, with its payment; undefined when there has been none. */
export const standingOf = async (facts: Facts, customer: CustomerId, shop: ShopId): Promise<Standing | undefined> => {
  const cart = (await facts.document(cartDocument(customer, shop))) as SavedCart | undefined;
  return cart && { cart, payment: cart.attempt ? await facts.payment(cart.attempt.payment) : noPayment };
};

/** The cart as its payment left it, whoever was there to see. */
export const savedCart = async (facts: Facts, customer: CustomerId, shop: ShopId, now: Instant): Promise<SavedCart | undefined> => {
  const standing = await standingOf(facts, customer, shop);
  return standing && settled(standing.cart, standing.payment, now);
};

export const cartPlan = <T>(customer: CustomerId, cart: SavedCart, value: T): Plan<T> => ({
  append: [],
  documents: [{ key: cartDocument(customer, cart.shop), body: cart }],
  value,
});

const most = 200;

/** A customer's carts that hold something, or wait for a payment; the last one touched first. */
export const carts = async (session: Session): Promise<Result<readonly CartView[], Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const now = session.env.now();
  const documents = await session.reads.documents(cartsOf(customer.value), most);
  const all = await Promise.all(documents.map(({ body }) => viewOf(gatherFacts(session.store), body as SavedCart, now)));
  return ok(all.filter(({ cart, open }) => cart.lines.length > 0 || open).sort((a, b) => b.cart.updatedAt - a.cart.updatedAt));
};

/** The cart of one shop; an empty one before anything was put in. */
export const cart = async (session: Session, id: ShopId): Promise<Result<CartView, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const facts = gatherFacts(session.store);
  const now = session.env.now();
  const saved = (await facts.document(cartDocument(customer.value, id))) as SavedCart | undefined;
  if (saved) return ok(await viewOf(facts, saved, now));
  const shop = await shopOf(facts, id);
  return shop.ok ? ok(await viewOf(facts, emptyCart(shop.value, now), now)) : shop;
};

type Decide = (cart: SavedCart, now: Instant, facts: Facts) => Promise<Result<SavedCart, Refusal>>;

/** Changes the cart as it is when it is written: of two terminals, the later one changes what the earlier one left. */
const change = async (session: Session, id: ShopId, decide: Decide): Promise<Result<CartView, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  return run(session, async (facts, now) => {
    const saved = await savedCart(facts, customer.value, id, now);
    const shop = saved ? undefined : await shopOf(facts, id);
    if (shop && !shop.ok) return shop;
    const before = saved ?? emptyCart(shop?.value ?? { id, name: id }, now);
    const after = await decide(before, now, facts);
    if (!after.ok) return after;
    return ok(cartPlan(customer.value, after.value, await viewOf(facts, after.value, now)));
  });
};

const atShop = (id: ShopId, decide: (cart: SavedCart, shop: Shop, now: Instant) => Result<SavedCart, Refusal>): Decide => {
  return async (saved, now, facts) => {
    const shop = await shopOf(facts, id);
    return shop.ok ? decide({ ...saved, shopName: shop.value.name }, shop.value, now) : shop;
  };
};

/** One wish or several, all or none. The same dish with the same choices and note adds to what is there. */
export const addToCart = (session: Session, id: ShopId, wished: Wish | readonly Wish[]) =>
  change(
    session,
    id,
    atShop(id, (saved, shop, now) =>
      ('item' in wished ? [wished] : wished).reduce<Result<SavedCart, Refusal>>(
        (sofar, wish) => (sofar.ok ? addLine(sofar.value, shop, wish, now) : sofar),
        ok(saved),
      ),
    ),
  );

/** A line by its id: another quantity (0 takes it away), or something else in its place. */
export const setCartLine = (session: Session, id: ShopId, line: number, to: number | Wish) =>
  typeof to === 'number'
    ? change(session, id, async (saved, now) => setQuantity(saved, line, to, now))
    : change(
        session,
        id,
        atShop(id, (saved, shop, now) => setLine(saved, shop, line, to, now)),
      );

export const removeCartLine = (session: Session, id: ShopId, line: number) =>
  change(session, id, async (saved, now) => removeLine(saved, line, now));

export const clearCart = (session: Session, id: ShopId) => change(session, id, async (saved, now) => ok(cleared(saved, now)));

/** What is to be said to the kitchen and to the rider, before anything is ordered: a screen that dies loses none of it. */
export const keepNotes = (session: Session, id: ShopId, notes: OrderNotes) => change(session, id, async (saved) => ok(noted(saved, notes)));

/** Where it is to be brought, which decides the fee and the area. */
export const sendCartTo = (session: Session, id: ShopId, to: Location | undefined) =>
  change(session, id, async (saved, now) => ok(sentTo(saved, to, now)));

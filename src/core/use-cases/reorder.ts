import { authorize } from '../authorize.ts';
import type { KeptLine, SavedCart, SavedLine } from '../cart/cart.ts';
import { emptyCart, lineName } from '../cart/cart.ts';
import { type Answer, takenAs } from '../cart/changes.ts';
import { type Known, type Proposal, propose } from '../cart/proposal.ts';
import type { Shop } from '../catalog/shop.ts';
import { type Facts, gatherFacts } from '../facts.ts';
import { type CustomerId, contactDocument, type Instant, type OrderId, shopDocument } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import { withoutUsual, withUsual, withUsualNamed } from '../profile/edit-profile.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { type CartView, cartPlan, customerOf, savedCart, viewOf } from './carts.ts';
import { run, type Session } from './deps.ts';
import { changeProfile, profileOf } from './profile.ts';
import { shopOf } from './quotes.ts';

/** What is to be had again: an order of one's own, or a usual by its name. */
export type Again = { readonly order: OrderId } | { readonly usual: string };
export type Taking = Answer & {
  /** In the place of what the cart of that shop holds. */
  readonly replace?: boolean | undefined;
};

const orderedBefore = async (session: Session, facts: Facts, id: OrderId): Promise<Result<Known, Refusal>> => {
  const order = await facts.order(id);
  if (order.status === 'none') return no({ code: 'NOT_FOUND', what: 'order', id });
  const { agreed } = order;
  const allowed = authorize(session.actor, 'own-order', agreed);
  if (!allowed.ok) return allowed;
  const contact = (await facts.document(contactDocument(id))) as Contact | undefined;
  const notes = new Map(contact?.lineNotes?.map(({ line, note }) => [line, note]));
  const lines = agreed.lines.map((line, at): KeptLine => {
    const note = notes.get(at);
    return { ...line, ...(note !== undefined && { note }) };
  });
  const quote = await facts.quote(agreed.quote);
  return ok({ shop: agreed.shop, shopName: agreed.shopName, lines, fee: agreed.fee, to: quote?.to });
};

const knownOf = async (session: Session, facts: Facts, customer: CustomerId, again: Again): Promise<Result<Known, Refusal>> => {
  if ('order' in again) return orderedBefore(session, facts, again.order);
  const usual = (await profileOf(facts, customer)).usuals.find(({ name }) => name === again.usual);
  return usual ? ok(usual) : no({ code: 'NOT_FOUND', what: 'usual', id: again.usual });
};

/** What it would be today, and what is different. Changes nothing. */
export const proposeAgain = async (session: Session, again: Again): Promise<Result<Proposal, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const facts = gatherFacts(session.store);
  const known = await knownOf(session, facts, customer.value, again);
  if (!known.ok) return known;
  const shop = (await facts.document(shopDocument(known.value.shop))) as Shop | undefined;
  return ok(propose(known.value, shop, session.env.now()));
};

const names = (lines: readonly KeptLine[]) =>
  lines
    .map((line) => `${line.quantity} ${lineName(line)}`)
    .sort()
    .join('\n');

const filled = (before: SavedCart, lines: readonly KeptLine[], { to }: Known, now: Instant): SavedCart => {
  const { quoted: _quoted, to: _to, ...rest } = before;
  const numbered = lines.map((line, at): SavedLine => ({ ...line, id: before.lastId + at + 1 }));
  return { ...rest, lines: numbered, lastId: before.lastId + lines.length, updatedAt: now, ...(to && { to }) };
};

/** Makes it the cart of its shop, at today's prices. Another cart there is not overwritten without being told to. */
export const takeAgain = async (
  session: Session,
  again: Again,
  { replace, ...answer }: Taking = {},
): Promise<Result<CartView, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  return run(session, async (facts, now) => {
    const known = await knownOf(session, facts, customer.value, again);
    if (!known.ok) return known;
    const shop = await shopOf(facts, known.value.shop);
    if (!shop.ok) return shop;
    const lines = takenAs(known.value.lines, shop.value, now, answer);
    if (!lines.ok) return lines;
    if (lines.value.length === 0) return no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] });
    const before = (await savedCart(facts, customer.value, shop.value.id, now)) ?? emptyCart(shop.value, now);
    const isSame = names(before.lines) === names(lines.value);
    if (before.lines.length > 0 && !isSame && !replace) {
      return no({ code: 'CART_NOT_EMPTY', shop: shop.value.id, lines: before.lines.length });
    }
    const cart = filled({ ...before, shopName: shop.value.name }, lines.value, known.value, now);
    const view = await viewOf(facts, cart, now);
    const { fee = view.look.fee } = known.value;
    if (fee !== view.look.fee && !answer.accept) {
      return no({ code: 'PRICE_CHANGED', differences: [{ kind: 'fee-changed', was: fee, now: view.look.fee }] });
    }
    return ok(cartPlan(customer.value, cart, view));
  });
};

export type UsualOf = { readonly order: OrderId } | { readonly cart: Shop['id'] };

/** Keeps an order or a cart under a name; a name that is known is kept anew. */
export const saveUsual = (session: Session, name: string, of: UsualOf) =>
  changeProfile(session, async (before, facts, customer) => {
    if ('order' in of) {
      const known = await orderedBefore(session, facts, of.order);
      if (!known.ok) return known;
      const { shop, shopName, lines, to } = known.value;
      return withUsual(before, { name, shop, shopName, lines, ...(to && { to }) });
    }
    const saved = await savedCart(facts, customer, of.cart, session.env.now());
    if (!saved) return no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] });
    const lines = saved.lines.map(({ id: _id, ...line }): KeptLine => line);
    return withUsual(before, { name, shop: saved.shop, shopName: saved.shopName, lines, ...(saved.to && { to: saved.to }) });
  });

export const removeUsual = (session: Session, name: string) => changeProfile(session, (before) => withoutUsual(before, name));
export const renameUsual = (session: Session, from: string, to: string) =>
  changeProfile(session, (before) => withUsualNamed(before, from, to));

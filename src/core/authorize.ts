import type { Actor } from './events.ts';
import type { CustomerId, RiderId, ShopId } from './kinds.ts';
import type { Refusal } from './refusal.ts';
import { no, ok, type Result } from './result.ts';

/** Whose thing it is that somebody wants to use. */
export type Owned = { readonly customer?: CustomerId; readonly shop?: ShopId; readonly rider?: RiderId | undefined };

type Rule = { readonly allows: (actor: Actor, of: Owned) => boolean; readonly need: string };

const anyone: Rule = { allows: () => true, need: 'anyone' };
const anyCustomer: Rule = { allows: ({ role }) => role === 'customer', need: 'a customer (--as customer:<id>)' };
const itsCustomer: Rule = { allows: ({ role, id }, of) => role === 'customer' && id === of.customer, need: 'the customer who ordered it' };
const itsOwner: Rule = {
  allows: ({ role, id }, of) => role === 'owner' && id === of.shop,
  need: 'the owner of the shop (--as owner:<shop>)',
};
const anyRider: Rule = { allows: ({ role }) => role === 'rider', need: 'a rider (--as rider:<id>)' };
const itsRider: Rule = { allows: ({ role, id }, of) => role === 'rider' && id === of.rider, need: 'the rider who claimed it' };
const operator: Rule = { allows: ({ role }) => role === 'operator', need: 'the operator (--as operator)' };

const either = (...rules: readonly Rule[]): Rule => ({
  allows: (actor, of) => rules.some((rule) => rule.allows(actor, of)),
  need: rules.map((rule) => rule.need).join(', or '),
});

/** Who may do what: everything else is refused. */
const rules = {
  browse: anyone,
  order: anyCustomer,
  pay: itsCustomer,
  'own-order': itsCustomer,
  'see-order': either(itsCustomer, itsOwner, itsRider, operator),
  'see-payments': either(anyCustomer, operator),
  'cancel-order': itsCustomer,
  'work-kitchen': itsOwner,
  'change-shop': either(itsOwner, operator),
  ride: anyRider,
  'see-rides': either(anyRider, operator),
  operate: operator,
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

export const authorize = (actor: Actor, action: Action, of: Owned = {}): Result<void, Refusal> =>
  rules[action].allows(actor, of) ? ok(undefined) : no({ code: 'NOT_ALLOWED', need: rules[action].need });

import type { Actor, Role } from './events.ts';
import type { CustomerId, RiderId, ShopId } from './kinds.ts';
import type { Refusal } from './refusal.ts';
import { no, ok, type Result } from './result.ts';

/** Whose thing it is that somebody wants to use. */
export type Owned = { readonly customer?: CustomerId; readonly shop?: ShopId; readonly rider?: RiderId | undefined };

/** `any`: whoever has the role. `own`: of their own things only. */
export type Grant = 'any' | 'own';
type Grants = Readonly<Partial<Record<Role, Grant>>>;

/** Who may do what. Whatever does not stand here is refused. */
const grants = {
  browse: { customer: 'any', owner: 'any', rider: 'any', operator: 'any', system: 'any' },
  order: { customer: 'any' },
  pay: { customer: 'own' },
  'own-order': { customer: 'own' },
  'see-order': { customer: 'own', owner: 'own', rider: 'own', operator: 'any' },
  'see-payments': { customer: 'any', operator: 'any' },
  'cancel-order': { customer: 'own' },
  'work-kitchen': { owner: 'own' },
  'change-shop': { owner: 'own', operator: 'any' },
  'see-sales': { owner: 'own', operator: 'any' },
  ride: { rider: 'any' },
  'see-rides': { rider: 'any', operator: 'any' },
  operate: { operator: 'any' },
} as const satisfies Readonly<Record<string, Grants>>;

export type Action = keyof typeof grants;
const isAction = (text: string): text is Action => Object.hasOwn(grants, text);
const grantsOf = (action: Action): Grants => grants[action];

/** The same table as rows, for whoever shows it or tries it out. */
export const grantTable: readonly (readonly [action: Action, grants: Grants])[] = Object.keys(grants)
  .filter(isAction)
  .map((action) => [action, grants[action]]);

const ownerOf: Readonly<Record<Role, (of: Owned) => string | undefined>> = {
  customer: ({ customer }) => customer,
  owner: ({ shop }) => shop,
  rider: ({ rider }) => rider,
  operator: () => undefined,
  system: () => undefined,
};

/** How somebody is called who may. */
const names: Readonly<Record<Role, Readonly<Record<Grant, string>>>> = {
  customer: { any: 'a customer (--as customer:<id>)', own: 'the customer who ordered it' },
  owner: { any: 'an owner (--as owner:<shop>)', own: 'the owner of the shop (--as owner:<shop>)' },
  rider: { any: 'a rider (--as rider:<id>)', own: 'the rider who claimed it' },
  operator: { any: 'the operator (--as operator)', own: 'the operator (--as operator)' },
  system: { any: 'the system', own: 'the system' },
};

const roles: readonly Role[] = ['customer', 'owner', 'rider', 'operator', 'system'];
/** Those who may, in words; a refusal says it. */
export const needOf = (action: Action): string =>
  roles
    .flatMap((role) => {
      const grant = grantsOf(action)[role];
      return grant === undefined ? [] : [names[role][grant]];
    })
    .join(', or ');

const isAllowed = ({ role, id }: Actor, grant: Grant | undefined, of: Owned): boolean =>
  grant === 'any' || (grant === 'own' && id === ownerOf[role](of));

export const authorize = (actor: Actor, action: Action, of: Owned = {}): Result<void, Refusal> =>
  isAllowed(actor, grantsOf(action)[actor.role], of) ? ok(undefined) : no({ code: 'NOT_ALLOWED', need: needOf(action) });

import type { Facts } from '../facts.ts';
import { type CustomerId, profileDocument } from '../kinds.ts';
import * as edit from '../profile/edit-profile.ts';
import { emptyProfile, type Profile, type SavedAddress, type SavedMethod } from '../profile/profile.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import { customerOf } from './carts.ts';
import { run, type Session } from './deps.ts';

export const profileOf = async (facts: Pick<Facts, 'document'>, customer: CustomerId): Promise<Profile> =>
  ((await facts.document(profileDocument(customer))) as Profile | undefined) ?? emptyProfile;

/** What we keep of a customer; empty before they have kept anything. */
export const profile = async (session: Session): Promise<Result<Profile, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const document = await session.store.document(profileDocument(customer.value));
  return ok((document?.body as Profile | undefined) ?? emptyProfile);
};

type Decide = (profile: Profile, facts: Facts, customer: CustomerId) => Promise<Result<Profile, Refusal>> | Result<Profile, Refusal>;

export const changeProfile = async (session: Session, decide: Decide): Promise<Result<Profile, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const key = profileDocument(customer.value);
  return run(session, async (facts) => {
    const before = await profileOf(facts, customer.value);
    const after = await decide(before, facts, customer.value);
    if (!after.ok) return after;
    const documents = after.value === before ? [] : [{ key, body: after.value }];
    return ok({ append: [], documents, value: after.value });
  });
};

type Choosing = { readonly makeDefault?: boolean };

/** Under a label that is known, in its place. The first one is the default. */
export const saveAddress = (session: Session, address: SavedAddress, { makeDefault = false }: Choosing = {}) =>
  changeProfile(session, (before) => edit.withAddress(before, address, makeDefault));
export const removeAddress = (session: Session, label: string) => changeProfile(session, (before) => edit.withoutAddress(before, label));
export const defaultAddress = (session: Session, label: string) =>
  changeProfile(session, (before) => edit.withDefaultAddress(before, label));

export const saveMethod = (session: Session, method: SavedMethod, { makeDefault = false }: Choosing = {}) =>
  changeProfile(session, (before) => edit.withMethod(before, method, makeDefault));
export const removeMethod = (session: Session, label: string) => changeProfile(session, (before) => edit.withoutMethod(before, label));
export const defaultMethod = (session: Session, label: string) => changeProfile(session, (before) => edit.withDefaultMethod(before, label));

/** Language, name and phone; an empty text takes one away. */
export const setPerson = (session: Session, person: edit.Person) => changeProfile(session, (before) => edit.withPerson(before, person));

/** What was used just now, for who names nothing the next time. Writes nothing when that is known. */
export const rememberUsed = (session: Session, used: NonNullable<Profile['last']>) =>
  changeProfile(session, (before) => ok(edit.withLast(before, used)));

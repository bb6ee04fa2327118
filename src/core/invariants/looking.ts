import type { DomainEvent, EventType, Recorded } from '../events.ts';
import type { Dossier } from './evidence.ts';

type Of<T extends EventType> = Recorded<Extract<DomainEvent, { readonly type: T }>>;
type Events = Pick<Dossier, 'events'>;
type ByType = ReadonlyMap<EventType, readonly Recorded[]>;

const sorted = new WeakMap<readonly Recorded[], ByType>();
/** Forty checks ask the same few events for their types: they are sorted once. */
const byType = ({ events }: Events): ByType => {
  const known = sorted.get(events);
  if (known) return known;
  const made = Map.groupBy(events, ({ type }) => type);
  sorted.set(events, made);
  return made;
};

const isOf =
  <T extends EventType>(types: readonly T[]) =>
  (event: Recorded): event is Of<T> & Recorded => {
    const names: readonly EventType[] = types;
    return names.includes(event.type);
  };
const none: readonly Recorded[] = [];

/** The events that can be meant, in order of position: all of one type, or all there are when several types are there. */
const candidates = (dossier: Events, types: readonly EventType[]): readonly Recorded[] => {
  const groups = byType(dossier);
  let found = none;
  for (const type of types) {
    const group = groups.get(type);
    if (!group) continue;
    if (found !== none) return dossier.events;
    found = group;
  }
  return found;
};

/** The events of these types, in order of position. */
export const every = <T extends EventType>(dossier: Events, ...types: readonly T[]): readonly Of<T>[] =>
  candidates(dossier, types).filter(isOf(types));
export const first = <T extends EventType>(dossier: Events, ...types: readonly T[]): Of<T> | undefined =>
  candidates(dossier, types).find(isOf(types));

/** A complaint for each of these that breaks the rule. */
export const unless = <T>(all: readonly T[], holds: (one: T) => boolean, complaint: (one: T) => string): readonly string[] =>
  all.length === 0 ? [] : all.filter((one) => !holds(one)).map(complaint);

/** A complaint when there is more than one. */
export const atMostOne = (what: string, all: readonly Recorded[]): readonly string[] =>
  all.length > 1 ? [`${all.length} × ${what}: ${all.map(({ id }) => id).join(', ')}`] : [];

export const kindOf = ({ stream }: Recorded): string => stream.slice(0, stream.indexOf('/'));

/** How the order ended by somebody's will, if it did. */
export const fallOf = (dossier: Dossier) => first(dossier, 'OrderCanceled', 'OrderRejected');

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** A store may give back the fields of an object in another order. */
export const text = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'nothing';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isEqual = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const isInBoth = Object.keys(a).every((name) => isEqual(a[name], b[name]));
  // What is undefined here is left out there.
  return isInBoth && Object.keys(b).every((name) => a[name] !== undefined || b[name] === undefined);
};
/** Compared where they lie: two rows share most of their parts, and making text of them takes longer than the fold. */
export const isSame = (found: object | undefined, wanted: object | undefined): boolean => isEqual(found, wanted);

import { eventId } from '../core/kinds.ts';
import type { ClaimAsk, Commit } from '../core/ports.ts';

const once = (what: string, names: readonly string[]) => {
  if (new Set(names).size === names.length) return;
  throw new Error(`${what} twice in one commit: ${names.find((name, at) => names.indexOf(name) !== at)}`);
};

/** A commit that contradicts itself is a fault of its caller: it throws before anything is asked of the store. */
export const checkCommit = (commit: Commit): void => {
  for (const { id, stream, version } of commit.events) {
    if (id !== eventId(stream, version)) throw new Error(`event ${id} is not ${stream}@${version}`);
  }
  const ids = commit.events.map(({ id }) => id);
  once('event', ids);
  const known = new Set<string>(ids);
  for (const { event, consumer } of commit.outbox) {
    if (!known.has(event)) throw new Error(`outbox row of ${consumer} for ${event}, which is not in this commit`);
  }
  once(
    'outbox row',
    commit.outbox.map(({ event, consumer }) => `${consumer} ${event}`),
  );
  once(
    'document',
    commit.documents.map(({ key }) => key),
  );
  for (const write of commit.documents) {
    if (!('remove' in write) && write.body === undefined) throw new Error(`document ${write.key} without a body`);
  }
  once(
    'settled delivery',
    commit.settle.map(({ delivery }) => `${delivery.consumer} ${delivery.event.id}`),
  );
};

/** A lease that is over when it starts would hand one row out twice. */
export const checkAsk = ({ now, leaseUntil, limit }: ClaimAsk): void => {
  if (leaseUntil <= now) throw new Error(`a lease until ${leaseUntil} is over at ${now}`);
  if (!Number.isSafeInteger(limit) || limit < 1) throw new Error(`cannot claim ${limit} rows`);
};

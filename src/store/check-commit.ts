import { eventId } from '../core/kinds.ts';
import type { ClaimAsk, Commit } from '../core/ports.ts';

const once = <T>(what: string, all: readonly T[], nameOf: (one: T) => string): void => {
  // Most commits hold one of a kind, or none.
  if (all.length < 2) return;
  const names = new Set<string>();
  for (const one of all) {
    const name = nameOf(one);
    if (names.has(name)) throw new Error(`${what} twice in one commit: ${name}`);
    names.add(name);
  }
};

/** A commit that contradicts itself is a fault of its caller: it throws before anything is asked of the store. */
export const checkCommit = (commit: Commit): void => {
  for (const { id, stream, version } of commit.events) {
    if (id !== eventId(stream, version)) throw new Error(`event ${id} is not ${stream}@${version}`);
  }
  once('event', commit.events, ({ id }) => id);
  for (const { event, consumer } of commit.outbox) {
    if (!commit.events.some(({ id }) => id === event))
      throw new Error(`outbox row of ${consumer} for ${event}, which is not in this commit`);
  }
  once('outbox row', commit.outbox, ({ event, consumer }) => `${consumer} ${event}`);
  once('document', commit.documents, ({ key }) => key);
  for (const write of commit.documents) {
    if (!('remove' in write) && write.body === undefined) throw new Error(`document ${write.key} without a body`);
  }
  once('settled delivery', commit.settle, ({ delivery }) => `${delivery.consumer} ${delivery.event.id}`);
};

/** A lease that is over when it starts would hand one row out twice. */
export const checkAsk = ({ now, leaseUntil, limit }: ClaimAsk): void => {
  if (leaseUntil <= now) throw new Error(`a lease until ${leaseUntil} is over at ${now}`);
  if (!Number.isSafeInteger(limit) || limit < 1) throw new Error(`cannot claim ${limit} rows`);
};

import { afterEach, describe } from 'vitest';
import { commitSuite } from './contract-commits.ts';
import { documentSuite } from './contract-documents.ts';
import { faultSuite } from './contract-faults.ts';
import { daemonSuite, rebuildSuite } from './contract-house.ts';
import { claimSuite, orderSuite } from './contract-outbox.ts';
import { outboxReadSuite, settleSuite } from './contract-settling.ts';
import { eventSuite, viewSuite } from './contract-views.ts';
import type { WholeStore } from './whole-store.ts';

/** A fresh, empty store that shows all events to its views; `reopen` closes it and opens what it kept, where it keeps anything. */
export type Opened = { readonly store: WholeStore; readonly reopen?: () => Promise<WholeStore> };
export type Open = () => Promise<Opened>;

/** What every store does, whatever it is made of. */
export const storeContract = (name: string, open: Open): void => {
  const opened: WholeStore[] = [];
  const fresh: Open = async () => {
    const one = await open();
    opened.push(one.store);
    const { reopen } = one;
    if (!reopen) return one;
    const again = async () => {
      const store = await reopen();
      opened.push(store);
      return store;
    };
    return { store: one.store, reopen: again };
  };
  describe(`${name} keeps the contract`, () => {
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    describe('commits', () => commitSuite(fresh));
    describe('documents', () => documentSuite(fresh));
    describe('claims', () => claimSuite(fresh));
    describe('the order of a partition', () => orderSuite(fresh));
    describe('settling', () => settleSuite(fresh));
    describe('faults', () => faultSuite(fresh));
    describe('looking at the outbox', () => outboxReadSuite(fresh));
    describe('views', () => viewSuite(fresh));
    describe('events', () => eventSuite(fresh));
    describe('daemons', () => daemonSuite(fresh));
    describe('rebuilding', () => rebuildSuite(fresh));
  });
};

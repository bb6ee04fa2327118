import { expect, test } from 'vitest';
import type { Open } from './contract.ts';
import { at, commitOf, key, placed } from './contract-samples.ts';

export const documentSuite = (open: Open): void => {
  test('versions of a document rise by one; a removed one is not there, and starts again at 1', async () => {
    const { store } = await open();
    const write = (body: unknown, version: number) =>
      store.commit(commitOf({ relies: [{ document: key('shop/a'), version }], documents: [{ key: key('shop/a'), body }] }));
    expect(await write('first', 0)).toBe('done');
    expect(await write('second', 1)).toBe('done');
    expect(await write('late', 1)).toBe('conflict');
    expect(await store.document(key('shop/a'))).toEqual({ key: 'shop/a', version: 2, body: 'second' });
    await store.commit(commitOf({ documents: [{ key: key('shop/a'), remove: true }] }));
    expect(await store.document(key('shop/a'))).toBeUndefined();
    expect(await write('late', 2)).toBe('conflict');
    expect(await write('new', 0)).toBe('done');
    expect(await store.document(key('shop/a'))).toEqual({ key: 'shop/a', version: 1, body: 'new' });
  });

  test('two that rely on the same version in one turn: one wins', async () => {
    const { store } = await open();
    const take = () =>
      store.commit(commitOf({ relies: [{ document: key('breaker/x'), version: 0 }], documents: [{ key: key('breaker/x'), body: 1 }] }));
    expect(await Promise.all([take(), take()])).toEqual(['done', 'conflict']);
  });

  findSuite(open);
  pruneSuite(open);
};

const findSuite = (open: Open): void => {
  test('documents are found by the beginning of their key, in order, and no others', async () => {
    const { store } = await open();
    const names = ['shop/b', 'shop/a', 'shop/가', 'shopping/a', 'shop', 'key/cus_kim/1', 'shop/ab'];
    await store.commit(commitOf({ documents: names.map((name) => ({ key: key(name), body: name })) }));
    const found = async (prefix: string, limit = 10) => (await store.documents(prefix, limit)).map((document) => document.key);
    expect(await found('shop/')).toEqual(['shop/a', 'shop/ab', 'shop/b', 'shop/가']);
    expect(await found('shop/', 2)).toEqual(['shop/a', 'shop/ab']);
    expect(await found('key/cus_kim/')).toEqual(['key/cus_kim/1']);
    expect(await found('nothing')).toEqual([]);
  });

  test('documents are found by their keys at once: those that are there, in order, and no others', async () => {
    const { store } = await open();
    const names = ['contact/b', 'contact/a', 'contact/가', 'contact/ab'];
    await store.commit(commitOf({ documents: names.map((name) => ({ key: key(name), body: name })) }));
    const found = async (limit: number, ...keys: readonly string[]) =>
      (await store.documents(keys.map(key), limit)).map((document) => [document.key, document.version, document.body]);
    expect(await found(10, 'contact/가', 'contact/b', 'contact/none', 'contact/b', 'contact/')).toEqual([
      ['contact/b', 1, 'contact/b'],
      ['contact/가', 1, 'contact/가'],
    ]);
    expect(await found(1, 'contact/b', 'contact/a')).toEqual([['contact/a', 1, 'contact/a']]);
    expect(await found(10, "contact/a' or 1=1 --", '"', '%')).toEqual([]);
    expect(await found(10)).toEqual([]);
  });
};

const pruneSuite = (open: Open): void => {
  test('old documents are pruned by prefix and age, the oldest first, and only so many at once', async () => {
    const { store } = await open();
    for (const [name, when] of [
      ['key/1', 100],
      ['key/2', 200],
      ['key/3', 300],
      ['shop/a', 100],
    ] as const) {
      await store.commit(commitOf({ documents: [{ key: key(name), body: name }], at: at(when) }));
    }
    await store.commit(commitOf({ documents: [{ key: key('key/0'), body: 'of no time' }] }));
    await store.commit(commitOf({ documents: [{ key: key('key/event'), body: 1 }], events: [placed('a', { when: 250 })] }));
    expect(await store.prune('key/', at(300), 1)).toBe(1);
    expect(await store.document(key('key/1'))).toBeUndefined();
    expect(await store.prune('key/', at(300), 10)).toBe(2);
    expect((await store.documents('', 10)).map((document) => document.key)).toEqual(['key/0', 'key/3', 'shop/a']);
  });
};

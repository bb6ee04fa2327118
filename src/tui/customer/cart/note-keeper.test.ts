import { expect, test } from 'vitest';
import type { OrderNotes } from '../../../core/cart/cart.ts';
import type { ShopId } from '../../../core/kinds.ts';
import { no, ok } from '../../../core/result.ts';
import { createNoteKeeper } from './note-keeper.ts';

const shop = 'shop_hanki' as ShopId;
const soon = () => new Promise<void>((done) => setImmediate(done));
const done = async () => ok(undefined);
const locked = () => Promise.reject(new Error('locked'));

/** `answers`: what the cart says to one write after the other; then it takes everything. */
const keeping = (...answers: readonly (() => ReturnType<Parameters<typeof createNoteKeeper>[0]['write']>)[]) => {
  const written: (string | undefined)[] = [];
  const said: unknown[] = [];
  const waiting: (() => void)[] = [];
  const left = [...answers];
  const keep = createNoteKeeper({
    write: (_shop: ShopId, { note }: OrderNotes) => {
      written.push(note);
      return (left.shift() ?? done)();
    },
    wait: (run) => {
      waiting.push(run);
      return () => undefined;
    },
    late: (error) => said.push(String(error)),
    caughtUp: () => said.push('kept'),
  });
  const later = async () => {
    waiting.shift()?.();
    await soon();
  };
  return { keep, written, said, waiting, later };
};

test('while one note is being written, of the next ones only the last is', async () => {
  let answer: () => void = () => undefined;
  const { keep, written } = keeping(() => new Promise((resolve) => (answer = () => resolve(ok(undefined)))));
  for (const note of ['덜', '덜 맵', '덜 맵게']) keep(shop, { note });
  await soon();
  expect(written).toEqual(['덜']);
  answer();
  await soon();
  expect(written).toEqual(['덜', '덜 맵게']);
});

test('a database that is held is said once, and what was typed last is written when it is free', async () => {
  const { keep, written, said, waiting, later } = keeping(locked, locked);
  keep(shop, { note: '덜' });
  keep(shop, { note: '덜 맵게' });
  await soon();
  expect([said, waiting.length]).toEqual([['Error: locked'], 1]);
  await later();
  await later();
  expect([written, said, waiting]).toEqual([['덜', '덜 맵게', '덜 맵게'], ['Error: locked', 'kept'], []]);
});

test('a crowd at the same cart is waited for, and trouble that comes again is said again', async () => {
  const busy = async () => no({ code: 'BUSY' } as const);
  const { keep, written, said, later } = keeping(busy, done, locked);
  keep(shop, { note: '덜' });
  await soon();
  await later();
  keep(shop, { note: '덜 맵게' });
  await soon();
  expect([written, said]).toEqual([
    ['덜', '덜', '덜 맵게'],
    ['undefined', 'kept', 'Error: locked'],
  ]);
});

test('what has been ordered meanwhile is not written after all', async () => {
  const { keep, written, later } = keeping(locked);
  keep(shop, { note: '덜' });
  await soon();
  keep(shop, undefined);
  await later();
  expect(written).toEqual(['덜']);
});

test('a cart whose shop is gone is not tried for ever', async () => {
  const { keep, said, waiting } = keeping(async () => no({ code: 'NOT_FOUND', what: 'shop', id: shop }));
  keep(shop, { note: '덜' });
  await soon();
  expect([said, waiting]).toEqual([[], []]);
});

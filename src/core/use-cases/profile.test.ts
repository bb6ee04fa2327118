import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { usualAddress, usualMethod } from '../profile/profile.ts';
import { goesToViews } from '../route.ts';
import { is } from '../testing/is.ts';
import { createWorld, mina, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});
const app = () => world.as(mina);
const home = { label: '집', text: '서울 마포구 양화로 1', note: '문 앞에 두세요' };
const work = { label: '회사', text: '서울 중구 을지로 1', location: { latitude: 37.56, longitude: 126.98 } };

test('nobody who has kept nothing has addresses, cards or usuals', async () => {
  expect(is(await app().profile())).toEqual({ addresses: [], methods: [], usuals: [] });
});

test('the first address is the default, until another is chosen', async () => {
  await app().saveAddress(home);
  const both = is(await app().saveAddress(work));
  expect([both.addresses, usualAddress(both)]).toEqual([[home, work], home]);
  expect(usualAddress(is(await app().defaultAddress('회사')))).toEqual(work);
  expect(usualAddress(is(await app().saveAddress(home, { makeDefault: true })))).toEqual(home);
});

test('an address under the same label takes its place', async () => {
  await app().saveAddress(home);
  const moved = is(await app().saveAddress({ ...home, text: '서울 마포구 월드컵로 1' }));
  expect(moved.addresses).toEqual([{ ...home, text: '서울 마포구 월드컵로 1' }]);
});

test('a default that is taken away leaves none: nobody guesses where food goes', async () => {
  await app().saveAddress(home);
  await app().saveAddress(work);
  const one = is(await app().removeAddress('집'));
  expect([one.addresses, usualAddress(one)]).toEqual([[work], undefined]);
  expect(await app().removeAddress('집')).toMatchObject({ error: { code: 'NOT_FOUND', what: 'address', id: '집' } });
  expect(await app().defaultAddress('집')).toMatchObject({ error: { code: 'NOT_FOUND', what: 'address' } });
});

test('cards are names at the gateway, never numbers', async () => {
  await app().saveMethod({ label: '국민', method: 'card_kb' });
  const two = is(await app().saveMethod({ label: '토스', method: 'card_toss' }, { makeDefault: true }));
  expect(usualMethod(two)).toBe('card_toss');
  expect(await app().saveMethod({ label: '번호', method: '4111 1111 1111 1111' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(usualMethod(is(await app().defaultMethod('국민')))).toBe('card_kb');
  expect(usualMethod(is(await app().removeMethod('국민')))).toBeUndefined();
  expect(await app().removeMethod('국민')).toMatchObject({ error: { code: 'NOT_FOUND', what: 'card' } });
  expect(await app().defaultMethod('국민')).toMatchObject({ error: { code: 'NOT_FOUND', what: 'card' } });
});

test('without a default, what was used last is used; remembering the same again writes nothing', async () => {
  const used = { address: '양화로 1', method: 'card_kb' };
  const one = is(await app().rememberUsed(used));
  expect([usualAddress(one)?.text, usualMethod(one)]).toEqual(['양화로 1', 'card_kb']);
  const before = world.store.revision();
  await app().rememberUsed(used);
  expect(world.store.revision()).toBe(before);
  expect(usualAddress(is(await app().saveAddress(home)))).toEqual(home);
});

test('name, phone and language stand until they are taken away', async () => {
  await app().setPerson({ name: ' 미나 ', phone: '010-1234-5678', lang: 'en' });
  expect(is(await app().setPerson({ phone: '' }))).toMatchObject({ name: '미나', lang: 'en' });
  expect(is(await app().profile()).phone).toBeUndefined();
  expect(await app().setPerson({ phone: 'call me' })).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'phone' } });
});

test('hostile text does not get in, nor text without an end, nor a thirty-first address', async () => {
  const kept = is(await app().saveAddress({ label: '\u001b[31m집', text: `x${'y'.repeat(999)}` }));
  expect(kept.addresses[0]?.label).toBe('\ufffd[31m집');
  expect(kept.addresses[0]?.text).toHaveLength(200);
  expect(await app().saveAddress({ label: ' ', text: 'x' })).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'label' } });
  for (let at = 1; at < 30; at++) is(await app().saveAddress({ label: `${at}`, text: 'x' }));
  expect(await app().saveAddress({ label: '30', text: 'x' })).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'address' } });
});

test('two terminals that keep something at once lose nothing', async () => {
  await Promise.all([app().saveAddress(home), app().saveMethod({ label: '국민', method: 'card_kb' }), app().setPerson({ name: '미나' })]);
  expect(is(await app().profile())).toMatchObject({ name: '미나', addresses: [home], methods: [{ label: '국민' }] });
});

test('what one customer keeps is nobody else’s', async () => {
  await app().saveAddress(home);
  expect(is(await world.as({ role: 'customer', id: 'cus_jun' }).profile()).addresses).toEqual([]);
});

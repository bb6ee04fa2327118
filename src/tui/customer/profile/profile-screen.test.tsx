import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../core/profile/profile.ts';
import { goesToViews } from '../../../core/route.ts';
import { mina, type World } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';
import { pasted } from '../../testing/keystrokes.ts';
import { hanki, orderStew } from '../../testing/ordered.ts';

const location = { latitude: 37.55, longitude: 126.91 };
const keep = async (world: World) => {
  await foodStreet(sampleShops())(world);
  const app = world.as(mina);
  await app.setPerson({ name: '미나' });
  await app.saveAddress({ label: '집', text: '서울 마포구 양화로 1', location });
  await app.saveAddress({ label: '회사', text: '서울 마포구 와우산로 94' });
  await app.saveMethod({ label: '국민', method: 'card_kb' });
  await app.saveUsual('점심', { order: await orderStew(world) });
};
const sit = (options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), { first: { at: 'profile' }, before: keep, ...options });
const profileOf = async ({ world }: { readonly world: World }): Promise<Profile> => {
  const profile = await world.as(mina).profile();
  if (!profile.ok) throw new Error(profile.error.code);
  return profile.value;
};
/** Presses down until the cursor is on the row. */
const goTo = async (desk: Awaited<ReturnType<typeof sit>>, row: RegExp) => {
  await desk.press('home');
  for (let step = 0; step < 20 && !desk.lines().some((line) => line.includes('▌ ') && row.test(line)); step += 1) await desk.press('down');
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('the profile, %s at %i×%i', (lang, columns, rows) => {
  test('shows the person, addresses, cards and usuals, and which are the defaults', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toMatch(lang === 'ko' ? /집 +서울 마포구 양화로 1 +✓ 기본/ : /집 +서울 마포구 양화로 1 +✓ default/);
    expect(desk.screen()).toMatch(/점심 +한끼 김치찌개 · 김치찌개 ×2, 계란말이 ×1/);
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('a phone number is written with its dashes, and an impossible one is refused at the field', async () => {
  const desk = await sit();
  await goTo(desk, /전화/);
  await desk.press('enter', '1', 'enter');
  expect(desk.screen()).toMatch(/전화 1\s/);
  expect(desk.screen()).toContain('숫자, +, - 만으로');
  await desk.press('backspace', '01012345678', 'enter');
  expect(desk.screen()).toContain('저장했어요: 010-1234-5678');
  expect((await profileOf(desk)).phone).toBe('010-1234-5678');
});

test('a name is composed in Korean in its field, and an empty one takes it away', async () => {
  const desk = await sit();
  await desk.press('enter', 'ctrl-u', '박', '보검\r');
  expect((await profileOf(desk)).name).toBe('박보검');
  await desk.press('enter', 'ctrl-u', 'enter');
  expect((await profileOf(desk)).name).toBeUndefined();
});

test('an address is added field by field; what is missing is said at its field', async () => {
  const desk = await sit();
  await goTo(desk, /주소 추가/);
  await desk.press('enter', '할머니', 'enter', 'enter', 'enter');
  expect(desk.screen()).toContain('⚠ 비어 있어요');
  await desk.press('전주시 완산구 1', 'ctrl-s');
  expect((await profileOf(desk)).addresses.at(-1)).toEqual({ label: '할머니', text: '전주시 완산구 1' });
});

test('Esc leaves a form without losing what was typed in it', async () => {
  const desk = await sit();
  await desk.press('a', '별장', 'esc');
  expect(desk.screen()).not.toContain('별장');
  await desk.press('a');
  expect(desk.screen()).toMatch(/이름 +별장/);
  expect((await profileOf(desk)).addresses).toHaveLength(2);
});

test('a name that another address has is refused', async () => {
  const desk = await sit();
  await desk.press('a', '집', 'enter', '어딘가', 'ctrl-s');
  expect(desk.screen()).toContain('이미 쓰는 이름이에요.');
  expect((await profileOf(desk)).addresses[0]?.text).toBe('서울 마포구 양화로 1');
});

test('a renamed address stays the default and where it lies; a moved one is no longer known to lie there', async () => {
  const desk = await sit();
  await goTo(desk, /집 /);
  await desk.press('enter', 'ctrl-u', '우리집', 'ctrl-s');
  const renamed = await profileOf(desk);
  expect(renamed.defaultAddress).toBe('우리집');
  expect(renamed.addresses.map(({ label }) => label)).toEqual(['회사', '우리집']);
  expect(renamed.addresses.at(-1)).toMatchObject({ location });
  await goTo(desk, /우리집/);
  await desk.press('enter', 'enter', ', 2층', 'ctrl-s');
  expect((await profileOf(desk)).addresses.at(-1)).toEqual({ label: '우리집', text: '서울 마포구 양화로 1, 2층' });
});

test('d makes another one the default, x takes one away after asking', async () => {
  const desk = await sit();
  await goTo(desk, /회사/);
  await desk.press('d');
  expect(desk.screen()).toMatch(/회사 .*✓ 기본/);
  await desk.press('d');
  expect(desk.screen()).toContain('이미 기본이에요.');
  await desk.press('x');
  expect(desk.screen()).toContain('지울까요? 회사');
  await desk.press('esc', 'x', 'enter');
  expect((await profileOf(desk)).addresses.map(({ label }) => label)).toEqual(['집']);
});

test('a card is kept by its name, never by its number', async () => {
  const desk = await sit();
  await goTo(desk, /카드 추가/);
  await desk.press('enter', '신한', 'enter', '4111 1111 1111 1111', 'enter');
  expect(desk.screen()).toContain('카드 번호는 안 돼요');
  await desk.press('ctrl-u', 'card_shinhan', 'enter');
  expect((await profileOf(desk)).methods.at(-1)).toEqual({ label: '신한', method: 'card_shinhan' });
});

test('the language changes everywhere at once, and for messages', async () => {
  const desk = await sit();
  await goTo(desk, /언어/);
  await desk.press('enter');
  expect(desk.screen()).toMatch(/Language +English/);
  expect((await profileOf(desk)).lang).toBe('en');
});

test('a usual is ordered, renamed and removed', async () => {
  const desk = await sit();
  await goTo(desk, /점심/);
  await desk.press('enter', 'enter');
  const cart = await desk.world.as(mina).cart(hanki);
  expect(cart.ok && cart.value.cart.lines.map(({ name }) => name)).toEqual(['김치찌개', '계란말이']);
  await desk.press('esc');
  await goTo(desk, /점심/);
  await desk.press('e', 'ctrl-u', '저녁', 'enter');
  expect((await profileOf(desk)).usuals.map(({ name }) => name)).toEqual(['저녁']);
  await goTo(desk, /저녁/);
  await desk.press('x', 'enter');
  expect((await profileOf(desk)).usuals).toEqual([]);
});

test('two Enters in one breath save once', async () => {
  const desk = await sit();
  await desk.press('a', '별장', 'enter', '제주시 1', 'enter', '\r\r');
  expect((await profileOf(desk)).addresses.filter(({ label }) => label === '별장')).toHaveLength(1);
});

test('an empty profile says how it is filled', async () => {
  const desk = await sit({ before: async () => undefined });
  expect(desk.screen()).toContain('아직 없어요');
  expect(desk.screen()).toContain('+ 주소 추가');
  expect(desk.screen()).toContain('주문(o)에서 s를 누르면 단골 메뉴로 저장돼요');
});

test('what was pasted into a field does nothing to the terminal', async () => {
  const desk = await sit();
  await desk.press('a', pasted('별\u001b[2J장\u202e'), 'enter', '제주시 1', 'ctrl-s');
  expect(desk.screen()).toContain('내 정보');
  for (const sign of ['\u202e', '\u001b']) {
    expect(desk.screen()).not.toContain(sign);
    expect(JSON.stringify((await profileOf(desk)).addresses)).not.toContain(sign);
  }
});

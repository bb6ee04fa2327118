import { expect, test } from 'vitest';
import { sampleShops } from '../../samples/shops.ts';
import { instant, later, parseChoiceId, parseItemId } from '../kinds.ts';
import { findChoice, findItem, withIntake, withItemSoldOut, withRestored } from './menu.ts';
import { isSoldOut, type Shop } from './shop.ts';

const now = instant(1_795_000_000_000);
const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the test names something that is not there');
  return value;
};
const item = (id: string) => known(parseItemId(id));
const ramen = known(parseChoiceId('ramen'));
const hanki = known(sampleShops()[0]);
const after = (edited: ReturnType<typeof withRestored>): Shop => {
  if (!edited.ok) throw new Error(edited.error.id);
  return edited.value;
};

test('a dish is sold out until the moment that was said, the others are not', () => {
  const shop = after(withItemSoldOut(hanki, item('egg-roll'), later(now, 1000)));
  const eggRoll = known(findItem(shop, item('egg-roll')));
  expect(isSoldOut(eggRoll, later(now, 999))).toBe(true);
  expect(isSoldOut(eggRoll, later(now, 1000))).toBe(false);
  expect(findItem(shop, item('rice'))).toBe(findItem(hanki, item('rice')));
});

test('an option that runs out is out in every dish that offers it', () => {
  const shop = after(withItemSoldOut(hanki, ramen, later(now, 1000)));
  for (const id of ['kimchi-jjigae', 'doenjang-jjigae', 'budae-jjigae'])
    expect(isSoldOut(known(findChoice(known(findItem(shop, item(id))), ramen)).choice, now)).toBe(true);
});

test('what is restored is as it was before, and restoring twice changes nothing', () => {
  for (const id of [item('egg-roll'), ramen]) {
    const back = after(withRestored(after(withItemSoldOut(hanki, id, later(now, 1000))), id));
    expect(back).toEqual(hanki);
    expect(after(withRestored(back, id))).toEqual(hanki);
  }
});

test('what is not on the menu cannot run out', () => {
  expect(withItemSoldOut(hanki, item('pizza'), now)).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'item', id: 'pizza' } });
  expect(findItem(hanki, item('pizza'))).toBeUndefined();
});

test('a pause changes nothing but the intake', () => {
  const intake = { state: 'paused', until: now } as const;
  expect(withIntake(hanki, intake)).toEqual({ ...hanki, intake });
});

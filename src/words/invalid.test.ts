import { expect, test } from 'vitest';
import type { ShopId } from '../core/kinds.ts';
import { withAddress, withMethod, withPerson, withUsualNamed } from '../core/profile/edit-profile.ts';
import { emptyProfile, type Usual } from '../core/profile/profile.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Result } from '../core/result.ts';
import { invalidKo } from './invalid.ts';

const saidOf = (done: Result<unknown, Refusal>): string => {
  if (done.ok || done.error.code !== 'INVALID_INPUT') throw new Error(`not refused as an input: ${JSON.stringify(done)}`);
  return invalidKo(done.error.field, done.error.problem);
};

const usual = (name: string): Usual => ({ name, shop: 'shop_hanki' as ShopId, shopName: '한끼', lines: [] });

test('what is wrong with something that is to be kept is said in Korean', () => {
  const full = {
    ...emptyProfile,
    addresses: Array.from({ length: 30 }, (_, at) => ({ label: `${at}`, text: 'x' })),
    methods: Array.from({ length: 30 }, (_, at) => ({ label: `${at}`, method: 'card_ok' })),
  };
  const said = [
    withAddress(emptyProfile, { label: ' ', text: 'x' }, false),
    withAddress(emptyProfile, { label: '집', text: ' ' }, false),
    withAddress(full, { label: '집', text: 'x' }, false),
    withMethod(emptyProfile, { label: '카드', method: '4111 1111' }, false),
    withMethod(full, { label: '카드', method: 'card_ok' }, false),
    withPerson(emptyProfile, { phone: 'call me' }),
    withUsualNamed({ ...emptyProfile, usuals: [usual('점심'), usual('저녁')] }, '점심', '저녁'),
  ].map(saidOf);
  expect(said).toHaveLength(7);
  for (const one of said) expect(one).not.toMatch(/[A-Za-z]/);
});

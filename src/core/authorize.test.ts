import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Action, authorize, grantTable, needOf, type Owned } from './authorize.ts';
import type { Actor, Role } from './events.ts';
import { table } from './testing/given.ts';
import { customer, rider, shop } from './testing/story.ts';

const thing: Owned = { customer, shop, rider };
const people: Readonly<Record<string, Actor>> = {
  customer: { role: 'customer', id: customer },
  'another customer': { role: 'customer', id: 'cus_other' },
  owner: { role: 'owner', id: shop },
  'another owner': { role: 'owner', id: 'shop_other' },
  rider: { role: 'rider', id: rider },
  'another rider': { role: 'rider', id: 'rdr_other' },
  operator: { role: 'operator', id: 'operator' },
  system: { role: 'system', id: 'daemon' },
};

const may = (actor: Actor, of: Owned) =>
  Object.fromEntries(grantTable.map(([action]) => [action, authorize(actor, action, of).ok ? 'yes' : '']));

describe('who may do what', () => {
  test('everybody may do exactly this with an order, a shop, a ride', () => {
    const seen = Object.fromEntries(Object.entries(people).map(([name, actor]) => [name, may(actor, thing)]));
    expect(seen).toEqual(
      table(`
        | who              | browse | order | pay | own-order | see-order | see-payments | cancel-order | work-kitchen | change-shop | see-sales | ride | see-rides | operate |
        | customer         | yes    | yes   | yes | yes     | yes       | yes          | yes          |              |             |           |      |           |         |
        | another customer | yes    | yes   |     |         |           | yes          |              |              |             |           |      |           |         |
        | owner            | yes    |       |     |         | yes       |              |              | yes          | yes         | yes       |      |           |         |
        | another owner    | yes    |       |     |         |           |              |              |              |             |           |      |           |         |
        | rider            | yes    |       |     |         | yes       |              |              |              |             |           | yes  | yes       |         |
        | another rider    | yes    |       |     |         |           |              |              |              |             |           | yes  | yes       |         |
        | operator         | yes    |       |     |         | yes       | yes          |              |              | yes         | yes       |      | yes       | yes     |
        | system           | yes    |       |     |         |           |              |              |              |             |           |      |           |         |
      `),
    );
  });

  test('every cell of the published table is what is done: of one’s own, of others, of nobody', () => {
    const published = readFileSync(join(import.meta.dirname, '../../docs/roles.md'), 'utf8');
    const [head = [], , ...rows] = published
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows.map(([name]) => name)).toEqual(grantTable.map(([action]) => `\`${action}\``));
    const ids: Readonly<Record<string, readonly [own: string, other: string]>> = {
      customer: [customer, 'cus_other'],
      owner: [shop, 'shop_other'],
      rider: [rider, 'rdr_other'],
      operator: ['operator', 'operator'],
      system: ['system', 'system'],
    };
    for (const [name = '', ...cells] of rows) {
      for (const [at, cell] of cells.entries()) {
        const role = head[at + 1] as Role;
        const [own, other] = ids[role] ?? ['', ''];
        const may = (id: string, of: Owned) => authorize({ role, id }, name.replaceAll('`', '') as Action, of).ok;
        const seen = { own: may(own, thing), other: may(other, thing) && own !== other, nobodys: may(own, {}) };
        const any = { own: true, other: own !== other, nobodys: true };
        const expected = cell === 'any' ? any : { own: cell === 'own', other: false, nobodys: false };
        expect({ name, role, cell, ...seen }).toEqual({ name, role, cell, ...expected });
      }
    }
  });

  test('a refusal names everybody who may, and nobody else', () => {
    for (const [action, grants] of grantTable) {
      const need = needOf(action).split(', or ');
      expect({ action, named: need.length }).toEqual({ action, named: Object.keys(grants).length });
    }
  });

  test('what belongs to nobody is nobody’s, whatever their id', () => {
    const roles: readonly Role[] = ['customer', 'owner', 'rider'];
    for (const role of roles) {
      for (const action of ['pay', 'see-order', 'cancel-order', 'work-kitchen', 'change-shop'] as const) {
        expect(authorize({ role, id: 'undefined' }, action).ok).toBe(false);
      }
    }
  });

  test('an id of one role opens nothing in another', () => {
    expect(authorize({ role: 'owner', id: customer }, 'cancel-order', thing).ok).toBe(false);
    expect(authorize({ role: 'customer', id: shop }, 'work-kitchen', thing).ok).toBe(false);
    expect(authorize({ role: 'customer', id: rider }, 'see-order', thing).ok).toBe(false);
  });

  test('a refusal says who could', () => {
    expect(authorize({ role: 'rider', id: rider }, 'cancel-order', thing)).toEqual({
      ok: false,
      error: { code: 'NOT_ALLOWED', need: 'the customer who ordered it' },
    });
  });
});

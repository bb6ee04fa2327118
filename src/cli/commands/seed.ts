import type { App } from '../../core/app.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

type Seeded = { readonly id: ShopId; readonly name: string; readonly written: boolean };

/** What is there stays: an owner's changes are worth more than a sample. */
export const seedSamples = async (app: App, reset: boolean): Promise<Result<readonly Seeded[], Refusal>> => {
  const { sampleShops } = await import('../../samples/shops.ts');
  const seeded: Seeded[] = [];
  for (const shop of sampleShops()) {
    const found = await app.findShop(shop.id);
    const written = !found.ok || reset;
    if (written) {
      const wrote = await app.writeShop(shop);
      if (!wrote.ok) return wrote;
    }
    seeded.push({ id: shop.id, name: shop.name, written });
  }
  return ok(seeded);
};

const run = async (call: Call): Promise<Answered> => {
  const actor = operatorOr(call);
  const house = await call.house('create');
  const samples = await seedSamples(house.as(actor), call.values.flag('reset'));
  if (!samples.ok) return samples;
  const seeded = samples.value;
  const { words, width } = call.page();
  return answer({
    json: { shops: seeded },
    text: () =>
      table(
        seeded.map(({ id, name, written }) => [id, name, written ? words.label.written : words.label.kept]),
        width,
      ),
    advice: [call.lang === 'ko' ? '이제: baedal shops' : 'Now: baedal shops'],
  });
};

export const seed: Verb = {
  usage: 'seed',
  about: { ko: '샘플 상점 세 곳 넣기', en: 'put in three sample shops' },
  options: [{ flags: '--reset', about: { ko: '이미 있어도 처음 상태로', en: 'back to how they were, even if they are there' } }],
  examples: ['seed', 'seed --db ./try.db'],
  json: '{shops:[{id,name,written}]}',
  needs: 'change-shop',
  run,
};

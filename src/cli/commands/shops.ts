import { intakeAt } from '../../core/catalog/hours.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import type { Instant } from '../../core/kinds.ts';
import { wonText } from '../../words/page.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { isoOrNull } from '../iso.ts';
import { intakeSpan } from '../show/shop-text.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const shopJson = (shop: Shop, now: Instant) => {
  const intake = intakeAt(shop, now);
  return {
    id: shop.id,
    name: shop.name,
    intake: shop.intake.state,
    open: intake.open,
    minimum: shop.minimum,
    why: intake.open ? null : intake.why,
    opensAt: isoOrNull(intake.open ? undefined : intake.opensAt),
    openUntil: isoOrNull(intake.open ? intake.until : undefined),
    zone: shop.zone,
  };
};

const run = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  const shops = await house.as(customerOr(call)).listShops();
  const now = call.now();
  const { label } = call.page().words;
  const rows = () =>
    shops.map((shop) => {
      const page = call.page(shop.zone);
      const minimum = `${label.minimum} ${wonText(page, shop.minimum)}`;
      return [shop.id, { text: shop.name, tone: 'strong' } as const, minimum, intakeSpan(shop, page)];
    });
  const first = shops[0];
  return answer({
    json: shops.map((shop) => shopJson(shop, now)),
    text: () => table(rows(), call.page().width),
    advice: first
      ? [call.lang === 'ko' ? `메뉴 보기: baedal menu ${first.id}` : `See a menu: baedal menu ${first.id}`]
      : [
          call.lang === 'ko'
            ? '아직 상점이 없어요. 샘플 상점 넣기: baedal seed'
            : 'There are no shops yet. Put in sample shops: baedal seed',
        ],
  });
};

export const shops: Verb = {
  usage: 'shops',
  about: { ko: '상점 목록: 지금 여는지, 아니면 언제 여는지', en: 'list the shops: open or not, and when they open' },
  examples: ['shops', 'shops --json'],
  json: '[{id,name,intake,open,minimum,why,opensAt,openUntil,zone}]',
  needs: 'browse',
  run,
};

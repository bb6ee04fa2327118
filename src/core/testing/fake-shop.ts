import type { Shop, Span } from '../catalog/shop.ts';
import type { ItemId } from '../kinds.ts';
import { won } from '../money.ts';
import type { Cart } from '../ordering/quote.ts';
import { shop } from './story.ts';

const always: readonly Span[] = [{ from: 0, to: 1440 }];
const item = (id: string, name: string, price: number) => ({ id: id as ItemId, name, price: won(price), options: [] });

/** Always open; a stew for 9,000 won, brought for 2,000; and a cup of tea for nothing, when nothing else is to be brought. */
export const fakeShop: Shop = {
  id: shop,
  name: '한끼 김치찌개',
  zone: 'Asia/Seoul',
  location: { latitude: 37.5495, longitude: 126.9138 },
  intake: { state: 'open' },
  hours: [always, always, always, always, always, always, always],
  holidays: [],
  minimum: won(0),
  fees: [{ fee: won(2000), fromAmount: won(1) }, { fee: won(0) }],
  areaMetres: 4000,
  menu: [{ name: '찌개', items: [item('kimchi-jjigae', '김치찌개', 9000), item('tea', '보리차', 0)] }],
};

const cartOf = (id: string, quantity: number): Cart => ({ shop, lines: [{ item: id as ItemId, quantity, choices: [] }] });
/** 20,000 won in all. */
export const twoStews = cartOf('kimchi-jjigae', 2);
export const freeTea = cartOf('tea', 1);

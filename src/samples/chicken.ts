import { always } from './hours.ts';
import { choice, item, one, soldOut, upTo } from './menu.ts';

const cut = one('cut', '부위', choice('whole', '한 마리'), choice('boneless', '순살', 2000), choice('wings', '윙·봉', 3000));
const sauces = upTo(
  3,
  'sauces',
  '소스 추가',
  choice('mustard', '머스타드', 500),
  choice('garlic-mayo', '갈릭마요', 700),
  choice('hot-sauce', '불닭소스', 700),
  choice('onion', '양파크림', 1000),
);
const halves = {
  id: 'halves',
  name: '반반 선택 (두 가지)',
  min: 2,
  max: 2,
  choices: [
    choice('half-fried', '후라이드'),
    choice('half-sweet', '양념'),
    choice('half-soy', '간장마늘', 500),
    { ...choice('half-snow', '치즈눈꽃', 1500), ...soldOut },
  ],
};
const size = one('size', '크기', choice('small', '355ml'), choice('large', '1.25L', 1500));

export const chicken = {
  id: 'shop_chicken',
  name: '홍대 치킨공방',
  zone: 'Asia/Seoul',
  location: { latitude: 37.5563, longitude: 126.9236 },
  intake: { state: 'open' },
  hours: always,
  holidays: [],
  minimum: 15_000,
  fees: [{ fee: 1000, fromAmount: 40_000 }, { fee: 3000, toMetres: 2000 }, { fee: 4500 }],
  areaMetres: 5000,
  menu: [
    {
      name: '치킨',
      items: [
        item('fried', '후라이드치킨', 18_000, '쌀가루 옷으로 바삭하게', cut, sauces),
        item('sweet-spicy', '양념치킨', 19_500, '고추장과 사과로 만든 양념', cut, sauces),
        item('soy-garlic', '간장마늘치킨', 20_000, undefined, cut, sauces),
        item('half-half', '반반치킨', 20_000, '두 가지 맛을 한 상자에', halves, sauces),
        { ...item('snow-cheese', '치즈눈꽃치킨', 21_500, '치즈 가루가 한 봉지 따로', cut), ...soldOut },
      ],
    },
    {
      name: '안주·사이드',
      items: [
        item('fries', '케이준 감자튀김', 5000),
        item('cheese-balls', '치즈볼 5개', 5500),
        item('gizzard', '닭똥집튀김', 9000, '마늘과 청양고추를 함께'),
        item('rice-balls', '주먹밥', 4000),
        item('pickled-radish', '치킨무', 500),
      ],
    },
    {
      name: '음료',
      items: [item('cola', '콜라', 2000, undefined, size), item('cider', '사이다', 2000, undefined, size)],
    },
  ],
};

import { always } from './hours.ts';
import { choice, item, one, soldOut, upTo } from './menu.ts';

const spice = one('spice', '맵기', choice('mild', '순한맛'), choice('normal', '보통맛'), choice('hot', '얼큰한맛'));
const toppings = upTo(
  4,
  'toppings',
  '사리 추가',
  choice('ramen', '라면사리', 1000),
  choice('tofu', '두부', 500),
  choice('spam', '스팸', 2000),
  choice('dumpling', '물만두 3개', 1500),
  { ...choice('cheese', '치즈', 1000), ...soldOut },
);
const riceKind = one('rice-kind', '밥 선택', choice('white-rice', '흰쌀밥'), choice('black-rice', '흑미밥', 500));

export const hanki = {
  id: 'shop_hanki',
  name: '한끼 김치찌개',
  zone: 'Asia/Seoul',
  location: { latitude: 37.5495, longitude: 126.9138 },
  intake: { state: 'open' },
  hours: always,
  holidays: [],
  minimum: 12_000,
  fees: [{ fee: 0, fromAmount: 30_000 }, { fee: 2000, toMetres: 1500 }, { fee: 3000, toMetres: 2500 }, { fee: 4000 }],
  areaMetres: 4000,
  menu: [
    {
      name: '찌개',
      items: [
        item('kimchi-jjigae', '김치찌개', 9000, '묵은지와 국내산 앞다리살을 푹 끓였어요', spice, toppings),
        item('doenjang-jjigae', '차돌 된장찌개', 9500, '집된장에 차돌박이를 듬뿍', toppings),
        item('budae-jjigae', '부대찌개', 10_500, '소시지 세 가지와 라면사리 하나', spice, toppings),
        item('soft-tofu', '해물 순두부찌개', 9500, '바지락과 새우, 몽글몽글한 순두부', spice),
      ],
    },
    {
      name: '볶음·구이',
      items: [
        item('pork-stirfry', '제육볶음 정식', 11_000, '밥, 국, 반찬 네 가지', spice, riceKind),
        item('mackerel', '고등어구이 정식', 12_000, '밥, 국, 반찬 네 가지', riceKind),
        { ...item('soy-crab', '간장게장 정식', 23_000, '연평도 암꽃게 두 마리', riceKind), ...soldOut },
      ],
    },
    {
      name: '곁들임',
      items: [
        item('egg-roll', '계란말이', 6000, '달걀 다섯 개, 두툼하게'),
        item('kimchi-pancake', '김치전', 8000),
        item('seaweed', '도시락김', 1000),
        item('rice', '공깃밥', 1000),
      ],
    },
    {
      name: '음료',
      items: [item('cola', '콜라 500ml', 2500), item('sikhye', '수제 식혜', 3000)],
    },
  ],
};

import { holidays, withBreak } from './hours.ts';
import { choice, item, one, soldOut, upTo } from './menu.ts';

const heat = one(
  'heat',
  '매운 정도',
  choice('kids', '1단계 아이맛'),
  choice('basic', '2단계 기본맛'),
  choice('fire', '3단계 불맛', 500),
  choice('tears', '4단계 눈물맛 🔥', 500),
);
const size = one('size', '양', choice('single', '1인분'), choice('double', '2인분', 4500), choice('family', '4인분', 11_000));
const noodles = upTo(
  1,
  'noodles',
  '면사리',
  choice('ramen', '라면사리', 1000),
  choice('udon', '우동사리', 1500),
  choice('glass-noodle', '납작당면', 1500),
);
const toppings = upTo(
  5,
  'toppings',
  '토핑',
  choice('egg', '삶은 달걀', 800),
  choice('fishcake', '어묵 추가', 1500),
  choice('mozzarella', '모차렐라 치즈', 2500),
  choice('sausage', '비엔나 소시지', 2000),
  { ...choice('quail-egg', '메추리알', 1500), ...soldOut },
);
const dip = one('dip', '찍어 먹기', choice('soy', '간장'), choice('broth', '떡볶이 국물'), choice('no-dip', '필요 없어요'));

export const tteok = {
  id: 'shop_tteok',
  name: '신촌 떡볶이',
  zone: 'Asia/Seoul',
  location: { latitude: 37.5551, longitude: 126.9358 },
  intake: { state: 'open' },
  hours: withBreak,
  holidays,
  minimum: 9000,
  fees: [{ fee: 0, fromAmount: 25_000, toMetres: 1200 }, { fee: 1500, toMetres: 800 }, { fee: 2500, toMetres: 1800 }, { fee: 3500 }],
  areaMetres: 3000,
  menu: [
    {
      name: '떡볶이',
      items: [
        item('rice-tteokbokki', '쌀떡볶이', 5000, '30년 된 고추장 양념', size, heat, noodles, toppings),
        item('wheat-tteokbokki', '밀떡볶이', 4500, undefined, size, heat, noodles, toppings),
        item('rose-tteokbokki', '로제 떡볶이', 7500, '우유와 생크림으로 부드럽게', size, noodles, toppings),
        item('jjajang-tteokbokki', '짜장 떡볶이', 5500, '맵지 않아요', size, noodles, toppings),
      ],
    },
    {
      name: '튀김·순대',
      items: [
        item('fried-mix', '모둠튀김 6개', 5000, '김말이, 오징어, 고구마 두 개씩', dip),
        item('seaweed-rolls', '김말이 4개', 3500, undefined, dip),
        { ...item('squid', '오징어튀김 4개', 5500, undefined, dip), ...soldOut },
        item('sundae', '찹쌀순대', 5000, '간과 허파를 함께 드려요'),
      ],
    },
    {
      name: '김밥·어묵',
      items: [
        item('gimbap', '꼬마김밥 4줄', 4000),
        item('tuna-gimbap', '참치김밥', 4500),
        item('fishcake-soup', '어묵탕', 5500),
        item('fried-rice', '날치알 볶음밥', 4000, '남은 국물에 비벼 드세요'),
      ],
    },
    {
      name: '음료',
      items: [item('coolpis', '쿨피스 복숭아', 2000), item('cider', '사이다 355ml', 2000)],
    },
  ],
};

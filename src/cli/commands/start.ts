import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { screenOptions } from '../screen-options.ts';
import type { Phrase } from '../stop.ts';
import type { Answered, Verb } from '../verb.ts';
import { demo } from './demo.ts';

const plays: Phrase = {
  ko: '주방은 스스로 움직여요. 직접: baedal owner shop_hanki',
  en: 'The kitchen plays itself. Yours: baedal owner shop_hanki',
};
const waits: Phrase = {
  ko: '주방은 직접 맡으세요: baedal owner shop_hanki',
  en: 'The kitchen is yours: baedal owner shop_hanki',
};

/** Everything at once for whoever has just come; without a terminal the story of an order, which needs none. */
const run = async (call: Call): Promise<Answered> => {
  const { isAtTerminal, openScreens } = await import('../screens.ts');
  if ((call.json || !isAtTerminal()) && demo.run) return demo.run(call);
  const [bin] = process.argv.slice(1);
  if (bin === undefined) throw new Error('this program does not know where it is');
  const house = await call.house('create');
  const [{ seedSamples }, { startHelper }] = await Promise.all([import('./seed.ts'), import('../play/start-helper.ts')]);
  const seeded = await seedSamples(house.as(operatorOr(call)), false);
  if (!seeded.ok) return seeded;
  const play = call.values.flag('by-hand') ? [] : ['--play'];
  const helper = startHelper(bin, ['daemon', ...play, '--db', house.file, '--lang', call.lang], `${house.file}.daemon.log`);
  try {
    return await openScreens(call, house, play.length > 0 ? plays : waits);
  } finally {
    await helper.stop();
  }
};

export const start: Verb = {
  usage: 'start',
  about: {
    ko: '한 번에 시작: 샘플 상점, 데몬, 스스로 움직이는 주방과 라이더, 주문 화면',
    en: 'everything at once: sample shops, a daemon, a kitchen and a rider that play themselves, and the screens',
  },
  options: [
    ...screenOptions,
    { flags: '--by-hand', about: { ko: '주방과 라이더는 사람이 맡기', en: 'leave kitchen and rider to people' } },
  ],
  examples: ['start', 'start --by-hand', 'start --db ./try.db --lang en'],
  json: demo.json ?? '',
  needs: 'none',
  run,
};

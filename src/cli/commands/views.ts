import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { pairs } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const run =
  (mode: 'replace' | 'verify') =>
  async (call: Call): Promise<Answered> => {
    const house = await call.house();
    const done = await house.as(operatorOr(call)).rebuildViews(mode);
    if (!done.ok) return done;
    const { views: count, events, differences } = done.value;
    const isWrong = mode === 'verify' && differences.length > 0;
    const text = (): readonly Line[] => {
      const { words, width } = call.page();
      const { label } = words;
      return [
        ...pairs(
          [
            [label.views, String(count)],
            [label.events, String(events)],
            [label.differences, { text: String(differences.length), tone: isWrong ? 'bad' : 'good' }],
          ],
          width,
        ),
        ...differences.map((one) => `  ${one}`),
      ];
    };
    return answer({
      json: { views: count, events, differences },
      text,
      advice: isWrong ? [call.lang === 'ko' ? '바로잡기: baedal views rebuild' : 'Put it right: baedal views rebuild'] : [],
      exit: isWrong ? exits.fault : exits.done,
    });
  };

export const views: Verb = {
  usage: 'views',
  about: { ko: '뷰를 이벤트와 견주거나 다시 만들기', en: 'compare the views with the events, or build them anew' },
  examples: ['views verify', 'views rebuild --json'],
  verbs: [
    {
      usage: 'verify',
      about: { ko: '뷰가 이벤트와 같은지 (다르면 종료 코드 1)', en: 'whether the views are what the events say (exit code 1 if not)' },
      examples: ['views verify'],
      json: '{views,events,differences}',
      needs: 'operate',
      run: run('verify'),
    },
    {
      usage: 'rebuild',
      about: { ko: '뷰를 이벤트로 다시 만들기', en: 'build the views anew from the events' },
      examples: ['views rebuild'],
      json: '{views,events,differences}',
      needs: 'operate',
      run: run('replace'),
    },
  ],
};

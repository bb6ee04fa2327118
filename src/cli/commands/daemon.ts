import { authorize } from '../../core/authorize.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import type { Answered, Verb } from '../verb.ts';

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const { serve } = await import('../serve.ts');
  return serve(call);
};

export const daemon: Verb = {
  usage: 'daemon',
  about: { ko: '데몬: 밀린 일을 하고, 메시지를 보내고, 기한을 지키기', en: 'the daemon: does what waits, sends messages, keeps deadlines' },
  options: [
    { flags: '--once', about: { ko: '지금 할 일만 하고 끝내기', en: 'do what is due now, then end' } },
    {
      flags: '--only <consumers>',
      about: {
        ko: '일부만: 쉼표로 나눈 이름 (kitchen, notify.customer …)',
        en: 'only a part: names with commas (kitchen, notify.customer …)',
      },
    },
    {
      flags: '--play',
      about: {
        ko: '샘플 상점의 주방과 라이더가 스스로 움직이기',
        en: 'let the kitchens and the rider of the sample shops play themselves',
      },
    },
  ],
  examples: ['daemon', 'daemon --once --json', 'daemon --only views,payment,ordering', 'daemon --play'],
  json: '{drained}',
  needs: 'operate',
  run,
};

import { authorize } from '../../core/authorize.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { wrongInput } from '../stop.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';
import type { House } from '../wire.ts';

type Faults = Awaited<ReturnType<ReturnType<House['sandbox']>['faults']['get']>>;

const tell = (faults: Faults, call: Call): Answered =>
  answer({
    json: faults,
    text: () =>
      pairs(
        Object.entries<string>(faults).map(([name, value]) => [name, { text: value, tone: value === 'ok' ? 'good' : 'bad' }]),
        call.page().width,
      ),
  });

const show = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const house = await call.house();
  return tell(await house.sandbox().faults.get(), call);
};

/** `payment=down` → ['payment', 'down'] */
const pairOf = (text: string, names: readonly string[]): readonly [string, string] => {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  if (names.includes(name)) return [name, text.slice(at + 1)];
  const forms = names.map((known) => `${known}=…`).join(' ');
  throw wrongInput('faults', { ko: `'${text}' 대신 이렇게 적으세요: ${forms}`, en: `write ${forms}, not '${text}'` });
};

const set = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const house = await call.house('create');
  const box = house.sandbox().faults;
  const names = Object.keys(await box.get());
  const wanted: Partial<Faults> = Object.fromEntries(call.args.map((text) => pairOf(text, names)));
  try {
    await box.set(wanted);
  } catch (error) {
    // The sandbox says which values there are.
    if (error instanceof RangeError) throw wrongInput('faults', { ko: error.message, en: error.message });
    throw error;
  }
  return tell(await box.get(), call);
};

export const faults: Verb = {
  usage: 'faults',
  about: { ko: '샌드박스의 고장: 보기와 만들기', en: 'faults of the sandbox: see them, set them' },
  examples: ['faults', 'faults set payment=timeout-after*1', 'faults set payment=ok messenger=down'],
  json: '{payment,lookup,void,refund,messenger}',
  needs: 'operate',
  run: show,
  verbs: [
    {
      usage: 'set <fault...>',
      about: {
        ko: 'payment, lookup, void, refund, messenger = 고장 (ok로 고침)',
        en: 'payment, lookup, void, refund, messenger = a fault; ok mends it',
      },
      examples: ['faults set payment=down', 'faults set payment=late:20000*1 lookup=down', 'faults set payment=ok'],
      json: '{payment,lookup,void,refund,messenger}',
      needs: 'operate',
      run: set,
    },
  ],
};

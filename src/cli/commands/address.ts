import type { Profile, SavedAddress } from '../../core/profile/profile.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { customerOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { customerFor } from '../customer.ts';
import { readAddress, readLabel, readLocation, readNote } from '../ingest.ts';
import { shapes } from '../shapes.ts';
import { table } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const labelOf = ({ args }: Call): string => readLabel(args[0], 20);

const answerAddresses = (done: Result<Profile, Refusal>, call: Call): Answered => {
  if (!done.ok) return done;
  const { addresses, defaultAddress } = done.value;
  const page = call.page();
  const mark = (label: string) => (label === defaultAddress ? ({ text: page.words.label.isDefault, tone: 'good' } as const) : '');
  const json = ({ label, text, location, note }: SavedAddress) => ({
    ...{ label, text, location: location ?? null, riderNote: note ?? null },
    isDefault: label === defaultAddress,
  });
  return answer({
    json: addresses.map(json),
    text: () =>
      table(
        addresses.map(({ label, text }) => [{ text: label, tone: 'strong' }, mark(label), text]),
        page.width,
      ),
    advice:
      addresses.length > 0
        ? []
        : [
            call.lang === 'ko'
              ? '저장한 주소가 없어요. 저장하기: baedal address add 집 "서울시 마포구 월드컵로 1"'
              : 'No address is kept. Keep one: baedal address add home "서울시 마포구 월드컵로 1"',
          ],
  });
};

const list = async (call: Call): Promise<Answered> => {
  const house = await call.house();
  return answerAddresses(await house.as(customerOr(call)).profile(), call);
};

const addressFrom = (call: Call): SavedAddress => {
  const [at, note] = [call.values.text('at'), call.values.text('rider-note')];
  return {
    label: labelOf(call),
    text: readAddress(call.args[1] ?? ''),
    ...(at !== undefined && { location: readLocation(at) }),
    ...(note !== undefined && { note: readNote(note, '--rider-note') }),
  };
};

const add = async (call: Call): Promise<Answered> => {
  const address = addressFrom(call);
  const house = await call.house();
  const app = house.as(customerFor(call, house.env).acting());
  return answerAddresses(await app.saveAddress(address, { makeDefault: call.values.flag('default') }), call);
};

const byLabel =
  (change: 'removeAddress' | 'defaultAddress') =>
  async (call: Call): Promise<Answered> => {
    const label = labelOf(call);
    const house = await call.house();
    return answerAddresses(await house.as(customerOr(call))[change](label), call);
  };

export const address: Verb = {
  usage: 'address',
  about: { ko: '저장한 배달 주소', en: 'the addresses that are kept' },
  examples: ['address add 집 "서울시 마포구 월드컵로 1"', 'address list'],
  verbs: [
    {
      usage: 'list',
      about: { ko: '목록', en: 'list them' },
      examples: ['address list --json'],
      json: shapes.addresses,
      needs: 'order',
      run: list,
    },
    {
      usage: 'add <label> <address>',
      about: { ko: '저장: 같은 이름이면 바꿈, 첫 주소는 기본', en: 'keep one; a known label is replaced, the first is the default' },
      options: [
        { flags: '--at <lat,lng>', about: { ko: '위도,경도 (배달비와 지역 확인)', en: 'latitude,longitude, for fee and area' } },
        { flags: '--rider-note <text>', about: { ko: '늘 라이더에게 남길 말', en: 'for the rider, every time' } },
        { flags: '--default', about: { ko: '기본 주소로', en: 'make it the default' } },
      ],
      examples: ['address add 집 "서울시 마포구 월드컵로 1" --at 37.556,126.91 --rider-note "문 앞에 두세요"'],
      json: shapes.addresses,
      needs: 'order',
      run: add,
    },
    {
      usage: 'remove <label>',
      about: { ko: '지우기', en: 'take one away' },
      examples: ['address remove 집'],
      json: shapes.addresses,
      needs: 'order',
      run: byLabel('removeAddress'),
    },
    {
      usage: 'default <label>',
      about: { ko: '기본 주소로', en: 'make it the default' },
      examples: ['address default 집'],
      json: shapes.addresses,
      needs: 'order',
      run: byLabel('defaultAddress'),
    },
  ],
};

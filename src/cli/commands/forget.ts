import { authorize } from '../../core/authorize.ts';
import type { CustomerId, OrderId } from '../../core/kinds.ts';
import { keepMessages } from '../../gateways/message/open-message-log.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { readId } from '../parse.ts';
import { messageLog, profileFile } from '../paths.ts';
import { readProfile } from '../profile.ts';
import { Stop } from '../stop.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';
import type { House } from '../wire.ts';

const stillOpen = (customer: CustomerId, open: string): Stop =>
  new Stop(
    'INVALID_TRANSITION',
    exits.wrongState,
    {
      ko: `아직 끝나지 않은 것이 있어 지울 수 없어요: ${open}. 끝난 뒤에 다시 하세요`,
      en: `Something of theirs is still under way: ${open}. Nothing was erased; try again when it has ended`,
    },
    { command: 'forget', state: 'active', customer, open },
  );

/** Sent to them, or about one of their orders to somebody else. */
const isAbout =
  (customer: CustomerId, orders: readonly OrderId[]) =>
  (to: string, id: string): boolean =>
    to === `customer:${customer}` || orders.some((order) => id.includes(`/${order}@`) || id.includes(`/${order}/`));

const forgetMessages = async (house: House, customer: CustomerId, orders: readonly OrderId[]) => {
  const isTheirs = isAbout(customer, orders);
  const logged = keepMessages(messageLog(house.file), ({ to, id }) => !isTheirs(to, id));
  const phones = await house.sandbox().kakao.erase(({ role, recipient, id }) => isTheirs(`${role}:${recipient}`, id));
  return { logged, phones };
};

const adviceFor = (call: Call, customer: CustomerId, scrubbed: boolean): readonly string[] => {
  const isKorean = call.lang === 'ko';
  const file = profileFile(call.env);
  const isHere = readProfile(file)?.customer === customer;
  return [
    ...(scrubbed
      ? []
      : [
          isKorean
            ? '다른 프로세스가 읽는 중이라 파일에 흔적이 남아 있어요. 모두 끈 뒤에 다시 하세요'
            : 'Others are reading, so traces are left in the log of the file. Do it again when nothing runs',
        ]),
    ...(isHere ? [isKorean ? `이 사용자의 프로필이 남아 있어요: ${file}` : `The profile of this person is still here: ${file}`] : []),
    isKorean ? '이전 백업에는 아직 남아 있어요. 보관 기한에 지우세요' : 'Backups of before still hold it; let them expire',
  ];
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const customer = readId('customer', call.args[0]);
  const house = await call.house();
  const traces = await house.as(operatorOr(call)).tracesOf(customer);
  if (!traces.ok) return traces;
  const { keys, orders, open } = traces.value;
  if (open !== undefined) throw stillOpen(customer, open);
  const { erased, scrubbed } = await house.store.erase(keys);
  const { logged, phones } = await forgetMessages(house, customer, orders);
  const isKorean = call.lang === 'ko';
  return answer({
    json: { customer, orders: orders.length, documents: erased, logLines: logged, sandboxMessages: phones, scrubbed },
    text: () =>
      pairs(
        [
          [isKorean ? '고객' : 'customer', customer],
          [isKorean ? '남은 주문 기록' : 'orders that stay', String(orders.length)],
          [isKorean ? '지운 문서' : 'documents erased', { text: String(erased), tone: 'good' }],
          [isKorean ? '지운 메시지 기록' : 'log lines erased', String(logged)],
          [isKorean ? '지운 샌드박스 메시지' : 'sandbox messages erased', String(phones)],
        ],
        call.page().width,
      ),
    advice: adviceFor(call, customer, scrubbed),
  });
};

export const forget: Verb = {
  usage: 'forget <customer>',
  about: {
    ko: '고객의 개인정보 지우기 (주소, 전화, 메모, 장바구니, 메시지 기록). 돈의 기록은 남음',
    en: 'erase the personal data of a customer: addresses, phones, notes, carts, messages; records of money stay',
  },
  examples: ['forget cus_7k2m9p4qrs', 'forget cus_7k2m9p4qrs --json'],
  json: '{customer,orders,documents,logLines,sandboxMessages,scrubbed}',
  needs: 'operate',
  run,
};

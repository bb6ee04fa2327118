import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { authorize } from '../../core/authorize.ts';
import { type Draft, newDraft } from '../../store/sqlite/open-draft.ts';
import { type Imported, importInto } from '../../store/sqlite/open-import.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { configured } from '../config-file.ts';
import { exits } from '../exit.ts';
import { houseFile } from '../house-file.ts';
import { linesOf } from '../lines-of.ts';
import { asideSuffix, damagedFile, inUse } from '../moving-in.ts';
import { lineFaultText } from '../show/line-fault.ts';
import { Stop, wrongInput } from '../stop.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';
import { openHouse } from '../wire.ts';

const bytesOf = (call: Call): AsyncIterable<Uint8Array> => {
  const name = call.args[0] ?? '-';
  if (name === '-') return process.stdin;
  const file = resolve(name);
  if (!existsSync(file)) throw wrongInput('file', { ko: `그런 파일이 없어요: ${file}`, en: `there is no file ${file}` });
  return createReadStream(file);
};

/** Nothing is poured over what is there. */
const refuseExisting = (file: string): void => {
  if (!existsSync(file)) return;
  throw new Stop(
    'ALREADY_EXISTS',
    exits.wrongState,
    {
      ko: `이미 데이터베이스가 있어요: ${file}. 새 자리를 고르세요: --db <file>`,
      en: `There is a database already: ${file}. Choose a new place: --db <file>`,
    },
    { file },
  );
};

type Rebuilt = { readonly views: number };
/** The draft as a house: its views are folded from the events, its chain and its file are looked through. */
const settle = async (call: Call, draft: Draft, name: string): Promise<Rebuilt> => {
  const { store, close } = await openHouse({ file: draft.file, create: false, env: configured(call.env), sandboxOf: houseFile(call) });
  try {
    const { broken } = await store.verifyChain();
    const faults = [...broken.map(({ event, what }) => `${event}: ${what}`), ...(await store.faults())];
    if (faults.length > 0) throw damagedFile(name, faults);
    const { views } = await store.rebuild('replace');
    await store.settleIn(call.now());
    return { views };
  } finally {
    await close();
  }
};

const told = (call: Call, file: string, { header, droppedMessages }: Imported, { views }: Rebuilt): Answered => {
  const { events, documents, work } = header;
  const isKorean = call.lang === 'ko';
  return answer({
    json: { file, events, documents, work: work - droppedMessages, droppedMessages, views, exportedAt: header.exportedAt },
    text: () =>
      pairs(
        [
          [isKorean ? '새 데이터베이스' : 'database', { text: file, tone: 'strong' }],
          [isKorean ? '이벤트' : 'events', String(events)],
          [isKorean ? '문서' : 'documents', String(documents)],
          [isKorean ? '다시 만든 뷰' : 'views rebuilt', String(views)],
          [isKorean ? '이어서 할 일' : 'work that goes on', String(work - droppedMessages)],
          [isKorean ? '보내지 않을 메시지' : 'messages left behind', String(droppedMessages)],
        ],
        Math.max(call.page().width, file.length + 30),
      ),
    advice: [
      isKorean
        ? '이전 집의 데몬을 끄고 나서 여기서 데몬을 켜세요'
        : 'Start a daemon here only after that of the house before was stopped for good',
    ],
  });
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const file = houseFile(call);
  refuseExisting(file);
  const draft = newDraft(file);
  try {
    const taken = await importInto(draft.file, linesOf(bytesOf(call)), { keepMessages: call.values.flag('messages') });
    if (!taken.ok) {
      const { line, what } = taken.error;
      const text = lineFaultText(what);
      throw wrongInput('file', {
        ko: `${line}번째 줄: ${text.ko}. 가져온 것은 없어요`,
        en: `line ${line}: ${text.en}. Nothing was imported`,
      });
    }
    const rebuilt = await settle(call, draft, call.args[0] ?? '-');
    refuseExisting(file);
    const placed = draft.putInPlace(asideSuffix(call.now()));
    if (!placed.ok) throw inUse(file, placed.error.pids);
    return told(call, file, taken.value, rebuilt);
  } finally {
    draft.discard();
  }
};

/** `import` is a word of the language. */
export const importVerb: Verb = {
  usage: 'import <file>',
  about: {
    ko: 'export 결과로 새 데이터베이스 만들기 (보낸 메시지와 환불은 다시 하지 않음)',
    en: 'make a new database of an export; no message and no refund is done again',
  },
  options: [{ flags: '--messages', about: { ko: '기다리던 메시지는 여기서 보내기', en: 'send from here the messages that were waiting' } }],
  examples: ['import house.jsonl --db ./moved.db', 'import - --db ./moved.db'],
  json: '{file,events,documents,work,droppedMessages,views,exportedAt}',
  needs: 'operate',
  run,
};

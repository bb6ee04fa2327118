import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { authorize } from '../../core/authorize.ts';
import { no, ok, type Result } from '../../core/result.ts';
import { isOfTheStore } from '../../core/store-errors.ts';
import { type Backup, copySoundly, type NoBackup, writeBackup } from '../../store/sqlite/open-backup.ts';
import { operatorOr } from '../actor.ts';
import { bytesText } from '../bytes.ts';
import type { Call } from '../call.ts';
import { existingHouse } from '../house-file.ts';
import { isoOrNull } from '../iso.ts';
import { noBackup } from '../no-backup.ts';
import { bankFile } from '../paths.ts';
import { wrongInput } from '../stop.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

/** What belongs to a house; a backup in its place would be the end of it. */
const partsOf = (file: string): readonly string[] =>
  ['', '-wal', '-shm', '-journal', '.bell', '.bank', '.bank-wal', '.bank-shm', '.kakao.log'].map((suffix) => `${file}${suffix}`);

const targetOf = (call: Call, source: string): string => {
  const text = call.args[0] ?? '';
  if (text.trim() === '' || text.includes('\0')) throw wrongInput('file', { ko: '파일 경로를 적으세요', en: 'write the path of a file' });
  const target = resolve(text);
  if ([target, `${target}.bank`].every((one) => !partsOf(source).includes(one))) return target;
  throw wrongInput('file', { ko: `쓰고 있는 파일이에요: ${target}`, en: `${target} is in use by the house itself` });
};

const copyBank = async (source: string, target: string, replace: boolean): Promise<Result<string | undefined, NoBackup>> => {
  if (!existsSync(bankFile(source))) return ok(undefined);
  const copied = await copySoundly({ source: bankFile(source), target: bankFile(target), replace });
  return copied.ok ? ok(bankFile(target)) : copied;
};

/** Told to doctor. A house that cannot be written at this moment has its backup all the same. */
const note = async (call: Call, target: string, { counts }: Backup): Promise<Result<void, 'not-noted'>> => {
  try {
    const house = await call.house();
    const noted = await house.as(operatorOr(call)).noteBackup({ at: call.now(), file: target, lastPosition: counts.lastPosition });
    return noted.ok ? ok(undefined) : no('not-noted');
  } catch (error) {
    if (!(error instanceof Error) || !isOfTheStore(error)) throw error;
    return no('not-noted');
  }
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const source = existingHouse(call);
  const target = targetOf(call, source);
  const replace = call.values.flag('replace');
  const made = await writeBackup({ source, target, replace });
  if (!made.ok) throw noBackup(target, made.error);
  const bank = call.values.flag('bank') ? await copyBank(source, target, replace) : ok(undefined);
  if (!bank.ok) throw noBackup(bankFile(target), bank.error);
  const noted = await note(call, target, made.value);
  const { counts, bytes, sha256 } = made.value;
  const { lastAt, ...numbers } = counts;
  const isKorean = call.lang === 'ko';
  return answer({
    json: { file: target, bytes, sha256, ...numbers, lastAt: isoOrNull(lastAt), bank: bank.value ?? null, noted: noted.ok },
    text: () =>
      pairs(
        [
          [isKorean ? '백업' : 'backup', { text: target, tone: 'strong' }],
          [isKorean ? '크기' : 'size', bytesText(bytes)],
          [isKorean ? '이벤트' : 'events', String(counts.events)],
          [isKorean ? '문서' : 'documents', String(counts.documents)],
          ['SHA-256', sha256],
          bank.value === undefined ? undefined : [isKorean ? '샌드박스 은행' : 'sandbox bank', bank.value],
          [isKorean ? '검사' : 'checked', { text: isKorean ? '파일, 해시 체인, 개수' : 'file, hash chain, counts', tone: 'good' }],
        ],
        Math.max(call.page().width, target.length + 20, sha256.length + 20),
      ),
    advice: noted.ok ? [] : [isKorean ? '백업했다는 기록은 남기지 못했어요' : 'That it was made could not be noted in the house'],
  });
};

export const backup: Verb = {
  usage: 'backup <file>',
  about: { ko: '쓰는 중에도 온전한 백업을 만들고 검사하기', en: 'make a whole backup while everything runs, and look it through' },
  options: [
    { flags: '--replace', about: { ko: '있는 파일을 새 백업으로 바꾸기', en: 'put it in the place of a file that is there' } },
    { flags: '--bank', about: { ko: '샌드박스 은행도 <file>.bank 파일로', en: 'the sandbox bank too, as <file>.bank' } },
  ],
  examples: ['backup baedal-2026-11-22.db', 'backup /var/backups/baedal.db --replace --json'],
  json: '{file,bytes,sha256,schema,events,streams,documents,work,lastPosition,lastAt,bank,noted}',
  needs: 'operate',
  run,
};

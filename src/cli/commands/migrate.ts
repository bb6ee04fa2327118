import { authorize } from '../../core/authorize.ts';
import { writeBackup } from '../../store/sqlite/open-backup.ts';
import { schemaOf } from '../../store/sqlite/open-schema.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { existingHouse } from '../house-file.ts';
import { openHouseStore } from '../house-store.ts';
import { asideSuffix } from '../moving-in.ts';
import { noBackup } from '../no-backup.ts';
import { pairs } from '../table.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

/** The backup first, and looked through: then every step in a transaction of its own. */
const apply = async (file: string, now: number): Promise<string> => {
  const target = `${file}${asideSuffix(now)}`;
  const made = await writeBackup({ source: file, target, replace: false });
  if (!made.ok) throw noBackup(target, made.error);
  const store = await openHouseStore(file, false, true);
  await store.close();
  return target;
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const file = existingHouse(call);
  const { found, known, steps } = await schemaOf(file);
  const isApplied = call.values.flag('apply') && steps.length > 0;
  const backup = isApplied ? await apply(file, call.now()) : undefined;
  const isKorean = call.lang === 'ko';
  const upToDate = isKorean ? '최신' : 'up to date';
  return answer({
    json: { file, schema: isApplied ? known : found, known, steps, applied: isApplied, backup: backup ?? null },
    text: () =>
      pairs(
        [
          [isKorean ? '데이터베이스' : 'database', file],
          [isKorean ? '스키마' : 'schema', isApplied ? `${found} → ${known}` : `${found} / ${known}`],
          [isKorean ? '할 일' : 'steps', steps.length === 0 ? { text: upToDate, tone: 'good' } : steps.join(', ')],
          backup === undefined ? undefined : [isKorean ? '이전 백업' : 'backup of before', backup],
        ],
        Math.max(call.page().width, file.length + 50),
      ),
    advice:
      steps.length > 0 && !isApplied
        ? [isKorean ? '백업하고 올리기: baedal migrate --apply' : 'Back it up and do it: baedal migrate --apply']
        : [],
  });
};

export const migrate: Verb = {
  usage: 'migrate',
  about: {
    ko: '데이터베이스 형식 올리기: 보기, --apply로 백업 후 적용',
    en: 'bring the schema up to date: shown, or with --apply backed up and done',
  },
  options: [{ flags: '--apply', about: { ko: '백업을 만들고 적용', en: 'make a backup, then do it' } }],
  examples: ['migrate', 'migrate --apply'],
  json: '{file,schema,known,steps,applied,backup}',
  needs: 'operate',
  run,
};

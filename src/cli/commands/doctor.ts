import { authorize } from '../../core/authorize.ts';
import { padTo, textWidth, wrap } from '../../core/text-width.ts';
import type { Lang } from '../../words/lang.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { type Check, type CheckName, checkNames, type Level } from '../doctor/check.ts';
import { lookAtAll } from '../doctor/look.ts';
import { exits } from '../exit.ts';
import type { Phrase } from '../stop.ts';
import type { Line, Tone } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const names: Readonly<Record<CheckName, Phrase>> = {
  runtime: { ko: '실행 환경', en: 'runtime' },
  settings: { ko: '설정', en: 'settings' },
  permissions: { ko: '파일 권한', en: 'permissions' },
  schema: { ko: '스키마', en: 'schema' },
  integrity: { ko: '파일', en: 'integrity' },
  chain: { ko: '해시 체인', en: 'hash chain' },
  views: { ko: '뷰', en: 'views' },
  promises: { ko: '약속', en: 'promises' },
  payments: { ko: '결제', en: 'payments' },
  refunds: { ko: '환불', en: 'refunds' },
  books: { ko: '장부', en: 'books' },
  outbox: { ko: '할 일', en: 'outbox' },
  daemon: { ko: '데몬', en: 'daemon' },
  disk: { ko: '디스크', en: 'disk' },
  clock: { ko: '시계', en: 'clock' },
  backup: { ko: '백업', en: 'backup' },
  leftovers: { ko: '남은 파일', en: 'leftovers' },
};
const levels: Readonly<Record<Level, Phrase & { readonly tone: Tone }>> = {
  good: { ko: '정상', en: 'ok', tone: 'good' },
  warn: { ko: '주의', en: 'warn', tone: 'warn' },
  bad: { ko: '이상', en: 'BAD', tone: 'bad' },
  skipped: { ko: '안 봄', en: 'skip', tone: 'faint' },
};

const widest = (lang: Lang, all: readonly Phrase[]): number => Math.max(...all.map((one) => textWidth(one[lang])));

const linesOf = (checks: readonly Check[], lang: Lang, width: number): readonly Line[] => {
  const left = widest(lang, Object.values(levels)) + 2;
  const middle = widest(
    lang,
    checkNames.map((name) => names[name]),
  );
  const indent = ' '.repeat(left + middle + 2);
  return checks.flatMap(({ check, level, found, todo }): readonly Line[] => {
    const { tone } = levels[level];
    const [first = '', ...more] = wrap(found[lang], width - indent.length);
    return [
      [{ text: padTo(levels[level][lang], left), tone }, padTo(names[check][lang], middle + 2), first],
      ...more.map((line) => `${indent}${line}`),
      ...(todo === undefined ? [] : wrap(`→ ${todo[lang]}`, width - indent.length).map((line): Line => [indent, { text: line, tone }])),
    ];
  });
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const checks = await lookAtAll(call);
  const isBad = checks.some(({ level }) => level === 'bad');
  const { lang } = call;
  return answer({
    json: {
      healthy: !isBad,
      checks: checks.map(({ check, level, found, todo }) => ({ check, level, found: found[lang], todo: todo?.[lang] ?? null })),
    },
    text: () => linesOf(checks, lang, call.page().width),
    exit: isBad ? exits.fault : exits.done,
  });
};

export const doctor: Verb = {
  usage: 'doctor',
  about: {
    ko: '설치 전체를 살펴보고, 이상마다 할 일을 알려 주기 (이상이 있으면 종료 코드 1)',
    en: 'look at the whole installation; each line says what to do (exit code 1 if something is wrong)',
  },
  examples: ['doctor', 'doctor --json'],
  json: '{healthy,checks:[{check,level,found,todo}]}',
  needs: 'operate',
  run,
};

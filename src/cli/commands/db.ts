import { authorize } from '../../core/authorize.ts';
import { type NotAsked, openShell, type Rows, type Shell } from '../../store/sqlite/open-shell.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { existingHouse } from '../house-file.ts';
import { readWhole } from '../parse.ts';
import { converse } from '../sql-prompt.ts';
import { type Phrase, wrongInput } from '../stop.ts';
import { table } from '../table.ts';
import { isTerminal, type Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const shownRows = ({ columns, rows }: Rows, width: number): readonly Line[] =>
  table(
    [
      columns.map((name) => ({ text: name, tone: 'faint' as const })),
      ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ],
    width,
  );

const moreText = (call: Call, most: number): string =>
  call.lang === 'ko' ? `처음 ${most}개만 보였어요 (--limit)` : `only the first ${most} are shown (--limit)`;

const notAsked = (not: NotAsked): Phrase =>
  not.why === 'refused'
    ? { ko: not.said, en: not.said }
    : { ko: '행을 읽는 문장만 실행해요', en: 'only statements that read rows are run here' };

const oneShot = (shell: Shell, sql: string, most: number, call: Call): Answered => {
  const found = shell.ask(sql, most);
  if (!found.ok) throw wrongInput('sql', notAsked(found.error));
  const { columns, rows, more } = found.value;
  return answer({
    json: { columns, rows: rows.map((row) => row.map((cell) => (typeof cell === 'bigint' ? String(cell) : cell))), more },
    text: () => shownRows(found.value, call.page().width),
    advice: more ? [moreText(call, most)] : [],
  });
};

const shell = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const most = readWhole(call.values.text('limit') ?? '1000', '--limit', 1, 1_000_000);
  const sql = call.args[0];
  const opened = await openShell(existingHouse(call));
  try {
    if (sql !== undefined) return oneShot(opened, sql, most, call);
    await converse({
      isPerson: isTerminal(1) && process.stdin.isTTY,
      lang: call.lang,
      answer: (asked) => {
        const found = opened.ask(asked, most);
        if (!found.ok) return [{ text: notAsked(found.error)[call.lang], tone: 'bad' }];
        return [...shownRows(found.value, call.page().width), ...(found.value.more ? [moreText(call, most)] : [])];
      },
      paint: call.paint,
    });
    return 'told';
  } finally {
    opened.close();
  }
};

export const db: Verb = {
  usage: 'db',
  about: { ko: '데이터베이스 들여다보기 (읽기만)', en: 'look into the database, only to read' },
  examples: ['db shell', 'db shell "select type, count(*) from events group by type"'],
  verbs: [
    {
      usage: 'shell [sql]',
      about: { ko: 'SQL 한 번 또는 대화로. 아무것도 쓸 수 없음', en: 'SQL, once or in a conversation; nothing can be written' },
      options: [{ flags: '--limit <n>', about: { ko: '최대 행 수 (기본 1000)', en: 'how many rows at most (1000)' } }],
      examples: ['db shell', 'db shell "select type, count(*) from events group by type" --json'],
      json: '{columns,rows,more}',
      needs: 'operate',
      run: shell,
    },
  ],
};

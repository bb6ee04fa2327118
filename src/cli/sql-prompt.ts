import { createInterface } from 'node:readline';
import type { Lang } from '../words/lang.ts';
import { linesOf } from './lines-of.ts';
import { type Line, type Paint, say, writeLines } from './terminal.ts';

export type Conversation = {
  /** Somebody types at a terminal; otherwise the statements come from a file or a pipe. */
  readonly isPerson: boolean;
  readonly lang: Lang;
  readonly answer: (sql: string) => readonly Line[];
  readonly paint: Paint;
};

const welcome = {
  ko: '읽기만 하는 SQL. 문장은 ; 로 끝내고, 나가기는 Ctrl-D 또는 .exit, 표 목록은 .tables',
  en: 'SQL, only to read. End a statement with ; and leave with Ctrl-D or .exit. .tables lists the tables',
};
const tables = "select name from sqlite_schema where type = 'table' order by name";

/** Lines are gathered until a statement is whole. Undefined asks for more, 'exit' for the end. */
const gatherer = () => {
  let before = '';
  return (line: string): string | undefined => {
    if (before === '' && ['.exit', '.quit'].includes(line.trim())) return '.exit';
    if (before === '' && line.trim() === '.tables') return tables;
    before = `${before}${line}\n`;
    if (before.trim() === '') before = '';
    if (!before.trimEnd().endsWith(';')) return undefined;
    const whole = before.trim();
    before = '';
    return whole;
  };
};

/** While a long statement runs nobody else can hear Ctrl-C: the terminal itself must end us. */
const withCtrlC = (work: () => void): void => {
  process.stdin.setRawMode(false);
  work();
  process.stdin.setRawMode(true);
};

const ofAPerson = ({ answer, paint }: Conversation): Promise<void> =>
  new Promise((done, fail) => {
    const gather = gatherer();
    const typed = createInterface({ input: process.stdin, output: process.stderr, prompt: 'baedal> ', historySize: 500 });
    const hear = (line: string) => {
      const sql = gather(line);
      if (sql === '.exit') return typed.close();
      if (sql !== undefined) withCtrlC(() => writeLines(answer(sql), paint));
      typed.setPrompt(sql === undefined && line.trim() !== '' ? '   ...> ' : 'baedal> ');
      typed.prompt();
    };
    typed.once('close', done).on('line', (line) => {
      try {
        hear(line);
      } catch (error) {
        typed.close();
        fail(error);
      }
    });
    typed.prompt();
  });

const ofAPipe = async ({ answer, paint }: Conversation): Promise<void> => {
  const gather = gatherer();
  for await (const line of linesOf(process.stdin)) {
    const sql = gather(line);
    if (sql === '.exit') return;
    if (sql !== undefined) writeLines(answer(sql), paint);
  }
  const rest = gather(';');
  if (rest !== undefined && rest !== ';') writeLines(answer(rest), paint);
};

/** Statements in, rows out, until the end. */
export const converse = async (conversation: Conversation): Promise<void> => {
  if (!conversation.isPerson) return ofAPipe(conversation);
  say([welcome[conversation.lang]]);
  return ofAPerson(conversation);
};

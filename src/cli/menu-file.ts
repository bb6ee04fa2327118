import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Problem } from '../core/catalog/problem.ts';
import { readShopFile, type ShopFile } from '../core/catalog/read-shop-file.ts';
import type { Shop } from '../core/catalog/shop.ts';
import { complaintText } from '../words/shop-problem.ts';
import type { Call } from './call.ts';
import { exits } from './exit.ts';
import { type Place, type ReadYaml, readYaml } from './menu-yaml.ts';
import { type Phrase, Stop, wrongInput } from './stop.ts';
import { isTerminal, say } from './terminal.ts';

const mostBytes = 2_000_000;
const mostTold = 10;

/** The text of a file, and what it is called where something is wrong with it. `-` is stdin. */
export type MenuText = { readonly name: string; readonly text: string };

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
const unreadable = (file: string, why: Phrase): Stop => wrongInput(file, why);

// No more than it takes to know that it is too much: a pipe need not have an end.
const readBounded = (file: number): Buffer | undefined => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const count = readSync(file, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    bytes += count;
    if (bytes > mostBytes) return undefined;
  }
};

export const readMenuText = (file: string): MenuText => {
  const isStdin = file === '-';
  let opened: number | undefined;
  try {
    opened = isStdin ? 0 : openSync(file, 'r');
    if (fstatSync(opened).isDirectory()) throw unreadable(file, { ko: '파일이 아니라 폴더예요', en: 'it is a folder, not a file' });
    const read = readBounded(opened);
    if (read) return { name: isStdin ? 'stdin' : basename(file), text: read.toString('utf8') };
    throw unreadable(file, { ko: `파일이 너무 커요 (${mostBytes / 1e6} MB까지)`, en: `it is too big (${mostBytes / 1e6} MB at most)` });
  } catch (error) {
    if (error instanceof Stop) throw error;
    const code = codeOf(error);
    throw unreadable(file, { ko: `파일을 읽을 수 없어요 (${code})`, en: `the file cannot be read (${code})` });
  } finally {
    if (opened !== undefined && !isStdin) closeSync(opened);
  }
};

/** One thing that is wrong, where an editor can go: `menu.yaml:12:5`. */
type Wrong = Place & { readonly field: string; readonly phrase: Phrase };

const sentence = (name: string, { line, column, phrase }: Wrong, lang: keyof Phrase): string => `${name}:${line}:${column} ${phrase[lang]}`;

const stopFor = (name: string, found: readonly Wrong[], { json, lang }: Pick<Call, 'json' | 'lang'>): Stop => {
  const all = found.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const told = all.slice(0, mostTold);
  const more = all.length - told.length;
  const joined = (tongue: keyof Phrase) => told.map((one) => sentence(name, one, tongue)).join('; ');
  // A person who looks on gets a line for each; whoever reads a pipe, one for all.
  const isList = all.length > 1 && !json && isTerminal(2);
  if (isList) say(all.map((one) => sentence(name, one, lang)));
  const details = { file: name, problems: all.map(({ phrase, ...rest }) => ({ ...rest, message: phrase[lang] })) };
  const phrase: Phrase = isList
    ? { ko: `${name}: 고칠 곳 ${all.length}군데. 바꾼 것은 없어요`, en: `${name}: ${all.length} problems. Nothing was changed` }
    : {
        ko: `${joined('ko')}${more > 0 ? ` (그 밖에 ${more}군데)` : ''}`,
        en: `${joined('en')}${more > 0 ? ` (and ${more} more)` : ''}`,
      };
  return new Stop('INVALID_DOCUMENT', exits.usage, phrase, details);
};

// Its place is said before it, so the last part of the path is enough.
const lastPart = (field: string): string => /[^.]*$/.exec(field)?.[0] ?? field;

const wrongOf = (name: string, { field, problem }: Problem, placeOf: (field: string) => Place): Wrong => {
  const by = problem.kind === 'id-taken' ? placeOf(problem.by) : undefined;
  const said = by && problem.kind === 'id-taken' ? { ...problem, by: `${name}:${by.line}:${by.column}` } : problem;
  const part = lastPart(field);
  const told = (lang: keyof Phrase, gap: string) => `${part === '' ? '' : `${part}${gap}`}${complaintText(said, lang)}`;
  return { field, ...placeOf(field), phrase: { ko: told('ko', ': '), en: told('en', ' ') } };
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const missing = (value: unknown, need: readonly string[]): readonly Problem[] =>
  isObject(value) ? need.filter((key) => !Object.hasOwn(value, key)).map((field) => ({ field, problem: { kind: 'empty' } })) : [];

/** Reads a shop upon `before`; throws the list of what is wrong, each with line and column. `need`: what the file may not leave out. */
export type ReadMenu = (before: Shop, need?: readonly string[]) => ShopFile;

export const menuReader = ({ name, text }: MenuText, call: Pick<Call, 'json' | 'lang'>): ReadMenu => {
  const yaml: ReadYaml = readYaml(text);
  if (!yaml.ok) throw stopFor(name, [{ field: '', ...yaml.place, phrase: yaml.problem }], call);
  return (before, need = []) => {
    const read = readShopFile(yaml.value, before);
    const lacking = missing(yaml.value, need);
    if (read.ok && lacking.length === 0) return read.value;
    const problems = [...lacking, ...(read.ok ? [] : read.error)];
    throw stopFor(
      name,
      problems.map((one) => wrongOf(name, one, yaml.placeOf)),
      call,
    );
  };
};

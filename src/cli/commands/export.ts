import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { authorize } from '../../core/authorize.ts';
import { exportHouse } from '../../store/sqlite/open-export.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { exits } from '../exit.ts';
import { existingHouse } from '../house-file.ts';
import { Stop } from '../stop.ts';
import { jsonLine, writeDrawing } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const lineOf = (row: object): string => `${jsonLine(row)}\n`;

const toStdout = async (source: string, now: number): Promise<void> => {
  await exportHouse(source, now, (row) => {
    const line = lineOf(row);
    writeDrawing(line);
    return line;
  });
};

const opened = (file: string): number => {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new Stop(
        'ALREADY_EXISTS',
        exits.wrongState,
        { ko: `이미 있는 파일이에요: ${file}`, en: `There is a file already: ${file}` },
        { file },
      );
    throw new Stop(
      'CANNOT_WRITE',
      exits.configuration,
      { ko: `쓸 수 없는 파일이에요: ${file} (${String(codeOf(error))})`, en: `${file} cannot be written (${String(codeOf(error))})` },
      { file },
    );
  }
};

const toFile = async (source: string, file: string, now: number): Promise<number> => {
  const handle = opened(file);
  let isWhole = false;
  try {
    const lines = await exportHouse(source, now, (row) => {
      const line = lineOf(row);
      writeSync(handle, line);
      return line;
    });
    fsyncSync(handle);
    isWhole = true;
    return lines;
  } finally {
    closeSync(handle);
    if (!isWhole) rmSync(file, { force: true });
  }
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const source = existingHouse(call);
  const target = call.args[0];
  if (target === undefined || target === '-') {
    await toStdout(source, call.now());
    return 'told';
  }
  const file = resolve(target);
  const lines = await toFile(source, file, call.now());
  return answer({
    json: { file, lines },
    text: () => [[{ text: file, tone: 'strong' }, call.lang === 'ko' ? `  줄 수 ${lines}` : `  ${lines} lines`]],
  });
};

/** `export` is a word of the language. */
export const exportVerb: Verb = {
  usage: 'export [file]',
  about: {
    ko: '이벤트, 문서, 남은 일 전부를 JSON 줄로 (개인정보 포함)',
    en: 'all events, documents and work that waits, as JSON lines (personal data too)',
  },
  examples: ['export house.jsonl', 'export > house.jsonl'],
  json: '{file,lines}',
  needs: 'operate',
  run,
};

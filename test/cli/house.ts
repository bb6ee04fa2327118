import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

export const bin = join(import.meta.dirname, '../../bin/baedal.js');

export type Ran = { readonly exit: number | null; readonly out: string; readonly err: string };
type Options = { readonly env?: Readonly<Record<string, string>>; readonly lang?: 'ko' | 'en' };

const locales = { ko: 'ko_KR.UTF-8', en: 'en_US.UTF-8' };

/** A person's home of their own: a database, a profile, and the command line on real processes. */
export const openHouse = () => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-cli-'));
  const db = join(folder, 'try.db');
  const envFor = ({ env = {}, lang = 'en' }: Options = {}) => ({
    PATH: process.env['PATH'],
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    BAEDAL_DB: db,
    // Every daemon would get ready for somebody to sit down; tests of that ask for it.
    BAEDAL_SPARE_SCREENS: '0',
    LC_ALL: locales[lang],
    ...env,
  });
  const start = (args: readonly string[], options?: Options) =>
    spawn(process.execPath, [bin, ...args], { cwd: folder, env: envFor(options) });
  const run = (args: readonly string[], options?: Options): Promise<Ran> =>
    new Promise((done, fail) => {
      const child = start(args, options);
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        out += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        err += chunk;
      });
      child.once('error', fail);
      child.once('close', (exit) => done({ exit, out, err }));
    });
  /** The data of a command that goes well. */
  const json = async (args: readonly string[], options?: Options): Promise<unknown> => {
    const { exit, out, err } = await run([...args, '--json'], options);
    expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' });
    return JSON.parse(out);
  };
  /** The error of a command that is refused, as programs read it. */
  const refused = async (args: readonly string[], exit: number, options?: Options): Promise<unknown> => {
    const ran = await run([...args, '--json'], options);
    expect({ args, exit: ran.exit, err: ran.err }).toEqual({ args, exit, err: '' });
    return new Map<string, unknown>(Object.entries(JSON.parse(ran.out))).get('error');
  };
  return { folder, db, envFor, start, run, json, refused, close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
};
export type House = ReturnType<typeof openHouse>;

/** A text field of an answer. */
export const text = (json: unknown, name: string): string => {
  const value: unknown = new Map<string, unknown>(Object.entries(json ?? {})).get(name);
  if (typeof value !== 'string') throw new Error(`no text '${name}' in ${JSON.stringify(json)}`);
  return value;
};

export const owner = ['--as', 'owner:shop_hanki'] as const;
export const rider = ['--as', 'rider:rdr_minsu'] as const;
const cart = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild', '--address', '서울 마포구 와우산로 94'] as const;

/** Orders for a sample sum. */
export const order = async (house: House, more: readonly string[] = []): Promise<string> =>
  text(await house.json(['order', ...cart, ...more]), 'order');

export const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

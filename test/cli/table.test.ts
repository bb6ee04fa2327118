import { afterAll, describe, expect, test } from 'vitest';
import type { OptionSpec } from '../../src/cli/verb.ts';
import { grantTable } from '../../src/core/authorize.ts';
import { runnable } from './all-verbs.ts';
import { differences, parseShape } from './json-shape.ts';
import { openScene } from './scene.ts';

const { run, home, customer, lineOf } = await openScene();
afterAll(home.close);

const withoutActor = (words: readonly string[]): readonly string[] => {
  const at = words.indexOf('--as');
  return at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
};

const hangul = /\p{Script=Hangul}/u;
const isWhole = ({ about }: Pick<OptionSpec, 'about'>): boolean => about.ko !== '' && about.en !== '' && !hangul.test(about.en);

/** Tell the life of an order on processes of their own (test/processes/demo.test.ts), or open the screens (test/tui). */
const apart = new Set(['demo', 'start', 'owner']);
/** Without a terminal they are refused, by name of what there is for scripts. */
const onTerminalOnly = new Set(['owner']);

describe('every command of the table', () => {
  test('says what it prints as JSON, whose right it takes, and everything in both languages', () => {
    const lacking = runnable.flatMap(({ path, verb }) => [
      ...((verb.json === undefined) !== onTerminalOnly.has(path) ? [`${path}: json`] : []),
      ...(verb.needs === undefined ? [`${path}: needs`] : []),
      ...(isWhole(verb) && hangul.test(verb.about.ko) ? [] : [`${path}: about`]),
      ...(verb.options ?? []).filter((one) => !isWhole(one)).map(({ flags }) => `${path}: ${flags}`),
    ]);
    expect(lacking).toEqual([]);
  });

  test.each([...onTerminalOnly])('%s has no JSON, and says what programs are to ask instead', async (path) => {
    const ran = await run([path, '--json'], home.env);
    expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 2, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({
      error: { code: 'USAGE', message: expect.stringContaining('for scripts: baedal kitchen board') },
    });
  });

  /** No daemon runs here, and the doctor says so. */
  const exits = new Map([['doctor', 1]]);

  test.each(runnable.filter(({ path }) => !apart.has(path)).map((one) => [one.path, one] as const))(
    '%s prints the JSON that is written down, and words for people in Korean and English',
    async (_path, one) => {
      home.putBack();
      const words = lineOf(one);
      const ran = await run([...words, '--json'], home.env);
      const exit = exits.get(one.path) ?? 0;
      expect({ words, exit: ran.exit, err: ran.err, out: ran.exit === exit ? '' : ran.out }).toEqual({ words, exit, err: '', out: '' });
      const shape = parseShape(one.verb.json ?? '');
      for (const line of ran.out.trimEnd().split('\n')) expect(differences(JSON.parse(line), shape)).toEqual([]);
      for (const lang of ['ko', 'en']) {
        home.putBack();
        const told = await run([...words, '--lang', lang], home.env);
        expect({ words, exit: told.exit, said: `${told.out}${told.err}`.length > 0 }).toEqual({ words, exit, said: true });
        expect(`${told.out}${told.err}`).not.toMatch(/undefined|\[object|NaN/);
      }
    },
  );
});

describe('who may run what', () => {
  const people = {
    customer: { own: () => `customer:${customer}`, other: () => 'customer:cus_stranger' },
    owner: { own: () => 'owner:shop_hanki', other: () => 'owner:shop_stranger' },
    rider: { own: () => 'rider:rdr_minsu', other: () => 'rider:rdr_stranger' },
    operator: { own: () => 'operator', other: () => 'operator' },
  } as const;
  const guarded = runnable.filter(({ path, verb }) => verb.needs !== undefined && verb.needs !== 'none' && !apart.has(path));

  test.each(guarded.map((one) => [one.path, one] as const))(
    '%s: of their own and of others, by role, as the table says',
    async (path, one) => {
      const grants = grantTable.find(([action]) => action === one.verb.needs)?.[1] ?? {};
      for (const [role, { own, other }] of Object.entries(people)) {
        const grant = grants[role as keyof typeof people];
        for (const [whose, as] of [
          ['own', own()],
          ['other', other()],
        ] as const) {
          home.putBack();
          const words = [...withoutActor(lineOf(one)), '--as', as];
          const ran = await run([...words, '--json'], home.env);
          const may = grant === 'any' || (grant === 'own' && (whose === 'own' || isForEverybodysOwn.has(path)));
          const refused = ran.exit === 4;
          const exception = exceptions.get(`${path} ${as}`);
          expect({ words, refused, exit: ran.exit }).toEqual({ words, refused: exception ?? !may, exit: expect.any(Number) });
        }
      }
    },
  );

  /** Asked for one's own things, whoever one is. */
  const isForEverybodysOwn = new Set(['kitchen board', 'kitchen all-day', 'kitchen acknowledge', 'kitchen beat']);
  /** Finer than the table: decided by who claimed the ride, or shop by shop. */
  const exceptions = new Map<string, boolean>([
    ['rider release rider:rdr_stranger', true],
    ['rider pick rider:rdr_stranger', true],
    ['rider deliver rider:rdr_stranger', true],
    ['rider fail rider:rdr_stranger', true],
    ['seed owner:shop_hanki', true],
    ['shop create owner:shop_hanki', true],
  ]);
});

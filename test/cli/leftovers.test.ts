import { copyFileSync, readdirSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, order } from './house.ts';

const house = openHouse();
beforeAll(async () => {
  await house.json(['seed']);
  await order(house);
  await house.json(['backup', 'whole.db']);
});
afterAll(house.close);

const path = (name: string) => join(house.folder, name);
const drafts = () => readdirSync(house.folder).filter((name) => name.endsWith('.draft'));
const twoHoursAgo = () => Date.now() / 1000 - 7200;
const aged = (...names: readonly string[]) => {
  for (const name of names) utimesSync(path(name), twoHoursAgo(), twoHoursAgo());
};
const leftovers = async () => {
  const { checks } = JSON.parse((await house.run(['doctor', '--json'])).out);
  return checks.find(({ check }: { readonly check: string }) => check === 'leftovers');
};

/** A command that is killed in the moment in which its draft appears. */
const killed = async (args: readonly string[]): Promise<string> => {
  const watcher = watch(house.folder);
  const child = house.start(args);
  watcher.on('change', (_kind, name) => {
    if (String(name).endsWith('.draft')) child.kill('SIGKILL');
  });
  await new Promise((ended) => child.once('close', ended));
  watcher.close();
  const [draft] = drafts();
  if (draft === undefined) throw new Error(`${args.join(' ')} left no draft`);
  return draft;
};

test('what a killed backup leaves is named by doctor, and cleared by the next backup of that name', async () => {
  const draft = await killed(['backup', 'night.db']);
  expect(draft).toMatch(/^night\.db\.\d+\.draft$/);
  expect(await leftovers()).toMatchObject({ level: 'good', todo: null });
  aged(...readdirSync(house.folder).filter((name) => name.startsWith(draft)));
  expect(await leftovers()).toMatchObject({ level: 'warn', todo: `rm '${path(draft)}'*` });
  await house.json(['backup', 'other.db']);
  expect(drafts()).toEqual([draft]);
  await house.json(['backup', 'night.db']);
  expect([drafts(), await leftovers()]).toMatchObject([[], { level: 'good' }]);
});

test('what a killed restore leaves is cleared by the next one', async () => {
  const draft = await killed(['restore', 'whole.db']);
  expect(draft).toMatch(/^try\.db\.\d+\.draft$/);
  aged(...readdirSync(house.folder).filter((name) => name.startsWith(draft)));
  expect((await leftovers()).todo).toContain(draft);
  await house.run(['restore', 'whole.db']);
  expect(drafts()).toEqual([]);
});

test('what is fresh, still being made, or none of ours stays', async () => {
  const [nobody, alive] = [`${2 ** 22 + 1}`, `${process.pid}`];
  copyFileSync(path('whole.db'), path(`night.db.${nobody}.draft`));
  copyFileSync(path('whole.db'), path(`night.db.${alive}.draft`));
  writeFileSync(path(`night.db.${nobody}0.draft`), 'a letter that is called so');
  aged(`night.db.${alive}.draft`, `night.db.${nobody}0.draft`);
  const before = drafts();
  await house.json(['backup', 'night.db', '--replace']);
  expect(drafts()).toEqual(before);
  expect(await leftovers()).toMatchObject({ level: 'good' });
});

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaOf } from '../../store/sqlite/open-schema.ts';
import { openShell } from '../../store/sqlite/open-shell.ts';
import { operator } from '../actor.ts';
import { socketsIn, spareFolder } from '../attach/spare-folder.ts';
import type { Call } from '../call.ts';
import { configured } from '../config-file.ts';
import { databaseFile } from '../paths.ts';
import { Stop } from '../stop.ts';
import type { House } from '../wire.ts';
import { bad, type Check, type CheckName, checkNames, good, same, skipped } from './check.ts';
import { checkChain, checkIntegrity, checkViews } from './file.ts';
import { checkDisk, checkLeftovers, checkPermissions, checkRuntime, checkSettings } from './machine.ts';
import { checkBooks, checkPayments, checkRefunds } from './money.ts';
import { checkPromises } from './promises.ts';
import { checkBackup, checkClock, checkDaemon, checkOutbox } from './work.ts';

const unseen = { ko: '데이터베이스를 열 수 없어 보지 못함', en: 'not looked at: the database cannot be opened' };
const inHouse: readonly CheckName[] = checkNames.filter(
  (name) => !['runtime', 'settings', 'permissions', 'schema', 'disk', 'leftovers'].includes(name),
);

/** How the file answers before it is opened as a house; the driver's version with it. */
const sqliteOf = async (file: string): Promise<string | undefined> => {
  const shell = await openShell(file);
  try {
    const found = shell.ask('select sqlite_version()', 1);
    return found.ok ? String(found.value.rows[0]?.[0]) : undefined;
  } finally {
    shell.close();
  }
};

type Opened = { readonly house: House | undefined; readonly schema: Check; readonly sqlite: string | undefined };

const nothingThere = (file: string): Check =>
  bad(
    'schema',
    { ko: `데이터베이스 없음: ${file}`, en: `there is no database: ${file}` },
    { ko: '시작하기: baedal seed', en: 'Begin: baedal seed' },
  );

const isUnfit = (error: unknown): error is Error =>
  error instanceof Error && (error.name === 'DatabaseUnfit' || error.name === 'DatabaseBusy');

/** A file that cannot be used is a finding, not the end of the look. */
const open = async (call: Call, file: string): Promise<Opened> => {
  const none = { house: undefined, sqlite: undefined };
  if (!existsSync(file)) return { ...none, schema: nothingThere(file) };
  try {
    const sqlite = await sqliteOf(file);
    const { found: schema } = await schemaOf(file);
    const house = await call.house();
    return { house, sqlite, schema: good('schema', { ko: `${schema}: 이 프로그램과 같음`, en: `${schema}, as this program knows it` }) };
  } catch (error) {
    const todo = { ko: '고치고 다시: baedal doctor', en: 'Mend that, then look again: baedal doctor' };
    if (error instanceof Stop) return { ...none, schema: bad('schema', error.phrase, todo) };
    if (!isUnfit(error)) throw error;
    return { ...none, schema: bad('schema', same(error.message), todo) };
  }
};

/** A look that fails on what it finds has found something: a damaged page, an event that is no JSON any more. */
const looked = async (name: CheckName, look: () => Check | Promise<Check>): Promise<Check> => {
  try {
    return await look();
  } catch (error) {
    const todo = {
      ko: '데몬을 끄고, 파일을 남겨 두고: baedal restore <file>',
      en: 'Stop the daemon, keep the file, then: baedal restore <file>',
    };
    return bad(name, same(error instanceof Error ? error.message : String(error)), todo);
  }
};

const lookInside = async (house: House, now: number): Promise<readonly Check[]> => {
  const app = house.as(operator);
  const { store } = house;
  const state = async () => {
    const found = await app.outboxState();
    if (!found.ok) throw new Error(`the operator was refused: ${found.error.code}`);
    return found.value;
  };
  return [
    await looked('integrity', () => checkIntegrity(store)),
    await looked('chain', () => checkChain(store)),
    await looked('views', () => checkViews(app)),
    await looked('promises', () => checkPromises(house)),
    await looked('payments', () => checkPayments(app, now)),
    await looked('refunds', () => checkRefunds(app)),
    await looked('books', () => checkBooks(app, house)),
    await looked('outbox', async () => checkOutbox(await state())),
    await looked('daemon', async () => checkDaemon(await state(), now, socketsIn(spareFolder(house.file)).length)),
    await looked('clock', async () => checkClock(store, await state(), now)),
    await looked('backup', async () => checkBackup(app, (await store.counts()).events > 0, now)),
  ];
};

const lastBackupFile = async (house: House | undefined): Promise<readonly string[]> => {
  const last = await house?.as(operator).lastBackup();
  return last?.ok && last.value ? [last.value.file] : [];
};

/** Everything that can be known of an installation from inside, in the order of the names. */
export const lookAtAll = async (call: Call): Promise<readonly Check[]> => {
  const settings = checkSettings(call.env);
  // A configuration that cannot be read is one of the findings; the usual place does to look for the rest.
  const file = databaseFile(call.values.text('db'), settings.level === 'good' ? configured(call.env) : call.env);
  const { house, schema, sqlite } = await open(call, file);
  const inside = house ? await lookInside(house, call.now()) : inHouse.map((name) => skipped(name, unseen));
  const disk = existsSync(file) ? checkDisk(file) : skipped('disk', unseen);
  const leftovers = checkLeftovers([...new Set([file, ...(await lastBackupFile(house))].map((one) => dirname(one)))]);
  const all = [checkRuntime(process.versions.node, sqlite), settings, checkPermissions(file, call.env), schema, disk, leftovers, ...inside];
  return checkNames.flatMap((name) => all.filter(({ check }) => check === name));
};

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { authorize } from '../../core/authorize.ts';
import type { Actor } from '../../core/events.ts';
import { instant, type OrderId, parseId, shopDocument } from '../../core/kinds.ts';
import { findOrder, findOrders } from '../../core/use-cases/current-order.ts';
import { isActive, type OrderView } from '../../core/views/order-view.ts';
import type { SqliteStore } from '../../store/sqlite/open-store.ts';
import { langOf, parseLang, type Surroundings } from '../../words/lang.ts';
import { usualZone, wordsOf } from '../../words/page.ts';
import { customerOf, parseActor } from '../actor.ts';
import { openHouseStore } from '../house-store.ts';
import { leave } from '../leave.ts';
import { configFile, databaseFile, profileFile } from '../paths.ts';
import { settingsFrom } from '../settings.ts';
import { statusJson } from '../show/order-json.ts';
import { shortStatus } from '../show/short-status.ts';
import { PipeClosed, writeJson, writeLines } from '../terminal.ts';

/** The options that this way knows, and those of them that have a value. */
const flags = ['--json', '--short'];
const valued = ['--db', '--as', '--lang'];

type Asked = { readonly order: OrderId | undefined; readonly flags: ReadonlySet<string>; readonly values: ReadonlyMap<string, string> };

/** Reads what is plain; whatever else there is belongs to the whole command line. */
const read = (args: readonly string[]): Asked | undefined => {
  const found: { flags: Set<string>; values: Map<string, string>; rest: string[] } = { flags: new Set(), values: new Map(), rest: [] };
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    const value = args[at + 1];
    if (flags.includes(word)) found.flags.add(word);
    else if (valued.includes(word) && value !== undefined) {
      found.values.set(word, value);
      at++;
    } else found.rest.push(word);
  }
  const { rest, flags: given, values } = found;
  const order = rest.length === 1 ? parseId('order', rest[0] ?? '') : undefined;
  const isForPrompt = rest.length === 0 && given.has('--short') && !given.has('--json');
  return isForPrompt || (order && given.size > 0) ? { order, flags: given, values } : undefined;
};

const actorOf = ({ values }: Asked): Actor => {
  const as = values.get('--as');
  return as === undefined ? customerOf(profileFile(process.env)) : parseActor(as);
};

const zoneOf = async (view: OrderView, store: SqliteStore): Promise<string> => {
  const body = (await store.document(shopDocument(view.shop)))?.body;
  return typeof body === 'object' && body !== null && 'zone' in body && typeof body.zone === 'string' ? body.zone : usualZone;
};

/** As many as the whole command line looks for. */
const most = 10;

/** The order that was asked for, else those on their way; undefined when there is something to explain. */
const viewsFor = async (order: OrderId | undefined, actor: Actor, store: SqliteStore): Promise<readonly OrderView[] | undefined> => {
  const from = { reads: store, outbox: store };
  if (order === undefined) {
    const customer = parseId('customer', actor.id);
    if (!customer || !authorize(actor, 'order').ok) return undefined;
    return findOrders(from, { of: 'customer', customer, active: true, limit: most }, isActive);
  }
  const view = await findOrder(from, order);
  return view && authorize(actor, 'see-order', view).ok ? [view] : undefined;
};

/** With what the configuration says. Most people have none, and need not wait for its reader. */
const surroundings = async (): Promise<Surroundings> => {
  if (!existsSync(configFile(process.env))) return process.env;
  const { configured } = await import('../config-file.ts');
  return configured(process.env);
};

type Found = { readonly views: readonly OrderView[]; readonly store: SqliteStore; readonly env: Surroundings };

const tell = async ({ views: [view, ...others], store, env }: Found, { flags: wanted, values }: Asked): Promise<void> => {
  if (!view) return;
  if (wanted.has('--json')) return writeJson(statusJson(view));
  const lang = parseLang(values.get('--lang') ?? '') ?? parseLang(env['BAEDAL_LANG'] ?? '') ?? langOf(env);
  const page = { lang, words: wordsOf(lang), now: instant(Date.now()), zone: await zoneOf(view, store), width: 80 };
  return writeLines([shortStatus(view, page, others.length)]);
};

/** True when it was told; false when there is something to explain. */
const answered = async (asked: Asked): Promise<boolean> => {
  const env = await surroundings();
  settingsFrom(env);
  const actor = actorOf(asked);
  const store = await openHouseStore(databaseFile(asked.values.get('--db'), env), false);
  try {
    const views = await viewsFor(asked.order, actor, store);
    if (!views) return false;
    await tell({ views, store, env }, asked);
    return true;
  } finally {
    await store.close();
  }
};

/** The whole command line does the same from the start, with all its words. */
const explain = (): void => {
  createRequire(import.meta.filename)('./cli.cjs');
};

const finish = async (asked: Asked): Promise<void> => {
  try {
    if (await answered(asked)) return leave();
  } catch (error) {
    if (error instanceof PipeClosed) return;
  }
  explain();
};

/** `baedal status <order> --json`, and `--short` with or without an order, without commander and without the rules of the house. */
export const run = (args: readonly string[]): boolean => {
  const asked = read(args);
  const lang = asked?.values.get('--lang');
  if (!asked || (lang !== undefined && parseLang(lang) === undefined)) return false;
  void finish(asked);
  return true;
};

import type { App } from '../../core/app.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import type { Actor } from '../../core/events.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { isCancelable, type OrderView } from '../../core/views/order-view.ts';
import { wonText } from '../../words/page.ts';
import { customerOf, operator, parseActor, shopOfOwner } from '../actor.ts';
import { profileFile } from '../paths.ts';
import { shortStatus } from '../show/short-status.ts';
import type { Asking, Candidate } from './asking.ts';
import { choiceCandidates, groupCandidates, itemCandidates, likeCandidates } from './item-values.ts';

const most = 50;
const recent = 300;

const actorOf = ({ call, verb }: Asking): Actor => {
  const named = call.values.text('as');
  if (named !== undefined) return parseActor(named);
  return verb.needs === 'operate' ? operator : customerOf(profileFile(call.env));
};

const appOf = async (asking: Asking): Promise<App> => (await asking.call.house()).as(actorOf(asking));

const orThese = <T>(found: Result<readonly T[], Refusal>): readonly T[] => (found.ok ? found.value : []);

const viewsOf = (found: readonly { readonly view: OrderView }[]): readonly OrderView[] => found.map(({ view }) => view);
const inKitchen = async (app: App, shop: ShopId): Promise<readonly OrderView[]> => {
  const board = await app.kitchenBoard(shop, most);
  return board.ok ? viewsOf([...board.value.alarms, ...board.value.tickets]) : [];
};

const described = ({ call }: Asking, views: readonly OrderView[]): readonly Candidate[] =>
  views.map((view) => ({ value: view.order, about: `${view.shopName} · ${shortStatus(view, call.page())}` }));

const ordersOf = async (asking: Asking): Promise<readonly Candidate[]> => {
  const app = await appOf(asking);
  const actor = actorOf(asking);
  const shop = shopOfOwner(actor);
  if (shop !== undefined) return described(asking, await inKitchen(app, shop));
  if (actor.role === 'rider') return described(asking, viewsOf(orThese(await app.riderBoard(most))));
  if (actor.role === 'operator') {
    const latest = orThese(await app.readEvents({ after: 0, latest: true, limit: recent }));
    const ids = new Set(latest.toReversed().flatMap(({ order }) => order ?? []));
    return [...ids].map((value) => ({ value, about: '' }));
  }
  const views = orThese(await app.listOrders(false, most));
  return described(asking, asking.verb.needs === 'cancel-order' ? views.filter(isCancelable) : views);
};

const shopsOf = async (asking: Asking): Promise<readonly Candidate[]> => {
  const shops = await (await appOf(asking)).listShops();
  return shops.map(({ id, name }) => ({ value: id, about: name }));
};

const paymentsOf = async (asking: Asking): Promise<readonly Candidate[]> => {
  const page = asking.call.page();
  const open = orThese(await (await appOf(asking)).openPayments(most));
  return open.map(({ payment, amount, now }) => ({ value: payment, about: `${wonText(page, amount)} · ${page.words.payment[now.state]}` }));
};

const actorsOf = async (asking: Asking): Promise<readonly Candidate[]> => {
  const { role } = asking.call.page().words;
  const shops = await (await asking.call.house()).as(operator).listShops();
  const riders = viewsOf(orThese(await (await asking.call.house()).as(operator).riderBoard(most))).flatMap(({ rider }) => rider ?? []);
  const customer = customerOf(profileFile(asking.call.env));
  return [
    { value: `customer:${customer.id}`, about: role.customer },
    ...shops.map(({ id, name }) => ({ value: `owner:${id}`, about: name })),
    ...[...new Set(riders)].map((id) => ({ value: `rider:${id}`, about: role.rider })),
    { value: 'rider:', about: role.rider },
    { value: 'operator', about: role.operator },
  ];
};

const usualsOf = async (asking: Asking): Promise<readonly Candidate[]> => {
  const kept = await (await appOf(asking)).profile();
  return kept.ok ? kept.value.usuals.map(({ name, shopName }) => ({ value: name, about: shopName })) : [];
};

const consumersOf = async (asking: Asking): Promise<readonly Candidate[]> => {
  const cursors = orThese(await (await asking.call.house()).as(operator).listCursors());
  return cursors.map(({ consumer, position }) => ({ value: consumer, about: String(position) }));
};

/** Names with commas: those of the saga, and of its contexts. */
const daemonsOf = async ({ word }: Asking): Promise<readonly Candidate[]> => {
  const { saga } = await import('../../core/saga.ts');
  const settled = word.slice(0, word.lastIndexOf(',') + 1);
  const names = saga.flatMap(({ name }) => [name, name.split('.')[0] ?? name]);
  return [...new Set(names)].map((name) => ({ value: `${settled}${name}`, about: '' }));
};

const settingsOf = async ({ call }: Asking): Promise<readonly Candidate[]> => {
  const { configKeys } = await import('../config-keys.ts');
  return configKeys.map(({ name, about }) => ({ value: name, about: about[call.lang] }));
};

const onShops =
  (candidates: (asking: Asking, shops: readonly Shop[]) => readonly Candidate[]) =>
  async (asking: Asking): Promise<readonly Candidate[]> =>
    candidates(asking, await (await appOf(asking)).listShops());

/** Placeholder of the usage → what there is of it in the database at this moment. */
export const live: ReadonlyMap<string, (asking: Asking) => Promise<readonly Candidate[]>> = new Map([
  ['order', ordersOf],
  ['shop', shopsOf],
  ['payment', paymentsOf],
  ['actor', actorsOf],
  ['usual', usualsOf],
  ['consumer', consumersOf],
  ['consumers', daemonsOf],
  ['setting', settingsOf],
  ['item', onShops(itemCandidates)],
  ['choice', onShops(choiceCandidates)],
  ['group', onShops(groupCandidates)],
  ['groups', onShops(groupCandidates)],
  ['id', onShops(likeCandidates)],
]);

import { type ReactNode, useState } from 'react';
import type { ShopId } from '../../../core/kinds.ts';
import { wonText } from '../../../words/page.ts';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { Tabs, tabKeys } from '../../kit/tabs.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { stopText } from '../checkout/stop-words.ts';
import { useResume } from '../paying/use-paying.ts';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { remarksOf } from './cart-model.ts';
import { type CartWords, cartWords } from './cart-words.ts';
import { isSamePlace } from './delivery.ts';
import { OrderList, useOrderSizes } from './order-list.tsx';
import { buttonRow, firstToMend, type OrderRow, orderRows } from './order-rows.ts';
import { type CartDesk, useCartDesk } from './use-cart-desk.ts';
import { useLineKeys } from './use-line-keys.ts';
import { useSheets } from './use-sheets.tsx';

const cursor = keptSlot<ListState>();

type CartPlace = Extract<Place, { readonly at: 'cart' }>;
type Choosing = { readonly tabs: KeyTable; readonly head: ReactNode; readonly above: number };
type OpenProps = Choosing & { readonly desk: CartDesk };

/** On from here: to the order as it will be paid, or to what is missing for it. */
const useOnward = (desk: CartDesk, ask: () => void, moveTo: (row: string) => void) => {
  const { go, seat } = useShell();
  const page = usePage(desk.shop?.zone);
  const say = useSay();
  const resume = useResume();
  const { cart, look, open } = desk.view;
  return async (address = desk.delivery.address) => {
    if (open) return go(resume(cart.shop, open.payment));
    const [stop] = look.stops;
    const bad = firstToMend(look);
    if (bad !== undefined) moveTo(bad);
    if (stop) return say(stopText(stop, page), 'warn');
    if (!address) return ask();
    if (!isSamePlace(cart.to, address.location)) await seat.app.sendCartTo(cart.shop, address.location);
    go({ at: 'checkout', shop: cart.shop });
  };
};

const buttonText = ({ view }: CartDesk, page: ReturnType<typeof usePage>, words: CartWords) => {
  if (view.open) return { text: words.payingButton, isReady: true };
  if (view.look.stops.length > 0) return { text: words.cannotButton, isReady: false };
  return { text: words.orderButton(wonText(page, view.look.total)), isReady: true };
};

const OpenCart = ({ desk, tabs, head, above }: OpenProps): ReactNode => {
  const { cart, look } = desk.view;
  const { go } = useShell();
  const { lang, screenReader } = useUi();
  const words = cartWords(lang);
  const page = usePage(desk.shop?.zone);
  const sizes = useOrderSizes(above);
  const kept = useKept(cursor, `cart ${cart.shop}`, () => ({ ...listStart, selected: buttonRow }));
  const list = useList({ items: orderRows(look, !screenReader), height: sizes.inner.rows, kept });
  const [onWay, setOnWay] = useState(false);
  const sheets = useSheets(desk, {
    // The address was all that was missing.
    onAddress: (address) => {
      setOnWay(false);
      return onWay ? onward(address) : undefined;
    },
    onLeave: () => setOnWay(false),
  });
  const ask = () => {
    setOnWay(true);
    sheets.open('address');
  };
  const onward = useOnward(desk, ask, (id) => list.move({ to: 'item', id }));
  const { selected } = list;
  const line = selected?.kind === 'line' ? selected.line : undefined;
  const lineKeys = useLineKeys(cart.shop, cart, line);
  const enter = (row: OrderRow | undefined) => {
    if (row?.kind === 'field') return sheets.open(row.field);
    if (row?.kind !== 'line') return onward();
    // What has left the menu cannot be opened: something else is chosen in its place.
    if (row.line.missing === 'gone' || !desk.shop) return go({ at: 'menu', shop: cart.shop });
    go({ at: 'item', shop: cart.shop, item: row.line.item, line: row.line.id });
  };
  const keys: KeyTable = [
    { keys: ['enter'], label: selected?.kind === 'button' ? buttonLabel(desk, words) : words.edit, run: () => enter(selected) },
    ...list.keys,
    ...lineKeys,
    { keys: ['m'], label: words.toMenu, run: () => go({ at: 'menu', shop: cart.shop }) },
    ...tabs,
    { keys: ['a'], label: page.words.label.address, hidden: true, run: () => sheets.open('address') },
    { keys: ['n'], label: page.words.label.note, hidden: true, run: () => sheets.open('note') },
  ];
  return (
    <ScreenFrame title={words.title} keys={keys} over={sheets.over}>
      {head}
      <OrderList {...{ desk, list, sizes }} button={buttonText(desk, page, words)} sums={look} remarks={remarksOf(desk, page, words)} />
    </ScreenFrame>
  );
};

const buttonLabel = ({ view }: CartDesk, words: CartWords): string => {
  if (view.open) return words.toPayment;
  return view.look.stops.length > 0 ? words.seeWhy : words.toCheckout;
};

const EmptyCart = ({ shop, cart }: { readonly shop?: ShopId; readonly cart?: CartDesk['view']['cart'] }): ReactNode => {
  const { go, home } = useShell();
  const words = cartWords(useUi().lang);
  const body = useBody();
  const undo = useLineKeys(shop, cart, undefined);
  const toShops = () => (shop === undefined ? home() : go({ at: 'menu', shop }));
  return (
    <ScreenFrame title={words.title} keys={[{ keys: ['enter'], label: shop ? words.toMenu : words.toShops, run: toShops }, ...undo]}>
      <Paragraph text={`\n  ${words.empty}`} look="dim" width={body.columns} />
    </ScreenFrame>
  );
};

const CartOf = ({ shop, ...choosing }: Choosing & { readonly shop: ShopId }): ReactNode => {
  const page = usePage();
  const body = useBody();
  const words = cartWords(useUi().lang);
  const { live, desk, refusal } = useCartDesk(shop);
  if (desk && desk.view.cart.lines.length === 0 && !desk.view.open) return <EmptyCart shop={shop} cart={desk.view.cart} />;
  if (desk) return <OpenCart desk={desk} {...choosing} />;
  return (
    <ScreenFrame title={words.title} keys={choosing.tabs}>
      <Loaded live={live} width={body.columns} empty={refusal && stopText(refusal, page)}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};

/** What will be ordered: how many, with what, where to, for how much. Of several shops, one after the other. */
export const CartScreen = ({ place }: { readonly place: CartPlace }): ReactNode => {
  const { carts } = useShell();
  const words = cartWords(useUi().lang);
  const body = useBody();
  const [chosen, setChosen] = useState(place.shop);
  const shop = chosen ?? carts[0]?.cart.shop;
  // A cart that has just been emptied stays in sight: what was taken out can be put back.
  if (chosen === undefined && shop !== undefined) setChosen(shop);
  if (shop === undefined) return <EmptyCart />;
  const tabs = carts.map(({ cart }) => ({ id: cart.shop, label: cart.shopName }));
  const many = tabs.length > 1;
  const to = (id: string) => setChosen(carts.find(({ cart }) => cart.shop === id)?.cart.shop ?? shop);
  return (
    <CartOf
      key={shop}
      shop={shop}
      tabs={
        many ? tabKeys(tabs, shop, to, words.nextCart).map((one) => ({ ...one, keys: one.keys.filter((key) => key.endsWith('tab')) })) : []
      }
      head={many && <Tabs tabs={tabs} at={shop} width={body.columns} />}
      above={many ? 1 : 0}
    />
  );
};

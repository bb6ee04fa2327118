import { Box } from 'ink';
import type { ReactNode } from 'react';
import { type Instant, later } from '../../../core/kinds.ts';
import { Countdown } from '../../kit/countdown.tsx';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { Line } from '../../kit/line.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { panelInner } from '../../kit/panel.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { useTimeLeft } from '../../kit/use-time.ts';
import { contactOf } from '../cart/delivery.ts';
import { OrderList, useOrderSizes } from '../cart/order-list.tsx';
import { buttonRow, type OrderRow, orderRows } from '../cart/order-rows.ts';
import { type CartDesk, useCartDesk } from '../cart/use-cart-desk.ts';
import { useLineKeys } from '../cart/use-line-keys.ts';
import { useSheets } from '../cart/use-sheets.tsx';
import { useBegin, useResume } from '../paying/use-paying.ts';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { buttonText, type Doing, doingOf, remarksOf, type Standing, standingOf, sumsOf } from './checkout-model.ts';
import { checkoutWords } from './checkout-words.ts';
import { stopText } from './stop-words.ts';
import { useQuote } from './use-quote.ts';

const cursor = keptSlot<ListState>();

type CheckoutPlace = Extract<Place, { readonly at: 'checkout' }>;
type Pressing = {
  readonly desk: CartDesk;
  readonly standing: Standing;
  readonly again: (drop?: 'missing') => void;
  readonly ask: () => void;
};

/** What the button does, as things stand. */
const usePress = ({ desk, standing, again, ask }: Pressing) => {
  const { replace } = useShell();
  const { lang } = useUi();
  const page = usePage(desk.shop?.zone);
  const say = useSay();
  const begin = useBegin();
  const resume = useResume();
  const { view, profile, delivery } = desk;
  const { address, method } = delivery;
  const doing = doingOf(standing, view.look, address !== undefined);
  const pay = () => {
    if (standing.is !== 'ready' || !address) return;
    const { quote } = standing.quoted.quote;
    replace(begin(view.cart.shop, { contact: contactOf(profile, { ...delivery, address }, lang), method, quote }));
  };
  const ways: Readonly<Record<Doing, () => void>> = {
    wait: () => undefined,
    pay,
    address: ask,
    drop: () => again('missing'),
    reprice: () => again(),
    payment: () => view.open && replace(resume(view.cart.shop, view.open.payment)),
    nothing: () => standing.is === 'refused' && say(stopText(standing.refusal, page), 'warn'),
  };
  return { doing, press: ways[doing] };
};

const countdownWidth = 12;

const HeldFor = ({ until, width, indent }: { readonly until: Instant; readonly width: number; readonly indent: number }): ReactNode => {
  const words = checkoutWords(useUi().lang);
  return (
    <Box paddingLeft={indent}>
      <Line cells={[{ text: words.holds, role: 'dim', grow: true }]} width={width - countdownWidth} />
      <Countdown until={until} width={countdownWidth} align="right" />
    </Box>
  );
};

const farMs = 3_600_000;

const OpenCheckout = ({ desk }: { readonly desk: CartDesk }): ReactNode => {
  const { view } = desk;
  const { cart, look } = view;
  const { go } = useShell();
  const { lang, now, screenReader } = useUi();
  const words = checkoutWords(lang);
  const page = usePage(desk.shop?.zone);
  const sizes = useOrderSizes(0);
  const { live, quoted, again } = useQuote(desk);
  const expiresAt = quoted?.ok ? quoted.value.quote.expiresAt : undefined;
  // Drawn again as time passes, and at the moment at which the price is over.
  useTimeLeft(expiresAt ?? later(now(), farMs));
  const standing = standingOf(quoted, view, now());
  const sheets = useSheets(desk, { onAddress: () => again() });
  const { doing, press } = usePress({ desk, standing, again, ask: () => sheets.open('address') });
  const kept = useKept(cursor, `checkout ${cart.shop}`, () => ({ ...listStart, selected: buttonRow }));
  const list = useList({ items: orderRows(look, !screenReader), height: sizes.inner.rows, kept });
  const line = list.selected?.kind === 'line' ? list.selected.line : undefined;
  const lineKeys = useLineKeys(cart.shop, cart, line);
  const text = buttonText(doing, standing, look, page, words);
  const enter = (row: OrderRow | undefined) => {
    if (row?.kind === 'field') return sheets.open(row.field);
    if (row?.kind !== 'line') return press();
    if (row.line.missing === 'gone' || !desk.shop) return go({ at: 'menu', shop: cart.shop });
    go({ at: 'item', shop: cart.shop, item: row.line.item, line: row.line.id });
  };
  const keys: KeyTable = [
    { keys: ['enter'], label: list.selected?.kind === 'button' ? text : words.edit, run: () => enter(list.selected) },
    ...list.keys,
    ...lineKeys,
    { keys: ['a'], label: page.words.label.address, hidden: true, run: () => sheets.open('address') },
    { keys: ['b'], label: words.card, hidden: true, run: () => sheets.open('card') },
    { keys: ['n'], label: page.words.label.note, hidden: true, run: () => sheets.open('note') },
  ];
  const foot = standing.is === 'ready' && expiresAt !== undefined && (
    <HeldFor
      until={expiresAt}
      width={sizes.aside === 0 ? sizes.columns - 2 : panelInner(sizes.aside, 0).columns}
      indent={sizes.aside === 0 ? 1 : 0}
    />
  );
  const trouble = live.state === 'failed' ? [{ text: words.notPriced, role: 'warn' } as const] : [];
  return (
    <ScreenFrame title={words.title} keys={keys} over={sheets.over}>
      <OrderList
        {...{ desk, list, sizes, foot }}
        button={{ text, isReady: doing !== 'nothing' && doing !== 'wait' }}
        sums={sumsOf(standing, look)}
        remarks={[...trouble, ...remarksOf(standing, page, words)]}
      />
    </ScreenFrame>
  );
};

/** The order as it will be paid: at a price that holds for a while, with all that is not as it was. */
export const CheckoutScreen = ({ place }: { readonly place: CheckoutPlace }): ReactNode => {
  const words = checkoutWords(useUi().lang);
  const page = usePage();
  const body = useBody();
  const { live, desk, refusal } = useCartDesk(place.shop);
  if (desk) return <OpenCheckout desk={desk} />;
  return (
    <ScreenFrame title={words.title} keys={[]}>
      <Loaded live={live} width={body.columns} empty={refusal && stopText(refusal, page)}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};

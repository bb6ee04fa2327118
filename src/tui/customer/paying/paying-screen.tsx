import { type ReactNode, useEffect, useInsertionEffect, useRef, useState } from 'react';
import type { OrderId, ShopId } from '../../../core/kinds.ts';
import { emptyProfile, type Profile } from '../../../core/profile/profile.ts';
import { wonText } from '../../../words/page.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { answerOf } from '../../kit/live.ts';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMinute } from '../../kit/use-time.ts';
import { CardSheet } from '../cart/card-sheet.tsx';
import { contactOf } from '../cart/delivery.ts';
import { useDeliveryDraft } from '../cart/use-delivery-draft.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { type Shell, useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { stepsOf, tellPaying } from './paying-model.ts';
import { PayingPanel } from './paying-panel.tsx';
import type { PayingRun } from './paying-run.ts';
import { isUnderWay, type Paying } from './paying-state.ts';
import { type PayingWords, payingWords } from './paying-words.ts';
import { type PayingPlace, usePaying } from './use-paying.ts';

/** The shop whose cart or payment this is, with its sum, as far as the shell knows it. */
const whatIsPaid = ({ carts, open }: Shell, { of }: PayingPlace) => {
  if ('cart' in of) {
    const view = carts.find(({ cart }) => cart.shop === of.cart);
    return view && { shop: of.cart, name: view.cart.shopName, total: view.open?.total ?? view.look.total };
  }
  const row = open.find(({ payment }) => payment === of.payment);
  const view = row && carts.find(({ cart }) => cart.shop === row.shop);
  return row && { shop: row.shop, name: view?.cart.shopName ?? '', total: row.amount };
};

/** To the order, with nothing between it and the shops: what was paid is not gone back to. */
const useArrive = (shop: ShopId | undefined, words: PayingWords) => {
  const { depth, home, replace, go } = useShell();
  const say = useSay();
  const { forget } = useDeliveryDraft(shop);
  return (order: OrderId) => {
    forget();
    if (depth > 1) home();
    else replace({ at: 'shops' });
    go({ at: 'order', order });
    say(`${words.placed} ${words.placedMore}`, 'good');
  };
};

/** Goes to the order in the moment in which it is placed. */
const useWhenPlaced = (run: PayingRun, arrive: (order: OrderId) => void) => {
  const latest = useRef(arrive);
  useInsertionEffect(() => {
    latest.current = arrive;
  });
  useEffect(
    () =>
      run.watch(() => {
        const { stage } = run.state();
        if (stage.is === 'placed') latest.current(stage.order);
      }),
    [run],
  );
};

type Ways = {
  readonly run: PayingRun;
  readonly paying: Paying;
  readonly shop: ShopId | undefined;
  readonly profile: Profile;
  readonly arrive: (order: OrderId) => void;
  readonly chooseCard: () => void;
};

/** What a person can do at each stage; while a question is under way, nothing but wait. */
const useWays = ({ run, paying, shop, profile, arrive, chooseCard }: Ways, words: PayingWords): KeyTable => {
  const { replace } = useShell();
  const { lang } = useUi();
  const { delivery } = useDeliveryDraft(shop, profile);
  const { stage, asking } = paying;
  const enter = (label: string, does: () => void): KeyTable => [{ keys: ['enter'], label, run: does }];
  if (asking) return [{ keys: ['enter'], label: words.look, hidden: true, disabled: words.busyNow, run: run.ask }];
  const { address } = delivery;
  const sameAgain = () => address && run.payWith({ contact: contactOf(profile, { ...delivery, address }, lang), method: delivery.method });
  switch (stage.is) {
    case 'unknown':
    case 'unheard':
    case 'begun':
      return enter(words.look, run.ask);
    case 'deferred':
      return enter(words.tryNow, run.ask);
    case 'declined':
      return [...enter(words.otherCard, chooseCard), { keys: ['r'], label: words.sameCard, hidden: !address, run: () => void sameAgain() }];
    case 'placed':
      return enter(words.toOrder, () => arrive(stage.order));
    case 'stopped':
    case 'over':
      return enter(stage.is === 'over' ? words.newPrice : words.review, () => replace(shop ? { at: 'checkout', shop } : { at: 'cart' }));
    default:
      return enter(words.toCart, () => replace({ at: 'cart' }));
  }
};

/** What becomes of the money. Nobody leaves this screen wondering whether they were charged. */
export const PayingScreen = ({ place }: { readonly place: PayingPlace }): ReactNode => {
  const shell = useShell();
  const { seat, depth, back, replace } = shell;
  const { lang } = useUi();
  const words = payingWords(lang);
  const page = { ...usePage(), now: useMinute() };
  const say = useSay();
  const [run, paying] = usePaying(place);
  const known = answerOf(useLive({ key: 'profile', subscribe: seat.subscribe, query: () => seat.app.profile() }));
  const profile = known?.ok ? known.value : emptyProfile;
  const [isChoosing, setChoosing] = useState(false);
  const paid = whatIsPaid(shell, place);
  const shop = 'cart' in place.of ? place.of.cart : paid?.shop;
  const arrive = useArrive(shop, words);
  useWhenPlaced(run, arrive);
  const { delivery, set } = useDeliveryDraft(shop, profile);
  const chooseCard = () => setChoosing(true);
  const keys = useWays({ run, paying, shop, profile, arrive, chooseCard }, words);
  const leave = () => {
    if (isUnderWay(paying)) say(words.staysPaid);
    else if (paying.stage.is === 'deferred') say(words.staysHeld);
    if (depth > 1) back();
    else replace({ at: 'shops' });
  };
  const payWith = (method: string) => {
    setChoosing(false);
    set({ method });
    run.payWith({ contact: contactOf(profile, { ...delivery, address: delivery.address ?? { label: '', text: '' } }, lang), method });
  };
  return (
    <ScreenFrame
      title={words.title}
      keys={keys}
      onBack={leave}
      over={isChoosing && <CardSheet {...{ profile, onPick: payWith }} chosen={delivery.method} onClose={() => setChoosing(false)} />}
    >
      <PayingPanel
        told={tellPaying(paying, { page, words, isWatched: shell.daemon.at === 'work' })}
        steps={stepsOf(paying, words)}
        title={paid?.name ?? ''}
        note={paid ? wonText(page, paid.total) : ''}
      />
    </ScreenFrame>
  );
};

import { type ReactNode, useState } from 'react';
import { isSoldOut, type Shop } from '../../../core/catalog/shop.ts';
import { never } from '../../../core/result.ts';
import { refusalText } from '../../../words/problem.ts';
import { useSay } from '../../kit/message-line.tsx';
import { useKitchen } from '../board/use-kitchen.ts';
import type { DeedTable } from '../deeds.ts';
import { useShell } from '../shell.tsx';
import { useKeyName } from '../use-key-name.ts';
import { usePage } from '../use-page.ts';
import { useTell } from '../use-tell.ts';
import { menuRows, soldThing, type Thing } from './menu-model.ts';
import { menuWords } from './menu-words.ts';
import { PriceSheet } from './price-sheet.tsx';
import { SoldOutSheet } from './sold-out-sheet.tsx';

type Sheet = { readonly is: 'sold-out'; readonly thing: Thing } | { readonly is: 'price'; readonly thing: Thing; readonly version: number };

const sheetOf = (sheet: Sheet, shop: Shop, onClose: () => void): ReactNode => {
  switch (sheet.is) {
    case 'sold-out':
      return <SoldOutSheet thing={sheet.thing} shop={shop} onClose={onClose} />;
    case 'price':
      return <PriceSheet thing={sheet.thing} version={sheet.version} onClose={onClose} />;
    default:
      return never(sheet);
  }
};

/** What can be done to the thing under the cursor, and what stands over the menu meanwhile. */
export const useMenuKeys = (thing: Thing | undefined, shop: Shop): { readonly keys: DeedTable; readonly over: ReactNode } => {
  const { app, hands } = useShell();
  const page = usePage();
  const say = useSay();
  const tell = useTell();
  const { undo, barred } = useKitchen();
  const keyName = useKeyName();
  const words = menuWords(page.lang);
  const [sheet, setSheet] = useState<Sheet>();
  const until = thing && soldThing(thing).soldOutUntil;
  const isOut = thing !== undefined && isSoldOut(soldThing(thing), page.now);
  const disabled = barred ?? (thing ? undefined : words.nothing);
  const restore = async (of: Thing) => {
    const { id, name } = soldThing(of);
    const done = await tell(() => app.restoreItem(shop.id, id), words.restored(name, keyName('undo', 'u')));
    if (done && until !== undefined) hands.did({ did: 'restore', shop: shop.id, item: id, until });
  };
  const askPrice = async (of: Thing) => {
    const read = await app.readShop(shop.id);
    if (!read.ok) return say(refusalText(read.error, page), 'warn');
    // As it is now: the price that is shown as the old one belongs to the version that is read.
    const fresh = menuRows(read.value.shop, '').find(({ id }) => id === of.id);
    setSheet({ is: 'price', thing: fresh && fresh.kind !== 'heading' ? fresh : of, version: read.value.version });
  };
  const keys: DeedTable = [
    {
      keys: ['x', 'enter', 'space'],
      label: isOut ? words.restore : words.mark,
      deed: 'bump',
      disabled,
      cli: `baedal shop ${isOut ? 'restore' : 'sold-out'} ${shop.id} ${thing ? soldThing(thing).id : ''}`,
      run: () => thing && (isOut ? restore(thing) : setSheet({ is: 'sold-out', thing })),
    },
    { keys: ['e'], label: words.price, disabled, run: () => thing && askPrice(thing) },
    { keys: ['u'], label: words.undo, deed: 'undo', disabled: barred, run: undo },
  ];
  return { keys, over: sheet && sheetOf(sheet, shop, () => setSheet(undefined)) };
};

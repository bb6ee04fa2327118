import type { ReactNode } from 'react';
import type { Shop } from '../../../core/catalog/shop.ts';
import type { Instant } from '../../../core/kinds.ts';
import { type Page, when } from '../../../words/page.ts';
import { PickSheet } from '../board/pick-sheet.tsx';
import { useShell } from '../shell.tsx';
import { closingTime, untilLater, untilPutBack, untilTomorrow } from '../until-times.ts';
import { useKeyName } from '../use-key-name.ts';
import { usePage } from '../use-page.ts';
import { useTell } from '../use-tell.ts';
import { soldThing, type Thing, type Until } from './menu-model.ts';
import { menuWords } from './menu-words.ts';

/** The usual one first: it is the one that Enter, or `1`, takes. */
export const untilChoices = (shop: Shop, now: Instant): readonly Until[] => {
  const closing = closingTime(shop, now);
  return [
    { id: 'tomorrow', until: untilTomorrow(shop, now) },
    ...(closing === undefined ? [] : [{ id: 'closing', until: closing } as const]),
    { id: 'hour', until: untilLater(now, 60) },
    { id: 'forever', until: untilPutBack(now) },
  ];
};

const noteOf = ({ id, until }: Until, page: Page) => (id === 'forever' ? {} : { note: when(page, until) });

type Props = { readonly thing: Thing; readonly shop: Shop; readonly onClose: () => void };

/** Until when something is sold out: the second of the two keys. */
export const SoldOutSheet = ({ thing, shop, onClose }: Props): ReactNode => {
  const { app, hands } = useShell();
  const page = usePage();
  const tell = useTell();
  const keyName = useKeyName();
  const words = menuWords(page.lang);
  const { id: what, name } = soldThing(thing);
  const dishes = thing.kind === 'choice' ? thing.offered.length : 1;
  return (
    <PickSheet
      title={words.markTitle(name)}
      about={dishes > 1 ? words.markShared(dishes) : words.markAbout}
      tone="warn"
      items={untilChoices(shop, page.now).map((choice) => ({ ...choice, name: words.until[choice.id], ...noteOf(choice, page) }))}
      yes={words.markYes}
      leave={words.leave}
      onPick={async ({ until }) => {
        onClose();
        const done = await tell(() => app.markSoldOut(shop.id, what, until), words.marked(name, keyName('undo', 'u')));
        if (done) hands.did({ did: 'sold-out', shop: shop.id, item: what });
      }}
      onLeave={onClose}
    />
  );
};

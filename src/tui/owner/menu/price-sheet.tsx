import { type ReactNode, useState } from 'react';
import { editChoice } from '../../../core/catalog/edit-choice.ts';
import { editItem } from '../../../core/catalog/edit-item.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import { type Won, won } from '../../../core/money.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import { wonText } from '../../../words/page.ts';
import { changeText } from '../../../words/shop-change.ts';
import { Confirm } from '../../kit/confirm.tsx';
import { FormModal } from '../../kit/form-modal.tsx';
import { commas, unmasked } from '../../kit/masks.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { useTell } from '../use-tell.ts';
import { soldThing, type Thing } from './menu-model.ts';
import { menuWords } from './menu-words.ts';

/** `version`: of the shop that the owner saw when they began, so that nobody's change is lost. */
type Props = { readonly thing: Thing; readonly version: number; readonly onClose: () => void };
type Asked = { readonly price: Won; readonly version: number; readonly meanwhile: string };

const mostDigits = 11;

const withPrice =
  (thing: Thing, price: Won) =>
  (shop: Shop): Result<Shop, Refusal> =>
    thing.kind === 'item' ? editItem(shop, thing.item.id, { price }) : editChoice(shop, thing.choice.id, { price }, {});

/** A new price: typed, shown beside the old one, and only then written. */
export const PriceSheet = ({ thing, version, onClose }: Props): ReactNode => {
  const { app, id } = useShell();
  const page = usePage();
  const tell = useTell();
  const words = menuWords(page.lang);
  const [asked, setAsked] = useState<Asked>();
  const { name, price: was } = soldThing(thing);
  const change = async ({ price, version: ifVersion }: Asked) => {
    const done = await app.changeShop(id, withPrice(thing, price), { ifVersion });
    if (!done.ok && done.error.code === 'CHANGED_MEANWHILE') {
      const changes = done.error.since.flatMap((one) => one.changes).map((one) => changeText(one, page.lang).text);
      return setAsked({ price, version: done.error.current, meanwhile: changes.join(', ') });
    }
    onClose();
    await tell(async () => done, words.priced(name, wonText(page, price)));
  };
  if (asked) {
    const text = words.askText(name, wonText(page, was), wonText(page, asked.price));
    return (
      <Confirm
        title={words.askTitle}
        text={asked.meanwhile === '' ? text : `${text}\n${words.meanwhile(asked.meanwhile)}`}
        yes={words.askYes}
        no={words.leave}
        onYes={() => change(asked)}
        onNo={onClose}
      />
    );
  }
  return (
    <FormModal
      place={`price ${id} ${thing.id}`}
      title={words.priceTitle(name)}
      about={words.priceAbout(wonText(page, was))}
      fields={[{ id: 'price', label: words.priceLabel, first: '', placeholder: commas(String(was)), mask: 'won', max: mostDigits }]}
      words={{ save: words.priceNext, next: words.priceNext, leave: words.leave }}
      onSave={async (textIn) => {
        const typed = unmasked('won', textIn('price'));
        if (typed === '') return { field: 'price', text: words.priceEmpty };
        if (Number(typed) === was) return { field: 'price', text: words.priceSame };
        setAsked({ price: won(Number(typed)), version, meanwhile: '' });
        return undefined;
      }}
      onLeave={onClose}
    />
  );
};

import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import type { SavedLine } from '../../../core/cart/cart.ts';
import { findItem } from '../../../core/catalog/menu.ts';
import { type Item, isSoldOut, type Shop } from '../../../core/catalog/shop.ts';
import { wonText } from '../../../words/page.ts';
import { refusalText } from '../../../words/problem.ts';
import { ChoiceList } from '../../kit/choice-list.tsx';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { stepperKeys } from '../../kit/stepper.ts';
import { type Edit, editOf } from '../../kit/text-edit.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useChoices } from '../../kit/use-choices.ts';
import { useKept, useKeptPlaces } from '../../kit/use-kept.ts';
import { useLive } from '../../kit/use-live.ts';
import { nameOfPlace, type Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { bounds, ItemFoot } from './item-foot.tsx';
import { costOf, type Draft, draftOf, firstUnmet, groupsOf, wishFor } from './item-model.ts';
import { type ItemWords, itemWords } from './item-words.ts';

type ItemPlace = Extract<Place, { readonly at: 'item' }>;
type Props = { readonly shop: Shop; readonly item: Item; readonly line: SavedLine | undefined; readonly place: ItemPlace };

const drafts = keptSlot<Draft>();
const notes = keptSlot<Edit>();

const aboutAtMost = 2;

/** Puts the draft into the cart, or in the place of its line; says what is missing, and where. */
const usePut = ({ shop, item, line, place }: Props, words: ItemWords) => {
  const { seat, back } = useShell();
  const page = usePage(shop.zone);
  const say = useSay();
  const kept = useKeptPlaces();
  return async (draft: Draft, note: string) => {
    const wish = wishFor(item, draft, note);
    const { app } = seat;
    const put = line ? await app.setCartLine(shop.id, line.id, wish) : await app.addToCart(shop.id, wish);
    if (!put.ok) return say(refusalText(put.error, page), 'warn');
    kept.forget(nameOfPlace(place));
    say(line ? words.changed(item.name) : words.added(item.name, draft.quantity, wonText(page, costOf(item, draft))), 'good');
    back();
  };
};

const OpenItem = (props: Props): ReactNode => {
  const { shop, item, line, place } = props;
  const words = itemWords(useUi().lang);
  const page = usePage(shop.zone);
  const body = useBody();
  const say = useSay();
  const name = nameOfPlace(place);
  const [draft, setDraft] = useKept(drafts, name, () => draftOf(item, line));
  const [note, setNote] = useKept(notes, name, () => editOf(line?.note ?? ''));
  const [writing, setWriting] = useState(false);
  const put = usePut(props, words);
  const about = item.about ?? '';
  const height = body.rows - 2;
  const inner = panelInner(body.columns, height);
  const aboutRows = about === '' ? 0 : Math.min(aboutAtMost, linesOf(about, inner.columns).length) + 1;
  const choices = useChoices({
    groups: groupsOf(item, page),
    chosen: draft.chosen,
    onChange: (chosen) => setDraft({ ...draft, chosen }),
    height: inner.rows - aboutRows,
  });
  const finish = () => {
    const unmet = firstUnmet(item, draft);
    if (!unmet) return put(draft, note.text);
    choices.list.move({ to: 'item', id: unmet.row });
    say(words.choose(unmet.name), 'warn');
  };
  const stepping = { fewer: words.fewer, more: words.more, atLeast: words.atLeast, atMost: words.atMost(bounds.max) };
  const keys: KeyTable = [
    { keys: ['enter'], label: line ? words.change : words.add, run: finish },
    ...choices.keys,
    ...stepperKeys(draft.quantity, bounds, (quantity) => setDraft({ ...draft, quantity }), stepping),
    { keys: ['n'], label: words.note, run: () => setWriting(true) },
  ];
  return (
    <ScreenFrame title={`${shop.name} · ${item.name}`} keys={keys}>
      <Panel title={item.name} note={wonText(page, item.price)} width={body.columns} height={height} focused={!writing}>
        {aboutRows > 0 && (
          <Box height={aboutRows} flexShrink={0}>
            <Paragraph text={about} look="dim" width={inner.columns} rows={aboutAtMost} />
          </Box>
        )}
        {item.options.length === 0 ? (
          <Paragraph text={words.noOptions} look="dim" width={inner.columns} />
        ) : (
          <ChoiceList choices={choices} width={inner.columns} focused={!writing} />
        )}
      </Panel>
      <ItemFoot
        note={note}
        onNote={setNote}
        writing={writing}
        onWritten={() => setWriting(false)}
        quantity={draft.quantity}
        total={wonText(page, costOf(item, draft))}
      />
    </ScreenFrame>
  );
};

/** One dish: what to choose with it, how many, what the kitchen should know. */
export const ItemScreen = ({ place }: { readonly place: ItemPlace }): ReactNode => {
  const { seat } = useShell();
  const ui = useUi();
  const words = itemWords(ui.lang);
  const body = useBody();
  const { app, subscribe } = seat;
  const query = async () => ({
    shop: await app.findShop(place.shop),
    cart: place.line === undefined ? undefined : await app.cart(place.shop),
  });
  const live = useLive({ key: nameOfPlace(place), subscribe, query });
  const known = answerOf(live);
  const shop = known?.shop.ok ? known.shop.value : undefined;
  const item = shop && findItem(shop, place.item);
  const line = known?.cart?.ok ? known.cart.value.cart.lines.find(({ id }) => id === place.line) : undefined;
  if (shop && item && !isSoldOut(item, ui.now())) return <OpenItem shop={shop} item={item} line={line} place={place} />;
  return (
    <ScreenFrame title={item?.name ?? ''} keys={[]}>
      <Loaded live={live} width={body.columns} empty={known ? (item ? words.soldOut : words.gone) : undefined}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};

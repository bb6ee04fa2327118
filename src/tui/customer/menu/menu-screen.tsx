import { Box } from 'ink';
import type { ReactNode } from 'react';
import { intakeAt } from '../../../core/catalog/hours.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import { intakeText } from '../../../words/intake-text.ts';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { List } from '../../kit/list.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { priceWidth } from '../../kit/price.tsx';
import type { Edit } from '../../kit/text-edit.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { useLive } from '../../kit/use-live.ts';
import { nameOfPlace, type Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { useSearch } from '../use-search.tsx';
import { CartHere } from './cart-here.tsx';
import { menuCells } from './menu-cells.ts';
import { menuRows } from './menu-model.ts';
import { MenuPreview } from './menu-preview.tsx';
import { menuWords } from './menu-words.ts';
import { useMenuKeys } from './use-menu-keys.ts';

const cursor = keptSlot<ListState>();
const searches = keptSlot<Edit>();

const roomForPreview = 72;
const previewWidth = (columns: number): number => {
  if (columns < roomForPreview) return 0;
  return columns < 110 ? 30 : 44;
};

type MenuPlace = Extract<Place, { readonly at: 'menu' }>;

const OpenMenu = ({ shop, place }: { readonly shop: Shop; readonly place: MenuPlace }): ReactNode => {
  const { carts } = useShell();
  const { lang, glyphs } = useUi();
  const words = menuWords(lang);
  const page = usePage(shop.zone);
  const body = useBody();
  const name = nameOfPlace(place);
  const search = useSearch(searches, name);
  const here = carts.find(({ cart }) => cart.shop === shop.id);
  const aside = previewWidth(body.columns);
  const width = body.columns - aside;
  const height = body.rows - 1 - search.rows;
  const inner = panelInner(width, height);
  const rows = menuRows(shop, search.text, page.now);
  const list = useList({ items: rows, height: inner.rows, kept: useKept(cursor, name, () => listStart) });
  const selected = list.selected?.kind === 'item' ? list.selected : undefined;
  const prices = priceWidth(
    rows.flatMap((row) => (row.kind === 'item' ? [row.item.price] : [])),
    lang,
  );
  const keys: KeyTable = [...useMenuKeys({ shop, rows, list }), { keys: ['/'], label: words.search, run: search.begin }];
  const intake = intakeAt(shop, page.now);
  return (
    <ScreenFrame
      title={`${shop.name} · ${intakeText(intake, page)}`}
      keys={keys}
      standing={intake.open ? undefined : { text: words.shut(intakeText(intake, page)), tone: 'warn' }}
      {...search.leaving}
    >
      {search.row(rows.filter(({ kind }) => kind === 'item').length)}
      <Box>
        <Panel title={selected?.category ?? ''} width={width} height={height} focused={!search.isWriting}>
          {rows.length === 0 ? (
            <Paragraph text={search.noneOf(rows) ?? words.empty} look="dim" width={inner.columns} />
          ) : (
            <List list={list} width={inner.columns} row={(row) => menuCells(row, here?.cart.lines ?? [], page, glyphs, prices)} />
          )}
        </Panel>
        {aside > 0 && <MenuPreview item={selected?.item} zone={shop.zone} width={aside} height={height} />}
      </Box>
      <CartHere view={here} zone={shop.zone} width={body.columns} />
    </ScreenFrame>
  );
};

/** The menu of one shop. */
export const MenuScreen = ({ place }: { readonly place: MenuPlace }): ReactNode => {
  const { seat } = useShell();
  const words = menuWords(useUi().lang);
  const body = useBody();
  const live = useLive({ key: place.shop, subscribe: seat.subscribe, query: () => seat.app.findShop(place.shop) });
  const found = answerOf(live);
  if (found?.ok) return <OpenMenu shop={found.value} place={place} />;
  return (
    <ScreenFrame title="" keys={[]}>
      <Loaded live={live} width={body.columns} empty={found ? words.gone : undefined}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};

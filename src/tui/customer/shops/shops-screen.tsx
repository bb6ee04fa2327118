import { Box } from 'ink';
import type { ReactNode } from 'react';
import { statusOf } from '../../../core/views/order-view.ts';
import { wonText } from '../../../words/page.ts';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { List } from '../../kit/list.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { Loaded } from '../../kit/loaded.tsx';
import type { Notice } from '../../kit/notices.ts';
import { Panel, panelInner } from '../../kit/panel.tsx';
import type { Edit } from '../../kit/text-edit.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { type Shell, useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { useSearch } from '../use-search.tsx';
import { shopCells } from './shop-cells.ts';
import { ShopPreview } from './shop-preview.tsx';
import { openCount, shopRows } from './shops-model.ts';
import { type ShopsWords, shopsWords } from './shops-words.ts';
import { useFronts } from './use-fronts.ts';

const cursor = keptSlot<ListState>();
const searches = keptSlot<Edit>();

const roomForPreview = 72;
const previewWidth = (columns: number): number => {
  if (columns < roomForPreview) return 0;
  return columns < 110 ? 32 : 44;
};

type Running = { readonly notice: Notice; readonly place: Place };

/** What of the customer's own goes on: money in doubt first, then food on its way. */
const runningOf = ({ open, active }: Shell, page: ReturnType<typeof usePage>, words: ShopsWords): Running | undefined => {
  const payment = open.find(({ now }) => now.state === 'unknown' || now.state === 'deferred');
  if (payment) {
    const said = payment.now.state === 'unknown' ? words.payingOpen : words.payingHeld;
    return {
      notice: { text: `${said} · ${wonText(page, payment.amount)} · t ${words.track}`, tone: 'warn' },
      place: { at: 'paying', of: { payment: payment.payment } },
    };
  }
  const order = active[0];
  if (!order) return undefined;
  const text = `${order.shopName} · ${page.words.status[statusOf(order)]} · t ${words.track}`;
  return { notice: { text, tone: 'info' }, place: { at: 'order', order: order.order } };
};

/** Where one lands: who cooks now, what it costs to be brought, and what of one's own is on its way. */
export const ShopsScreen = (): ReactNode => {
  const shell = useShell();
  const { lang } = useUi();
  const words = shopsWords(lang);
  const page = usePage();
  const body = useBody();
  const { live, fronts } = useFronts();
  const search = useSearch(searches, 'shops');
  const aside = previewWidth(body.columns);
  const width = body.columns - aside;
  const height = body.rows - search.rows;
  const inner = panelInner(width, height);
  const rows = shopRows(fronts, search.text);
  const list = useList({ items: rows, height: inner.rows, kept: useKept(cursor, 'shops', () => listStart) });
  const selected = list.selected?.kind === 'shop' ? list.selected.front : undefined;
  const running = runningOf(shell, page, words);
  const enter = () => selected && shell.go({ at: 'menu', shop: selected.shop.id });
  const keys: KeyTable = [
    ...list.keys,
    { keys: ['enter', 'right', 'l'], label: words.enter, run: enter, ...(selected && { cli: `baedal menu ${selected.shop.id}` }) },
    { keys: ['/'], label: words.search, run: search.begin },
    ...(running ? [{ keys: ['t'], label: words.track, hidden: true, run: () => shell.go(running.place) } as const] : []),
  ];
  const empty = fronts.length === 0 ? words.noShops : search.noneOf(rows);
  return (
    <ScreenFrame title={words.title} keys={keys} standing={running?.notice} {...search.leaving}>
      {search.row(rows.filter(({ kind }) => kind === 'shop').length)}
      <Box>
        <Panel title={words.open(openCount(fronts))} width={width} height={height} focused={!search.isWriting}>
          <Loaded live={live} width={inner.columns} empty={empty}>
            <List list={list} width={inner.columns} row={(row, { width: room }) => shopCells(row, page, words, room)} />
          </Loaded>
        </Panel>
        {aside > 0 && <ShopPreview front={selected} width={aside} height={height} />}
      </Box>
    </ScreenFrame>
  );
};

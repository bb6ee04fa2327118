import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { List } from '../../kit/list.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import type { Edit } from '../../kit/text-edit.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { AgainModal } from '../again/again-modal.tsx';
import { SaveUsualModal } from '../again/save-usual-modal.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { useSearch } from '../use-search.tsx';
import { columnsOf, orderCells } from './order-cells.ts';
import { OrderPreview } from './order-preview.tsx';
import { type OrderRow, orderOf, orderRows } from './orders-model.ts';
import { type OrdersWords, ordersWords } from './orders-words.ts';
import { type Orders, useOrders } from './use-orders.ts';

const cursor = keptSlot<ListState>();
const searches = keptSlot<Edit>();

const previewFrom = 110;
const previewColumns = 44;

type Over = 'again' | 'save';
type Pressed = { readonly row: OrderRow | undefined; readonly orders: Orders; readonly ask: (over: Over) => void };

/** What can be done with the row under the cursor. */
const useRowKeys = ({ row, orders, ask }: Pressed, words: OrdersWords): KeyTable => {
  const { go, home } = useShell();
  const view = orderOf(row);
  const open = () => {
    if (!row) return orders.latest?.length === 0 ? home() : undefined;
    if (row.kind === 'more') return orders.more();
    if (view) return go({ at: 'order', order: view.order });
    if (row.kind === 'payment') go({ at: 'paying', of: { payment: row.payment.payment } });
  };
  const notOne = row?.kind === 'payment' ? words.notAnOrder : words.choose;
  const label = (): string => {
    if (!row) return words.toShops;
    return row.kind === 'payment' && !view ? words.look : words.open;
  };
  return [
    { keys: ['enter', 'right', 'l'], label: label(), run: open, ...(view && { cli: `baedal status ${view.order}` }) },
    {
      keys: ['r'],
      label: words.reorder,
      disabled: view ? undefined : notOne,
      run: () => ask('again'),
      ...(view && { cli: `baedal reorder ${view.order}` }),
    },
    {
      keys: ['s'],
      label: words.save,
      disabled: view ? undefined : notOne,
      run: () => ask('save'),
      ...(view && { cli: `baedal usual save NAME --order ${view.order}` }),
    },
  ];
};

const useRows = (query: string) => {
  const { open, active } = useShell();
  const { lang } = useUi();
  const page = usePage();
  const orders = useOrders();
  const known = { open, active, latest: orders.latest ?? [], hasMore: orders.hasMore };
  return { orders, rows: orders.latest === undefined ? [] : orderRows(known, query, page, ordersWords(lang)) };
};

const OverOrder = ({ over, row, onClose }: { readonly over: Over; readonly row: OrderRow; readonly onClose: () => void }): ReactNode => {
  const view = orderOf(row);
  if (!view) return null;
  if (over === 'again') return <AgainModal again={{ order: view.order }} onClose={onClose} />;
  return <SaveUsualModal of={{ order: view.order }} shopName={view.shopName} onClose={onClose} />;
};

/** All that was ordered: what is still open first. */
export const OrdersScreen = (): ReactNode => {
  const { lang, glyphs } = useUi();
  const words = ordersWords(lang);
  const page = usePage();
  const body = useBody();
  const [over, setOver] = useState<{ readonly over: Over; readonly row: OrderRow }>();
  const search = useSearch(searches, 'orders');
  const { orders, rows } = useRows(search.text);
  const aside = body.columns < previewFrom ? 0 : previewColumns;
  const width = body.columns - aside;
  const height = body.rows - search.rows;
  const inner = panelInner(width, height);
  const list = useList({ items: rows, height: inner.rows, kept: useKept(cursor, 'orders', () => listStart) });
  const row = list.selected;
  const rowKeys = useRowKeys({ row, orders, ask: (what) => row && setOver({ over: what, row }) }, words);
  const keys: KeyTable = [...list.keys, ...rowKeys, { keys: ['/'], label: words.search, run: search.begin }];
  const columns = columnsOf(rows, page);
  const live = orders.latest === undefined ? orders.live : ({ state: 'live', value: undefined } as const);
  return (
    <ScreenFrame
      title={words.title}
      keys={keys}
      over={over && <OverOrder {...over} onClose={() => setOver(undefined)} />}
      {...search.leaving}
    >
      {search.row(rows.filter(({ kind }) => kind === 'order').length)}
      <Box>
        <Panel title={words.panel} width={width} height={height} focused={!search.isWriting}>
          <Loaded live={live} width={inner.columns} empty={search.noneOf(rows) ?? (rows.length === 0 ? words.none : undefined)}>
            <List list={list} width={inner.columns} row={(one, at) => orderCells(one, page, words, glyphs, columns, at.width)} />
          </Loaded>
        </Panel>
        {aside > 0 && <OrderPreview row={row} width={aside} height={height} />}
      </Box>
    </ScreenFrame>
  );
};

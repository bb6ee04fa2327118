import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useBody } from '../../kit/frame.tsx';
import { List } from '../../kit/list.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { priceWidth } from '../../kit/price.tsx';
import { useUi } from '../../kit/ui-context.ts';
import type { List as ListOf } from '../../kit/use-list.ts';
import { usePage } from '../use-page.ts';
import { Bill, BillLine, type Remark, type Sums } from './bill.tsx';
import { cartWords } from './cart-words.ts';
import { addressText, methodText } from './delivery.ts';
import { orderCells } from './order-cells.ts';
import type { OrderRow } from './order-rows.ts';
import type { CartDesk } from './use-cart-desk.ts';

const roomForBill = 72;
const narrowFoot = 3;

/** How the page of an order is divided: its rows, and beside or below them what it comes to. `above` are rows that are taken already. */
export const useOrderSizes = (above: number) => {
  const body = useBody();
  const aside = body.columns < roomForBill ? 0 : body.columns < 110 ? 30 : 40;
  const width = body.columns - aside;
  const height = body.rows - above - (aside === 0 ? narrowFoot : 0);
  return { columns: body.columns, aside, width, height, inner: panelInner(width, height) };
};

type Props = {
  readonly desk: CartDesk;
  readonly list: ListOf<OrderRow>;
  readonly sizes: ReturnType<typeof useOrderSizes>;
  readonly button: { readonly text: string; readonly isReady: boolean };
  readonly sums: Sums;
  readonly remarks: readonly Remark[];
  readonly foot?: ReactNode;
};

/** The dishes, where to and what with, the button; beside them the bill. */
export const OrderList = ({ desk, list, sizes, button, sums, remarks, foot }: Props): ReactNode => {
  const { lang, glyphs } = useUi();
  const page = usePage(desk.shop?.zone);
  const { columns, aside, width, height, inner } = sizes;
  const words = cartWords(lang);
  const { view, profile, delivery } = desk;
  const wide = priceWidth(
    view.look.lines.map(({ total }) => total),
    lang,
  );
  const { address, method, note, riderNote } = delivery;
  const fields = {
    address: address ? addressText(address) : '',
    card: methodText(profile, method, words.firstCard),
    note,
    rider: riderNote,
  };
  const shown = { page, words, glyphs, wide, fields, button };
  return (
    <>
      <Box>
        <Panel title={desk.shop?.name ?? view.cart.shopName} width={width} height={height} focused>
          <List list={list} width={inner.columns} row={(row) => orderCells(row, shown)} />
        </Panel>
        {aside > 0 && <Bill {...{ sums, remarks, height, foot }} width={aside} />}
      </Box>
      {aside === 0 && <BillLine {...{ sums, remarks, foot }} width={columns} />}
    </>
  );
};

import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { statusOf } from '../../../core/views/order-view.ts';
import { when } from '../../../words/page.ts';
import { useBody } from '../../kit/frame.tsx';
import type { KeyTable } from '../../kit/keys.ts';
import { BlankLine } from '../../kit/line.tsx';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import type { Notice } from '../../kit/notices.ts';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { ScrollView } from '../../kit/scroll-view.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useScroll } from '../../kit/use-scroll.ts';
import type { Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { usePage } from '../use-page.ts';
import { Messages } from './messages.tsx';
import { Bill, Where } from './order-sections.tsx';
import { orderWords } from './order-words.ts';
import { useOrderKeys } from './over-order.tsx';
import { StatusLines, useStatus } from './status-lines.tsx';
import { type Looked, useOrder } from './use-order.ts';

type OrderPlace = Extract<Place, { readonly at: 'order' }>;
type Pane = 'items' | 'messages';

const twoPanesFrom = 100;
/** Below this nothing of a second panel could be read. */
const leastBelow = 5;

const Details = ({ looked, width }: { readonly looked: Looked; readonly width: number }): ReactNode => (
  <>
    <Bill view={looked.view} contact={looked.contact} width={width} />
    <BlankLine />
    {looked.contact && <Where contact={looked.contact} width={width} />}
  </>
);

/** How the screen is divided: two panels below the status, one of two, or everything in one where there is no room. */
const useLayout = (looked: Looked) => {
  const { columns, rows } = useBody();
  const status = useStatus(looked, panelInner(columns, 0).columns);
  const above = status.height + 2;
  const isSmall = rows - above < leastBelow;
  const isWide = !isSmall && columns >= twoPanesFrom;
  const left = isWide ? Math.floor(columns / 2) : columns;
  return { ...{ columns, rows, status, isSmall, isWide, left }, below: isSmall ? rows : rows - above, above: isSmall ? 0 : above };
};

const OpenOrder = ({ looked, notice }: { readonly looked: Looked; readonly notice: Notice | undefined }): ReactNode => {
  const { view, messages } = looked;
  const page = usePage();
  const words = orderWords(page.lang);
  const layout = useLayout(looked);
  const { columns, status, isSmall, isWide, left, below, above } = layout;
  const [pane, setPane] = useState<Pane>('items');
  const inner = panelInner(left, below);
  const items = useScroll(inner.rows);
  const told = useScroll(inner.rows, 'end');
  const { keys: orderKeys, over } = useOrderKeys(view);
  const other: Pane = pane === 'items' ? 'messages' : 'items';
  const keys: KeyTable = [
    ...orderKeys,
    { keys: ['tab', 'right', 'left', 'l', 'h', 'm'], label: words.switchTo, hidden: !isWide, run: () => setPane(other) },
    ...(pane === 'items' ? items : told).keys,
  ];
  const title = page.words.status[statusOf(view)];
  const itemsPanel = (
    <Panel
      title={isSmall ? title : words.items}
      note={isWide ? '' : words.toMessages(messages.length)}
      width={left}
      height={below}
      focused={pane === 'items'}
    >
      <ScrollView scroll={items} width={inner.columns}>
        {isSmall && <StatusLines looked={looked} rows={status.rows} width={inner.columns - 2} />}
        {isSmall && <BlankLine />}
        <Details looked={looked} width={inner.columns - 2} />
      </ScrollView>
    </Panel>
  );
  const right = isWide ? columns - left : columns;
  const toldInner = panelInner(right, below);
  const messagesPanel = (
    <Panel title={words.messages} note={isWide ? '' : words.toItems} width={right} height={below} focused={pane === 'messages'}>
      <ScrollView scroll={told} width={toldInner.columns}>
        <Messages messages={messages} width={toldInner.columns - 2} />
      </ScrollView>
    </Panel>
  );
  return (
    <ScreenFrame title={words.title(view.shopName)} keys={keys} status={`${view.shopName} · ${title}`} standing={notice} over={over}>
      {!isSmall && (
        <Panel title={title} note={view.order} width={columns} height={above}>
          <StatusLines looked={looked} rows={status.rows} width={panelInner(columns, above).columns} />
        </Panel>
      )}
      <Box>
        {(isWide || pane === 'items') && itemsPanel}
        {(isWide || pane === 'messages') && messagesPanel}
      </Box>
    </ScreenFrame>
  );
};

/** One order as it happens, from the click to the door. */
export const OrderScreen = ({ place }: { readonly place: OrderPlace }): ReactNode => {
  const live = useOrder(place.order);
  const page = usePage();
  const words = orderWords(useUi().lang);
  const { columns } = useBody();
  const known = answerOf(live);
  const notice: Notice | undefined = live.state === 'stale' ? { text: words.stale(when(page, live.since)), tone: 'warn' } : undefined;
  if (known?.ok) return <OpenOrder looked={known.value} notice={notice} />;
  return (
    <ScreenFrame title={place.order} keys={[]}>
      <Loaded live={live} width={columns} empty={known ? words.gone : undefined}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};

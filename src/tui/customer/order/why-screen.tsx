import type { ReactNode } from 'react';
import type { Recorded } from '../../../core/events.ts';
import type { OrderView } from '../../../core/views/order-view.ts';
import { eventText } from '../../../words/event-text.ts';
import { exactly } from '../../../words/page.ts';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { Line, TextLine } from '../../kit/line.tsx';
import { List } from '../../kit/list.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { useLive } from '../../kit/use-live.ts';
import { nameOfPlace, type Place } from '../place.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { orderWords } from './order-words.ts';
import { useCopy } from './use-copy.ts';
import { becauseText, type WhyRow, whoDid, whyCells, whyRows } from './why-model.ts';
import { whyWords } from './why-words.ts';

type WhyPlace = Extract<Place, { readonly at: 'why' }>;
const cursor = keptSlot<ListState>();
const detailRows = 5;
const roomForDetail = 14;

/** One thing in full: when to the second, whose doing, because of what. */
const Detail = ({ row, width }: { readonly row: WhyRow | undefined; readonly width: number }): ReactNode => {
  const page = usePage();
  const inner = panelInner(width, detailRows).columns;
  if (!row) return <Panel width={width} height={detailRows} />;
  const { event } = row;
  return (
    <Panel title={page.words.event[event.type]} note={event.id} width={width} height={detailRows}>
      <TextLine text={eventText(event, page)} look="title" width={inner} />
      <Line
        cells={[
          { text: `${exactly(page, event.at)}  `, role: 'dim' },
          { text: whoDid(event, page), grow: true },
        ]}
        width={inner}
      />
      <TextLine text={becauseText(row, page, whyWords(page.lang))} look="dim" width={inner} />
    </Panel>
  );
};

type Props = { readonly place: WhyPlace; readonly events: readonly Recorded[]; readonly view: OrderView | undefined };

const Timeline = ({ place, events, view }: Props): ReactNode => {
  const { lang, glyphs } = useUi();
  const words = orderWords(lang);
  const why = whyWords(lang);
  const page = usePage();
  const copy = useCopy();
  const { columns, rows } = useBody();
  const below = rows < roomForDetail ? 0 : detailRows;
  const height = rows - below;
  const inner = panelInner(columns, height);
  const all = whyRows(events);
  const list = useList({ items: all, height: inner.rows, kept: useKept(cursor, nameOfPlace(place), () => listStart) });
  const keys: KeyTable = [...list.keys, { keys: ['y'], label: words.copy, run: () => copy(place.order), cli: `baedal why ${place.order}` }];
  return (
    <ScreenFrame title={why.title(view?.shopName ?? place.order)} keys={keys}>
      <Panel title={why.panel} note={place.order} width={columns} height={height} focused>
        <List list={list} width={inner.columns} row={(row, at) => whyCells(row, page, glyphs, at.width)} />
      </Panel>
      {below > 0 && <Detail row={list.selected} width={columns} />}
    </ScreenFrame>
  );
};

/** What happened to an order, and because of what. */
export const WhyScreen = ({ place }: { readonly place: WhyPlace }): ReactNode => {
  const { seat } = useShell();
  const words = orderWords(useUi().lang);
  const { columns } = useBody();
  const { app, subscribe } = seat;
  const query = async () => ({ events: await app.whyOrder(place.order), view: await app.orderStatus(place.order) });
  const live = useLive({ key: place.order, subscribe, query });
  const known = answerOf(live);
  if (known?.events.ok) {
    return <Timeline place={place} events={known.events.value} view={known.view.ok ? known.view.value : undefined} />;
  }
  return (
    <ScreenFrame title={place.order} keys={[]}>
      <Loaded live={live} width={columns} empty={known ? words.gone : undefined}>
        {null}
      </Loaded>
    </ScreenFrame>
  );
};

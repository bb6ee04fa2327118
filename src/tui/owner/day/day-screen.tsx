import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { dayNumber, dayText, localDay } from '../../../core/time.ts';
import { usualZone } from '../../../words/page.ts';
import { refusalText } from '../../../words/problem.ts';
import { useBody } from '../../kit/frame.tsx';
import { Line } from '../../kit/line.tsx';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { ScrollView } from '../../kit/scroll-view.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useLive } from '../../kit/use-live.ts';
import { useScroll } from '../../kit/use-scroll.ts';
import type { DeedTable } from '../deeds.ts';
import { OwnerFrame } from '../owner-frame.tsx';
import { useShell } from '../shell.tsx';
import { shellWords } from '../shell-words.ts';
import { usePage } from '../use-page.ts';
import { usePaper } from '../use-paper.ts';
import { usePlaceKeys } from '../use-place-keys.ts';
import { type Band, dayBands, gapColumns } from './day-bands.ts';
import { dayOnPaper } from './day-on-paper.ts';
import { dayPage } from './day-page.ts';
import { dayWords } from './day-words.ts';
import { SaveSheet } from './save-sheet.tsx';

const useDay = () => {
  const shell = useShell();
  const page = usePage();
  const today = localDay(page.now, shell.shop?.zone ?? usualZone);
  // Until another day is chosen it is today, also past midnight.
  const [chosen, choose] = useState<string>();
  const day = chosen ?? today;
  const step = (by: 1 | -1) => {
    const next = dayText(dayNumber(day) + by);
    choose(next === today ? undefined : next);
  };
  const live = useLive({ key: `${shell.id} ${day}`, subscribe: shell.seat.subscribe, query: () => shell.app.daySales(shell.id, day) });
  return { day, isToday: day === today, step, toToday: () => choose(undefined), live, page };
};

const Bands = ({ bands }: { readonly bands: readonly Band[] }): ReactNode =>
  bands.map((band, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: bands have no name but their order
    <Box key={at} gap={gapColumns} flexShrink={0}>
      {band.map(({ id, width, rows: lines }) => (
        <Box key={id} flexDirection="column" flexShrink={0} width={width}>
          {lines.map((line) => (
            <Line key={line.id} cells={line.cells} width={width} />
          ))}
        </Box>
      ))}
    </Box>
  ));

/** What a day brought: by the hour, by the dish, and what became of the rest. */
export const DayScreen = (): ReactNode => {
  const { day, isToday, step, toToday, live, page } = useDay();
  const { glyphs } = useUi();
  const { columns, rows } = useBody();
  const words = dayWords(page.lang);
  const { app, id, here, lost } = useShell();
  const paper = usePaper();
  const places = usePlaceKeys();
  const [saving, setSaving] = useState<string>();
  const inner = panelInner(columns, rows);
  const scroll = useScroll(inner.rows);
  const found = answerOf(live);
  const sales = found?.ok ? found.value : undefined;
  const shown = { page, glyphs };
  const bands = sales ? dayBands(sales, shown, inner.columns - 1) : [];
  const notYet = isToday ? words.notYet : undefined;
  const keys: DeedTable = [
    { keys: ['left', 'h'], label: words.before, run: () => step(-1) },
    { keys: ['right', 'l'], label: words.next, disabled: notYet, run: () => step(1) },
    { keys: ['t'], label: words.toToday, hidden: true, run: toToday },
    {
      keys: ['s'],
      label: words.save,
      // A page says as of when it is: of what is cut off it could not.
      disabled: sales ? lost && shellWords(page.lang).lostWhy : words.unread,
      cli: `baedal sales --from ${day} --to ${day} --by hour`,
      run: () => sales && setSaving(dayPage(sales, page, glyphs)),
    },
    {
      keys: ['P'],
      label: paper.words.print,
      deed: 'print',
      disabled: sales ? paper.barred : words.unread,
      cli: `baedal sales ${id} --from ${day} --to ${day} --print`,
      run: () => paper.ask(paper.words.page.day(day), () => app.printDay(id, day)),
    },
    ...scroll.keys,
    ...places,
  ];
  const nothing = sales?.byHour.total.orders === 0 ? words.nothing : undefined;
  const empty = found && !found.ok ? refusalText(found.error, page) : nothing;
  return (
    <OwnerFrame
      title={words.title}
      keys={keys}
      over={saving !== undefined && <SaveSheet day={day} text={saving} onClose={() => setSaving(undefined)} />}
    >
      <Panel
        title={isToday ? `${words.today} ${day}` : day}
        note={dayOnPaper(day, here?.printing, page)}
        width={columns}
        height={rows}
        focused
      >
        <Loaded live={live} width={inner.columns} empty={empty}>
          <ScrollView scroll={scroll} width={inner.columns}>
            <Bands bands={bands} />
          </ScrollView>
        </Loaded>
      </Panel>
    </OwnerFrame>
  );
};

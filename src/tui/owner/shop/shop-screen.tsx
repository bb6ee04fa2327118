import { type ReactNode, useState } from 'react';
import { intakeAt } from '../../../core/catalog/hours.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import { intakeText } from '../../../words/intake-text.ts';
import { useBody } from '../../kit/frame.tsx';
import { Line } from '../../kit/line.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { ScrollView } from '../../kit/scroll-view.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useScroll } from '../../kit/use-scroll.ts';
import type { DeedTable } from '../deeds.ts';
import { OwnerFrame } from '../owner-frame.tsx';
import { useShell } from '../shell.tsx';
import { shellWords } from '../shell-words.ts';
import { usePage } from '../use-page.ts';
import { usePlaceKeys } from '../use-place-keys.ts';
import { useTell } from '../use-tell.ts';
import { CloseSheet, PauseSheet } from './intake-sheets.tsx';
import { factRows, nameColumn, nowFacts, settingFacts } from './shop-rows.ts';
import { shopWords } from './shop-words.ts';

const useIntakeKeys = (shop: Shop, kitchen: number): { readonly keys: DeedTable; readonly over: ReactNode } => {
  const { app, lost } = useShell();
  const page = usePage();
  const tell = useTell();
  const [sheet, setSheet] = useState<'pause' | 'close'>();
  const words = shopWords(page.lang);
  const barred = lost && shellWords(page.lang).lostWhy;
  const open = () => {
    const then = intakeAt({ ...shop, intake: { state: 'open' } }, page.now);
    return tell(() => app.setIntake(shop.id, { state: 'open' }), then.open ? words.opened : words.openedOutside(intakeText(then, page)));
  };
  const isOpen = intakeAt(shop, page.now).open;
  const keys: DeedTable = [
    {
      keys: ['o'],
      label: words.open,
      deed: 'open',
      disabled: barred ?? (isOpen ? words.isOpen : undefined),
      cli: `baedal shop open ${shop.id}`,
      run: async () => {
        await open();
      },
    },
    {
      keys: ['s'],
      label: words.pause,
      deed: 'pause',
      disabled: barred,
      cli: `baedal shop pause ${shop.id} --until 30m`,
      run: () => setSheet('pause'),
    },
    { keys: ['x'], label: words.close, deed: 'close', disabled: barred, cli: `baedal shop close ${shop.id}`, run: () => setSheet('close') },
  ];
  const Sheet = sheet === 'pause' ? PauseSheet : CloseSheet;
  return { keys, over: sheet && <Sheet shop={shop} kitchen={kitchen} onClose={() => setSheet(undefined)} /> };
};

const OpenShop = ({ shop }: { readonly shop: Shop }): ReactNode => {
  const { here } = useShell();
  const page = usePage();
  const { columns, rows } = useBody();
  const words = shopWords(page.lang);
  const kitchen = here?.board?.tickets.length ?? 0;
  const { keys, over } = useIntakeKeys(shop, kitchen);
  const places = usePlaceKeys();
  const [now, settings] = [nowFacts(shop, kitchen, page), settingFacts(shop, page)];
  const names = nameColumn([...now, ...settings]);
  const height = now.length + 2;
  const inner = panelInner(columns, rows - height);
  const scroll = useScroll(inner.rows);
  return (
    <OwnerFrame title={shellWords(page.lang).shop} keys={[...keys, ...scroll.keys, ...places]} over={over}>
      <Panel title={words.now} width={columns} height={height} focused>
        {factRows(now, names).map(({ id, cells }) => (
          <Line key={id} cells={cells} width={inner.columns} />
        ))}
      </Panel>
      <Panel title={words.settings} width={columns} height={rows - height}>
        <ScrollView scroll={scroll} width={inner.columns}>
          {factRows(settings, names).map(({ id, cells }) => (
            <Line key={id} cells={cells} width={inner.columns - 1} />
          ))}
        </ScrollView>
      </Panel>
    </OwnerFrame>
  );
};

/** Whether the shop takes orders, and how to change that. */
export const ShopScreen = (): ReactNode => {
  const { shop, boards } = useShell();
  const { lang } = useUi();
  const { columns } = useBody();
  const words = shellWords(lang);
  if (shop) return <OpenShop shop={shop} />;
  return (
    <OwnerFrame title={words.shop} keys={[]}>
      <Loaded live={boards} width={columns} empty={boards.state === 'loading' ? undefined : words.notRead}>
        {null}
      </Loaded>
    </OwnerFrame>
  );
};

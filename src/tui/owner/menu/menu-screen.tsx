import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { intakeAt } from '../../../core/catalog/hours.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import { intakeText } from '../../../words/intake-text.ts';
import { useBody } from '../../kit/frame.tsx';
import { keptSlot } from '../../kit/kept.ts';
import { Line } from '../../kit/line.tsx';
import { List } from '../../kit/list.tsx';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import { priceWidth } from '../../kit/price.tsx';
import { SearchField } from '../../kit/search-field.tsx';
import { type Edit, editOf } from '../../kit/text-edit.ts';
import { useKitWords, useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { useList } from '../../kit/use-list.ts';
import { OwnerFrame } from '../owner-frame.tsx';
import { useShell } from '../shell.tsx';
import { shellWords } from '../shell-words.ts';
import { usePage } from '../use-page.ts';
import { usePlaceKeys } from '../use-place-keys.ts';
import { menuCells } from './menu-cells.ts';
import { menuRows, soldOutCount, soldThing, type Thing } from './menu-model.ts';
import { menuWords } from './menu-words.ts';
import { previewRows } from './preview-rows.ts';
import { useMenuKeys } from './use-menu-keys.tsx';

const cursors = keptSlot<ListState>();
const searches = keptSlot<Edit>();

const previewWidth = (columns: number): number => {
  if (columns < 72) return 0;
  return columns < 110 ? 30 : Math.min(64, Math.floor(columns / 2));
};

type PreviewProps = { readonly thing: Thing | undefined; readonly shop: Shop; readonly width: number; readonly height: number };

const Preview = ({ thing, shop, width, height }: PreviewProps): ReactNode => {
  const page = usePage();
  const { glyphs } = useUi();
  const kit = useKitWords();
  const words = menuWords(page.lang);
  const inner = panelInner(width, height);
  const rows = thing ? previewRows(thing, { page, glyphs, words, kit, width: inner.columns }) : [];
  const intake = intakeAt(shop, page.now);
  return (
    <Panel title={words.preview} width={width} height={height}>
      <Line cells={[{ text: intakeText(intake, page), role: intake.open ? 'good' : 'warn', grow: true }]} width={inner.columns} />
      {rows.slice(0, inner.rows - 1).map((cells, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a picture have no name but their order
        <Line key={at} cells={cells} width={inner.columns} />
      ))}
    </Panel>
  );
};

const OpenMenu = ({ shop }: { readonly shop: Shop }): ReactNode => {
  const { lang, glyphs } = useUi();
  const page = usePage();
  const body = useBody();
  const words = menuWords(lang);
  const places = usePlaceKeys();
  const [edit, setEdit] = useKept(searches, shop.id, () => editOf(''));
  const [isWriting, setWriting] = useState(false);
  const isSearching = isWriting || edit.text !== '';
  const aside = previewWidth(body.columns);
  const width = body.columns - aside;
  const height = body.rows - (isSearching ? 1 : 0);
  const inner = panelInner(width, height);
  const rows = menuRows(shop, edit.text);
  const list = useList({ items: rows, height: inner.rows, kept: useKept(cursors, shop.id, () => listStart) });
  const things = rows.flatMap((row) => (row.kind === 'heading' ? [] : [row]));
  const thing = things.find(({ id }) => id === list.state.selected);
  const { keys, over } = useMenuKeys(thing, shop);
  const out = soldOutCount(shop, page.now);
  const prices = priceWidth(
    things.map((one) => soldThing(one).price),
    lang,
  );
  return (
    <OwnerFrame
      title={words.title}
      right={out === 0 ? '' : words.soldOut(out)}
      keys={[...keys, ...list.keys, { keys: ['/'], label: words.search, run: () => setWriting(true) }, ...places]}
      over={over}
      onBack={edit.text === '' ? undefined : () => setEdit(editOf(''))}
    >
      {isSearching && (
        <SearchField
          edit={edit}
          onEdit={setEdit}
          width={body.columns}
          focused={isWriting}
          note={String(things.length)}
          onDone={() => setWriting(false)}
          onLeave={() => setWriting(false)}
        />
      )}
      <Box>
        <Panel title={words.title} width={width} height={height} focused>
          {rows.length === 0 ? (
            <Paragraph text={edit.text === '' ? words.empty : words.noneFound} look="dim" width={inner.columns} />
          ) : (
            <List
              list={list}
              width={inner.columns}
              row={(row, at) => menuCells(row, { page, glyphs, priceColumns: prices, width: at.width })}
            />
          )}
        </Panel>
        {aside > 0 && <Preview thing={thing} shop={shop} width={aside} height={height} />}
      </Box>
    </OwnerFrame>
  );
};

/** The shop's menu, for those who cook it: what has run out, what it costs. */
export const MenuScreen = (): ReactNode => {
  const { shop, boards } = useShell();
  const { lang } = useUi();
  const { columns } = useBody();
  const words = shellWords(lang);
  if (shop) return <OpenMenu shop={shop} />;
  return (
    <OwnerFrame title={words.menu} keys={[]}>
      <Loaded live={boards} width={columns} empty={boards.state === 'loading' ? undefined : words.notRead}>
        {null}
      </Loaded>
    </OwnerFrame>
  );
};

import type { ReactNode } from 'react';
import type { Item } from '../../../core/catalog/shop.ts';
import { wonText } from '../../../words/page.ts';
import { BlankLine, Line, TextLine } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { useKitWords } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';

type Props = { readonly item: Item | undefined; readonly zone: string; readonly width: number; readonly height: number };

/** What a dish is, and what there is to choose with it. */
export const MenuPreview = ({ item, zone, width, height }: Props): ReactNode => {
  const page = usePage(zone);
  const words = useKitWords();
  const inner = panelInner(width, height);
  if (!item) return <Panel width={width} height={height} />;
  const about = item.about ?? '';
  const aboutRows = about === '' ? 0 : Math.min(4, linesOf(about, inner.columns).length);
  return (
    <Panel title={item.name} width={width} height={height}>
      <TextLine text={wonText(page, item.price)} look="accent" width={inner.columns} />
      {aboutRows > 0 && <Paragraph text={about} width={inner.columns} rows={aboutRows} />}
      <BlankLine />
      {item.options.map(({ id, name, min, max, choices }) => (
        <Line
          key={id}
          cells={[{ text: name }, { text: ` ${words.choosePlainly(min, Math.min(max, choices.length))}`, role: 'dim', grow: true }]}
          width={inner.columns}
        />
      ))}
    </Panel>
  );
};

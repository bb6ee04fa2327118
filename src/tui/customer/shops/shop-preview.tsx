import { Box } from 'ink';
import type { ReactNode } from 'react';
import { intakeText } from '../../../words/intake-text.ts';
import { wonText } from '../../../words/page.ts';
import { BlankLine, Line, TextLine } from '../../kit/line.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import type { Cell } from '../../kit/rows.ts';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { type ShopFront, tasters } from './shops-model.ts';
import { shopsWords } from './shops-words.ts';

const labelled = (label: string, text: string): readonly Cell[] => [
  { text: `${label} `, role: 'dim' },
  { text, grow: true },
];

type Props = { readonly front: ShopFront | undefined; readonly width: number; readonly height: number };

/** What there is to know before going in: whether it is open, what it costs to be brought, what it is known for. */
export const ShopPreview = ({ front, width, height }: Props): ReactNode => {
  const page = usePage(front?.shop.zone);
  const words = shopsWords(useUi().lang);
  if (!front) return <Panel width={width} height={height} />;
  const { shop, intake, fee, metres, pace, isOutside } = front;
  const inner = panelInner(width, height);
  const { label } = page.words;
  const facts: readonly (readonly Cell[])[] = [
    labelled(label.minimum, wonText(page, shop.minimum)),
    labelled(label.fee, fee === 0 ? label.free : wonText(page, fee)),
    ...(metres === undefined ? [] : [[{ text: words.distance(metres), grow: true }]]),
    ...(pace ? [[{ text: words.usuallyLong(pace.deliverMinutes, pace.orders), grow: true }]] : []),
    ...(isOutside ? [[{ text: words.outsideNow, role: 'warn', grow: true } as const]] : []),
  ];
  const dishes = tasters(shop, page.now, Math.max(0, inner.rows - facts.length - 3));
  return (
    <Panel title={shop.name} width={width} height={height}>
      <TextLine text={intakeText(intake, page)} look={intake.open ? 'good' : 'warn'} width={inner.columns} />
      {facts.map((cells, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no name but their order
        <Line key={at} cells={cells} width={inner.columns} />
      ))}
      <BlankLine />
      <Box flexDirection="column">
        {dishes.map((dish) => (
          <Line
            key={dish.id}
            cells={[
              { text: dish.name, grow: true },
              { text: ` ${wonText(page, dish.price)}`, role: 'dim' },
            ]}
            width={inner.columns}
          />
        ))}
      </Box>
    </Panel>
  );
};

import type { ReactNode } from 'react';
import type { CartView } from '../../../core/use-cases/carts.ts';
import { wonText } from '../../../words/page.ts';
import { Line } from '../../kit/line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { usePage } from '../use-page.ts';
import { menuWords } from './menu-words.ts';

type Props = { readonly view: CartView | undefined; readonly zone: string; readonly width: number };

/** What this shop's cart holds, and what is missing before it can be ordered. */
export const CartHere = ({ view, zone, width }: Props): ReactNode => {
  const page = usePage(zone);
  const words = menuWords(useUi().lang);
  const count = (view?.cart.lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  if (!view || count === 0) return <Line cells={[{ text: ` ${words.nothingYet}`, role: 'dim', grow: true }]} width={width} />;
  const { subtotal, toMinimum } = view.look;
  const isEnough = toMinimum === 0;
  return (
    <Line
      cells={[
        { text: ` ${words.inCart(count, wonText(page, subtotal))}`, grow: true },
        { text: `${isEnough ? words.enough : words.toMinimum(wonText(page, toMinimum))} `, role: isEnough ? 'good' : 'warn' },
      ]}
      width={width}
    />
  );
};

import { useState } from 'react';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import type { QuotedCart } from '../../../core/use-cases/quote-cart.ts';
import { answerOf, type Live } from '../../kit/live.ts';
import { useLive } from '../../kit/use-live.ts';
import { isAnother } from '../cart/cart-model.ts';
import { isSamePlace } from '../cart/delivery.ts';
import type { CartDesk } from '../cart/use-cart-desk.ts';
import { useShell } from '../shell.tsx';

type Quoted = Result<QuotedCart, Refusal> | undefined;
type Asked = { readonly times: number; readonly drop?: 'missing' };

// A price is asked for when its customer wants one, not whenever somebody writes.
const noFeed = () => () => undefined;

/** The cart's price of now, held for a while. It is never asked for while a payment of the cart is under way: that one has its price. */
export const useQuote = ({ view, delivery }: CartDesk) => {
  const { app } = useShell().seat;
  const { shop } = view.cart;
  const [asked, setAsked] = useState<Asked>({ times: 0 });
  const query = async (): Promise<Quoted> => {
    const before = await app.cart(shop);
    if (!before.ok || (before.value.open && !isAnother(before.value))) return undefined;
    const to = delivery.address?.location;
    if (!isSamePlace(before.value.cart.to, to)) await app.sendCartTo(shop, to);
    return app.quoteCart(shop, { drop: asked.drop });
  };
  const live: Live<Quoted> = useLive({ key: `price ${asked.times}`, subscribe: noFeed, query });
  return {
    live,
    quoted: answerOf(live),
    again: (drop?: 'missing') => setAsked({ times: asked.times + 1, ...(drop && { drop }) }),
  };
};

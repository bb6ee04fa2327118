import type { SavedCart, Wish } from '../../../core/cart/cart.ts';
import { wishOf } from '../../../core/cart/cart.ts';
import type { LookedLine } from '../../../core/cart/look.ts';
import type { ShopId } from '../../../core/kinds.ts';
import { keptSlot } from '../../kit/kept.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { useSay } from '../../kit/message-line.tsx';
import { stepperKeys } from '../../kit/stepper.ts';
import { useUi } from '../../kit/ui-context.ts';
import { useKept } from '../../kit/use-kept.ts';
import { stopText } from '../checkout/stop-words.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { cartWords } from './cart-words.ts';

const bounds = { min: 1, max: 99 };
type Removed = { readonly wish: Wish; readonly name: string };
const removedLines = keptSlot<readonly Removed[]>();

/** What can be done with the dish under the cursor: how many, away with it, back again. */
export const useLineKeys = (shop: ShopId | undefined, cart: SavedCart | undefined, line: LookedLine | undefined): KeyTable => {
  const { seat } = useShell();
  const words = cartWords(useUi().lang);
  const page = usePage();
  const say = useSay();
  const [removed, setRemoved] = useKept(removedLines, `removed of ${shop}`, () => []);
  const { app } = seat;
  const told = (result: Awaited<ReturnType<typeof app.setCartLine>>): boolean => {
    if (!result.ok) say(stopText(result.error, page), 'warn');
    return result.ok;
  };
  if (shop === undefined || cart === undefined) return [];
  const set = async (id: number, quantity: number) => void told(await app.setCartLine(shop, id, quantity));
  const remove = async ({ id, name }: LookedLine) => {
    const saved = cart.lines.find((one) => one.id === id);
    if (!saved || !told(await app.removeCartLine(shop, id))) return;
    setRemoved([...removed, { wish: wishOf(saved), name }]);
    say(words.removed(name));
  };
  const undo = async () => {
    const last = removed.at(-1);
    if (!last) return say(words.nothingToUndo);
    if (told(await app.addToCart(shop, last.wish))) setRemoved(removed.slice(0, -1));
  };
  const stepping = { more: words.more, fewer: words.fewer, atLeast: words.atLeast, atMost: words.atMost(bounds.max) };
  const ofLine: KeyTable = line
    ? [
        ...stepperKeys(line.quantity, bounds, (quantity) => set(line.id, quantity), stepping),
        { keys: ['d', 'delete'], label: words.remove, run: () => remove(line) },
      ]
    : [];
  return [...ofLine, { keys: ['u'], label: words.undo, hidden: removed.length === 0, run: undo }];
};

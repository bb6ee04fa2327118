import type { Item, Shop } from '../../../core/catalog/shop.ts';
import { refusalText } from '../../../words/problem.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import type { List } from '../../kit/use-list.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { categoryAfter, isPlain, type MenuRow } from './menu-model.ts';
import { menuWords } from './menu-words.ts';

type Options = { readonly shop: Shop; readonly rows: readonly MenuRow[]; readonly list: List<MenuRow> };

/** What can be done with the dish under the cursor. */
export const useMenuKeys = ({ shop, rows, list }: Options): KeyTable => {
  const { go, seat } = useShell();
  const words = menuWords(useUi().lang);
  const page = usePage(shop.zone);
  const say = useSay();
  const selected = list.selected?.kind === 'item' ? list.selected : undefined;
  const open = (item: Item) => go({ at: 'item', shop: shop.id, item: item.id });
  const add = async (item: Item) => {
    if (!isPlain(item)) {
      open(item);
      return say(words.addFirst);
    }
    const added = await seat.app.addToCart(shop.id, { item: item.id, quantity: 1, choices: [] });
    if (added.ok) say(words.added(item.name), 'good');
    else say(refusalText(added.error, page), 'warn');
  };
  const toCategory = (by: 1 | -1) => {
    const id = categoryAfter(rows, selected?.category, by);
    if (id !== undefined) list.move({ to: 'item', id });
  };
  return [
    ...list.keys,
    { keys: ['enter'], label: words.enter, run: () => selected && open(selected.item) },
    {
      keys: ['a', '+', '='],
      label: words.add,
      run: () => selected && add(selected.item),
      ...(selected && { cli: `baedal cart add --shop ${shop.id} --item ${selected.item.id}` }),
    },
    { keys: ['right', 'l', 'tab'], label: words.category, show: ['left', 'right'], run: () => toCategory(1) },
    { keys: ['left', 'h', 'shift-tab'], label: words.category, hidden: true, run: () => toCategory(-1) },
  ];
};

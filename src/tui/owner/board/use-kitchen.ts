import type { OrderId } from '../../../core/kinds.ts';
import { type Pressed, type Undo, undoOf } from '../../../core/kitchen/undo-of.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { never, type Result } from '../../../core/result.ts';
import { exactly, type Page } from '../../../words/page.ts';
import { refusalText } from '../../../words/problem.ts';
import { useSay } from '../../kit/message-line.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { type Shell, useShell } from '../shell.tsx';
import { shellWords } from '../shell-words.ts';
import { shortNumber } from '../short-number.ts';
import { useKeyName } from '../use-key-name.ts';
import { usePage } from '../use-page.ts';
import { type KitchenWords, kitchenWords } from './kitchen-words.ts';

type Doing = () => Promise<Result<unknown, Refusal>>;

export type Kitchen = {
  /** Does it, says how it went, and remembers it for taking it back. */
  readonly act: (pressed: Pressed & { readonly order: OrderId }, doing: Doing, said: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly silence: (orders: readonly OrderId[]) => Promise<void>;
  /** Why nothing can be changed now. */
  readonly barred: string | undefined;
};

const taken = (undo: Undo): Pressed | undefined => {
  switch (undo.by) {
    case 'recall':
      return { did: 'recall', order: undo.order };
    case 'mark':
      return { did: 'mark', order: undo.order, line: undo.line, isDone: undo.isDone };
    case 'finish':
    case 'restore':
    case 'sold-out':
      return undefined;
    default:
      return never(undo);
  }
};

const takeBack = ({ app }: Shell, undo: Undo): Promise<Result<unknown, Refusal>> => {
  switch (undo.by) {
    case 'recall':
      return app.recall(undo.order);
    case 'finish':
      return app.finish(undo.order);
    case 'mark':
      return app.markLine(undo.order, undo.line, undo.isDone);
    case 'restore':
      return app.restoreItem(undo.shop, undo.item);
    case 'sold-out':
      return app.markSoldOut(undo.shop, undo.item, undo.until);
    default:
      return never(undo);
  }
};

/** In the one line that there is: that it is too late, or what the order is at by now. */
const shortly = (error: Refusal, page: Page, words: KitchenWords): string => {
  if (error.code !== 'INVALID_TRANSITION') return refusalText(error, page);
  if (error.deadline !== undefined) return words.tooLate(exactly(page, error.deadline));
  const state = new Map<string, string>(Object.entries(page.words.state)).get(error.state);
  return words.wrongState(state ?? error.state);
};

/** The hands of a cook: what is done to tickets, told in the message line. */
export const useKitchen = (): Kitchen => {
  const shell = useShell();
  const { lang } = useUi();
  const say = useSay();
  const page = usePage();
  const keyName = useKeyName();
  const words = kitchenWords(lang);
  const { hands, app, id, seat } = shell;
  const refused = (error: Refusal) => say(shortly(error, page, words), 'warn');
  const saidOf = (undo: Undo): string => {
    if (undo.by === 'recall') return words.did.recall(shortNumber(undo.order));
    if (undo.by === 'finish') return words.finished(shortNumber(undo.order), keyName('undo', 'u'));
    return words.undone;
  };
  return {
    barred: shell.lost && shellWords(lang).lostWhy,
    act: async (pressed, doing, said) => {
      const letGo = hands.hold(pressed.order, pressed);
      if (!letGo) return;
      try {
        const done = await doing();
        if (!done.ok) return refused(done.error);
        hands.did(pressed);
        say(said, 'good');
      } finally {
        letGo();
      }
    },
    undo: async () => {
      const last = hands.last();
      if (!last) return say(words.noUndo);
      const undoing = undoOf(last, seat.settings.recallMs);
      if (!('undo' in undoing)) {
        const { final, instead } = undoing;
        return say(`${words.final[final]}${instead ? ` ${words.instead[instead](keyName('delay', 'd'))}` : ''}`, 'warn');
      }
      const done = await takeBack(shell, undoing.undo);
      if (!done.ok) return refused(done.error);
      const now = taken(undoing.undo);
      if (now) hands.did(now);
      else hands.forget();
      say(saidOf(undoing.undo), 'good');
    },
    silence: async (orders) => {
      if (orders.length === 0) return say(words.nothingRings);
      const heard = await app.acknowledge(id, orders);
      if (heard.ok) say(words.silenced);
      else refused(heard.error);
    },
  };
};

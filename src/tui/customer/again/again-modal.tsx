import { type ReactNode, useRef, useState } from 'react';
import { answerTo, type Proposal } from '../../../core/cart/proposal.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Again } from '../../../core/use-cases/reorder.ts';
import type { KeyTable } from '../../kit/keys.ts';
import { BlankLine, Line } from '../../kit/line.tsx';
import { answerOf } from '../../kit/live.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useSay } from '../../kit/message-line.tsx';
import { Modal } from '../../kit/modal.tsx';
import { linesOf, Paragraph } from '../../kit/paragraph.tsx';
import { ScrollView } from '../../kit/scroll-view.tsx';
import { useUi } from '../../kit/ui-context.ts';
import { useLive } from '../../kit/use-live.ts';
import { useScroll } from '../../kit/use-scroll.ts';
import { useShell } from '../shell.tsx';
import { usePage } from '../use-page.ts';
import { answerText, proposalRows, stopText, whyNot } from './again-model.ts';
import { type AgainWords, againWords } from './again-words.ts';

type Props = { readonly again: Again; readonly onClose: () => void };
type Taking = 'asked' | { readonly insteadOf: number };

const widest = 60;

const refused = (error: Refusal, words: AgainWords): string => {
  if (error.code === 'PRICE_CHANGED' || error.code === 'AVAILABILITY_CHANGED') return words.changedJustNow;
  return error.code === 'REQUIREMENTS_NOT_MET' ? words.nothingLeft : words.cannot;
};

/** Puts it into the cart and goes there; another cart of that shop is asked about first. */
const useTake = ({ again, onClose }: Props) => {
  const { seat, go } = useShell();
  const words = againWords(useUi().lang);
  const say = useSay();
  const busy = useRef(false);
  const [taking, setTaking] = useState<Taking>('asked');
  const take = async (proposal: Proposal) => {
    if (busy.current) return;
    busy.current = true;
    const taken = await seat.app.takeAgain(again, { ...answerTo(proposal), replace: taking !== 'asked' }).finally(() => {
      busy.current = false;
    });
    if (taken.ok) {
      onClose();
      say(words.taken(proposal.shopName), 'good');
      return go({ at: 'cart', shop: proposal.shop });
    }
    if (taken.error.code === 'CART_NOT_EMPTY') return setTaking({ insteadOf: taken.error.lines });
    say(refused(taken.error, words), 'warn');
  };
  return { taking, take };
};

/** Something that was ordered or kept, as it would be today: what has changed is shown before it is in the cart. */
export const AgainModal = ({ again, onClose }: Props): ReactNode => {
  const { seat } = useShell();
  const { lang, glyphs, size } = useUi();
  const page = usePage();
  const words = againWords(lang);
  const { taking, take } = useTake({ again, onClose });
  const live = useLive({ key: JSON.stringify(again), subscribe: seat.subscribe, query: () => seat.app.proposeAgain(again) });
  const known = answerOf(live);
  const proposal = known?.ok ? known.value : undefined;
  const columns = Math.min(widest, size.columns - 4);
  const rows = proposal ? proposalRows(proposal, page, words, glyphs) : [];
  const why = proposal && whyNot(proposal, words);
  const asks = proposal && (taking === 'asked' ? answerText(proposal, words) : words.replaceAsk(taking.insteadOf));
  const notes = [why ?? asks, taking === 'asked' && !why ? stopText(proposal?.look.stops ?? [], page, words) : undefined];
  const said = notes.filter((note) => note !== undefined).join('\n');
  const below = linesOf(said, columns).length + 3;
  const height = Math.max(1, Math.min(rows.length, size.rows - 5 - below));
  const scroll = useScroll(height);
  const label = taking === 'asked' ? words.take : words.replace;
  const keys: KeyTable = [
    { keys: ['enter'], label, disabled: proposal && !why ? undefined : (why ?? words.cannot), run: () => proposal && take(proposal) },
    { keys: ['esc', 'n', 'q'], label: words.leave, run: onClose },
    ...scroll.keys,
  ];
  return (
    <Modal title={words.title(proposal?.shopName ?? '')} keys={keys} columns={columns} rows={height + below}>
      {(inner) => (
        <Loaded live={live} width={inner.columns} empty={known && !known.ok ? words.cannot : undefined}>
          <ScrollView scroll={scroll} width={inner.columns}>
            {rows.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a proposal have no name but their order
              <Line key={at} cells={cells} width={inner.columns - 2} />
            ))}
          </ScrollView>
          <BlankLine />
          <Paragraph text={said} look={taking === 'asked' && !why ? 'text' : 'warn'} width={inner.columns} rows={below - 3} />
          <BlankLine />
          <Line
            cells={[
              { text: why ? '' : 'Enter', role: 'key' },
              { text: why ? '' : ` ${label}   ` },
              { text: 'Esc', role: 'key' },
              { text: ` ${words.leave}`, grow: true },
            ]}
            width={inner.columns}
          />
        </Loaded>
      )}
    </Modal>
  );
};

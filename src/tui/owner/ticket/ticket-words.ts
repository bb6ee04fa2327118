import type { Lang } from '../../../words/lang.ts';

/** What the view of one ticket says around it. */
export type TicketWords = { readonly mark: string; readonly markHere: string; readonly notMarked: string; readonly left: string };

const ko: TicketWords = {
  mark: '마침 표시',
  markHere: '여기 표시',
  notMarked: '접수한 주문만 표시할 수 있어요.',
  left: '이 주문은 주방을 떠났어요. Esc로 주문판에 돌아가세요.',
};
const en: TicketWords = {
  mark: 'mark done',
  markHere: 'mark this',
  notMarked: 'Only an accepted ticket can be marked.',
  left: 'This ticket has left the kitchen. Esc goes back to the board.',
};
const all: Readonly<Record<Lang, TicketWords>> = { ko, en };
export const ticketWords = (lang: Lang): TicketWords => all[lang];

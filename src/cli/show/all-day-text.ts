import { type AllDay, allDay } from '../../core/views/all-day.ts';
import type { KitchenBoard } from '../../core/views/board.ts';
import type { Call } from '../call.ts';
import { table } from '../table.ts';
import { type Answered, answer } from '../verb.ts';

const nameOf = ({ name, choices }: AllDay): string =>
  choices.length === 0 ? name : `${name} (${choices.map((choice) => choice.name).join(', ')})`;

/** How many of each dish are before the kitchen. */
export const allDayAnswer = ({ tickets }: KitchenBoard, call: Call): Answered => {
  const rows = allDay(tickets);
  const page = call.page();
  const { label } = page.words;
  return answer({
    json: rows,
    text: () =>
      table(
        rows.map((row) => [`×${row.open}`, nameOf(row), row.awaiting === 0 ? '' : `${label.awaitingToo} ×${row.awaiting}`]),
        page.width,
        [0],
      ),
    advice: rows.length > 0 ? [] : [call.lang === 'ko' ? '지금은 조리할 것이 없어요' : 'There is nothing to cook now'],
  });
};

import { field, list, number, text } from './read.ts';
import { StoryBroken } from './stage.ts';
import type { Story } from './story.ts';

type Daemon = { stop(): Promise<void> };

/** From the menu to the door. */
export const wholeLife = async (story: Story): Promise<void> => {
  const { stage, title, result, order, jjigae, bringHome } = story;
  title('life');
  const { json } = await stage.command(['menu', 'shop_hanki']);
  const categories = list(field(json, 'categories'));
  result(categories.map((category) => `${text(category, 'name')} ${list(field(category, 'items')).length}`).join(' · '));
  const id = await order(jjigae);
  await stage.bubble();
  await bringHome(id);
  const why = list((await stage.command(['why', id])).json);
  const links = ['OrderPlaced', 'TicketOpened', 'DeliveryRequested', 'OrderCompleted'];
  for (const event of why.filter((recorded) => links.includes(text(recorded, 'type')))) {
    result({ text: text(event, 'type'), tone: 'strong' }, ` ← ${text(event, 'causation')}`);
  }
};

/** Canceled in time: the ticket, the ride and the money follow. */
export const canceledInTime = async (story: Story): Promise<void> => {
  const { stage, title, order, sides, onBoard, kitchen, reaches, showOrder } = story;
  title('cancel');
  const id = await order(sides);
  await onBoard(id);
  await kitchen('accept', id);
  showOrder((await stage.command(['cancel', id, '--reason', 'CHANGED_MIND'])).json);
  showOrder(await reaches(id, 'money', 'refunded'));
  stage.messages();
};

/** Too late: the pan is hot. The food arrives all the same. */
export const canceledTooLate = async (story: Story): Promise<void> => {
  const { stage, title, order, sides, onBoard, kitchen, showRefusal } = story;
  title('tooLate');
  const id = await order(sides);
  await onBoard(id);
  await kitchen('accept', id);
  await kitchen('cook', id);
  showRefusal((await stage.command(['cancel', id], 5)).json);
  stage.messages();
};

/** Orders are taken while nobody is there to hear of them. */
export const shopDown = async (story: Story, daemon: Daemon): Promise<Daemon> => {
  const { stage, title, note, order, sides, onBoard, showOrder, result, words, bringHome } = story;
  title('shopDown');
  await daemon.stop();
  const half = await stage.daemon(['--only', 'views,payment,ordering,notify']);
  const id = await order(sides);
  showOrder((await stage.command(['status', id])).json);
  const board = list((await stage.command(['kitchen', 'board', '--as', 'owner:shop_hanki'])).json);
  if (board.some((ticket) => text(ticket, 'order') === id)) throw new StoryBroken('the kitchen was to be down');
  result(`${words.onBoard} ${board.length}`);
  note('shopBack');
  await half.stop();
  const whole = await stage.daemon([]);
  await onBoard(id);
  await bringHome(id);
  return whole;
};

/** Too many at the till: held, told when to come back, paid then. */
export const paidLater = async (story: Story): Promise<void> => {
  const { stage, title, note, sides, home, showRefusal, showOrder, reaches } = story;
  title('overload');
  await stage.command(['faults', 'set', 'payment=overloaded']);
  const held: string[] = [];
  for (let customer = 0; customer < 3; customer++) {
    const { json } = await stage.command(['order', ...sides, ...home], 9);
    held.push(text(field(showRefusal(json), 'details'), 'payment'));
  }
  stage.messages();
  note('paymentsBack');
  await stage.command(['faults', 'set', 'payment=ok']);
  await stage.until('payments are back', async () => {
    const { json } = await stage.look(['messages']);
    return list(json).find((message) => text(message, 'template') === 'payments-back');
  });
  stage.messages();
  for (const payment of held) {
    const { json } = await stage.command(['pay', payment]);
    showOrder(json);
    await reaches(text(json, 'order'), 'status', 'placed');
  }
};

/** Nobody knows whether the money went: it is looked up, never guessed. */
export const foundLater = async (story: Story): Promise<void> => {
  const { stage, title, note, sides, home, showRefusal, showOrder } = story;
  title('unknown');
  await stage.command(['faults', 'set', 'payment=timeout-after*1']);
  const error = showRefusal((await stage.command(['order', ...sides, ...home], 8)).json);
  const payment = text(field(error, 'details'), 'payment');
  note('lookingUp');
  const { json } = await stage.until('the payment is found', async () => {
    const answer = await stage.look(['pay', payment]);
    return answer.exit === 0 ? answer : undefined;
  });
  showOrder(json);
  stage.messages();
};

/** The bank's own books against ours. */
export const ledger = async (story: Story): Promise<void> => {
  const { stage, title, result, words, wonOf } = story;
  title('ledger');
  const balanced = await stage.until('the books agree', async () => {
    const { json } = await stage.look(['ledger']);
    return field(json, 'balanced') === true && number(json, 'owed') === 0 ? json : undefined;
  });
  await stage.command(['ledger']);
  const taken = number(balanced, 'taken');
  const standing = number(balanced, 'standing');
  const refunded = number(balanced, 'refunded');
  if (taken !== standing + refunded) throw new StoryBroken(`the books do not agree: ${JSON.stringify(balanced)}`);
  result(`${words.taken} ${wonOf(taken)} = ${words.standing} ${wonOf(standing)} + ${words.refunded} ${wonOf(refunded)}`);
};

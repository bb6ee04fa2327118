import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as command from '../commands.ts';
import { ticketCommands } from '../testing/every-command.ts';
import { type Given, given, matrix, table } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { acceptBy, after, at, minute, order, remindAt, second } from '../testing/story.ts';
import type { Ticket } from './ticket.ts';

const { stages } = story;
const leaseMs = 8 * minute;
const graceMs = 5 * second;

describe('the kitchen', () => {
  const states: { readonly [S in Ticket['status'] | 'awaiting, past the grace']: Given } = {
    none: given(...stages.placed),
    awaiting: given(...stages.awaiting),
    accepted: given(...stages.accepted),
    cooking: given(...stages.cooking),
    cooked: given(...stages.cooked),
    rejected: given(...stages.awaiting, story.ticketRejected()),
    canceled: given(...stages.awaiting, story.ticketCanceled('awaiting')),
    expired: given(...stages.awaiting, story.expired()),
    'awaiting, past the grace': given(...stages.awaiting).at(leaseMs + graceMs + 1),
  };

  test('every command on every state of a ticket does what the table says', async () => {
    const { remindAcceptance: _remind, expireAcceptance: _expire, bumpAlarm: _bump, lapseAlarm: _lapse, ...people } = ticketCommands;
    expect(await matrix(states, people)).toEqual(
      table(`
        | state                    | openTicket   | acceptOrder   | rejectTicket   | startCooking | finishCooking | recallTicket   | delayOrder   | cancelTicket   |
        | none                     | TicketOpened | no            | no             | no           | no            | no             | no           | ·              |
        | awaiting                 | ·            | OrderAccepted | TicketRejected | no           | no            | no             | no           | TicketCanceled |
        | accepted                 | ·            | ·             | no             | CookStarted  | no            | no             | OrderDelayed | TicketCanceled |
        | cooking                  | ·            | ·             | no             | ·            | CookFinished  | ·              | OrderDelayed | TicketCanceled |
        | cooked                   | ·            | ·             | no             | ·            | ·             | TicketRecalled | no           | TicketCanceled |
        | rejected                 | ·            | no            | ·              | no           | no            | no             | no           | ·              |
        | canceled                 | ·            | no            | no             | no           | no            | no             | no           | ·              |
        | expired                  | ·            | no            | no             | no           | no            | no             | no           | ·              |
        | awaiting, past the grace | ·            | no            | TicketRejected | no           | no            | no             | no           | TicketCanceled |
      `),
    );
  });

  test('by itself the clock only reminds and expires, and only a ticket that waits', async () => {
    const clock = { remind: ticketCommands.remindAcceptance, expire: ticketCommands.expireAcceptance };
    const later = Object.fromEntries(Object.entries(states).map(([name, from]) => [name, from.at(3 * minute)]));
    const nothing = { remind: '·', expire: '·' };
    const untouched = Object.fromEntries(Object.keys(states).map((name) => [name, nothing]));
    expect(await matrix(later, clock)).toEqual({
      ...untouched,
      awaiting: { remind: 'AcceptanceReminded', expire: '·' },
      'awaiting, past the grace': { remind: 'AcceptanceReminded', expire: '·' },
    });
    const muchLater = Object.fromEntries(Object.entries(states).map(([name, from]) => [name, from.at(60 * minute)]));
    expect(await matrix(muchLater, clock)).toEqual({
      ...untouched,
      // Nobody at the shop ever heard of it: the customer's order falls all the same.
      none: { remind: '·', expire: 'OrderCanceled' },
      awaiting: { remind: '·', expire: 'AcceptanceExpired' },
      'awaiting, past the grace': { remind: '·', expire: 'AcceptanceExpired' },
    });
  });

  test('does nothing more for an order that fell, but hears that it fell', async () => {
    const fallen = {
      none: given(...stages.placed, story.canceled()),
      awaiting: given(...stages.awaiting, story.canceled()),
      accepted: given(...stages.accepted, story.canceled()),
      cooking: given(...stages.cooking, story.canceled('shop', 'TOO_BUSY')),
      cooked: given(...stages.cooked, story.canceled('shop', 'TOO_BUSY')),
    };
    expect(await matrix(fallen, ticketCommands)).toEqual(
      table(`
        | state    | openTicket | acceptOrder | rejectTicket | startCooking | finishCooking | recallTicket | delayOrder | cancelTicket   | remindAcceptance | expireAcceptance | bumpAlarm    | lapseAlarm  |
        | none     | ·          | no          | no           | no           | no            | no           | no         | ·              | ·                | ·                | ·            | ·           |
        | awaiting | ·          | no          | no           | no           | no            | no           | no         | TicketCanceled | ·                | ·                | ·            | ·           |
        | accepted | ·          | no          | no           | no           | no            | no           | no         | TicketCanceled | ·                | ·                | TicketBumped | AlarmLapsed |
        | cooking  | ·          | no          | no           | no           | no            | no           | no         | TicketCanceled | ·                | ·                | TicketBumped | AlarmLapsed |
        | cooked   | ·          | no          | no           | no           | no            | no           | no         | TicketCanceled | ·                | ·                | TicketBumped | AlarmLapsed |
      `),
    );
  });
});

describe('opening a ticket', () => {
  test('says until when to answer, and when to be reminded', () =>
    given(...stages.placed)
      .at(second)
      .when(command.openTicket(order))
      .then(story.opened()));

  test('a shop that was away past the grace finds it expired at once', () =>
    given(...stages.placed)
      .at(leaseMs + graceMs + 1)
      .when(command.openTicket(order))
      .then(story.opened(), story.expired()));

  test('a shop that is back at the last moment of the grace still gets to see it', () =>
    given(...stages.placed)
      .at(leaseMs + graceMs)
      .when(command.openTicket(order))
      .then(story.opened()));

  test('an order of a short lease has no reminders after its deadline', () => {
    const hurried = story.placed();
    if (hurried.event.type !== 'OrderPlaced') throw new Error('not placed');
    const soon = { ...hurried, event: { ...hurried.event, data: { ...hurried.event.data, acceptBy: after(2 * minute) } } };
    const opened = { order, shop: story.shop, acceptBy: after(2 * minute), remindAt: [after(minute)] };
    return given(soon)
      .when(command.openTicket(order))
      .then({ ...story.opened(), event: { type: 'TicketOpened', data: opened } });
  });
});

describe('the deadline of acceptance', () => {
  test('exactly at the deadline the owner may still accept', () =>
    given(...stages.awaiting)
      .at(leaseMs)
      .when(command.acceptOrder(order, 10 * minute))
      .then(story.accepted(after(leaseMs + 10 * minute))));

  test('one millisecond later it is too late, and the refusal names the deadline', () =>
    given(...stages.awaiting)
      .at(leaseMs + 1)
      .when(command.acceptOrder(order, undefined))
      .refused('INVALID_TRANSITION', { command: 'accept', state: 'awaiting', deadline: acceptBy }));

  test('at the end of the grace it does not expire yet, one millisecond later it does', async () => {
    const atTheEnd = given(...stages.awaiting).at(leaseMs + graceMs);
    await atTheEnd.when(command.expireAcceptance(order)).nothing();
    await atTheEnd
      .at(leaseMs + graceMs + 1)
      .when(command.expireAcceptance(order))
      .then(story.expired());
  });

  test('at no moment can one order be both accepted and expired', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: leaseMs - 20_000, max: leaseMs + 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.boolean(),
        async (first, gap, acceptFirst) => {
          const [accept, expire] = [command.acceptOrder(order, undefined), command.expireAcceptance(order)];
          const before = given(...stages.awaiting).at(first);
          const one = await before.when(acceptFirst ? accept : expire).cell();
          const done = acceptFirst ? story.accepted() : story.expired();
          const afterwards = given(...stages.awaiting, ...(one.startsWith('no') || one === '·' ? [] : [done])).at(first + gap);
          const two = await afterwards.when(acceptFirst ? expire : accept).cell();
          expect([one, two].filter((cell) => cell === 'OrderAccepted' || cell === 'AcceptanceExpired').length).toBeLessThanOrEqual(1);
        },
      ),
    ));

  test('an order whose ticket never reached the shop falls only after the grace', async () => {
    const unheard = given(...stages.placed);
    await unheard
      .at(leaseMs + graceMs)
      .when(command.expireAcceptance(order))
      .nothing();
    await unheard
      .at(leaseMs + graceMs + 1)
      .when(command.expireAcceptance(order))
      .then(story.canceled('system', 'ACCEPT_TIMEOUT', 'shop'));
  });
});

describe('reminders', () => {
  test('come at their times, each once', async () => {
    const remind = command.remindAcceptance(order, remindAt);
    await given(...stages.awaiting)
      .at(minute - 1)
      .when(remind)
      .nothing();
    await given(...stages.awaiting)
      .at(minute)
      .when(remind)
      .then(story.reminded(1));
    await given(...stages.awaiting, story.reminded(1))
      .at(2 * minute)
      .when(remind)
      .nothing();
    await given(...stages.awaiting, story.reminded(1))
      .at(6 * minute)
      .when(remind)
      .then(story.reminded(3));
  });

  test('that were missed in a pause come as one', () =>
    given(...stages.awaiting)
      .at(4 * minute)
      .when(command.remindAcceptance(order, remindAt))
      .then(story.reminded(2)));

  test('are over with the deadline', () =>
    given(...stages.awaiting)
      .at(leaseMs + 1)
      .when(command.remindAcceptance(order, remindAt))
      .nothing());
});

describe('a recall', () => {
  const recallMs = 10 * minute;
  const cookedAt = 15 * minute;
  const recall = command.recallTicket(order);

  test('takes the food back to the pan until ten minutes after it was cooked', async () => {
    await given(...stages.cooked)
      .at(cookedAt + recallMs)
      .when(recall)
      .then(story.recalled());
    await given(...stages.cooked)
      .at(cookedAt + recallMs + 1)
      .when(recall)
      .refused('INVALID_TRANSITION', { state: 'cooked', deadline: after(cookedAt + recallMs) });
  });

  test('works while the rider is only on the way, and not once the rider has it', async () => {
    await given(...stages.claimed)
      .when(recall)
      .then(story.recalled());
    await given(...stages.delivering)
      .when(recall)
      .refused('INVALID_TRANSITION', { state: 'picked' });
    await given(...stages.delivered)
      .when(recall)
      .refused('INVALID_TRANSITION', { state: 'delivered' });
    await given(...stages.delivering, story.failed())
      .when(recall)
      .refused('INVALID_TRANSITION', { state: 'failed' });
  });

  test('counts again from the second time that it was cooked', () =>
    given(...stages.cooked, story.recalled(), at(20 * minute, story.cooked()))
      .at(30 * minute)
      .when(recall)
      .then(story.recalled()));
});

test('a delay adds to what was promised before', async () => {
  await given(...stages.accepted)
    .when(command.delayOrder(order, 10))
    .then(story.delayed(10));
  await given(...stages.accepted, story.delayed(10))
    .when(command.delayOrder(order, 5))
    .then({ ...story.delayed(5), event: { type: 'OrderDelayed', data: { order, minutes: 5, readyBy: after(36 * minute) } } });
});

test('a STOP alarm says from which stage the kitchen must stop', () =>
  given(...stages.cooking, story.canceled('shop', 'TOO_BUSY'))
    .when(command.cancelTicket(order, 'shop', 'TOO_BUSY'))
    .then(story.ticketCanceled('cooking', 'shop', 'TOO_BUSY')));

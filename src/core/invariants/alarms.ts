import { isOnKitchenBoard } from '../views/order-view.ts';
import type { Dossier, Invariant } from './evidence.ts';
import { atMostOne, every, fallOf, first, unless } from './looking.ts';

/** An alarm is there from the fall of an accepted order, or the failure of its ride, until one person or the clock ends it. */
const alarmsAreSeen = (dossier: Dossier): readonly string[] => {
  const accepted = first(dossier, 'OrderAccepted');
  const cause = first(dossier, 'DeliveryFailed') ?? fallOf(dossier);
  const ends = every(dossier, 'TicketBumped', 'AlarmLapsed');
  const isUnseen = dossier.waiting.some(({ consumer }) => consumer === 'views');
  const rings = accepted !== undefined && cause !== undefined && ends.length === 0;
  const isShown = dossier.view !== undefined && isOnKitchenBoard(dossier.view);
  return [
    ...atMostOne('end of an alarm', ends),
    ...unless(
      ends,
      ({ position }) => accepted !== undefined && cause !== undefined && position > cause.position,
      ({ id, type }) => `${id} (${type}) without an alarm`,
    ),
    ...(cause && !isUnseen && isShown !== rings ? [`${cause.id}: its alarm ${rings ? 'has vanished' : 'is still shown'}`] : []),
  ];
};

export const alarmInvariants: readonly Invariant[] = [
  {
    ids: ['D12'],
    name: 'alarms-are-seen',
    sentence: 'What fell after the kitchen took it on stays on its board until it was seen or lapsed, once.',
    needs: ['rest'],
    of: 'order',
    check: alarmsAreSeen,
  },
];

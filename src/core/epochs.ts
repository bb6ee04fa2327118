import { houseDocument } from './kinds.ts';

/**
 * Events behind `after` were recorded after the house was restored or moved. Their ids may have been given before, to events that are lost
 * now: `mark` tells the messages about them apart for those who heard of the first ones.
 */
export type Epoch = { readonly after: number; readonly mark: string };

export const epochsDocument = houseDocument('epochs');

const isEpoch = (one: unknown): one is Epoch =>
  typeof one === 'object' &&
  one !== null &&
  'after' in one &&
  typeof one.after === 'number' &&
  'mark' in one &&
  typeof one.mark === 'string' &&
  /^[a-z0-9]{1,20}$/.test(one.mark);

/** As they are stored, oldest first. What cannot be read is none. */
export const readEpochs = (body: unknown): readonly Epoch[] => (Array.isArray(body) ? body.filter(isEpoch) : []);

/** From here on everything is new; what was marked behind it is gone. */
export const beginEpoch = (epochs: readonly Epoch[], epoch: Epoch): readonly Epoch[] => [
  ...epochs.filter(({ after }) => after < epoch.after),
  epoch,
];

/** What to put behind the id of a message about the event at this position; nothing for those of the first epoch. */
export const markAt = (epochs: readonly Epoch[], position: number): string | undefined =>
  epochs.findLast(({ after }) => after < position)?.mark;

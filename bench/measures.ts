import type { Measure } from './kit/finding.ts';
import { beside } from './measures/beside.ts';
import { cold } from './measures/cold.ts';
import { kitchen } from './measures/kitchen.ts';
import { kitchenDay } from './measures/kitchen-day.ts';
import { life } from './measures/life.ts';
import { memory } from './measures/memory.ts';
import { outbox } from './measures/outbox.ts';
import { place } from './measures/place.ts';
import { reads } from './measures/reads.ts';
import { screens } from './measures/screens.ts';
import { spare } from './measures/spare.ts';
import { wake } from './measures/wake.ts';
import { writersAtOnce } from './measures/writers.ts';

export const measures: readonly Measure[] = [
  place,
  life,
  outbox,
  beside,
  wake,
  writersAtOnce,
  reads,
  cold,
  screens,
  spare,
  kitchen,
  kitchenDay,
  memory,
];

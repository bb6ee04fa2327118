import { alarmInvariants } from './alarms.ts';
import { answerInvariants } from './answers.ts';
import { bookInvariants } from './books.ts';
import type { Invariant } from './evidence.ts';
import { keyInvariants } from './keys.ts';
import { lifecycleInvariants } from './lifecycle.ts';
import { messageInvariants } from './messages.ts';
import { moneyInvariants } from './money.ts';
import { viewInvariants } from './views.ts';
import { workInvariants } from './work.ts';

/** Every promise as code: one list for the simulator, the crash tests, the soak and `baedal doctor`. */
export const invariants: readonly Invariant[] = [
  ...moneyInvariants,
  ...lifecycleInvariants,
  ...alarmInvariants,
  ...workInvariants,
  ...messageInvariants,
  ...viewInvariants,
  ...answerInvariants,
  ...keyInvariants,
  ...bookInvariants,
];

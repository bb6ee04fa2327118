import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';

/** What was answered; a refusal fails the test. */
export const is = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

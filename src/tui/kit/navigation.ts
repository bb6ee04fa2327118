import { never } from '../../core/result.ts';

/** Where a person is and how they came there; the last place is drawn. */
export type Stack<Place> = readonly [Place, ...Place[]];

export type Go<Place> =
  | { readonly do: 'go'; readonly to: Place }
  | { readonly do: 'replace'; readonly to: Place }
  | { readonly do: 'back' }
  | { readonly do: 'home' };

export const placeOf = <Place>(stack: Stack<Place>): Place => stack.at(-1) ?? stack[0];

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** One step; where there is no way back, the stack stays as it is. Going to the place where one is goes nowhere: a key held down opens it once. */
export const navigate = <Place>(stack: Stack<Place>, step: Go<Place>): Stack<Place> => {
  const [first, ...rest] = stack;
  switch (step.do) {
    case 'go':
      return isSame(placeOf(stack), step.to) ? stack : [first, ...rest, step.to];
    case 'replace':
      return rest.length === 0 ? [step.to] : [first, ...rest.slice(0, -1), step.to];
    case 'back':
      return rest.length === 0 ? stack : [first, ...rest.slice(0, -1)];
    case 'home':
      return rest.length === 0 ? stack : [first];
    default:
      return never(step);
  }
};

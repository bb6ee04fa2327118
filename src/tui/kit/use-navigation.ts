import { useReducer } from 'react';
import { type Go, navigate, placeOf, type Stack } from './navigation.ts';

export type Navigation<Place> = {
  readonly place: Place;
  readonly depth: number;
  readonly go: (to: Place) => void;
  readonly replace: (to: Place) => void;
  readonly back: () => void;
  readonly home: () => void;
};

/** Where the person is, as one value, and the only ways to change it. */
export const useNavigation = <Place>(first: Place): Navigation<Place> => {
  const [stack, step] = useReducer((at: Stack<Place>, next: Go<Place>) => navigate(at, next), [first] as const);
  return {
    place: placeOf(stack),
    depth: stack.length,
    go: (to) => step({ do: 'go', to }),
    replace: (to) => step({ do: 'replace', to }),
    back: () => step({ do: 'back' }),
    home: () => step({ do: 'home' }),
  };
};

import { createChance, mix } from './chance.ts';
import type { Counters } from './counters.ts';
import { createFates, type Fate, type FaultName, type ProcessKind, ports } from './faults.ts';

/** Which faults may happen: all, those of some classes, or exactly those named in a replay. */
export type Allowed = { readonly classes?: ReadonlySet<FaultName>; readonly only?: ReadonlySet<string> };

/** One call: the how many-th of a command, or what a daemon asks for and how often any has asked for it before. */
export type CallName = {
  readonly kind: ProcessKind;
  readonly port: number;
  readonly about: string;
  /** Two calls with the same mark ask for the same. */
  readonly mark: number;
  readonly nth?: number;
};

/** What chance has in store for a call: its turn among others, and its fate. */
export type Drawn = { readonly turn: number; readonly fate: Fate | undefined };

/** Decides what goes wrong, and keeps the list. */
export type Injector = {
  strike(call: CallName): Drawn;
  /** For something that befalls the world; true when it does. */
  befall(fault: FaultName, name: string): boolean;
  /** From now on nothing goes wrong any more. */
  heal(): void;
  readonly healed: boolean;
  /** What happened, as names for a replay, in order. */
  readonly happened: readonly string[];
};

const isAllowedBy =
  ({ classes, only }: Allowed) =>
  (fault: FaultName, name: string): boolean =>
    (classes === undefined || classes.has(fault)) && (only === undefined || only.has(name));

/**
 * A fault hangs on what is asked, not on when: so it stays the same when other orders, or other faults, are left out.
 */
export const createInjector = (seed: number, roughness: number, allowed: Allowed, counters: Counters): Injector => {
  const fates = createFates(roughness);
  const isAllowed = isAllowedBy(allowed);
  const happened: string[] = [];
  const asked = new Map<number, number>();
  let healed = false;
  const countOf = (hash: number): number => {
    // Signed, it is a number that a map finds without unpacking it.
    const key = hash | 0;
    const count = (asked.get(key) ?? 0) + 1;
    asked.set(key, count);
    return count;
  };
  return {
    strike: ({ kind, port, about, mark, nth }) => {
      const key = mix(mark ^ Math.imul(port + 1, 0x9e3779b1));
      // A command says itself the how many-th call it is; daemons ask for the same again and again.
      const count = nth ?? countOf(key);
      const turn = mix(mix(key + Math.imul(count, 0x85ebca6b)) ^ seed);
      const fate = healed ? undefined : fates(port, kind, turn / 4294967296, () => createChance(seed, `${about} ${port} ${count}`));
      if (!fate) return { turn: mix(turn), fate: undefined };
      const name = `${about}#${count}!${ports[port]}!${fate.fault}`;
      if (!isAllowed(fate.fault, name)) return { turn: mix(turn), fate: undefined };
      happened.push(name);
      counters.add(fate.fault);
      if (fate.fault.startsWith('crash')) counters.add(`${fate.fault} at ${ports[port]}`);
      return { turn: mix(turn), fate };
    },
    befall: (fault, name) => {
      const id = `${name}!${fault}`;
      if (healed || !isAllowed(fault, id)) return false;
      happened.push(id);
      counters.add(fault);
      return true;
    },
    heal: () => {
      healed = true;
    },
    get healed() {
      return healed;
    },
    happened,
  };
};

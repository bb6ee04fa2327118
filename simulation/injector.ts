import type { Chance } from './chance.ts';
import type { Counters } from './counters.ts';
import { createFates, type Fate, type FaultName, type ProcessKind, ports } from './faults.ts';

/** Which faults may happen: all, those of some classes, or exactly those named in a replay. */
export type Allowed = { readonly classes?: ReadonlySet<FaultName>; readonly only?: ReadonlySet<string> };

/** Decides what goes wrong, and keeps the list. */
export type Injector = {
  /** For one call; `name` tells the process and the call apart from all others of this world. */
  strike(port: number, kind: ProcessKind, chance: Chance, process: string, call: number): Fate | undefined;
  /** For something that befalls the world; true when it does. */
  befall(fault: FaultName, name: string): boolean;
  /** From now on nothing goes wrong any more. */
  heal(): void;
  readonly healed: boolean;
  /** What happened, as names for a replay, in order. */
  readonly happened: readonly string[];
};

export const createInjector = (roughness: number, { classes, only }: Allowed, counters: Counters): Injector => {
  const fates = createFates(roughness);
  const happened: string[] = [];
  let healed = false;
  const isAllowed = (fault: FaultName, name: string): boolean =>
    (classes === undefined || classes.has(fault)) && (only === undefined || only.has(name));
  return {
    strike: (port, kind, chance, process, call) => {
      const fate = fates(port, kind, chance);
      if (!fate || healed) return undefined;
      const name = `${process}#${call}!${fate.fault}`;
      if (!isAllowed(fate.fault, name)) return undefined;
      happened.push(name);
      counters.add(fate.fault);
      if (fate.fault.startsWith('crash')) counters.add(`${fate.fault} at ${ports[port]}`);
      return fate;
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

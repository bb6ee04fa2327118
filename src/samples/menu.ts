/** 2100-01-01 in Seoul: as good as for ever. */
export const soldOut = { soldOutUntil: Date.UTC(2099, 11, 31, 15) };

export const choice = (id: string, name: string, price = 0) => ({ id, name, price });
type Choice = ReturnType<typeof choice>;

/** Exactly one of them. */
export const one = (id: string, name: string, ...choices: readonly Choice[]) => ({ id, name, min: 1, max: 1, choices });
/** As many as wanted up to `max`, or none. */
export const upTo = (max: number, id: string, name: string, ...choices: readonly Choice[]) => ({ id, name, min: 0, max, choices });

type Group = ReturnType<typeof one>;
export const item = (id: string, name: string, price: number, about?: string, ...options: readonly Group[]) => ({
  id,
  name,
  price,
  ...(about === undefined ? {} : { about }),
  options,
});

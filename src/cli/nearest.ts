/** How many letters must be changed, added or taken away to make the one of the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const plain = (name: string): string => name.toLowerCase().replace(/[-_.]/g, '');

/** The name that was probably meant; undefined when none is near. */
export const nearest = (text: string, names: readonly string[]): string | undefined => {
  const [best] = names
    .map((name) => ({ name, apart: distance(plain(text.slice(0, 64)), plain(name)) }))
    .sort((one, other) => one.apart - other.apart);
  return best && best.apart <= Math.max(2, best.name.length / 3) ? best.name : undefined;
};

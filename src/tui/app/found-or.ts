/** What the map has for the key; made and put there when it has nothing. */
export const foundOr = <Key, Value extends NonNullable<unknown>>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

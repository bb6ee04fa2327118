/** The notation of src/cli/shapes.ts, read: what a value must look like. */
type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, { readonly optional: boolean; readonly of: Shape }> }
  | { readonly kind: 'either'; readonly of: readonly Shape[] };

const any: Shape = { kind: 'any' };

type Reader = { readonly text: string; at: number };
const peek = (reader: Reader): string => reader.text[reader.at] ?? '';
const take = (reader: Reader, sign: string): void => {
  if (!reader.text.startsWith(sign, reader.at)) throw new Error(`expected '${sign}' at ${reader.at} of ${reader.text}`);
  reader.at += sign.length;
};
const word = (reader: Reader): string => {
  const [found = ''] = /^[A-Za-z0-9]*/.exec(reader.text.slice(reader.at)) ?? [];
  reader.at += found.length;
  return found;
};

const readFields = (reader: Reader): Shape => {
  const fields = new Map<string, { readonly optional: boolean; readonly of: Shape }>();
  take(reader, '{');
  while (peek(reader) !== '}') {
    if (peek(reader) === '.') {
      take(reader, '...');
      const more = readFields(reader);
      if (more.kind === 'fields') for (const [name, field] of more.fields) fields.set(name, field);
    } else {
      const name = word(reader);
      if (name === '') throw new Error(`expected a name at ${reader.at} of ${reader.text}`);
      const optional = peek(reader) === '?';
      if (optional) take(reader, '?');
      const hasShape = peek(reader) === ':';
      if (hasShape) take(reader, ':');
      fields.set(name, { optional, of: hasShape ? readShape(reader) : any });
    }
    if (peek(reader) === ',') take(reader, ',');
  }
  take(reader, '}');
  return { kind: 'fields', fields };
};

const readOne = (reader: Reader): Shape => {
  if (peek(reader) === '{') return readFields(reader);
  if (peek(reader) === '[') {
    take(reader, '[');
    const of = readShape(reader);
    take(reader, ']');
    return { kind: 'list', of };
  }
  word(reader);
  return any;
};

const readShape = (reader: Reader): Shape => {
  const shapes = [readOne(reader)];
  while (peek(reader) === '|') {
    take(reader, '|');
    shapes.push(readOne(reader));
  }
  const [only] = shapes;
  return shapes.length === 1 && only ? only : { kind: 'either', of: shapes };
};

export const parseShape = (text: string): Shape => {
  const reader: Reader = { text, at: 0 };
  const shape = readShape(reader);
  if (reader.at < text.length) throw new Error(`cannot read ${text} from ${reader.at}`);
  return shape;
};

/** What is in the value and not in the shape, or the reverse. What is `null` may be so anywhere. */
export const differences = (value: unknown, shape: Shape, path = '$'): readonly string[] => {
  if (value === null || shape.kind === 'any') return [];
  if (shape.kind === 'either') {
    const each = shape.of.map((one) => differences(value, one, path));
    return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
  }
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((one, at) => differences(one, shape.of, `${path}[${at}]`));
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [`${path} is no object`];
  const found = new Map<string, unknown>(Object.entries(value));
  return [
    ...[...found.keys()].filter((name) => !shape.fields.has(name)).map((name) => `${path}.${name} is not written down`),
    ...[...shape.fields].flatMap(([name, { optional, of }]) => {
      if (found.has(name)) return differences(found.get(name), of, `${path}.${name}`);
      return optional ? [] : [`${path}.${name} is missing`];
    }),
  ];
};

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Phrase } from './stop.ts';

export type Place = { readonly line: number; readonly column: number };
export type ReadYaml =
  | { readonly ok: true; readonly value: unknown; readonly placeOf: (field: string) => Place }
  | { readonly ok: false; readonly problem: Phrase; readonly place: Place };

type Root = ReturnType<typeof parseDocument>;

/** What YAML itself is wrong with, for people who do not read its specification. */
const korean = new Map<string, string>([
  ['DUPLICATE_KEY', '같은 이름이 두 번 있어요'],
  ['TAB_AS_INDENT', '들여쓰기에는 탭 대신 빈칸을 쓰세요'],
  ['BAD_INDENT', '들여쓰기가 맞지 않거나, 닫는 괄호가 빠졌어요'],
  ['MISSING_CHAR', '글자가 하나 빠졌어요 (따옴표, 괄호, 쌍점을 확인하세요)'],
  ['MULTIPLE_DOCS', '한 파일에 문서 하나만 적으세요 (--- 줄을 지우세요)'],
  ['NON_STRING_KEY', '이름은 글자여야 해요'],
]);
const english = new Map<string, string>([
  ['DUPLICATE_KEY', 'this name is here twice'],
  ['TAB_AS_INDENT', 'indent with spaces, not with tabs'],
  ['MULTIPLE_DOCS', 'one document in a file only; take out the line ---'],
  ['NON_STRING_KEY', 'a name must be text'],
]);
const phraseOf = (code: string, message: string): Phrase => ({
  ko: `YAML: ${korean.get(code) ?? message}`,
  en: `YAML: ${english.get(code) ?? message}`,
});

type Child = { readonly field: string; readonly node: Node | undefined; readonly at: number | undefined };
const asNode = (value: unknown): Node | undefined =>
  isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : undefined;
const startOf = (node: Node | undefined): number | undefined => node?.range?.[0];

const childrenOf = (node: Node | undefined, field: string, root: Root): readonly Child[] => {
  const real = isAlias(node) ? node.resolve(root) : node;
  if (isSeq(real)) return real.items.map((item, n) => ({ field: `${field}[${n}]`, node: asNode(item), at: startOf(asNode(item)) }));
  if (!isMap(real)) return [];
  return real.items.map(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const begin = startOf(asNode(key));
    return { field: field === '' ? name : `${field}.${name}`, node: asNode(value), at: begin };
  });
};

const isBelow = (field: string, above: string): boolean =>
  field === above || field.startsWith(`${above}.`) || field.startsWith(`${above}[`);

/** Where a field stands; of one that is missing, where it should. */
const offsetOf = (field: string, root: Root): number => {
  let at = startOf(root.contents ?? undefined) ?? 0;
  let node: Node | undefined = root.contents ?? undefined;
  let path = '';
  // Every step goes one level down the field's own path, so that a list that holds itself ends, too.
  for (;;) {
    const next: Child | undefined = childrenOf(node, path, root).findLast((child) => isBelow(field, child.field));
    if (!next || next.field.length <= path.length) return at;
    at = next.at ?? at;
    node = next.node;
    path = next.field;
  }
};

/** YAML 1.2, and so JSON, too. Of several mistakes the first one: the others often come of it. */
export const readYaml = (text: string): ReadYaml => {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const root = parseDocument(text, { lineCounter: lines, stringKeys: true, prettyErrors: false, logLevel: 'error' });
  const wrong = root.errors[0] ?? root.warnings[0];
  if (wrong) return { ok: false, problem: phraseOf(wrong.code, wrong.message), place: placeAt(wrong.pos[0]) };
  try {
    return { ok: true, value: root.toJS({ maxAliasCount: 100 }), placeOf: (field) => placeAt(offsetOf(field, root)) };
  } catch (error) {
    // An alias to nothing, or far too many of them.
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, problem: phraseOf('BAD_ALIAS', error.message), place: placeAt(0) };
  }
};

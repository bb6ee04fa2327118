import { nameOf, type Verb } from '../../src/cli/verb.ts';
import { loadRoot } from '../../src/cli/verbs.ts';

const root = await loadRoot();

export type Placed = { readonly path: string; readonly verb: Verb };

const under = (verb: Verb, path: string): readonly Placed[] => [
  { path, verb },
  ...(verb.verbs ?? []).flatMap((one) => under(one, `${path} ${nameOf(one)}`.trim())),
];

/** Every command of the table that does something; what happens without a command is none. */
export const runnable: readonly Placed[] = under(root, '').filter(({ path, verb }) => path !== '' && verb.run !== undefined);

/** As a shell would split it. */
export const splitLine = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');

import type { Lang, Surroundings } from '../words/lang.ts';
import { createCall } from './call.ts';
import { configuredLang } from './config-file.ts';
import { type Exit, exits } from './exit.ts';
import { checkedLang, langFor, wantsJson } from './glance.ts';
import { paintFor } from './paint.ts';
import { readPlain } from './read-plain.ts';
import { runVerb } from './run.ts';
import { valuesOf } from './values.ts';
import { loadOnly, loadRoot } from './verbs.ts';
import type { Wanted } from './wanted.ts';

const read = async (argv: readonly string[], lang: Lang): Promise<Wanted | undefined> => {
  const plain = readPlain(argv, await loadOnly(argv[0] ?? ''));
  if (plain) return plain;
  const { readProgram } = await import('./program.ts');
  return readProgram(argv, lang, await loadRoot());
};

const perform = async ({ run, args, values }: Wanted, env: Surroundings): Promise<Exit> => {
  const json = values.flag('json');
  const paint = json ? undefined : await paintFor(1, env);
  const lang = checkedLang(values.text('lang')) ?? configuredLang(env);
  return runVerb(run, createCall({ args, values, env, lang, json, ...(paint && { paint }) }));
};

/** One command line, from its words to its exit code. What is wrong with the words themselves is told like any other failure. */
export const runLine = async (argv: readonly string[], env: Surroundings): Promise<Exit> => {
  const lang = langFor(argv, env);
  const call = createCall({ args: [], values: valuesOf([]), env, lang, json: wantsJson(argv) });
  let code: Exit = exits.done;
  const failed = await runVerb(async () => {
    const wanted = await read(argv, lang);
    if (wanted) code = await perform(wanted, env);
    return 'told';
  }, call);
  return failed || code;
};

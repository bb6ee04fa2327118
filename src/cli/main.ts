import { createCall } from './call.ts';
import { langFor, wantsJson } from './glance.ts';
import { runProgram } from './program.ts';
import { runVerb } from './run.ts';
import { valuesOf } from './values.ts';

/** What is wrong with the arguments themselves is told like any other failure. */
const main = async (argv: readonly string[]): Promise<void> => {
  const { env } = process;
  const lang = langFor(argv, env);
  const call = createCall({ args: [], values: valuesOf([]), env, lang, json: wantsJson(argv) });
  let code: number = 0;
  const failed = await runVerb(async () => {
    code = await runProgram(argv, env, lang);
    return 'told';
  }, call);
  process.exitCode = failed || code;
};

void main(process.argv.slice(2));

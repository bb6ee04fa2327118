import { Command, CommanderError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { createCall } from './call.ts';
import { everywhere } from './everywhere.ts';
import { type Exit, exits } from './exit.ts';
import { checkedLang } from './glance.ts';
import { helpText } from './help.ts';
import { type Lang, langOf, type Surroundings } from './lang.ts';
import { paintFor } from './paint.ts';
import { runVerb } from './run.ts';
import { Stop } from './stop.ts';
import { columns, writeDrawing } from './terminal.ts';
import { usageText } from './usage-text.ts';
import { type Values, valuesOf } from './values.ts';
import { nameOf, type OptionSpec, type Verb } from './verb.ts';
import { root } from './verbs.ts';

type Setting = { readonly env: Surroundings; readonly lang: Lang; readonly done: (exit: Exit) => void };

const optionOf = ({ flags, about, many }: OptionSpec, lang: Lang): Option => {
  const option = new Option(flags, about[lang]);
  return many ? option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]) : option;
};

const levelsOf = (command: Command): readonly Readonly<Record<string, unknown>>[] =>
  command.parent ? [command.opts(), ...levelsOf(command.parent)] : [command.opts()];

const langOfCall = (values: Values, env: Surroundings): Lang => checkedLang(values.text('lang')) ?? langOf(env);

const perform = async (run: NonNullable<Verb['run']>, command: Command, { env }: Setting): Promise<Exit> => {
  const values = valuesOf(levelsOf(command));
  const json = values.flag('json');
  const paint = json ? undefined : await paintFor(1, env);
  const call = createCall({ args: command.args, values, env, lang: langOfCall(values, env), json, ...(paint && { paint }) });
  return runVerb(run, call);
};

/** Commander's complaint becomes ours; its help and version have been printed already. */
const stopFor = (error: CommanderError, path: string, verb: Verb, lang: Lang): Error => {
  if (error.exitCode === 0) return error;
  if (error.code === 'commander.help') {
    const names = (verb.verbs ?? []).map(nameOf).join(', ');
    return new Stop('USAGE', exits.usage, { ko: `baedal ${path} 다음에 올 명령: ${names}`, en: `baedal ${path} needs one of: ${names}` });
  }
  return new Stop('USAGE', exits.usage, { ko: usageText(error, path, 'ko'), en: usageText(error, path, lang) });
};

const build = (verb: Verb, path: string, setting: Setting): Command => {
  const { lang } = setting;
  const command = new Command(nameOf(verb));
  command.helpOption('-h, --help').enablePositionalOptions().allowExcessArguments(false);
  command.configureHelp({ formatHelp: () => helpText(verb, path, lang, columns()) });
  command.configureOutput({ writeOut: writeDrawing, writeErr: () => undefined });
  command.exitOverride((error) => {
    throw stopFor(error, path, verb, lang);
  });
  const wanted = verb.usage.slice(nameOf(verb).length).trim();
  if (wanted !== '') command.arguments(wanted);
  for (const spec of [...(verb.options ?? []), ...everywhere]) command.addOption(optionOf(spec, lang));
  for (const under of verb.verbs ?? []) command.addCommand(build(under, `${path} ${nameOf(under)}`.trim(), setting));
  const { run } = verb;
  if (run) command.action(async () => setting.done(await perform(run, command, setting)));
  return command;
};

/** Reads the arguments and runs the verb that they name. Throws a Stop for what cannot be read. */
export const runProgram = async (argv: readonly string[], env: Surroundings, lang: Lang): Promise<Exit> => {
  let exit: Exit = exits.done;
  const program = build(root, '', { env, lang, done: (code) => (exit = code) });
  program.version(manifest.version, '-V, --version');
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exits.done;
    throw error;
  }
};

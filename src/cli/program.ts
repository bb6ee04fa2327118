import { Command, CommanderError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { Lang } from '../words/lang.ts';
import { everywhere } from './everywhere.ts';
import { exits } from './exit.ts';
import { helpText } from './help.ts';
import { Stop } from './stop.ts';
import { columns, writeDrawing } from './terminal.ts';
import { usageText } from './usage-text.ts';
import { valuesOf } from './values.ts';
import { nameOf, type OptionSpec, type Verb } from './verb.ts';
import type { Wanted } from './wanted.ts';

type Setting = { readonly lang: Lang; readonly found: (wanted: Wanted) => void };

const optionOf = ({ flags, about, many }: OptionSpec, lang: Lang): Option => {
  const option = new Option(flags, about[lang]);
  return many ? option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]) : option;
};

const levelsOf = (command: Command): readonly Readonly<Record<string, unknown>>[] =>
  command.parent ? [command.opts(), ...levelsOf(command.parent)] : [command.opts()];

/** Nothing but options, where a verb could have stood. */
const isBare = ({ code }: CommanderError, { run }: Verb, path: string): boolean =>
  code === 'commander.help' && path === '' && run !== undefined;

/** Commander's complaint becomes ours; its help and version have been printed already. */
const stopFor = (error: CommanderError, path: string, verb: Verb, lang: Lang): Error => {
  if (error.exitCode === 0 || isBare(error, verb, path)) return error;
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
  // The root's is left to the end: commander would take the mistyped name of a verb for an argument of it.
  if (run && path !== '') command.action(() => setting.found({ run, args: command.args, values: valuesOf(levelsOf(command)) }));
  return command;
};

/** Reads whatever can be asked. Undefined when that was all: help, the version. Throws a Stop for what cannot be read. */
export const readProgram = (argv: readonly string[], lang: Lang, root: Verb): Wanted | undefined => {
  let wanted: Wanted | undefined;
  const program = build(root, '', { lang, found: (one) => (wanted = one) });
  program.version(manifest.version, '-V, --version');
  try {
    program.parse([...argv], { from: 'user' });
    return wanted;
  } catch (error) {
    if (error instanceof CommanderError && isBare(error, root, '') && root.run)
      return { run: root.run, args: [], values: valuesOf([program.opts()]) };
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
};

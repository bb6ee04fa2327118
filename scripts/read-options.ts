import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

const isWrongUsage = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** The options of a command for those who work on baedal. Help, and what is wrong with the options, is said in words and ends the program. */
export const readOptions = <T extends ParseArgsOptionsConfig>(help: string, options: T) => {
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(`${help}\n`);
    process.exit(0);
  }
  try {
    return parseArgs<{ options: T }>({ options }).values;
  } catch (error) {
    if (!isWrongUsage(error)) throw error;
    process.stderr.write(`${error.message}\n${help}\n`);
    process.exit(2);
  }
};

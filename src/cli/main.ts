import { leave } from './leave.ts';
import { runLine } from './run-line.ts';

const main = async (): Promise<void> => {
  const [word, database] = process.argv.slice(2);
  // Said by a daemon, over the channel to its child. Typed by a person it is no command.
  if (word === 'spare' && database !== undefined && process.channel) return (await import('./attach/spare.ts')).keepSpare(database);
  process.exitCode = await runLine(process.argv.slice(2), process.env);
  leave();
};

void main();

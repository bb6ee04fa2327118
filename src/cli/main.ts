import { leave } from './leave.ts';
import { runLine } from './run-line.ts';

const main = async (): Promise<void> => {
  process.exitCode = await runLine(process.argv.slice(2), process.env);
  leave();
};

void main();

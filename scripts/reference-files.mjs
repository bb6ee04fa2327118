import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manualPage } from '../src/cli/manual/manual-page.ts';
import { loadRoot } from '../src/cli/verbs.ts';
import { commandsText, rolesText } from './reference-text.mjs';

const [begin, end] = ['<!-- commands: made by `npm run reference`, do not edit -->', '<!-- end of commands -->'];

const verbs = await loadRoot();

/** What stands around it is written by hand. */
const between = (text, made) => {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/cli.md lacks its marks: ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${made}\n${text.slice(to)}`;
};

/** Every file that is made, with what belongs into it. */
export const generated = (home) => [
  { path: 'docs/roles.md', text: rolesText() },
  { path: 'docs/cli.md', text: between(readFileSync(join(home, 'docs/cli.md'), 'utf8'), commandsText(verbs)) },
  { path: 'man/man1/baedal.1', text: manualPage(verbs, '', 'en') },
  { path: 'man/ko/man1/baedal.1', text: manualPage(verbs, '', 'ko') },
];

// What docs/ and man/ say of the commands and of who may do what, made of the program's own tables.

import { nameOf } from '../src/cli/verb.ts';
import { grantTable, needOf } from '../src/core/authorize.ts';

const roles = ['customer', 'owner', 'rider', 'operator', 'system'];
const cell = (text) => text.replaceAll('|', '\\|');
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)];

/** docs/roles.md */
export const rolesText = () =>
  [
    '# Who may do what',
    '',
    '<!-- Made by `npm run reference` of src/core/authorize.ts; a test tries every cell. -->',
    '',
    '`any`: of anybody. `own`: of one’s own order, shop or ride only. Empty: refused, with exit code 4. Whatever does not stand here is refused too.',
    'On one machine `--as` says who is asking: whoever can write the database can be anybody ([cli.md](cli.md#who-is-asking)).',
    'Whom a command is for stands beside it in [cli.md](cli.md#commands).',
    '',
    ...table(
      ['action', ...roles],
      grantTable.map(([action, grants]) => [`\`${action}\``, ...roles.map((role) => grants[role] ?? '')]),
    ),
    '',
  ].join('\n');

const optionRows = (options) => options.map(({ flags, about, many }) => [`\`${cell(flags)}\``, `${cell(about.en)}${many ? ' …' : ''}`]);

const isForAll = (needs) => needs === undefined || needs === 'none' || roles.every((role) => grantsOf(needs)[role] === 'any');
const grantsOf = (action) => grantTable.find(([name]) => name === action)?.[1] ?? {};
const rightOf = ({ needs }) =>
  isForAll(needs)
    ? 'anybody'
    : needOf(needs)
        .replaceAll(/ \(--as [^)]*\)/g, '')
        .replaceAll(', or ', ', ');

const sectionOf = (verb, path) => [
  `### baedal ${path}${verb.usage.slice(nameOf(verb).length).replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`,
  '',
  `${verb.about.en[0].toUpperCase()}${verb.about.en.slice(1)}.`,
  '',
  ...(verb.options?.length > 0 ? [...table(['option', ''], optionRows(verb.options)), ''] : []),
  '```sh',
  ...verb.examples.map((example) => `baedal ${example}`),
  '```',
  '',
  `For ${rightOf(verb)}.${verb.json === undefined ? '' : ` JSON: \`${verb.json}\``}`,
  '',
];

const sectionsOf = (verb, path) => [
  ...(verb.run ? sectionOf(verb, path) : []),
  ...(verb.verbs ?? []).flatMap((one) => sectionsOf(one, `${path} ${nameOf(one)}`)),
];

/** Every command, with the commands under it. */
export const commandsText = (root) => root.verbs.flatMap((one) => sectionsOf(one, nameOf(one))).join('\n');

// What docs/ says of the commands and of who may do what, made of the program's own tables.
import { grantTable } from '../src/core/authorize.ts';

const roles = ['customer', 'owner', 'rider', 'operator', 'system'];
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** docs/roles.md */
export const rolesText = () =>
  [
    '# Who may do what',
    '',
    '<!-- Made by `npm run reference` of src/core/authorize.ts; a test tries every cell. -->',
    '',
    '`any`: of anybody. `own`: of one’s own order, shop or ride only. Empty: refused, with exit code 4. Whatever does not stand here is refused too.',
    'On one machine `--as` says who is asking: whoever can write the database can be anybody ([cli.md](cli.md#who-is-asking)).',
    '',
    table(
      ['action', ...roles],
      grantTable.map(([action, grants]) => [`\`${action}\``, ...roles.map((role) => grants[role] ?? '')]),
    ),
    '',
  ].join('\n');

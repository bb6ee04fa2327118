import { rolesText } from './reference-text.mjs';

/** Every file that is made, with what belongs into it. */
export const generated = () => [{ path: 'docs/roles.md', text: rolesText() }];

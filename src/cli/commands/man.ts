import type { Call } from '../call.ts';
import { wrongUsage } from '../stop.ts';
import { isTerminal } from '../terminal.ts';
import { type Answered, answer, nameOf, type Verb } from '../verb.ts';

const findVerb = (root: Verb, path: readonly string[]): Verb =>
  path.reduce((verb, name) => {
    const found = verb.verbs?.find((one) => nameOf(one) === name);
    if (found) return found;
    throw wrongUsage({ ko: `모르는 명령: ${name}. 도움말: baedal --help`, en: `unknown command '${name}'. See: baedal --help` });
  }, root);

const runFor =
  (root: () => Promise<Verb>) =>
  async (call: Call): Promise<Answered> => {
    const verb = findVerb(await root(), call.args);
    const { manualPage } = await import('../manual/manual-page.ts');
    const page = manualPage(verb, call.args.join(' '), call.lang);
    if (isTerminal(1) && !call.json) {
      const { showManual } = await import('../manual/show-manual.ts');
      if (await showManual(page)) return 'told';
    }
    return answer({ json: { page }, text: () => page.trimEnd().split('\n') });
  };

/** The table of commands comes in as a question: it holds this command, too. */
export const man = (root: () => Promise<Verb>): Verb => ({
  usage: 'man [command...]',
  about: {
    ko: '설명서 보기; 터미널이 아니면 roff로 출력',
    en: 'read the manual, of everything or of a command; printed as roff where there is no terminal',
  },
  examples: ['man', 'man kitchen accept', 'man --lang ko > baedal.1'],
  json: '{page}',
  needs: 'none',
  run: runFor(root),
});

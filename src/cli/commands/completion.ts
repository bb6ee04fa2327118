import { safeLine } from '../../core/safe-text.ts';
import type { Call } from '../call.ts';
import type { Shell } from '../completion/scripts.ts';
import { wrongUsage } from '../stop.ts';
import { writeDrawing } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const scriptOf = (shell: Shell) => async (): Promise<Answered> => {
  const { scriptFor } = await import('../completion/scripts.ts');
  const bin = process.argv[1];
  if (bin === undefined) throw new Error('this program does not know where it is');
  const script = scriptFor(shell, bin);
  return answer({ json: { shell, script }, text: () => script.trimEnd().split('\n') });
};

const nextFor =
  (root: () => Promise<Verb>) =>
  async (call: Call): Promise<Answered> => {
    const line = call.values.text('line');
    if (line === undefined)
      throw wrongUsage({ ko: '무엇을 완성할지 적으세요: --line "baedal st"', en: 'say what to complete: --line "baedal st"' });
    const { candidatesFor } = await import('../completion/candidates.ts');
    const found = await candidatesFor(line, { root: await root(), env: call.env, lang: call.lang });
    if (call.json) return answer({ json: found, text: () => [] });
    const lines = found.candidates.map(({ value, about }) => `${safeLine(value)}\t${safeLine(about)}\n`);
    // Lines that begin with the tab are for the shell, not for the person.
    writeDrawing(`${lines.join('')}${found.files ? '\tfiles\n' : ''}`);
    return 'told';
  };

const setUp: Readonly<Record<Shell, string>> = {
  bash: '~/.bashrc: eval "$(baedal completion bash)"',
  zsh: '~/.zshrc: source <(baedal completion zsh)',
  fish: '~/.config/fish/config.fish: baedal completion fish | source',
};

const shellVerb = (shell: Shell): Verb => ({
  usage: shell,
  about: { ko: `${shell} 스크립트. ${setUp[shell]}`, en: `for ${shell}. ${setUp[shell]}` },
  examples: [`completion ${shell}`],
  json: '{shell,script}',
  needs: 'none',
  run: scriptOf(shell),
});

/** The table of commands comes in as a question: it holds this command, too. */
export const completion = (root: () => Promise<Verb>): Verb => ({
  usage: 'completion',
  about: { ko: '셸에서 Tab으로 명령, 옵션, 지금 있는 값 완성하기', en: 'complete commands, options and live values in a shell' },
  examples: ['completion bash', 'completion zsh', 'completion fish'],
  verbs: [
    shellVerb('bash'),
    shellVerb('zsh'),
    shellVerb('fish'),
    {
      usage: 'next',
      about: { ko: '커서 자리에 올 수 있는 것: 위 스크립트가 묻는 명령', en: 'what may stand at the cursor: those scripts ask this' },
      options: [{ flags: '--line <text>', about: { ko: '커서까지의 명령줄', en: 'the command line up to the cursor' } }],
      examples: ['completion next --line "baedal status ord_"', 'completion next --line "baedal order --shop " --json'],
      json: '{candidates:[{value,about}],files}',
      needs: 'none',
      run: nextFor(root),
    },
  ],
});

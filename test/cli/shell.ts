import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { House } from './house.ts';

const bin = join(import.meta.dirname, '../../bin');

/** How each shell is started without its person's own settings, and what is typed before anything else. */
const shells = {
  bash: { start: 'bash --norc --noprofile -i', prepare: `bind 'set bell-style none'; eval "$(baedal.js completion bash)"` },
  zsh: { start: 'zsh -f -i', prepare: 'bindkey -e; autoload -U compinit; compinit -D; source <(baedal.js completion zsh)' },
  fish: { start: 'fish --no-config -i', prepare: 'baedal.js completion fish | source' },
} as const;
export type ShellName = keyof typeof shells;

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
/** A terminal is lent by `script` of util-linux. */
export const isHere = (shell: ShellName): boolean => process.platform === 'linux' && has('script') && has(shell);

const control = new RegExp(`${String.fromCharCode(0x1b)}(\\[[0-9;?>=]*[ -/]*[@-~]|[()][A-B0-2]|\\][^\\u0007]*\\u0007|[=>])`, 'g');

/** A real shell on a real terminal: answers what a command line has become after the keys, as the shell understands its words. */
export const openShell = async (shell: ShellName, house: House) => {
  const { start, prepare } = shells[shell];
  const child = spawn('script', ['-qfec', start, '/dev/null'], {
    cwd: house.folder,
    env: {
      PATH: `${bin}:${process.env['PATH']}`,
      HOME: house.folder,
      XDG_CONFIG_HOME: join(house.folder, 'config'),
      XDG_DATA_HOME: join(house.folder, 'data'),
      BAEDAL_DB: house.db,
      LC_ALL: 'C.UTF-8',
      TERM: 'dumb',
      COLUMNS: '200',
    },
  });
  let seen = '';
  let look: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    seen += chunk;
    look();
  });
  const until = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((done) => {
      look = () => {
        const found = pattern.exec(seen.replace(control, ''));
        if (found) done(found);
      };
      look();
    });
  child.stdin.write(`stty cols 200; ${prepare}; echo REA''DY\r`);
  await until(/READY\r?\n/);
  let count = 0;
  return {
    /** The keys, then Ctrl-A: what was made of them becomes the arguments of `printf`. */
    complete: async (keys: string): Promise<string> => {
      count++;
      child.stdin.write(`${keys}\u0001printf '<%s>' G''OT${count} \u0005; echo\r`);
      const [, words = ''] = await until(new RegExp(`<GOT${count}>(.*)\r?\n`));
      return words.trimEnd();
    },
    close: () => child.kill('SIGKILL'),
  };
};

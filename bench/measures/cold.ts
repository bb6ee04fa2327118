import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Found, Measure } from '../kit/finding.ts';
import { placeOne } from '../kit/order.ts';
import { median } from '../kit/stats.ts';
import { customer, newWorld } from '../kit/world.ts';

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));
const startsPerRound = 25;

type Command = {
  readonly name: string;
  readonly about: string;
  readonly args: readonly string[];
  readonly isRight: (json: unknown) => boolean;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A command that is not there yet, or answers wrongly, has no time. */
const wrongWith = ({ args, isRight }: Command, env: NodeJS.ProcessEnv): string | undefined => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { env, encoding: 'utf8' });
  if (status !== 0) return `baedal ${args[0]} ends with ${status}: ${(stderr || stdout).split('\n')[0]}`;
  return isRight(readJson(stdout)) ? undefined : `baedal ${args[0]} does not print the expected JSON yet`;
};

const start = (args: readonly string[], env: NodeJS.ProcessEnv): number => {
  const since = performance.now();
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - since;
};

export const cold: Measure = {
  name: 'cold',
  run: async ({ folder }): Promise<Found> => {
    const file = join(folder, 'cold.db');
    const world = await newWorld(file);
    const order = await placeOne(world);
    await world.close();
    const env = { ...process.env, BAEDAL_DB: file, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, NODE_OPTIONS: '' };
    const commands: readonly Command[] = [
      {
        name: 'cold-status',
        about: '`status --json` cold, against `node -e 0`',
        args: ['status', order, '--json', '--as', `customer:${customer}`],
        isRight: (json) => typeof json === 'object' && json !== null && 'order' in json && json.order === order,
      },
      {
        name: 'cold-plain',
        about: '`shops --json` cold, against `node -e 0`',
        args: ['shops', '--json'],
        isRight: (json) => Array.isArray(json) && json.length === 3,
      },
    ];
    return commands.map((command) => {
      const { name, about } = command;
      const notMeasured = wrongWith(command, env);
      if (notMeasured !== undefined) return { name, about, notMeasured };
      const pairs = Array.from({ length: startsPerRound }, () => {
        const bare = start(['-e', '0'], env);
        return { bare, ours: start([launcher, ...command.args], env) };
      });
      const detail = { ms: median(pairs.map(({ ours }) => ours)), 'node -e 0 ms': median(pairs.map(({ bare }) => bare)) };
      return {
        name,
        about,
        unit: '×',
        values: pairs.map(({ ours, bare }) => ours / bare),
        reference: pairs.map(({ bare }) => bare),
        detail,
      };
    });
  },
};

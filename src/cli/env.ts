import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { customAlphabet } from 'nanoid';
import { idPrefixes, instant, parseId } from '../core/kinds.ts';
import type { Env } from '../core/ports.ts';

/** Lower case, without 0 o, 1 l i: an id can be read out and typed. */
const newName = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 10);

/** The real clock and real chance. */
export const realEnv: Env = {
  now: () => instant(Date.now()),
  newId: (of) => {
    const id = parseId(of, `${idPrefixes[of]}_${newName()}`);
    if (id === undefined) throw new Error(`made an id that is none: ${of}`);
    return id;
  },
  newCommandId: () => `cmd_${newName()}`,
  digest: (text) => hash('sha256', text, 'hex'),
  sleep: async (ms) => {
    await sleep(ms);
  },
  random: Math.random,
};

import { defaultSettings, type Settings } from '../core/settings.ts';
import type { Surroundings } from '../words/lang.ts';
import { wrongConfig } from './stop.ts';

/** acceptLeaseMs → BAEDAL_ACCEPT_LEASE_MS */
export const variableOf = (name: string): string => `BAEDAL_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

const counts: readonly string[] = ['breakerInRow', 'parkAfter'] satisfies readonly (keyof Settings)[];
const longestMs = 366 * 86_400_000;

const readWhole = (name: string, text: string): number => {
  const [least, most] = counts.includes(name) ? [1, 1_000_000] : [0, longestMs];
  const number = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  const variable = variableOf(name);
  throw wrongConfig(
    {
      ko: `${variable}: ${least}–${most} 범위의 정수를 적으세요 (지금 값: '${text}')`,
      en: `${variable} must be a whole number from ${least} to ${most}, not '${text}'`,
    },
    { variable },
  );
};

const readValue = (name: string, usual: Settings[keyof Settings], text: string): Settings[keyof Settings] => {
  if (typeof usual === 'number') return readWhole(name, text);
  return text
    .split(',')
    .map((part) => readWhole(name, part))
    .sort((a, b) => a - b);
};

/** The defaults, and what the environment says otherwise; every key of the settings has its variable. */
export const settingsFrom = (env: Surroundings): Settings => {
  const changed = Object.entries<Settings[keyof Settings]>(defaultSettings).flatMap(([name, usual]) => {
    const text = env[variableOf(name)];
    return text === undefined || text === '' ? [] : [[name, readValue(name, usual, text)] as const];
  });
  return changed.length === 0 ? defaultSettings : { ...defaultSettings, ...Object.fromEntries(changed) };
};

import { defaultSettings, type Settings } from '../core/settings.ts';
import type { Surroundings } from '../words/lang.ts';
import { wrongConfig } from './stop.ts';

/** acceptLeaseMs → BAEDAL_ACCEPT_LEASE_MS */
export const variableOf = (name: string): string => `BAEDAL_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

const longestMs = 366 * 86_400_000;
const counted = new Map<string, readonly [least: number, most: number]>([
  ['breakerInRow', [1, 1_000_000]],
  ['breakerWindow', [1, 1000]],
  ['breakerAtLeast', [1, 1000]],
  ['breakerSharePercent', [1, 100]],
  ['parkAfter', [1, 1_000_000]],
] satisfies readonly (readonly [keyof Settings, readonly [number, number]])[]);

/** `label` names the place where the text stands, so that it can be found and mended. */
const readWhole = (name: string, text: string, label: string): number => {
  const [least, most] = counted.get(name) ?? [0, longestMs];
  const number = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrongConfig(
    {
      ko: `${label}: ${least}–${most} 범위의 정수를 적으세요 (지금 값: '${text}')`,
      en: `${label} must be a whole number from ${least} to ${most}, not '${text}'`,
    },
    { variable: variableOf(name) },
  );
};

export const readSetting = (name: keyof Settings, text: string, label: string): Settings[keyof Settings] =>
  typeof defaultSettings[name] === 'number'
    ? readWhole(name, text, label)
    : text
        .split(',')
        .map((part) => readWhole(name, part, label))
        .sort((a, b) => a - b);

const isSetting = (name: string): name is keyof Settings => name in defaultSettings;
export const settingNames: readonly (keyof Settings)[] = Object.keys(defaultSettings).filter(isSetting);

/** The defaults, and what the environment says otherwise; every key of the settings has its variable. */
export const settingsFrom = (env: Surroundings): Settings => {
  const changed = settingNames.flatMap((name) => {
    const text = env[variableOf(name)];
    return text === undefined || text === '' ? [] : [[name, readSetting(name, text, variableOf(name))] as const];
  });
  return changed.length === 0 ? defaultSettings : { ...defaultSettings, ...Object.fromEntries(changed) };
};

import { expect, test } from 'vitest';
import { defaultSettings } from '../core/settings.ts';
import { settingsFrom, variableOf } from './settings.ts';

test('every setting has its variable', () => {
  expect(variableOf('acceptLeaseMs')).toBe('BAEDAL_ACCEPT_LEASE_MS');
  for (const [name, value] of Object.entries(defaultSettings)) {
    const changed = settingsFrom({ [variableOf(name)]: typeof value === 'number' ? '7' : '9, 7' });
    expect(changed).toEqual({ ...defaultSettings, [name]: typeof value === 'number' ? 7 : [7, 9] });
  }
});

test('nothing set, nothing changed', () => {
  expect(settingsFrom({ BAEDAL_ACCEPT_LEASE_MS: '', BAEDAL_DB: 'x', HOME: '/' })).toBe(defaultSettings);
});

test.each([
  ['BAEDAL_ACCEPT_LEASE_MS', '8m'],
  ['BAEDAL_ACCEPT_LEASE_MS', '-1'],
  ['BAEDAL_ACCEPT_LEASE_MS', '1.5'],
  ['BAEDAL_ACCEPT_LEASE_MS', '99999999999999'],
  ['BAEDAL_ACCEPT_REMIND_MS', '1000,,2000'],
  ['BAEDAL_PARK_AFTER', '0'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => settingsFrom({ [name]: value })).toThrow(new RegExp(`^${name} must be a whole number`));
});

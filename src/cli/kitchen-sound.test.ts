import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { kitchenSound } from './kitchen-sound.ts';

const folder = mkdtempSync(join(tmpdir(), 'baedal-sound-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const soundOf = (command: string) => {
  const reports: unknown[] = [];
  const sound = kitchenSound({ BAEDAL_KITCHEN_SOUND: command }, (error) => {
    reports.push(error);
    return 'inc_test';
  });
  if (!sound) throw new Error('no sound');
  return { sound, reports };
};

test('the chosen command is the sound; over a ring that still sounds there is no second one', async () => {
  const file = join(folder, 'rung');
  const { sound, reports } = soundOf(`echo ding >> ${file}; sleep 0.2; echo dong >> ${file}`);
  sound();
  sound();
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe('ding\ndong\n'), 5000);
  expect(reports).toEqual([]);
});

test('a command that fails is written down once, and every ring tries it again', async () => {
  const { sound, reports } = soundOf('exit 3');
  sound();
  await vi.waitFor(() => expect(reports).toMatchObject([{ message: 'BAEDAL_KITCHEN_SOUND ended with 3: exit 3' }]), 5000);
  sound();
  expect(reports).toHaveLength(1);
});

test('nobody has to choose one', () => {
  expect(kitchenSound({}, () => '')).toBeUndefined();
  expect(kitchenSound({ BAEDAL_KITCHEN_SOUND: ' ' }, () => '')).toBeUndefined();
});

import { beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../settings.ts';
import { createFakeEnv } from '../testing/fake-env.ts';
import { createFakeMessenger } from '../testing/fake-messenger.ts';
import type { OutgoingMessage, SendResult } from './messenger.ts';
import { createPatientMessenger } from './patient-messenger.ts';

const failed: SendResult = { kind: 'failed', cause: 'no network' };
const refused: SendResult = { kind: 'refused', cause: 'blocked' };
const message: OutgoingMessage = {
  id: 'order/ord_a@1:customer:order-placed',
  recipient: { role: 'customer', id: 'cus_mina' },
  channel: 'kakao',
  template: 'order-placed',
  lang: 'ko',
  title: '-',
  text: '-',
  at: createFakeEnv().now(),
};

let env: ReturnType<typeof createFakeEnv>;
let channel: ReturnType<typeof createFakeMessenger>;
let patient: ReturnType<typeof createPatientMessenger>;
beforeEach(() => {
  env = createFakeEnv();
  channel = createFakeMessenger();
  patient = createPatientMessenger(channel, { env, settings: defaultSettings });
});
const hear = async (...answers: readonly SendResult[]) => {
  channel.say(...answers);
  for (const _ of answers) await patient.send(message);
};

test('a few failures, or failures with an answer between them, hold nobody back', async () => {
  await hear(failed, failed, failed, failed, refused, failed, failed, failed, failed);
  expect(patient.passage()).toEqual({ kind: 'all' });
});

test('five in a row: nobody tries for as long as one message would have waited, then one does', async () => {
  await hear(failed, failed, failed, failed, failed);
  expect(patient.passage()).toEqual({ kind: 'none', until: env.now() + 16_000 });
  env.tick(15_999);
  expect(patient.passage()).toMatchObject({ kind: 'none' });
  env.tick(1);
  expect(patient.passage()).toEqual({ kind: 'one' });
});

test('every further failure doubles the wait, up to the longest that one message waits', async () => {
  await hear(failed, failed, failed, failed, failed, failed);
  expect(patient.passage()).toEqual({ kind: 'none', until: env.now() + 32_000 });
  await hear(failed, failed, failed);
  expect(patient.passage()).toEqual({ kind: 'none', until: env.now() + defaultSettings.messageMaxMs });
});

test('one that gets through opens the way for all', async () => {
  await hear(failed, failed, failed, failed, failed);
  env.tick(16_000);
  await patient.send(message);
  expect(patient.passage()).toEqual({ kind: 'all' });
});

test('a clock that is put back by an hour does not hold messages back for an hour', async () => {
  await hear(failed, failed, failed, failed, failed);
  env.tick(-3600_000);
  expect(patient.passage()).toEqual({ kind: 'one' });
});

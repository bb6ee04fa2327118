import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultNames, formatFault, parseFault, parseFaultName } from './faults.ts';

test.each([
  ['down', { kind: 'down', ms: 0 }],
  ['late', { kind: 'late', ms: 20_000 }],
  ['late:1500', { kind: 'late', ms: 1500 }],
  ['timeout-after*1', { kind: 'timeout-after', ms: 0, times: 1 }],
  [' slow:10*3 ', { kind: 'slow', ms: 10, times: 3 }],
])('payment=%s is understood', (text, value) => expect(parseFault('payment', text)).toEqual({ ok: true, value }));

test.each([
  ['payment', 'dwon', /payment=dwon: choose one of ok, slow\[:ms\], down, overloaded, .*pending\[:ms\]; \*N behind it/],
  ['lookup', 'late', /choose one of ok, slow\[:ms\], down;/],
  ['payment', 'down:5', /'down' takes no time/],
  ['payment', 'late:soon', /'soon' is not a number of milliseconds/],
  ['payment', 'late:', /'' is not a number of milliseconds/],
  ['payment', 'down*0', /'0' is not a number of calls/],
  ['payment', 'down*', /'' is not a number of calls/],
  ['payment', 'down*1*2', /choose one of/],
  ['messenger', 'ok*2', /'ok' is not counted/],
  ['refund', '', /choose one of ok, down, refuse/],
] as const)('%s=%s is refused, and the answer says what is allowed', (name, text, message) => {
  const parsed = parseFault(name, text);
  expect(parsed).toMatchObject({ ok: false, error: expect.stringMatching(message) });
});

test('the name of a fault is checked as well', () => {
  expect(parseFaultName('payment')).toEqual({ ok: true, value: 'payment' });
  expect(parseFaultName('paymnet')).toEqual({
    ok: false,
    error: "there is no fault 'paymnet'; choose one of payment, lookup, void, refund, messenger",
  });
});

test('no text makes it throw, and what is understood is written back the same', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^(ok|slow|late|flaky|down)(:\d{1,4})?(\*\d{1,2})?$/));
  fc.assert(
    fc.property(fc.constantFrom(...faultNames), text, (name, input) => {
      const parsed = parseFault(name, input);
      if (parsed.ok) expect(parseFault(name, formatFault(parsed.value))).toEqual(parsed);
    }),
    { numRuns: 500 },
  );
});

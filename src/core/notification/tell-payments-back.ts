import { breakerDocument, type Instant, later } from '../kinds.ts';
import { readBreaker } from '../payment/breaker.ts';
import { guarded } from '../payment/guarded.ts';
import type { Perform, Tools } from '../performers.ts';
import { announcePaymentsBack } from './announce.ts';
import { lettingGo, telling } from './tell.ts';

const tell = telling('customer', announcePaymentsBack);
const letGo = lettingGo('customer', announcePaymentsBack);

/** Undefined when the gateway seems to be back; else when to look again. */
const stillAwayUntil = async (key: string, tools: Tools): Promise<Instant | undefined> => {
  const { store, env, settings, gateway } = tools;
  const now = env.now();
  // Held customers come back one after the other, not all in the same second.
  const spread = Math.floor(env.random() * settings.lookUpFirstMs);
  const breaker = readBreaker((await store.document(breakerDocument(gateway.name, 'approve')))?.body);
  if (breaker?.state === 'open' && breaker.until > now) return later(breaker.until, spread);
  if (breaker?.state === 'half-open' && breaker.trialUntil > now) return later(breaker.trialUntil, spread);
  // A question that takes no money tells whether anybody is there.
  const { kind } = await guarded(tools, 'look-up', () => gateway.lookUp(key));
  const away = kind === 'held' || kind === 'uncertain' || kind === 'unavailable' || kind === 'misconfigured';
  return away ? later(now, settings.breakerOpenMs + spread) : undefined;
};

/** Tells a held customer that payments work again, once, while the hold lasts. */
export const tellPaymentsBack: Perform = async (event, attempt, tools, facts) => {
  if (event.type !== 'PaymentDeferred') return {};
  const payment = await facts.payment(event.data.payment);
  // Held again since then, perhaps within the same millisecond: the later one tells it.
  const isLatest = (await facts.version(event.stream)) === event.version;
  if (payment.status !== 'deferred' || !isLatest || tools.env.now() >= payment.heldUntil) return letGo(event, attempt, tools, facts);
  const at = await stillAwayUntil(payment.asked.key, tools);
  if (at !== undefined) return { again: { at, error: 'the gateway is still away' } };
  return tell(event, attempt, tools, facts);
};

// A process of its own, started by cancel-against-cook.test.ts: it holds the file open and does its part on an order at the word.
import { openHouse } from '../../src/cli/wire.ts';
import type { Actor } from '../../src/core/events.ts';
import { parseId } from '../../src/core/kinds.ts';

const [file = '', part = '', name = ''] = process.argv.slice(2);
const actor: Actor = part === 'cancel' ? { role: 'customer', id: name } : { role: 'owner', id: name };
const house = await openHouse({ file, create: false, env: process.env });
const app = house.as(actor);

process.on('message', (word) => {
  const order = parseId('order', String(word));
  if (order === undefined) {
    void house.close().then(() => process.disconnect());
    return;
  }
  const done = part === 'cancel' ? app.cancelOrder(order, 'CHANGED_MIND') : app.cook(order);
  void done.then((result) => process.send?.(result.ok ? { won: true } : { won: false, refusal: result.error }));
});
process.send?.('ready');

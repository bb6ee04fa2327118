import { existsSync } from 'node:fs';
import { exits } from '../src/cli/exit.ts';
import type { OrderId } from '../src/core/kinds.ts';
import { DatabaseUnfit } from '../src/sqlite/unfit.ts';
import { lookInto } from '../src/store/sqlite/look-into.ts';
import { lookThrough, writeBackup } from '../src/store/sqlite/open-backup.ts';
import type { CrashPath } from './crash-path.ts';
import { backupOf } from './folder.ts';
import { type Stage, value } from './stage.ts';

type Orders = readonly OrderId[];

const ordersIn = (file: string): Promise<Orders> => {
  const sql = `select "order" from events where type = 'OrderPlaced' order by position`;
  return lookInto(file, (db) => db.prepare<[], { readonly order: OrderId }>(sql).all()).then((rows) => rows.map(({ order }) => order));
};

/** Whole, with its chain, and with one of these sets of orders. */
const faultsOf = async (file: string, ...allowed: readonly Orders[]): Promise<readonly string[]> => {
  try {
    const { faults } = await lookThrough(file);
    const orders = (await ordersIn(file)).join(', ');
    const isAllowed = allowed.some((one) => one.join(', ') === orders);
    return [...faults, ...(isAllowed ? [] : [`it holds the orders ${orders || 'of nobody'}`])].map((what) => `${file}: ${what}`);
  } catch (error) {
    if (!(error instanceof DatabaseUnfit)) throw error;
    return [`${file}: ${error.message}`];
  }
};

/** One that waits for its kitchen, and one whose money is on its way back. */
const twoOrders = async ({ place, customer }: Stage): Promise<Orders> => {
  const [waiting, canceled] = [await place(), await place()];
  value(await customer.cancelOrder(canceled, 'CHANGED_MIND'));
  return [waiting, canceled];
};

/** Under its name there is nothing, or all of it. */
export const backup: CrashPath = {
  name: 'backup',
  stage: async (stage) => {
    const { file } = stage.house;
    const copy = backupOf(file);
    const orders = await twoOrders(stage);
    return {
      args: ['backup', copy],
      drafts: copy,
      look: async (isDone) => {
        const isThere = existsSync(copy);
        const wrong = isThere || isDone ? await faultsOf(copy, orders) : [];
        return { wrong: [...wrong, ...(await faultsOf(file, orders))], exit: isThere ? exits.wrongState : exits.done };
      },
    };
  },
};

/** The house is the one of before or the one of the backup, and the order that goes with the first has its money back. */
export const restore: CrashPath = {
  name: 'restore',
  restores: true,
  // A daemon that comes between the crash and the second try gives the lost order's money back before.
  settings: { acceptLeaseMs: 500, acceptRemindMs: [200] },
  stage: async (stage) => {
    const { file } = stage.house;
    const copy = backupOf(file);
    const kept = await twoOrders(stage);
    value(await writeBackup({ source: file, target: copy, replace: false }));
    const lost = await stage.place();
    return {
      args: ['restore', copy, '--apply'],
      drafts: file,
      look: async (isDone) => ({
        wrong: [...(await faultsOf(copy, kept)), ...(await faultsOf(file, kept, ...(isDone ? [] : [[...kept, lost]])))],
        exit: exits.done,
      }),
    };
  },
};

// A process of its own, started by races.test.ts: it dies by SIGKILL right before the nth thing that its migration asks of SQLite.
import { openDatabase, type Sqlite } from '../../src/sqlite/open.ts';
import { migrate } from '../../src/store/sqlite/migrate.ts';

const [file = '', nth = ''] = process.argv.slice(2);
let left = Number(nth);
const die = () => process.kill(process.pid, 'SIGKILL');

const db = openDatabase(file);
const doomed: Sqlite = new Proxy(db, {
  get: (target, name) => {
    const value: unknown = Reflect.get(target, name);
    if (typeof value !== 'function') return value;
    return (...args: readonly unknown[]) => {
      if (--left < 0) die();
      const made: unknown = Reflect.apply(value, target, args);
      return name === 'prepare' ? counted(made) : made;
    };
  },
});
const counted = (statement: unknown): unknown =>
  new Proxy(Object(statement), {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]) => {
        if (--left < 0) die();
        const made: unknown = Reflect.apply(value, target, args);
        return made === target ? counted(made) : made;
      };
    },
  });

await migrate(doomed, 1000);
process.send?.(left);
process.disconnect();

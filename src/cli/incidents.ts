import { appendFileSync, chmodSync } from 'node:fs';
import { customAlphabet } from 'nanoid';

const newNumber = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 6);

export const incidentFile = (database: string): string => `${database}.incidents.log`;

const told = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Keeps what broke beside the database, for the operator's eyes; whoever was before the screen is told the number only. */
export const reportTo =
  (file: string, now: () => number) =>
  (error: unknown): string => {
    const incident = `inc_${newNumber()}`;
    try {
      appendFileSync(file, `${JSON.stringify({ incident, at: new Date(now()).toISOString(), error: told(error) })}\n`, { mode: 0o600 });
      // A file that somebody else made first has whatever rights it has.
      chmodSync(file, 0o600);
    } catch {
      // A full disk must not take the screen down, too.
    }
    return incident;
  };

import { authorize } from '../authorize.ts';
import { houseDocument, type Instant, instant } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import { run, type Session } from './deps.ts';

/** The last backup: when, where to, and how far it reaches. */
export type BackupNote = { readonly at: Instant; readonly file: string; readonly lastPosition: number };

const key = houseDocument('backup');

export const noteBackup = async (session: Session, note: BackupNote): Promise<Result<void, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  return run(session, async () => ok({ append: [], documents: [{ key, body: note }], value: undefined }));
};

const readNote = (body: unknown): BackupNote | undefined => {
  if (typeof body !== 'object' || body === null || !('at' in body && 'file' in body && 'lastPosition' in body)) return undefined;
  const { at, file, lastPosition } = body;
  if (typeof at !== 'number' || typeof file !== 'string' || typeof lastPosition !== 'number') return undefined;
  return { at: instant(at), file, lastPosition };
};

export const lastBackup = async (session: Session): Promise<Result<BackupNote | undefined, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  return allowed.ok ? ok(readNote((await session.store.document(key))?.body)) : allowed;
};

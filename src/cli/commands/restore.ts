import { resolve } from 'node:path';
import { authorize } from '../../core/authorize.ts';
import type { Discrepancy } from '../../core/payment/reconcile.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { happenedSince, lookThrough } from '../../store/sqlite/open-backup.ts';
import { type Draft, draftFrom } from '../../store/sqlite/open-draft.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { configured } from '../config-file.ts';
import { exits } from '../exit.ts';
import { houseFile } from '../house-file.ts';
import { isoOrNull } from '../iso.ts';
import { asideSuffix, damagedFile, inUse } from '../moving-in.ts';
import { discrepancyLines, type Treated, treatedJson } from '../show/discrepancies.ts';
import { restoredLines } from '../show/restored-text.ts';
import { type Phrase, wrongInput } from '../stop.ts';
import { isStillWrong, treat } from '../treat.ts';
import { type Answered, answer, type Verb } from '../verb.ts';
import { openHouse } from '../wire.ts';

/** What the books in the draft and the bank say of each other; the house that is in use is not touched. */
const compare = async (call: Call, draft: Draft, file: string): Promise<Result<readonly Discrepancy[], Refusal>> => {
  const house = await openHouse({ file: draft.file, create: false, env: configured(call.env), sandboxOf: file });
  try {
    await house.store.settleIn(call.now());
    return await house.as(operatorOr(call)).reconcileBooks(house.sandbox().ledger);
  } finally {
    await house.close();
  }
};

const applied = async (call: Call, discrepancies: readonly Discrepancy[]): Promise<readonly Treated[]> => {
  const house = await call.house();
  return treat(house.as(operatorOr(call)), discrepancies);
};

const adviceFor = (call: Call, apply: boolean, treated: readonly Treated[]): readonly string[] => {
  const say = (phrase: Phrase): string => phrase[call.lang];
  const command = `baedal restore ${call.args[0] ?? ''} --apply`;
  if (!apply) return [say({ ko: `아직 바꾼 것이 없어요. 복원하기: ${command}`, en: `Nothing was changed yet. Do it: ${command}` })];
  const isFailed = treated.some(({ outcome }) => outcome === 'failed');
  return [
    ...(isFailed
      ? [say({ ko: '남은 돈 다시 처리하기: baedal reconcile --apply', en: 'Try again what failed: baedal reconcile --apply' })]
      : []),
    say({ ko: '이제 데몬을 켜고: baedal doctor', en: 'Now start the daemon, then: baedal doctor' }),
  ];
};

type Wanted = { readonly backup: string; readonly file: string; readonly draft: Draft; readonly apply: boolean };

const restoreFrom = async (call: Call, { backup, file, draft, apply }: Wanted): Promise<Answered> => {
  const { counts, faults } = await lookThrough(draft.file);
  if (faults.length > 0) throw damagedFile(backup, faults);
  const found = await compare(call, draft, file);
  if (!found.ok) return found;
  const lost = await happenedSince(file, counts.lastPosition);
  let aside: string | undefined;
  if (apply) {
    const placed = draft.putInPlace(asideSuffix(call.now()));
    if (!placed.ok) throw inUse(file, placed.error.pids);
    aside = placed.value.aside;
  }
  const treated: readonly Treated[] = apply
    ? await applied(call, found.value)
    : found.value.map((discrepancy) => ({ discrepancy, outcome: 'due' }));
  const { lastAt, ...numbers } = counts;
  const json = {
    ...{ backup, file, applied: apply, aside: aside ?? null },
    holds: { ...numbers, lastAt: isoOrNull(lastAt) },
    lost: lost ?? null,
    discrepancies: treated.map(treatedJson),
  };
  return answer({
    json,
    text: () => [...restoredLines({ file, aside, apply, counts, lost }, call.page()), ...discrepancyLines(treated, call.page())],
    advice: adviceFor(call, apply, treated),
    exit: apply && treated.some(isStillWrong) ? exits.fault : exits.done,
  });
};

const run = async (call: Call): Promise<Answered> => {
  const allowed = authorize(operatorOr(call), 'operate');
  if (!allowed.ok) return allowed;
  const file = houseFile(call);
  const backup = resolve(call.args[0] ?? '');
  if (backup === file) throw wrongInput('file', { ko: '쓰고 있는 데이터베이스예요', en: 'that is the database in use' });
  const draft = draftFrom(backup, file);
  try {
    return await restoreFrom(call, { backup, file, draft, apply: call.values.flag('apply') });
  } finally {
    draft.discard();
  }
};

export const restore: Verb = {
  usage: 'restore <file>',
  about: {
    ko: '백업으로 되돌리기: 먼저 검사하고 은행 장부와 맞춰 본 결과를 보여 주고, --apply로 복원',
    en: "back to a backup: first it is looked through and held against the bank's books; --apply does it",
  },
  options: [{ flags: '--apply', about: { ko: '복원하고, 맞지 않는 돈을 처리', en: 'restore it, and put right the money that can be' } }],
  examples: ['restore baedal-2026-11-22.db', 'restore baedal-2026-11-22.db --apply'],
  json: '{backup,file,applied,aside,holds:{schema,events,streams,documents,work,lastPosition,lastAt},lost:{events,orders},discrepancies:[{kind,remedy,key,order,payment,amount,currency,outcome,cause}]}',
  needs: 'operate',
  run,
};

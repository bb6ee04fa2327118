import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ShopChange } from '../../core/catalog/shop-change.ts';
import { shopChanges } from '../../core/catalog/shop-changes.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok } from '../../core/result.ts';
import type { ShopState } from '../../core/use-cases/change-shop.ts';
import { wordsOf } from '../../words/page.ts';
import { refusalText } from '../../words/problem.ts';
import { demandedActor } from '../actor.ts';
import { confirmed, isAttended } from '../ask.ts';
import type { Call } from '../call.ts';
import { exitOfRefusal } from '../exit.ts';
import type { ReadMenu } from '../menu-file.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { changedJson, changedText, changeLines } from '../shop-change.ts';
import { type Phrase, Stop } from '../stop.ts';
import { isTerminal, say } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

/** The person's own text: never thrown away before it is in the shop. */
type Draft = { readonly folder: string; readonly file: string };

const runEditor = (file: string, call: Call): void => {
  const editor = call.env['VISUAL'] || call.env['EDITOR'] || 'vi';
  // As git does it: the variable may hold words for the editor, too. What an editor draws must not stand among our data.
  const { status, error } = spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: [0, isTerminal(1) ? 1 : 2, 2] });
  if (status === 0) return;
  const why = error?.message ?? String(status);
  throw new Stop('USAGE', 2, {
    ko: `편집기가 잘못 끝났어요 (${editor}: ${why}). 바꾼 것은 없어요. EDITOR 변수를 확인하세요`,
    en: `The editor failed (${editor}: ${why}). Nothing was changed. Look at the variable EDITOR`,
  });
};

const keep = ({ file }: Draft, id: string, database: string, call: Call): string => {
  const stamp = new Date(call.now()).toISOString().replace(/[:.]/g, '');
  const kept = join(dirname(database), `${id}.unsaved-${stamp}.yaml`);
  writeFileSync(kept, readFileSync(file), { mode: 0o600, flag: 'wx' });
  return kept;
};

const withKept = (stop: Stop, kept: string): Stop => {
  const phrase: Phrase = { ko: `${stop.phrase.ko}. 쓰던 글은 여기 있어요: ${kept}`, en: `${stop.phrase.en}. Your text is kept: ${kept}` };
  return new Stop(stop.code, stop.exit, phrase, { ...stop.details, kept });
};

/** Both sides of it, before the refusal: what others did is in its sentence, what this person wanted is here. */
const stopOf = (refusal: Refusal, mine: readonly ShopChange[], zone: string, call: Call): Stop => {
  const page = call.page(zone);
  if (!call.json && mine.length > 0)
    say([call.lang === 'ko' ? '내가 바꾸려던 것:' : 'What you wanted to change:', ...changeLines(mine, call)]);
  const said = (lang: keyof Phrase) => refusalText(refusal, { lang, words: wordsOf(lang), now: page.now, zone, width: 80 });
  const { code, ...details } = refusal;
  return new Stop(code, exitOfRefusal[code], { ko: said('ko'), en: said('en') }, { ...details, yours: mine });
};

/** The text as a shop; a person who is there may mend what is wrong and go on. */
const editedUntilGood = async ({ file }: Draft, before: string, state: ShopState, call: Call): Promise<ReadMenu | 'same'> => {
  const { menuReader, readMenuText } = await import('../menu-file.ts');
  for (;;) {
    runEditor(file, call);
    if (readFileSync(file, 'utf8') === before) return 'same';
    try {
      const read = menuReader(readMenuText(file), call);
      read(state.shop);
      return read;
    } catch (error) {
      if (!(error instanceof Stop) || call.json || !isAttended()) throw error;
      say([error.phrase[call.lang]]);
      if (!(await confirmed(call.lang === 'ko' ? '다시 고칠까요? [y/N]' : 'Edit again? [y/N]'))) throw error;
    }
  }
};

const runEdit = async (call: Call): Promise<Answered> => {
  const actor = demandedActor(call, 'owner');
  const id = readId('shop', call.args[0]);
  const house = await call.house();
  const app = house.as(actor);
  // Before anybody writes for half an hour: may they at all?
  const allowed = await app.changeShop(id, (shop) => ok(shop));
  if (!allowed.ok) return allowed;
  const { printShop } = await import('../menu-print.ts');
  const text = printShop(allowed.value.shop, allowed.value.version, call.lang);
  const folder = mkdtempSync(join(tmpdir(), 'baedal-'));
  const draft: Draft = { folder, file: join(folder, `${id}.yaml`) };
  try {
    writeFileSync(draft.file, text, { mode: 0o600 });
    const read = await editedUntilGood(draft, text, allowed.value, call);
    if (read === 'same')
      return answer({
        json: changedJson({ ...allowed.value, changes: [] }),
        text: () => changedText({ ...allowed.value, changes: [] }, call),
      });
    const mine = read(allowed.value.shop);
    const changed = await app.changeShop(id, (shop) => ok(read(shop).shop), { ifVersion: mine.version ?? allowed.value.version });
    if (!changed.ok) throw stopOf(changed.error, shopChanges(allowed.value.shop, mine.shop), allowed.value.shop.zone, call);
    return answer({ json: changedJson(changed.value), text: () => changedText(changed.value, call) });
  } catch (error) {
    if (!(error instanceof Stop) || error.code === 'USAGE') throw error;
    throw withKept(error, keep(draft, id, house.file, call));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const editVerb: Verb = {
  usage: 'edit <shop>',
  about: { ko: '편집기로 고치기 ($VISUAL, $EDITOR)', en: 'change it in your editor ($VISUAL, $EDITOR)' },
  examples: ['shop edit shop_hanki --as owner:shop_hanki'],
  json: shapes.shopChanged,
  needs: 'change-shop',
  run: runEdit,
};

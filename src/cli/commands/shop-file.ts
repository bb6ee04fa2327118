import { readFileSync, writeFileSync } from 'node:fs';
import type { App } from '../../core/app.ts';
import { writeShopFile } from '../../core/catalog/write-shop-file.ts';
import type { ShopId } from '../../core/kinds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { EditShop, ShopChanged } from '../../core/use-cases/change-shop.ts';
import { demandedActor } from '../actor.ts';
import { confirmed, isAttended } from '../ask.ts';
import type { Call } from '../call.ts';
import { readId } from '../parse.ts';
import { shapes } from '../shapes.ts';
import { changedJson, changedText, ifVersion, versionAsked } from '../shop-change.ts';
import { wrongInput } from '../stop.ts';
import { writeLines } from '../terminal.ts';
import { type Answered, answer, option, type Verb } from '../verb.ts';

const opened = async (call: Call): Promise<{ readonly app: App; readonly id: ShopId }> => {
  const actor = demandedActor(call, 'owner');
  const id = readId('shop', call.args[0]);
  const house = await call.house();
  return { app: house.as(actor), id };
};

const putFile = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw wrongInput(
      '--output',
      code === 'EEXIST'
        ? { ko: `${file} 파일이 이미 있어요. 덮어쓰지 않았어요`, en: `${file} is there already; it was not overwritten` }
        : { ko: `파일을 쓸 수 없어요: ${file} (${code})`, en: `the file cannot be written: ${file} (${code})` },
    );
  }
};

const runExport = async (call: Call): Promise<Answered> => {
  const { app, id } = await opened(call);
  const found = await app.readShop(id);
  if (!found.ok) return found;
  const { shop, version } = found.value;
  const json = writeShopFile(shop, version);
  const { printShop } = await import('../menu-print.ts');
  const text = printShop(shop, version, call.lang);
  const file = call.values.text('output');
  if (file === undefined) return answer({ json, text: () => text.replace(/\n$/, '').split('\n') });
  putFile(file, text);
  return answer({ json: { id, version, file }, text: () => [`${file}  (version ${version})`] });
};

// The file is now as the shop is: who edits it further has overwritten nobody.
const keepUpToDate = (file: string, version: number): void => {
  if (file === '-') return;
  const text = readFileSync(file, 'utf8');
  const fresh = text.replace(
    /^(version:[ \t]*)\d+|("version"[ \t]*:[ \t]*)\d+/m,
    (_whole, yaml = '', json = '') => `${yaml}${json}${version}`,
  );
  try {
    if (fresh !== text) writeFileSync(file, fresh);
  } catch (error) {
    // A file that may only be read keeps its number; the next import will say so.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
};

const dryAnswer = (seen: ShopChanged, file: string, call: Call): Answered => {
  const command = `baedal shop import ${seen.shop.id} ${file} --apply`;
  const advice =
    call.lang === 'ko' ? `아직 바꾸지 않았어요. 이대로 바꾸기: ${command}` : `Nothing was changed yet. To change it: ${command}`;
  return answer({
    json: { ...changedJson(seen), applied: false },
    text: () => changedText(seen, call),
    advice: seen.changes.length === 0 ? [] : [advice],
  });
};

const isAgreed = async (seen: ShopChanged, call: Call): Promise<boolean> => {
  writeLines(changedText(seen, call), call.paint);
  return confirmed(call.lang === 'ko' ? '이대로 바꿀까요? [y/N]' : 'Change it so? [y/N]');
};

const appliedAnswer = (changed: Result<ShopChanged, Refusal>, call: Call, isShown: boolean): Answered => {
  if (!changed.ok) return changed;
  const { value } = changed;
  const done = call.lang === 'ko' ? `바꿨어요 (버전 ${value.version})` : `Changed (version ${value.version})`;
  return answer({
    json: { ...changedJson(value), applied: true },
    text: () => (isShown ? [`${value.shop.name}: ${done}`] : changedText(value, call)),
    advice: isShown || value.changes.length === 0 ? [] : [done],
  });
};

const runImport = async (call: Call): Promise<Answered> => {
  const { app, id } = await opened(call);
  const file = call.args[1] ?? '';
  const asked = versionAsked(call);
  const { menuReader, readMenuText } = await import('../menu-file.ts');
  const read = menuReader(readMenuText(file), call);
  const current = await app.readShop(id);
  if (!current.ok) return current;
  const version = asked ?? read(current.value.shop).version;
  // Read upon the shop as it is when it is written: what the file does not say stays.
  const edit: EditShop = (shop) => ok(read(shop).shop);
  const apply = async (ifVersion: number | undefined): Promise<Result<ShopChanged, Refusal>> => {
    const changed = await app.changeShop(id, edit, { ifVersion });
    if (changed.ok) keepUpToDate(file, changed.value.version);
    return changed;
  };
  if (call.values.flag('apply')) return appliedAnswer(await apply(version), call, false);
  const seen = await app.changeShop(id, edit, { ifVersion: version, dryRun: true });
  if (!seen.ok) return seen;
  const canAsk = !call.json && file !== '-' && isAttended() && seen.value.changes.length > 0;
  if (!canAsk) return dryAnswer(seen.value, file, call);
  if (!(await isAgreed(seen.value, call)))
    return answer({ json: null, text: () => [call.lang === 'ko' ? '그대로 두었어요' : 'Left as it was'] });
  return appliedAnswer(await apply(seen.value.version), call, true);
};

export const fileVerbs: readonly Verb[] = [
  {
    usage: 'export <shop>',
    about: { ko: '설정과 메뉴를 YAML 파일로', en: 'write its settings and menu as a YAML file' },
    options: [option('--output <file>', '이 파일에 (없던 파일만)', 'into this new file')],
    examples: ['shop export shop_hanki --output menu.yaml --as owner:shop_hanki', 'shop export shop_hanki --json --as owner:shop_hanki'],
    json: shapes.shopFile,
    needs: 'change-shop',
    run: runExport,
  },
  {
    usage: 'import <shop> <file>',
    about: {
      ko: 'YAML 파일에서: 바뀔 것을 보여 주고, 모두 바꾸거나 그대로',
      en: 'from a YAML file: shows what would change, then all or nothing',
    },
    options: [option('--apply', '묻지 않고 바꾸기', 'change it without asking'), ifVersion],
    examples: ['shop import shop_hanki menu.yaml --as owner:shop_hanki', 'shop import shop_hanki menu.yaml --apply --as owner:shop_hanki'],
    json: shapes.shopImported,
    needs: 'change-shop',
    run: runImport,
  },
];

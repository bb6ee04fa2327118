import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isMap, isPair, isScalar, isSeq, type Pair } from 'yaml';
import type { Shop } from '../core/catalog/shop.ts';
import { writeShopFile } from '../core/catalog/write-shop-file.ts';
import type { Phrase } from './stop.ts';

// From the bundles, or from the sources.
const places = ['../docs/menu.schema.json', '../../docs/menu.schema.json'].map((place) => join(import.meta.dirname, place));
const schema = (): string => places.find((place) => existsSync(place)) ?? 'menu.schema.json';

const header = (id: string): Phrase => ({
  ko: [
    ` 가격은 원 단위 정수 (9000), 시간은 11:00-22:00, 22:00-02:00, closed 처럼 적어요.`,
    ` 적지 않은 설정은 그대로 두고, menu에서 지운 메뉴는 없어져요. 품절과 영업 상태는 이 파일에 없어요.`,
    ` 바뀔 것을 보고 넣기: baedal shop import ${id} FILE`,
  ].join('\n'),
  en: [
    ` Prices are whole won (9000); hours read 11:00-22:00, 22:00-02:00 or closed.`,
    ` A setting that is not here stays; an item that is not in the menu goes. What is sold out, and whether orders are taken, is not in this file.`,
    ` See what would change, then bring it in: baedal shop import ${id} FILE`,
  ].join('\n'),
});

const short = new Set(['choices', 'fees', 'holidays']);
const isPairOf = (value: unknown): value is Pair => isPair(value);

/** Lists of small things take a line each; names of groups take one line together. */
const shaped = (node: unknown): void => {
  if (isSeq(node)) for (const item of node.items) shaped(item);
  if (!isMap(node)) return;
  for (const pair of node.items.filter(isPairOf)) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    if (isSeq(pair.value) && short.has(name)) for (const item of pair.value.items) if (isMap(item)) item.flow = true;
    if (isSeq(pair.value) && name === 'options' && pair.value.items.every((item) => isScalar(item))) pair.value.flow = true;
    shaped(pair.value);
  }
};

/** A shop as a file that people edit: the schema for their editor, and what they need to know on top. */
export const printShop = (shop: Shop, version: number, lang: keyof Phrase): string => {
  const document = new Document(writeShopFile(shop, version));
  document.commentBefore = ` yaml-language-server: $schema=${schema()}\n${header(shop.id)[lang]}`;
  shaped(document.contents);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
};

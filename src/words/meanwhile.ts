import type { ChangedSince } from '../core/catalog/changes-since.ts';
import type { Refusal } from '../core/refusal.ts';
import { type Page, when } from './page.ts';
import { changeText } from './shop-change.ts';

const most = 5;

const oneText = ({ at, by, changes, more }: ChangedSince, page: Page): string => {
  const told = changes.slice(0, most).map((one) => {
    const { sign, text } = changeText(one, page.lang);
    return `${sign} ${text}`;
  });
  const left = changes.length - told.length + more;
  const rest = left === 0 ? [] : [page.lang === 'ko' ? `그 밖에 ${left}건` : `${left} more`];
  const whole = page.lang === 'ko' ? '전체를 새로 썼어요' : 'it was written whole';
  return `${when(page, at)} ${page.words.role[by]}: ${changes.length === 0 ? whole : [...told, ...rest].join(', ')}`;
};

/** Who changed what since the version that somebody began with, and what to do. */
export const meanwhileText = (refusal: Extract<Refusal, { readonly code: 'CHANGED_MEANWHILE' }>, page: Page): string => {
  const { shop, version, current, since } = refusal;
  if (since.length === 0)
    return page.lang === 'ko'
      ? `버전 ${version} 파일은 이 상점의 것이 아니에요 (지금 버전 ${current}). 다시 내보내세요: baedal shop export ${shop}`
      : `Version ${version} is none of this shop, which is at ${current}. Export it again: baedal shop export ${shop}`;
  const told = since.map((one) => oneText(one, page)).join(' / ');
  return page.lang === 'ko'
    ? `그사이 다른 사람이 상점을 바꿨어요 (버전 ${version} → ${current}). ${told}. 바꾼 것은 없어요. 다시 내보내 고치거나, 확인했으면 --if-version ${current}`
    : `Somebody else changed the shop meanwhile (version ${version} → ${current}). ${told}. Nothing was changed. Export it again, or if this is as it should be: --if-version ${current}`;
};

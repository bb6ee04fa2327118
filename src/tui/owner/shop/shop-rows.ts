import { intakeAt } from '../../../core/catalog/hours.ts';
import { isSoldOut, type Shop } from '../../../core/catalog/shop.ts';
import { writeTier } from '../../../core/catalog/written-fees.ts';
import { groupWeek, writeDays, writeSpans } from '../../../core/catalog/written-hours.ts';
import { textWidth } from '../../../core/text-width.ts';
import { dayNumber, localDay } from '../../../core/time.ts';
import { intakeText } from '../../../words/intake-text.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { settingName } from '../../../words/shop-change.ts';
import { feesText, hoursText } from '../../../words/shop-words.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import { menuRows, soldThing } from '../menu/menu-model.ts';
import { shopWords } from './shop-words.ts';

/** What stands behind a name; of several, one below the other. */
export type Fact = { readonly name: string; readonly values: readonly string[]; readonly role?: Role };
type Row = { readonly id: string; readonly cells: readonly Cell[] };

const mostHolidays = 4;

const namesSoldOut = (shop: Shop, page: Page): readonly string[] =>
  menuRows(shop, '').flatMap((row) => (row.kind !== 'heading' && isSoldOut(soldThing(row), page.now) ? [soldThing(row).name] : []));

/** How the shop stands now: what customers are told of it, what is in the kitchen, what has run out. */
export const nowFacts = (shop: Shop, kitchen: number, page: Page): readonly Fact[] => {
  const words = shopWords(page.lang);
  const intake = intakeAt(shop, page.now);
  const out = namesSoldOut(shop, page);
  return [
    { name: words.told, values: [intakeText(intake, page)], role: intake.open ? 'good' : 'warn' },
    { name: words.kitchen, values: [words.kitchenOf(kitchen)] },
    { name: words.soldOut, values: [out.length === 0 ? words.soldOutNone : words.soldOutOf(out.length, out.join(', '))] },
  ];
};

const holidayTexts = ({ holidays, zone }: Shop, page: Page): readonly string[] => {
  const today = dayNumber(localDay(page.now, zone));
  const coming = holidays.filter(({ day }) => dayNumber(day) >= today);
  const told = coming
    .slice(0, mostHolidays)
    .map(({ day, name, spans }) => `${day}  ${name}${spans.length === 0 ? '' : `  ${hoursText(writeSpans(spans), page.lang)}`}`);
  return coming.length > mostHolidays ? [...told, shopWords(page.lang).holidaysMore(coming.length - mostHolidays)] : told;
};

/** What the owner has agreed with customers: hours, fees, and how to change them. */
export const settingFacts = (shop: Shop, page: Page): readonly Fact[] => {
  const { lang } = page;
  const holidays = holidayTexts(shop, page);
  const days = groupWeek(shop.hours).map(
    ({ days: of, spans }) => [hoursText(writeDays(of), lang), hoursText(writeSpans(spans), lang)] as const,
  );
  const widest = days.reduce((most, [day]) => Math.max(most, textWidth(day)), 0);
  return [
    { name: settingName('hours', lang), values: days.map(([day, hours]) => `${day}${' '.repeat(widest - textWidth(day))}  ${hours}`) },
    ...(holidays.length === 0 ? [] : [{ name: page.words.thing.holiday, values: holidays }]),
    { name: settingName('minimum', lang), values: [wonText(page, shop.minimum)] },
    { name: settingName('fees', lang), values: shop.fees.map((tier) => feesText(writeTier(tier), lang)) },
    { name: settingName('area', lang), values: [String(shop.areaMetres)] },
    { name: shopWords(lang).change, values: [`baedal shop edit ${shop.id}`], role: 'accent' },
  ];
};

/** Names in one column, values in the next. */
export const factRows = (facts: readonly Fact[], nameWidth: number): readonly Row[] =>
  facts.flatMap(({ name, values, role }) =>
    values.map((value, at) => ({
      id: `${name} ${at}`,
      cells: [
        { text: at === 0 ? name : '', role: 'dim', width: nameWidth },
        { text: '  ' },
        { text: value, grow: true, ...(role && { role }) },
      ],
    })),
  );

export const nameColumn = (facts: readonly Fact[]): number => facts.reduce((most, { name }) => Math.max(most, textWidth(name)), 0);

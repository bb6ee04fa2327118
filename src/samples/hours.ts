const day = (...spans: readonly (readonly [from: number, to: number])[]) => spans.map(([from, to]) => ({ from: from * 60, to: to * 60 }));
type Day = ReturnType<typeof day>;
const week = (usual: Day, late: Day) => [usual, usual, usual, usual, late, late, usual];

/** Open at any hour of any day, so that the demo runs whenever it is started. */
export const always = week(day([0, 24]), day([0, 24]));

/** A break in the afternoon, and past midnight on Friday and Saturday. */
export const withBreak = week(day([11, 15], [16.5, 22]), day([11, 15], [16.5, 26]));

const closedFor = (name: string, ...days: readonly string[]) => days.map((one) => ({ day: one, name, spans: [] }));

export const holidays = [
  ...closedFor('추석', '2026-09-24', '2026-09-25', '2026-09-26'),
  { day: '2026-12-25', name: '성탄절', spans: day([12, 20]) },
  { day: '2027-01-01', name: '새해 첫날', spans: day([12, 20]) },
  ...closedFor('설날', '2027-02-06', '2027-02-07', '2027-02-08'),
  ...closedFor('추석', '2027-09-14', '2027-09-15', '2027-09-16'),
];

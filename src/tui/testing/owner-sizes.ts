/** Language, columns and rows in which each page of the owner is looked at: a list, the smallest whole screen, a wall. */
export const ownerSizes = [
  ['ko', 60, 20],
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 160, 50],
  ['en', 160, 50],
] as const;

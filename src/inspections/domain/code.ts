/** "KT-2026-031": the year is that of the planned day. Pure. */
export const codeOf = ({ year, number }: { year: number; number: number }) =>
  `KT-${year}-${String(number).padStart(3, "0")}`

/** The matter of a check: two visits on one matter in a year are one too many. */
export const matters = [
  "subscribers",
  "licence",
  "games",
  "sites",
  "spam",
  "infrastructure",
  "other",
] as const
export type Matter = (typeof matters)[number]

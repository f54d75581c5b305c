/** A notice to dealers of scrap: its number, and whether it still holds. Pure. */
export const scrapNumber = (number: number | string): string => `PL-${String(number).padStart(5, "0")}`

export const holdsOn = (
  { untilOn, withdrawnAt }: { untilOn: string; withdrawnAt: string | null },
  today: string,
): boolean => withdrawnAt === null && today <= untilOn

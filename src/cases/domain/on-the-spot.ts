/**
 * A sanction on the spot, without a record (Luật XLVPHC Đ56): a fine that does not pass the limit of the day on which the act
 * was found, for an act that no technical means brought to light. The limits are those of the rows of `data/legal-rules.csv`.
 */
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import { isInForce } from "../../kernel/calendar/rules.ts"
import type { LocalDate } from "../../kernel/time.ts"
import { foldName } from "../../organizations/index.ts"
import type { RangeAnswer, Whose } from "./fines.ts"

/** In đồng, by rule. A test holds them against the words of the data. */
export const spotLimits: Readonly<Record<string, Readonly<Record<Whose, number>>>> = {
  "XP-KHONG-BB": { individual: 250_000, organisation: 500_000 },
  "XP-KHONG-BB-2025": { individual: 500_000, organisation: 1_000_000 },
}

export type SpotLimit = { rule: LegalRule; most: number }

/** The limit for such an offender under the law of the day of the finding; null: the data have none. */
export function spotLimitOn(foundOn: LocalDate, whose: Whose, rules: readonly LegalRule[]): SpotLimit | null {
  const rule = rules.find((one) => spotLimits[one.id] !== undefined && isInForce(one, foundOn))
  const most = rule === undefined ? undefined : spotLimits[rule.id]?.[whose]
  return rule === undefined || most === undefined ? null : { rule, most }
}

type Found = { foundOn: LocalDate; offenderKind: Whose; range: RangeAnswer }

/** Whether the least that the law allows for every act still lies within its limit: otherwise the way is not offered. */
export const isWithinReach = (acts: readonly Found[], rules: readonly LegalRule[]): boolean =>
  acts.length > 0 &&
  acts.every(({ foundOn, offenderKind, range }) => {
    const limit = spotLimitOn(foundOn, offenderKind, rules)
    return limit !== null && !("refused" in range) && range.range.min <= limit.most
  })

type Fined = { foundOn: LocalDate; offenderKind: Whose; offender: string; amount: number }

/**
 * The first offender whose fines pass the limit, with that limit; null: nobody's do. Several acts of one offender count
 * together, and by the smallest of their limits: the law says nothing of several, and a record is never wrong.
 */
export function aboveSpot(
  fined: readonly Fined[],
  rules: readonly LegalRule[],
): { offender: string; limit: number } | null {
  for (const offender of new Set(fined.map((one) => one.offender))) {
    const own = fined.filter((one) => one.offender === offender)
    const limit = Math.min(
      ...own.map(({ foundOn, offenderKind }) => spotLimitOn(foundOn, offenderKind, rules)?.most ?? 0),
    )
    if (own.reduce((sum, { amount }) => sum + amount, 0) > limit) return { offender, limit }
  }
  return null
}

type Offender = { offenderKind: Whose; offenderName: string; offenderHash: string | null }

/** By papers where both acts have them, else by name however it was typed: "Nguyễn Văn A" is "nguyen van a". */
export function isSameOffender(one: Offender, other: Offender): boolean {
  if (one.offenderKind !== other.offenderKind) return false
  return one.offenderHash !== null && other.offenderHash !== null
    ? one.offenderHash === other.offenderHash
    : foldName(one.offenderName) === foldName(other.offenderName)
}

/** What a warning may say, and what the machine can look at before a person reads it. Pure. */
import { addDays, type LocalDate } from "../../kernel/time.ts"

export const severities = ["notice", "warning", "urgent"] as const
export type Severity = (typeof severities)[number]
export const warningAudiences = ["enterprises", "bodies", "public"] as const
export type WarningAudience = (typeof warningAudiences)[number]

export const signsMax = 5
export const stepsMax = 6
export const areasMax = 200
const itemCharsMax = 200
/** A warning that nobody looks at anew is a poster that has yellowed. */
export const warningDaysMax = 90
export const warningDaysUsual = 30

export type WarningText = {
  title: string
  looksLike: string
  signs: readonly string[]
  whatToDo: readonly string[]
  spoken: string | null
  trick: string | null
  severity: Severity
  audience: WarningAudience
  areas: readonly string[]
  expiresOn: LocalDate
  indicators: readonly string[]
}

export type WarningFault =
  | "noSigns"
  | "tooManySigns"
  | "noSteps"
  | "tooManySteps"
  | "itemTooLong"
  | "tooManyAreas"
  | "onlyAuthorities"
  | "endsTooEarly"
  | "endsTooLate"

export function warningFault(
  text: Pick<WarningText, "signs" | "whatToDo" | "areas" | "audience" | "expiresOn">,
  { isAuthority, today }: { isAuthority: boolean; today: LocalDate },
): WarningFault | null {
  const { signs, whatToDo, areas, audience, expiresOn } = text
  if (signs.length === 0) return "noSigns"
  if (signs.length > signsMax) return "tooManySigns"
  if (whatToDo.length === 0) return "noSteps"
  if (whatToDo.length > stepsMax) return "tooManySteps"
  if ([...signs, ...whatToDo, ...areas].some((one) => one.length > itemCharsMax)) return "itemTooLong"
  if (areas.length > areasMax) return "tooManyAreas"
  if (audience === "public" && !isAuthority) return "onlyAuthorities"
  if (expiresOn < today) return "endsTooEarly"
  return expiresOn > addDays(today, warningDaysMax) ? "endsTooLate" : null
}

/** One a line; a comma inside a sentence stays. */
export const itemsOf = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** "Gọi điện báo dính ma túy; lệnh bắt giả" → two sentences with a capital; the catalogue writes them so. */
export const clausesOf = (text: string): string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => part.charAt(0).toLocaleUpperCase("vi") + part.slice(1))

type Thing = { kind: string; value: string }

/**
 * Numbers and addresses that the words name and that are not attached as an indicator: each would be a warning of somebody
 * that no second person looked at. What people are told to call is meant to be there.
 */
export function looseThings(
  named: readonly Thing[],
  attached: readonly Thing[],
  isGood: (thing: Thing) => boolean,
): Thing[] {
  const known = new Set(attached.map(({ kind, value }) => `${kind}:${value}`))
  return named.filter((one) => !known.has(`${one.kind}:${one.value}`) && !isGood(one))
}

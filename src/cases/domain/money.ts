/**
 * The sum still owed of a fine: money comes in parts, and the law eases the payment (Luật XLVPHC Đ76 postponement, Đ77
 * reduction, Đ79 instalments). Pure. Of Đ76 and Đ77 no text was at hand: what they allow is shown as "chưa đối chiếu".
 */
import type { LocalDate } from "../../kernel/time.ts"
import { lateCharge, type Pause, type Unpaid, type Whose } from "./fines.ts"

/** `number`: of the treasury's receipt, or of the decision. */
type Entry = { id: string; happenedOn: LocalDate; number: string }
/** `amount`: đồng. */
export type Payment = Entry & { what: "paid"; amount: number }
export type Reduction = Entry & { what: "reduced"; amount: number }
/** Until the day, the first and the last included, no charge for lateness is counted (TT 18/2023/TT-BTC Đ5.2). */
export type Postponement = Entry & { what: "postponed"; untilOn: LocalDate }
export type Instalment = { on: LocalDate; amount: number }
export type Instalments = Entry & {
  what: "instalments"
  untilOn: LocalDate
  plan: readonly Instalment[]
}
export type Money = Payment | Reduction | Postponement | Instalments
export type NewMoney = Omit<Payment | Reduction, "id"> | Omit<Postponement, "id"> | Omit<Instalments, "id">

const is =
  <What extends Money["what"]>(what: What) =>
  (one: Money): one is Extract<Money, { what: What }> =>
    one.what === what
export const paymentsIn = (money: readonly Money[]): Payment[] => money.filter(is("paid"))
export const reductionsIn = (money: readonly Money[]): Reduction[] => money.filter(is("reduced"))

/** Days on which a decision lets the offender pay later. */
export const easedIn = (money: readonly Money[]): Pause[] =>
  money.flatMap((one) => ("untilOn" in one ? [{ from: one.happenedOn, to: one.untilOn }] : []))

const sumOf = (all: readonly { amount: number }[]) => all.reduce((sum, { amount }) => sum + amount, 0)

/** The fine that is unpaid from each day on; what is paid counts on the fine first and on the charge afterwards. */
export function unpaidOf(fines: number, money: readonly Money[]): Unpaid {
  const less = [...paymentsIn(money), ...reductionsIn(money)].toSorted((a, b) =>
    a.happenedOn.localeCompare(b.happenedOn),
  )
  let amount = fines
  const steps = less.map((one) => {
    amount = Math.max(0, amount - one.amount)
    return { from: one.happenedOn, amount }
  })
  return [{ from: "0001-01-01", amount: fines }, ...steps]
}

/** `fines`, `late`: what must still be paid of each. `paid`, `reduced`: until now. All in đồng. */
export type Owed = { fines: number; late: number; paid: number; reduced: number }

/** `dueOn`: the last day to pay freely; null: none runs, and nothing is charged. */
export function owedOn(
  fines: number,
  money: readonly Money[],
  on: LocalDate,
  { dueOn, pauses }: { dueOn: LocalDate | null; pauses: readonly Pause[] },
): Owed {
  const [paid, reduced] = [sumOf(paymentsIn(money)), sumOf(reductionsIn(money))]
  const whole = Math.max(0, fines - reduced)
  const charge =
    dueOn === null ? 0 : lateCharge(unpaidOf(fines, money), dueOn, on, [...pauses, ...easedIn(money)])
  return {
    fines: Math.max(0, whole - paid),
    late: Math.max(0, charge - Math.max(0, paid - whole)),
    paid,
    reduced,
  }
}

/** The least fine that may be paid in parts, by the kind of offender (Luật XLVPHC Đ79.1.a as amended 2020), in đồng. */
export const instalmentsFrom: Readonly<Record<Whose, number>> = {
  individual: 15_000_000,
  organisation: 150_000_000,
}
/** The least share of the fine that is paid at the first time (Đ79.2); the form asks for three times at most. */
const firstShare = 0.4

export type PlanRefusal = "fineTooSmall" | "planSum" | "planFirst" | "planOrder" | "planTooLong"

/** `until`: the last day that the law allows, six months from when the decision took effect (XP-NOP-NHIEU-LAN). */
export function checkPlan(
  plan: readonly Instalment[],
  {
    fine,
    unpaid,
    whose,
    from,
    until,
  }: {
    fine: number
    unpaid: number
    whose: Whose
    from: LocalDate
    until: LocalDate
  },
): PlanRefusal | null {
  if (fine < instalmentsFrom[whose]) return "fineTooSmall"
  const days = plan.map(({ on }) => on)
  if (days.some((day, i) => day < (days[i - 1] ?? from) || (i > 0 && day === days[i - 1]))) return "planOrder"
  if (sumOf(plan) !== unpaid) return "planSum"
  if ((plan[0]?.amount ?? 0) < fine * firstShare) return "planFirst"
  return (days.at(-1) ?? from) > until ? "planTooLong" : null
}

/** Each decision's fine after a reduction, which takes from the first first; in the order given. */
export function afterReduction(fines: readonly number[], reduced: number): number[] {
  let left = reduced
  return fines.map((fine) => {
    const taken = Math.min(fine, left)
    left -= taken
    return fine - taken
  })
}

/** Money that comes in parts, and the decisions that ease the payment of a fine (Luật XLVPHC Đ76, Đ77, Đ79). */
import { endOfTerm } from "../../kernel/calendar/term.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { moneyOf } from "../../kernel/forms/ask.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { addMonths } from "../../kernel/time.ts"
import type { Step } from "../domain/life.ts"
import { checkPlan, type Instalment, type NewMoney, type PlanRefusal } from "../domain/money.ts"
import { insertMoney, moneyMax, strikeMoney } from "../store/money.ts"
import { finesOf, owed } from "./execution.ts"
import { type FromPaper, markTaken } from "./hearing.ts"
import { type Facts, type Result, take } from "./take.ts"

const instalmentsRule = "XP-NOP-NHIEU-LAN"

/** A slip of the year is caught; what the law itself allows was not at hand. */
const postponedMonthsMax = 12

type MoneyRefusal = "datesWrong" | "receiptTwice" | "tooManyReceipts" | "noFine"
type Eased<More extends string = never> = Promise<Result<MoneyRefusal | More>>

/** Part of what is owed was paid; the rest stays owed, and is charged from the next day on. */
export const payPart = (
  desk: Desk,
  id: string,
  input: { paidOn: string; amount: number; receipt: string; note: string | null },
): Eased<"paysAll"> =>
  ease(desk, id, { step: "payPart", note: input.note }, (facts) => {
    const last = facts.money.at(-1)?.happenedOn ?? ""
    const isLast = input.paidOn >= last
    const { fines, late } = owed(facts, isLast ? input.paidOn : last)
    // A receipt that came out of order may be the one that pays the rest; what is executed is dated by the last.
    if (input.amount > fines + late || (isLast && input.amount === fines + late))
      return { refused: "paysAll" as const }
    return { what: "paid", happenedOn: input.paidOn, number: input.receipt, amount: input.amount }
  })

/** Đ76: until that day nobody is forced to pay, and no charge is counted. */
export const postponePayment = (
  desk: Desk,
  id: string,
  input: { number: string; decidedOn: string; untilOn: string; reason: string } & FromPaper,
): Eased<"untilTooFar"> =>
  ease(desk, id, { step: "payLater", note: input.reason, paper: input }, () => {
    const { number, decidedOn, untilOn } = input
    if (untilOn < decidedOn) return { refused: "datesWrong" as const }
    if (untilOn > addMonths(decidedOn, postponedMonthsMax)) return { refused: "untilTooFar" as const }
    return { what: "postponed", happenedOn: decidedOn, number, untilOn }
  })

/** Đ77: a part of the fine, or all of what is left, is let off. */
export const reduceFine = (
  desk: Desk,
  id: string,
  input: { number: string; decidedOn: string; amount: number; reason: string },
): Eased<"reducesTooMuch"> =>
  ease(desk, id, { step: "reduce", note: input.reason }, (facts) => {
    const { number, decidedOn, amount } = input
    if (amount > owed(facts, decidedOn).fines) return { refused: "reducesTooMuch" as const }
    return { what: "reduced", happenedOn: decidedOn, number, amount }
  })

/** Đ79: three times at most, the first at least 40% of the fine, within six months. */
export const allowInstalments = (
  desk: Desk,
  id: string,
  input: { number: string; decidedOn: string; plan: readonly Instalment[]; reason: string } & FromPaper,
): Eased<PlanRefusal> =>
  ease(desk, id, { step: "payInParts", note: input.reason, paper: input }, async (facts, tx) => {
    const { number, decidedOn, plan } = input
    const refused = await planRefused(tx, facts, { on: decidedOn, plan })
    if (refused !== null) return { refused }
    return { what: "instalments", happenedOn: decidedOn, number, untilOn: plan.at(-1)?.on ?? decidedOn, plan }
  })

/** What is wrong with a plan that is decided on a day; null: nothing. */
export async function planRefused(
  tx: Tx,
  facts: Facts,
  { on, plan }: { on: string; plan: readonly Instalment[] },
): Promise<PlanRefusal | null> {
  const sanctions = facts.acts.flatMap(({ sanction }) => sanction ?? [])
  const tookEffect = sanctions.map((one) => one.decidedOn).sort()[0] ?? on
  return checkPlan(plan, {
    fine: finesOf(facts),
    unpaid: owed(facts, on).fines,
    whose: facts.acts.some(({ offenderKind }) => offenderKind === "organisation")
      ? "organisation"
      : "individual",
    from: on,
    until: await endOfTerm(tx, instalmentsRule, tookEffect),
  })
}

/** As the paper of such a decision asks it; a time without a day or an amount is none. */
export const planIn = (answers: Readonly<Record<string, string>>): Instalment[] =>
  (["first", "second", "third"] as const).flatMap((order) => {
    const [on, amount] = [answers[`${order}On`] ?? "", moneyOf(answers[`${order}Amount`] ?? "")]
    return on === "" || !(amount > 0) ? [] : [{ on, amount }]
  })

/** A payment or a decision that was typed wrongly counts no more. */
export const strikeEntry = (
  desk: Desk,
  id: string,
  input: { entryId: string; reason: string },
): Promise<Result<"noEntry">> => {
  const run = take<"noEntry">
  return run(desk, id, "strike", (facts, today, tx) => {
    const entry = facts.money.find((one) => one.id === input.entryId)
    if (entry === undefined) return { refused: "noEntry" as const }
    const struck = { on: today, name: desk.officer.name, reason: input.reason }
    return {
      note: input.reason,
      details: { what: entry.what },
      shown: { number: entry.number },
      write: () => strikeMoney(tx, entry.id, struck),
    }
  })
}

function ease<More extends string>(
  desk: Desk,
  id: string,
  { step, note, paper = {} }: { step: Step; note: string | null; paper?: FromPaper },
  made: (facts: Facts, tx: Tx) => NewMoney | { refused: More } | Promise<NewMoney | { refused: More }>,
): Eased<More> {
  const run = take<MoneyRefusal | More>
  return run(desk, id, step, async (facts, today, tx) => {
    if (finesOf(facts) === 0) return { refused: "noFine" as const }
    if (facts.money.length >= moneyMax) return { refused: "tooManyReceipts" as const }
    const money = await made(facts, tx)
    if ("refused" in money) return money
    const { happenedOn, number } = money
    const served = facts.acts.map(({ sanction }) => sanction?.servedOn ?? "").sort()
    if (happenedOn > today || happenedOn < (served.at(-1) ?? "")) return { refused: "datesWrong" as const }
    if (facts.money.some((one) => one.what === money.what && one.number === number))
      return { refused: "receiptTwice" as const }
    const amount = "amount" in money ? { amount: money.amount } : { until: money.untilOn }
    return {
      at: happenedOn,
      note,
      details: amount,
      shown: { number },
      ...(money.what === "instalments" ? { rule: instalmentsRule } : {}),
      write: async () => {
        await insertMoney(tx, id, desk.officer.name, money)
        await markTaken(tx, paper, today)
      },
    }
  })
}

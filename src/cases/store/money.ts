/** Payments of a fine, and the decisions that eased them. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Instalment, Money } from "../domain/money.ts"

/** More receipts and decisions than this are a mistake. */
export const moneyMax = 100

/** By their days. */
export async function moneyOf(tx: Tx, caseId: string): Promise<Money[]> {
  const rows = await tx
    .selectFrom("caseMoney")
    .select(["what", "happenedOn", "number", "amount", "untilOn", "plan"])
    .where("caseId", "=", caseId)
    .orderBy("happenedOn")
    .orderBy("id")
    .limit(moneyMax)
    .execute()
  return rows.map((row): Money => {
    const { happenedOn, number } = row
    const [amount, untilOn] = [row.amount ?? 0, row.untilOn ?? happenedOn]
    if (row.what === "paid" || row.what === "reduced") return { what: row.what, happenedOn, number, amount }
    if (row.what === "postponed") return { what: "postponed", happenedOn, number, untilOn }
    return { what: "instalments", happenedOn, number, untilOn, plan: row.plan as Instalment[] }
  })
}

export async function insertMoney(tx: Tx, caseId: string, byName: string, money: Money): Promise<void> {
  const { what, happenedOn, number } = money
  await tx
    .insertInto("caseMoney")
    .values({
      caseId,
      byName,
      what,
      happenedOn,
      number,
      amount: "amount" in money ? money.amount : null,
      untilOn: "untilOn" in money ? money.untilOn : null,
      plan: "plan" in money ? JSON.stringify(money.plan) : null,
    })
    .execute()
}

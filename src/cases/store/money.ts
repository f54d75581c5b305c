/** Payments of a fine, and the decisions that eased them. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Instalment, Money, NewMoney } from "../domain/money.ts"

/** More receipts and decisions than this are a mistake. */
export const moneyMax = 100

/** Entries that stand, by their days. */
export async function moneyOf(tx: Tx, caseId: string): Promise<Money[]> {
  const rows = await tx
    .selectFrom("caseMoney")
    .select(["id", "what", "happenedOn", "number", "amount", "untilOn", "plan"])
    .where("caseId", "=", caseId)
    .where("struckOn", "is", null)
    .orderBy("happenedOn")
    .orderBy("id")
    .limit(moneyMax)
    .execute()
  return rows.map((row): Money => {
    const { id, happenedOn, number } = row
    const entry = { id, happenedOn, number }
    const [amount, untilOn] = [row.amount ?? 0, row.untilOn ?? happenedOn]
    if (row.what === "paid" || row.what === "reduced") return { ...entry, what: row.what, amount }
    if (row.what === "postponed") return { ...entry, what: "postponed", untilOn }
    return { ...entry, what: "instalments", untilOn, plan: row.plan as Instalment[] }
  })
}

export async function insertMoney(tx: Tx, caseId: string, byName: string, money: NewMoney): Promise<void> {
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

/** An entry that was wrong stays, and counts no more. */
export async function strikeMoney(tx: Tx, id: string, struck: { on: string; name: string; reason: string }) {
  const { on: struckOn, name: struckName, reason: struckReason } = struck
  await tx
    .updateTable("caseMoney")
    .set({ struckOn, struckName, struckReason })
    .where("id", "=", id)
    .where("struckOn", "is", null)
    .execute()
}

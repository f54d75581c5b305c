import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { actOf, type Desks, deciding, desksIn, must, recorded, transferred } from "../testing/hub.ts"
import { allowInstalments, payPart, postponePayment, reduceFine, strikeEntry } from "./easing.ts"
import { enforceDecision, executeDecision, serveDecision } from "./execution.ts"
import { readCase } from "./reading.ts"
import { decideSanction } from "./sanction.ts"

/** The Tuesday on which what follows is entered. */
const today = "2023-10-10"
const db = await freshDatabase({ clock: { now: () => new Date(`${today}T02:00:00Z`) } })
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})

const shown = async (id: string) => {
  const reading = await readCase(at.lan, id)
  if (reading === null) throw new Error("the case is gone")
  return reading
}
/** A fine of fifteen million of 15 September. */
async function fined(): Promise<string> {
  const id = await recorded(at.lan)
  const actId = await actOf(db, id)
  const amounts = { [actId]: 15_000_000 }
  must(await decideSanction(at.lan, id, deciding(actId, { amounts, decidedOn: "2023-09-15" })))
  return id
}
/** Served on its day, due on 25 September. */
async function late(): Promise<string> {
  const id = await fined()
  must(await serveDecision(at.minh, id, { servedOn: "2023-09-15" }))
  return id
}
const receipt = (more: Partial<Parameters<typeof payPart>[2]> = {}) => ({
  paidOn: "2023-09-20",
  amount: 5_000_000,
  receipt: "GNT 15/KB",
  note: null,
  ...more,
})

test("an offender who brought five of fifteen million has that money entered, owes the rest, and has executed when the rest came", async () => {
  const id = await late()
  must(await payPart(at.minh, id, receipt()))
  // From 26 September to 9 October, 0.05% of ten million each day.
  expect(await shown(id)).toMatchObject({
    row: { state: "decided" },
    owed: { fines: 10_000_000, late: 70_000, paid: 5_000_000 },
  })
  expect(await payPart(at.minh, id, receipt({ paidOn: "2023-09-22" }))).toEqual({ refused: "receiptTwice" })
  expect(await payPart(at.minh, id, receipt({ paidOn: today, receipt: "16", amount: 10_070_000 }))).toEqual({
    refused: "paysAll",
  })
  const rest = (paid: number, paidOn = today) => executeDecision(at.minh, id, { paidOn, paid, note: "" })
  expect(await rest(10_000_000)).toEqual({ refused: "underpaid" })
  expect(await rest(10_070_000, "2023-09-19")).toEqual({ refused: "datesWrong" })
  must(await rest(10_070_000))
  const { acts, row } = await shown(id)
  expect([row.state, acts[0]?.sanction?.paid]).toEqual(["executed", 15_000_000])
})

test("nobody is forced to pay, nor charged, while the decision lets them pay later; afterwards they are", async () => {
  const id = await late()
  const decision = { number: "3/QĐ-HTH", decidedOn: "2023-09-20", reason: "Bão, xã xác nhận" }
  expect(await postponePayment(at.lan, id, { ...decision, untilOn: "2023-09-19" })).toEqual({
    refused: "datesWrong",
  })
  must(await postponePayment(at.lan, id, { ...decision, untilOn: "2023-10-31" }))
  expect(await shown(id)).toMatchObject({ payUntil: "2023-10-31", owed: { fines: 15_000_000, late: 0 } })
  expect(await enforceDecision(at.minh, id, { number: "1/QĐ-CC", note: "" })).toEqual({
    refused: "notOverdue",
  })
})

test("a person fined fifteen million pays in two parts by a plan that the law allows, a company does not", async () => {
  const plan = [
    { on: "2023-09-30", amount: 8_000_000 },
    { on: "2024-03-01", amount: 7_000_000 },
  ]
  const decision = { number: "5/QĐ-NNL", decidedOn: "2023-09-18", plan, reason: "Khó khăn đặc biệt" }
  const company = await late()
  expect(await allowInstalments(at.lan, company, decision)).toEqual({ refused: "fineTooSmall" })
  const person = await late()
  await db.admin("update case_acts set offender_kind = 'individual' where case_id = $1", [person])
  expect(
    await allowInstalments(at.lan, person, { ...decision, plan: [...plan, { on: "2024-03-02", amount: 1 }] }),
  ).toEqual({ refused: "planSum" })
  must(await allowInstalments(at.lan, person, decision))
  expect((await shown(person)).money).toMatchObject([{ what: "instalments", untilOn: "2024-03-01", plan }])
  expect((await shown(person)).payUntil).toBe("2024-03-01")
})

test("a fine that was let off is executed without money; more than the fine is not let off", async () => {
  const id = await late()
  const decision = { number: "6/QĐ-GMTP", decidedOn: "2023-09-20", reason: "Thiên tai" }
  expect(await reduceFine(at.lan, id, { ...decision, amount: 15_000_001 })).toEqual({
    refused: "reducesTooMuch",
  })
  must(await reduceFine(at.lan, id, { ...decision, amount: 15_000_000 }))
  must(await executeDecision(at.minh, id, { paidOn: today, paid: 0, note: "Được miễn" }))
  expect((await shown(id)).acts[0]?.sanction?.paid).toBe(0)
})

test("money is entered neither before the decision was given, nor while the file is with the police, nor by who does not handle the case", async () => {
  const unserved = await fined()
  expect(await payPart(at.minh, unserved, receipt())).toEqual({ refused: "notServed" })
  const away = await transferred(at)
  expect(await payPart(at.minh, away, receipt())).toEqual({ refused: "withThePolice" })
  expect(await payPart(at.son, await late(), receipt())).toEqual({ refused: "notFound" })
  const remedied = await late()
  await db.admin("update sanctions set kind = 'remedy', amount = null where case_id = $1", [remedied])
  expect(await payPart(at.minh, remedied, receipt())).toEqual({ refused: "noFine" })
})

test("a receipt of nine hundred thousand that was typed as nine million is struck out with a reason and entered rightly, and the rest is owed again", async () => {
  const id = await late()
  must(await payPart(at.minh, id, receipt({ amount: 9_000_000 })))
  const [entry] = (await shown(id)).money
  const strike = () => strikeEntry(at.minh, id, { entryId: entry?.id ?? "", reason: "Gõ thừa một số 0" })
  must(await strike())
  expect(await strike()).toEqual({ refused: "noEntry" })
  expect((await shown(id)).owed.fines).toBe(15_000_000)
  must(await payPart(at.minh, id, receipt({ amount: 900_000 })))
  expect((await shown(id)).owed.fines).toBe(14_100_000)
  const kept = await db.admin("select struck_reason from case_money where case_id = $1 order by id", [id])
  expect(kept.rows).toEqual([{ struck_reason: "Gõ thừa một số 0" }, { struck_reason: null }])
})

test("receipts that come out of order are entered as they are dated, and the case is executed by the last of them", async () => {
  const id = await late()
  must(await payPart(at.minh, id, receipt({ paidOn: "2023-09-22", receipt: "2", amount: 5_000_000 })))
  must(await payPart(at.minh, id, receipt({ paidOn: "2023-09-20", receipt: "1", amount: 10_000_000 })))
  must(await executeDecision(at.minh, id, { paidOn: "2023-09-22", paid: 0, note: null }))
})

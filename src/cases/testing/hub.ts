/** Cases of the province of tests, as far along as a test needs them. */
import type { Desk } from "../../kernel/http/env.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { addDays, localDateOf } from "../../kernel/time.ts"
import { type Desks, deskOf, people } from "../../testing/province.ts"
import { requestPrevention } from "../actions/prevention.ts"
import { type Deciding, decideSanction, type Finding, findAct, recordViolation } from "../actions/sanction.ts"
import { confirmCompetence, type Signer } from "../actions/signer.ts"
import { openCase, verifyCase } from "../actions/steps.ts"
import { transferCase } from "../actions/transfer.ts"

export { type BodyKey, bodies, type Desks, desksIn, type PersonKey, people } from "../../testing/province.ts"

let lastNumber = 100
/** A number of a paper is used once a year. */
export const nextNumber = (): number => {
  lastNumber += 1
  return lastNumber
}

/** Friday 15 September 2023 is the tests' day. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  violationId: "V-WEB-02",
  committedOn: "2023-09-01",
  foundOn: "2023-09-13",
  description: "Mạng xã hội mau.example không có giấy phép",
  offenderName: "Công ty Mẫu",
  offenderKind: "organisation",
  offenderCode: "0900 123 456",
  ...more,
})
export const chiefInspector: Signer = {
  post: "chief-inspector",
  officerId: people.lan.id,
  name: people.lan.name,
  title: people.lan.title,
  delegation: null,
}
export const deciding = (actId: string, more: Partial<Deciding> = {}): Deciding => ({
  number: `${nextNumber()}/QĐ-XPHC`,
  signer: chiefInspector,
  amounts: { [actId]: 60_000_000 },
  remedy: "",
  ...more,
})

/** What a test must not go on without. */
export function must<T extends object>(done: T): Exclude<T, { refused: unknown }> {
  if ("refused" in done) throw new Error(`refused: ${String(done.refused)}`)
  return done as Exclude<T, { refused: unknown }>
}

/** An opened case, under verification. */
export async function verifying(desk: Desk): Promise<string> {
  const { id } = await openCase(desk, { title: "Mạng xã hội không phép", summary: "", kind: null })
  must(await verifyCase(desk, id, { note: "Phân công xác minh" }))
  return id
}

export async function actOf(db: TestDatabase, id: string): Promise<string> {
  const found = await db.admin("select id from case_acts where case_id = $1 order by id desc", [id])
  return String(found.rows[0]?.id)
}

/** An officer other than who signs has held the chief inspector's power against the texts. */
export async function checkedByLaw(desk: Desk, id: string): Promise<void> {
  const source = "Nghị định số 15/2020/NĐ-CP, bản in Công báo"
  const doneOn = addDays(localDateOf(desk.house.clock.now()), -30)
  must(await confirmCompetence(deskOf(desk.house, "minh"), id, { office: "chief-inspector", source, doneOn }))
}

/** `V-TIN-01` gives no right to explain to a small offender, so that a decision may follow at once. */
export async function recorded(desk: Desk, more: Partial<Finding> = {}): Promise<string> {
  const id = await recordedUnchecked(desk, more)
  await checkedByLaw(desk, id)
  return id
}

/** Recorded, and nobody has held the competence against the texts. */
export async function recordedUnchecked(desk: Desk, more: Partial<Finding> = {}): Promise<string> {
  const id = await verifying(desk)
  must(await findAct(desk, id, finding({ violationId: "V-TIN-01", ...more })))
  must(
    await recordViolation(desk, id, {
      recordedAt: "2023-09-14T09:40",
      number: `BB-${nextNumber()}`,
      note: "Lập tại trụ sở",
    }),
  )
  return id
}

export async function decided(db: TestDatabase, desk: Desk): Promise<string> {
  const id = await recorded(desk)
  const actId = await actOf(db, id)
  must(await decideSanction(desk, id, deciding(actId, { amounts: { [actId]: 15_000_000 } })))
  return id
}

export async function transferred(desks: Desks): Promise<string> {
  const id = await recorded(desks.lan)
  must(await transferCase(desks.lan, id, { toBodyId: desks.son.who.bodyId, reason: "Dấu hiệu Điều 290" }))
  return id
}

export async function asked(desks: Desks): Promise<string> {
  const id = await verifying(desks.lan)
  must(
    await requestPrevention(desks.minh, id, {
      enterpriseId: desks.tam.who.bodyId,
      asks: "block",
      targets: ["0912 000 111"],
      basis: "Nghị định 91/2020/NĐ-CP",
      dueOn: "2023-09-18",
    }),
  )
  return id
}

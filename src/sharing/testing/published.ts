/** Indicators and warnings of the province of tests, released to the public by two people. */
import { sql } from "kysely"
import { asJob, asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { bodies, type PersonKey, people } from "../../testing/province.ts"
import { printOf } from "../domain/asked.ts"

const as = <T>(db: TestDatabase, key: PersonKey, work: (tx: Tx) => Promise<T>) =>
  asOfficer(db, { officerId: people[key].id, bodyId: bodies[people[key].body].id }, work)

export type Indicator = {
  kind: string
  value: string
  openDigits?: number
  trick?: string
  reports?: number
  audience?: "public" | "bodies" | "enterprises"
  tlp?: "clear" | "green" | "amber"
  validUntil?: string
}

/** Minh writes, Lan releases. */
export async function releaseIndicator(db: TestDatabase, one: Indicator): Promise<string> {
  const { kind, value, openDigits = null, trick = null, audience = "public", validUntil = "2999-01-01" } = one
  const { tlp = "clear" } = one
  const digest = Buffer.from(printOf({ kind, value }), "hex")
  const id = await as(db, "minh", async (tx) => {
    const { rows } = await sql<{ id: string }>`insert into shared_indicators
      (kind, value, open_digits, digest, tlp, audience, trick, confidence, reasons, valid_until, written_name)
      values (${kind}, ${value}, ${openDigits}, ${digest}, ${tlp}, ${audience}, ${trick}, 80, 'nhiều tin', ${validUntil}, 'Minh')
      returning id`.execute(tx)
    return rows[0]?.id ?? ""
  })
  await as(db, "minh", (tx) =>
    sql`update shared_indicators set state = 'waiting' where id = ${id}`.execute(tx),
  )
  await as(db, "lan", (tx) =>
    sql`update shared_indicators set state = 'released', released_name = 'Lan' where id = ${id}`.execute(tx),
  )
  await asJob(db, "test", (tx) =>
    sql`update shared_indicators set reports = ${one.reports ?? 0} where id = ${id}`.execute(tx),
  )
  return id
}

export const recallIndicator = (db: TestDatabase, id: string) =>
  as(db, "lan", (tx) =>
    sql`update shared_indicators set state = 'recalled', recalled_name = 'Lan', recall_reason = 'nhầm' where id = ${id}`.execute(
      tx,
    ),
  )

export type Warning = {
  title: string
  indicators?: readonly string[]
  expiresOn?: string
  areas?: readonly string[]
  looksLike?: string
  whatToDo?: readonly string[]
}

/** The number under which it is published. */
export async function releaseWarning(db: TestDatabase, one: Warning): Promise<{ id: string; code: number }> {
  const { title, indicators = [], expiresOn = "2999-01-01", areas = [] } = one
  const { whatToDo = ["Cúp máy", "Gọi số in trên hóa đơn"] } = one
  const { looksLike = "Nhà bạn nợ tiền điện. Trong 2 giờ không đóng sẽ cắt." } = one
  const id = await as(db, "minh", async (tx) => {
    const { rows } = await sql<{ id: string }>`insert into warnings
      (title, looks_like, signs, what_to_do, trick, severity, audience, areas, expires_on, written_name)
      values (${title}, ${looksLike}, ${["Giục trong vài giờ", "Bắt tải ứng dụng"]},
        ${[...whatToDo]}, 'gia-danh-dien-luc', 'urgent', 'public', ${[...areas]}, ${expiresOn}, 'Minh')
      returning id`.execute(tx)
    const made = rows[0]?.id ?? ""
    for (const indicator of indicators)
      await sql`insert into warning_indicators (warning_id, indicator_id) values (${made}, ${indicator})`.execute(
        tx,
      )
    return made
  })
  await as(db, "minh", (tx) => sql`update warnings set state = 'waiting' where id = ${id}`.execute(tx))
  return as(db, "lan", async (tx) => {
    await sql`update warnings set state = 'released', released_name = 'Lan' where id = ${id}`.execute(tx)
    const { rows } = await sql<{ code: number }>`select code from warnings where id = ${id}`.execute(tx)
    return { id, code: rows[0]?.code ?? 0 }
  })
}

export const recallWarning = (db: TestDatabase, id: string) =>
  as(db, "lan", (tx) =>
    sql`update warnings set state = 'recalled', recalled_name = 'Lan', recall_reason = 'nhầm số' where id = ${id}`.execute(
      tx,
    ),
  )

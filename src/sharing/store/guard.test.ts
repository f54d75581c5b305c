import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asJob, asOfficer, asPublic, asToken, type Tx } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { bodies, type PersonKey, people, peopleIn } from "../../testing/province.ts"
import { moves } from "../domain/life.ts"

/**
 * What the database itself refuses, whatever the program would do: a hand on the database included. Here no rule of ours
 * stands in front of it.
 */
const db = await freshDatabase()
beforeAll(async () => {
  await peopleIn(db)
  // Hoa heads the body too, so that there is somebody else than Lan who may release.
  await db.admin("update posts set role = 'leader' where officer_id = $1", [people.hoa.id])
})

const as = <T>(key: PersonKey, work: (tx: Tx) => Promise<T>) =>
  asOfficer(db, { officerId: people[key].id, bodyId: bodies[people[key].body].id }, work)

type Row = { table: "shared_indicators" | "warnings"; id: string }
let nth = 0
async function draft(
  table: Row["table"],
  key: PersonKey = "minh",
  more: Record<string, unknown> = {},
): Promise<Row> {
  nth += 1
  const values =
    table === "warnings"
      ? {
          title: `Dọa cắt điện ${nth}`,
          looksLike: "Nhà bạn nợ tiền điện",
          signs: ["Giục"],
          whatToDo: ["Cúp máy"],
          severity: "warning",
          audience: "public",
          expiresOn: "2999-01-01",
        }
      : {
          kind: "phone",
          value: `+8490000${1000 + nth}`,
          digest: Buffer.from([0]),
          tlp: "clear",
          audience: "public",
          confidence: 80,
          reasons: "nhiều tin",
          validUntil: "2999-01-01",
        }
  const row = await as(key, (tx) =>
    (
      tx as unknown as {
        insertInto: (t: string) => {
          values: (v: object) => {
            returning: (c: string) => { executeTakeFirstOrThrow: () => Promise<{ id: string }> }
          }
        }
      }
    )
      .insertInto(table === "warnings" ? "warnings" : "sharedIndicators")
      .values({ ...values, ...more })
      .returning("id")
      .executeTakeFirstOrThrow(),
  )
  return { table, id: row.id }
}
const set =
  ({ table, id }: Row, what: string) =>
  (tx: Tx) =>
    sql`update ${sql.table(table)} set ${sql.raw(what)} where id = ${id}`.execute(tx)
/** The name of the constraint that refused it. */
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: { constraint?: string; message?: string }) => error.constraint ?? error.message ?? "",
  )
const waiting = async (table: Row["table"], key: PersonKey = "minh") => {
  const row = await draft(table, key)
  await as(key, set(row, "state = 'waiting'"))
  return row
}

test("the database lets through the moves of the rules, and no other", async () => {
  const { rows } = await db.admin("select sharing_moves() as moves")
  expect(rows[0]?.moves).toEqual(moves())
})

describe.each(["shared_indicators", "warnings"] as const)("%s: release takes two people", (table) => {
  test("nobody puts in what is released already: no officer, no program, no job, no hand on the database", async () => {
    const begun = `${table}_begin_as_drafts`
    expect(await refusalOf(draft(table, "minh", { state: "released" }))).toBe(begun)
    const insert =
      table === "warnings"
        ? `insert into warnings (body_id, title, looks_like, signs, what_to_do, severity, audience, expires_on, state)
           values ('${bodies.hub.id}', 'a', 'b', '{c}', '{d}', 'warning', 'public', '2999-01-01', 'released')`
        : `insert into shared_indicators (body_id, kind, value, tlp, audience, confidence, reasons, valid_until, state)
           values ('${bodies.hub.id}', 'phone', '+84900000999', 'clear', 'public', 50, 'r', '2999-01-01', 'released')`
    expect(await refusalOf(db.admin(insert))).toBe(begun)
  })

  test("who wrote it does not release it, not even who heads the body", async () => {
    const row = await waiting(table, "lan")
    expect(await refusalOf(as("lan", set(row, "state = 'released'")))).toBe(`${table}_released_by_two`)
  })

  test("who changed a word of it, or put it forward, does not release it", async () => {
    const row = await draft(table, "minh")
    await as("lan", set(row, table === "warnings" ? "title = 'Khác'" : "reasons = 'khác'"))
    await as("hoa", set(row, "state = 'waiting'"))
    expect(await refusalOf(as("lan", set(row, "state = 'released'")))).toBe(`${table}_released_by_two`)
    expect(await refusalOf(as("hoa", set(row, "state = 'released'")))).toBe(`${table}_released_by_two`)
  })

  test("a statement that names somebody else as the one who releases is not believed", async () => {
    const row = await waiting(table, "minh")
    expect(
      await refusalOf(as("lan", set(row, `state = 'released', released_by = '${people.hoa.id}'`))),
    ).toMatch(/permission denied/)
    await as("lan", set(row, "state = 'released'"))
    const { rows } = await db.admin(`select released_by, writers from ${table} where id = $1`, [row.id])
    expect(rows[0]).toEqual({ released_by: people.lan.id, writers: [people.minh.id] })
  })

  test("an officer who is no head of the body, and a head of another body, release nothing", async () => {
    const row = await waiting(table, "lan")
    expect(await refusalOf(as("minh", set(row, "state = 'released'")))).toBe(`${table}_released_by_a_head`)
    await as("son", set(row, "state = 'released'"))
    const { rows } = await db.admin(`select state from ${table} where id = $1`, [row.id])
    expect(rows[0]?.state).toBe("waiting")
  })

  test("a program with a token, a job, the public and a hand on the database release nothing", async () => {
    const row = await waiting(table)
    const token = { bodyId: bodies.hub.id, scopes: ["warnings:read"] }
    expect(await refusalOf(asToken(db, token, set(row, "state = 'released'")))).toBe(
      `${table}_released_by_two`,
    )
    expect(await refusalOf(asJob(db, "sharing.expire", set(row, "state = 'released'")))).toBe(
      `${table}_released_by_two`,
    )
    expect(await refusalOf(asPublic(db, set(row, "state = 'released'")))).toMatch(/permission denied/)
    expect(await refusalOf(db.admin(`update ${table} set state = 'released' where id = $1`, [row.id]))).toBe(
      `${table}_released_by_two`,
    )
  })

  test("even with the triggers off, a row that one person wrote and released does not stand", async () => {
    const row = await waiting(table, "lan")
    const done = db.admin(`alter table ${table} disable trigger user;
      update ${table} set state = 'released', ${table === "warnings" ? "code = 99999," : ""}
      released_by = '${people.lan.id}', released_at = now() where id = '${row.id}'`)
    expect(await refusalOf(done)).toBe(`${table}_released_by_two`)
    await db.admin(`alter table ${table} enable trigger user`)
  })

  test("what was sent or released is not rewritten", async () => {
    const row = await waiting(table)
    const change = table === "warnings" ? "title = 'Khác'" : "value = '+84911111111'"
    const refusedBy = table === "warnings" ? `${table}_stand_once_sent` : /permission denied/
    expect(await refusalOf(as("minh", set(row, change)))).toEqual(
      typeof refusedBy === "string" ? refusedBy : expect.stringMatching(refusedBy),
    )
    await as("lan", set(row, "state = 'released'"))
    expect(await refusalOf(db.admin(`update ${table} set ${change} where id = $1`, [row.id]))).toBe(
      `${table}_stand_once_sent`,
    )
  })

  test("one person recalls with a reason, and what was recalled stays so", async () => {
    const row = await waiting(table)
    await as("lan", set(row, "state = 'released'"))
    expect(await refusalOf(as("minh", set(row, "state = 'recalled'")))).toBe(`${table}_recall_is_whole`)
    await as("minh", set(row, "state = 'recalled', recall_reason = 'Nhầm số'"))
    expect(await refusalOf(as("lan", set(row, "state = 'released'")))).toBe(`${table}_move`)
  })

  test("a hand on the database, a program with a token and a job that reads no sources recall nothing", async () => {
    const row = await waiting(table)
    await as("lan", set(row, "state = 'released'"))
    const recall = "state = 'recalled', recall_reason = 'nhầm'"
    const refusedBy = `${table}_recalled_by_somebody`
    expect(await refusalOf(db.admin(`update ${table} set ${recall} where id = $1`, [row.id]))).toBe(refusedBy)
    const token = { bodyId: bodies.hub.id, scopes: ["warnings:read"] }
    expect(await refusalOf(asToken(db, token, set(row, recall)))).toBe(refusedBy)
    expect(await refusalOf(asJob(db, "sharing.expire", set(row, "state = 'recalled'")))).toBe(refusedBy)
  })

  test("nothing expires before its last day is over", async () => {
    const row = await waiting(table)
    await as("lan", set(row, "state = 'released'"))
    expect(await refusalOf(asJob(db, "sharing.expire", set(row, "state = 'expired'")))).toBe(
      `${table}_expire_on_their_day`,
    )
  })

  test("an enterprise warns bodies, never everybody", async () => {
    expect(await refusalOf(draft(table, "tam"))).toBe(`${table}_public_by_authorities`)
  })
})

test("an audience is never wider than the TLP allows", async () => {
  const within: Record<string, string[]> = {
    clear: ["chosen", "enterprises", "bodies", "public"],
    green: ["chosen", "enterprises", "bodies"],
    amber: ["chosen", "enterprises"],
    "amber+strict": ["chosen"],
    red: ["chosen"],
  }
  for (const [tlp, audiences] of Object.entries(within))
    for (const audience of ["chosen", "enterprises", "bodies", "public"])
      expect({
        tlp,
        audience,
        is: await refusalOf(draft("shared_indicators", "minh", { tlp, audience })),
      }).toEqual({
        tlp,
        audience,
        is: audiences.includes(audience) ? "taken" : "shared_indicators_audience_within_tlp",
      })
})

import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { demoHouse } from "../demo/testing.ts"
import { tableAccess } from "../kernel/db/access.ts"
import { asOfficer } from "../kernel/db/database.ts"

/**
 * The whole province of the demo, and every body of it in turn: what each sees of each table is compared with what
 * the superuser sees. Nothing here knows a policy; it knows only whose rows are whose (`kernel/db/access.ts`).
 */
const { db } = await demoHouse()
type Body = { id: string; officer: string }
let bodies: Body[] = []
const stranger: Body = {
  id: "01890000-0000-7000-8000-00000000dead",
  officer: "01890000-0000-7000-8000-00000000beef",
}

beforeAll(async () => {
  const found = await db.admin(
    "select distinct on (body_id) body_id as id, officer_id as officer from posts where role <> 'administrator' order by body_id, id",
  )
  bodies = found.rows as Body[]
})

const seenBy = (who: Body, table: string, column?: string) =>
  asOfficer(db, { officerId: who.officer, bodyId: who.id }, async (tx) => {
    const condition =
      column === undefined ? sql`true` : sql`${sql.ref(column)} is distinct from ${who.id}::uuid`
    const found = await sql<{ rows: number; others: number }>`
      select count(*)::int as rows, count(*) filter (where ${condition})::int as others from ${sql.table(table)}`.execute(
      tx,
    )
    return found.rows[0] ?? { rows: -1, others: -1 }
  })

const readable = async (table: string) => {
  const found = await db.admin("select has_table_privilege('lp_app', $1, 'select') as may", [table])
  return found.rows[0]?.may === true
}
const columnOf = async (table: string, column: string) => {
  const { rows } = await db.admin(
    `select ${column}::text as body, count(*)::int as rows from ${table} group by 1`,
  )
  return new Map(rows.map((row) => [String(row.body), Number(row.rows)]))
}

describe("of every table of one body", () => {
  const ofBody = Object.entries(tableAccess).flatMap(([name, access]) =>
    access.by === "body" ? [[name, access.column] as const] : [],
  )
  test.each(ofBody)("%s: each body sees its own rows and no other's", async (table, column) => {
    if (!(await readable(table))) return
    const truth = await columnOf(table, column)
    for (const body of bodies) {
      const seen = await seenBy(body, table, column)
      expect({ table, body: body.id, others: seen.others }).toEqual({ table, body: body.id, others: 0 })
      expect(seen.rows).toBeLessThanOrEqual(truth.get(body.id) ?? 0)
    }
  })
})

describe("of every table that is not public", () => {
  const closed = Object.entries(tableAccess).filter(
    ([, access]) => access.by === "body" || access.by === "shared",
  )
  test.each(closed)(
    "%s: a body that nobody named sees nothing but what is for everybody",
    async (table, access) => {
      if (!(await readable(table))) return
      const open = access.by === "shared" ? (access.open ?? "false") : "false"
      const truth = await db.admin(`select count(*)::int as rows from ${table} where ${open}`)
      expect(await seenBy(stranger, table)).toMatchObject({ rows: truth.rows[0]?.rows })
    },
  )
})

test("an assignment is seen by the body that has it, the body that gave it, and nobody else", async () => {
  const { rows } = await db.admin("select id, body_id, issuer_body_id from assignments")
  expect(rows.length).toBe(171)
  for (const body of bodies) {
    const seen = await asOfficer(db, { officerId: body.officer, bodyId: body.id }, (tx) =>
      tx.selectFrom("assignments").select("id").execute(),
    )
    const own = rows.filter((row) => row.body_id === body.id || row.issuer_body_id === body.id)
    expect(seen.map((row) => row.id).sort()).toEqual(own.map((row) => String(row.id)).sort())
  }
})

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import pg from "pg"
import { describe, expect, test } from "vitest"
import { journal } from "../journal.ts"
import { sealJournal } from "../seal.ts"
import { freshDatabase } from "../testing/database.ts"
import { asJob, asOfficer, asPublic, type LoginRole, roleUrl } from "./database.ts"
import { definerFunctions } from "./functions.ts"
import { migrate, withClient } from "./prepare.ts"

const db = await freshDatabase()
const officer = {
  officerId: "01890000-0000-7000-8000-000000000001",
  bodyId: "01890000-0000-7000-8000-0000000000b1",
}

/** What a stranger who speaks SQL as `role` is answered; null when PostgreSQL did what was asked. */
const refusalTo = (role: LoginRole, ...statements: string[]) =>
  withClient(roleUrl(db.adminUrl, role, db.keys), async (client) => {
    try {
      for (const statement of statements) await client.query(statement)
      return null
    } catch (error) {
      return error instanceof pg.DatabaseError ? error.message : String(error)
    }
  })

describe("a function that looks past row security", () => {
  test("the portal's role asks which numbers a body holds, counts the province, lists an officer's desks: refused each time", async () => {
    const asBody = `select set_config('app.body', '${officer.bodyId}', false), set_config('app.officer', '${officer.officerId}', false)`
    for (const question of [
      "select held_elsewhere('phone', '+84900000001')",
      "select * from province_figures('2023-01-01', '2023-12-31')",
      "select * from province_cases_by_place('2023-01-01', '2023-12-31')",
      "select * from my_desks()",
      "select acting_keeps_chart()",
    ])
      expect([question, await refusalTo("lp_public", asBody, question)]).toEqual([
        question,
        expect.stringMatching(/permission denied for function/),
      ])
  })

  test("each role calls those of its own line and is refused every other one", async () => {
    const found = await db.admin(
      "select proname as name, oid::regprocedure::text as called, pronargs, prorettype = 'trigger'::regtype as is_trigger from pg_proc where prosecdef and pronamespace = 'public'::regnamespace",
    )
    for (const role of ["lp_app", "lp_public", "lp_job", "lp_queue"] as const)
      for (const { name, called, is_trigger } of found.rows) {
        if (is_trigger || (role === "lp_queue" && /_job$/.test(name))) continue
        const nulls = (/\((.*)\)/.exec(called)?.[1] ?? "").split(",").filter((type) => type !== "")
        const call = `select * from ${name}(${nulls.map((type) => `null::${type}`).join(", ")})`
        const refused = await refusalTo(role, "begin read only", call)
        const may = (definerFunctions[name]?.may as readonly string[] | undefined)?.includes(role) ?? false
        const isDenied = /permission denied for function/.test(refused ?? "")
        expect({ role, name, isDenied }).toEqual({ role, name, isDenied: !may })
      }
  })
})

describe("a migration that grants or revokes without effect", () => {
  const dirWith = (name: string, text: string) => {
    const dir = mkdtempSync(join(tmpdir(), "lienphong-migrations-"))
    writeFileSync(join(dir, name), text)
    return dir
  }
  const ownerUrl = roleUrl(db.adminUrl, "lp_owner", db.keys)
  const made = (name: string) => `create function ${name}() returns int language sql security definer
    set search_path = public, pg_temp as $$ select 1 $$; alter function ${name}() owner to lp_definer;`

  test.each([
    ["a revoke", "revoke all on function left_open() from public;"],
    ["a grant", "grant execute on function left_open() to lp_app;"],
  ])("%s by who no longer owns the function fails, and nothing of the file stays", async (_, statement) => {
    const dir = dirWith("0799-kernel-left-open.sql", `${made("left_open")} ${statement}`)
    await expect(migrate(ownerUrl, { dir })).rejects.toThrow(/0799-kernel-left-open.sql: .*không có tác dụng/)
    rmSync(dir, { recursive: true })
    const left = await db.admin(
      "select (select count(*) from pg_proc where proname = 'left_open') + (select count(*) from schema_migrations where name like '0799%') as n",
    )
    expect(left.rows).toEqual([{ n: "0" }])
  })

  test("the same said as the function's owner runs, and the function is closed", async () => {
    const dir = dirWith(
      "0798-kernel-closed.sql",
      `${made("closed")} set local role lp_definer; revoke all on function closed() from public; grant execute on function closed() to lp_app; reset role;`,
    )
    expect(await migrate(ownerUrl, { dir })).toEqual(["0798-kernel-closed.sql"])
    rmSync(dir, { recursive: true })
    expect(await refusalTo("lp_public", "select closed()")).toMatch(/permission denied/)
    expect(await refusalTo("lp_app", "select closed()")).toBeNull()
    await db.admin("drop function closed()")
  })
})

describe("the journal", () => {
  test.each([
    ["xid", "pg_current_xact_id()::text::bigint::text::xid8"],
    ["at", "now() - interval '1 year'"],
    ["acted_as", "'lp_job'"],
    ["id", "1"],
    ["officer_id", `'${officer.officerId}'`],
    ["body_id", `'${officer.bodyId}'`],
    ["job", "'journal.seal'"],
  ])("nobody who writes an entry says its %s", async (column, value) => {
    const overriding = column === "id" ? "overriding system value" : ""
    for (const role of ["lp_app", "lp_public", "lp_job"] as const)
      expect(
        await refusalTo(role, `insert into journal (what, ${column}) ${overriding} values ('a.b', ${value})`),
      ).toMatch(/permission denied for table journal/)
  })

  test("every way to act still writes one", async () => {
    await asOfficer(db, officer, (tx) => journal(tx, { what: "written.by-officer" }))
    await asPublic(db, (tx) => journal(tx, { what: "written.by-public" }))
    await asJob(db, "x", (tx) => journal(tx, { what: "written.by-job" }))
    const found = await db.admin("select what, acted_as from journal where what like 'written.%' order by 1")
    expect(found.rows).toEqual([
      { what: "written.by-job", acted_as: "lp_job" },
      { what: "written.by-officer", acted_as: "lp_app" },
      { what: "written.by-public", acted_as: "lp_public" },
    ])
  })

  test("an officer or the portal holds every lock it can get, and the journal is sealed all the same", async () => {
    for (const role of ["lp_app", "lp_public"] as const)
      await withClient(roleUrl(db.adminUrl, role, db.keys), async (client) => {
        await client.query("select pg_advisory_lock(hashtext('lienphong.seal'))")
        await expect(client.query("select from job_locks for update")).rejects.toThrow(/permission denied/)
        await expect(client.query("lock table job_locks in access share mode")).rejects.toThrow(
          /permission denied|can only be used/,
        )
        await sealJournal(db, db.keys)
      })
    expect(
      await asJob(db, "x", async (tx) => (await sql`select name from job_locks for update`.execute(tx)).rows),
    ).toEqual(expect.arrayContaining([{ name: "journal.seal" }, { name: "signals.tally" }]))
  })
})

test("an officer or the portal holds every lock it can get, and what was announced is delivered all the same", async () => {
  for (const role of ["lp_app", "lp_public"] as const)
    await withClient(roleUrl(db.adminUrl, role, db.keys), async (client) => {
      await client.query("begin")
      await client.query("select pg_advisory_lock(hashtext('lienphong.wake'), hashtext('outbox.deliver'))")
      await expect(client.query("savepoint s; select from job_wakes for update")).rejects.toThrow(
        /permission denied/,
      )
      await client.query("rollback")
      await db.admin("delete from graphile_worker._private_jobs where key = 'outbox.deliver'")
      await asPublic(db, (tx) => sql`select wake_job('outbox.deliver')`.execute(tx))
      const waiting = await db.admin("select from graphile_worker._private_jobs where key = 'outbox.deliver'")
      expect(waiting.rowCount).toBe(1)
    })
})

test("the queue's role makes nothing in the schema that definer functions search", async () => {
  expect(await refusalTo("lp_queue", "create table public.bodies_too (id int)")).toMatch(
    /permission denied for schema public/,
  )
})

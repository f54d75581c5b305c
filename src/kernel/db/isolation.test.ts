import { describe, expect, test } from "vitest"
import { freshDatabase } from "../testing/database.ts"
import { exemptSchemas, tableAccess } from "./access.ts"
import { callableDeclared, callableFound, grantsFound } from "./declared.ts"
import { definerFunctions } from "./functions.ts"
import { tableGrants } from "./grants.ts"

const db = await freshDatabase()

describe("every table says by what it is isolated", () => {
  test("the list and the catalogue name the same tables", async () => {
    const found = await db.admin(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
    )
    expect(found.rows.map((row) => row.relname)).toEqual(Object.keys(tableAccess).sort())
  })

  test("row security is on and forced for each of them", async () => {
    const open =
      await db.admin(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity) order by 1`)
    const exempt = Object.entries(tableAccess)
      .filter(([, access]) => access.by === "none")
      .map(([name]) => name)
    expect(open.rows.map((row) => row.relname)).toEqual(exempt.sort())
  })

  test("what is exempt can be reached by no role that serves a request", async () => {
    for (const [name, access] of Object.entries(tableAccess)) {
      if (access.by !== "none") continue
      const granted = await db.admin(
        "select grantee from information_schema.role_table_grants where table_name = $1 and grantee <> 'lp_owner'",
        [name],
      )
      expect({ name, granted: granted.rows }).toEqual({ name, granted: [] })
    }
  })

  test("the public role reads published rows only: no table of one body", async () => {
    const granted = await db.admin(
      "select distinct table_name from information_schema.role_table_grants where grantee = 'lp_public' and privilege_type = 'SELECT' order by 1",
    )
    const bodyOnly = granted.rows
      .map((row) => String(row.table_name))
      .filter((name) => tableAccess[name]?.by === "body")
    expect(bodyOnly).toEqual([])
  })

  test("a table of one body has the column that isolates it, and a policy for lp_app that names the acting body", async () => {
    for (const [name, access] of Object.entries(tableAccess)) {
      if (access.by !== "body") continue
      const column = await db.admin(
        "select from information_schema.columns where table_name = $1 and column_name = $2",
        [name, access.column],
      )
      // A restrictive policy only takes rows away from what these let through.
      const policies = await db.admin(
        "select coalesce(qual, with_check) as rule from pg_policies where tablename = $1 and 'lp_app' = any (roles) and permissive = 'PERMISSIVE'",
        [name],
      )
      expect({
        name,
        column: column.rowCount,
        rules: policies.rows.every((row) => /current_body|current_officer/.test(row.rule)),
      }).toEqual({ name, column: 1, rules: true })
      expect(policies.rowCount).toBeGreaterThan(0)
    }
  })

  test("no serving role owns anything or bypasses row security", async () => {
    const roles = await db.admin(
      "select rolname from pg_roles where rolname in ('lp_app', 'lp_public', 'lp_job', 'lp_owner', 'lp_queue') and (rolbypassrls or rolsuper)",
    )
    const owned = await db.admin(
      "select relname from pg_class where relowner in ('lp_app'::regrole, 'lp_public'::regrole, 'lp_job'::regrole)",
    )
    expect([...roles.rows, ...owned.rows]).toEqual([])
  })
})

describe("every role may do what is declared, and nothing else", () => {
  test("with each table and view, and with which columns", async () => {
    expect(await grantsFound(db.admin)).toEqual(tableGrants)
  })

  test("with the schema: only who makes functions may put something into it", async () => {
    const found = await db.admin(
      "select rolname from pg_roles where rolname like 'lp\\_%' and has_schema_privilege(rolname, 'public', 'create') order by 1",
    )
    expect(found.rows.map((row) => row.rolname)).toEqual(["lp_definer", "lp_owner"])
  })
})

describe("what looks past row security", () => {
  test("each definer function is listed, owned by lp_definer or lp_queue, with a fixed search path", async () => {
    const found =
      await db.admin(`select proname, proowner::regrole::text as owner, coalesce(array_to_string(proconfig, ','), '') as config
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`)
    expect(found.rows.map((row) => row.proname)).toEqual(Object.keys(definerFunctions).sort())
    for (const row of found.rows) {
      expect(["lp_definer", "lp_queue"]).toContain(row.owner)
      expect(row.config).toMatch(/^search_path=/)
    }
  })

  test("each function of ours may be called by the roles that its line names, and by no other", async () => {
    expect(await callableFound(db.admin)).toEqual(callableDeclared())
  })

  test("each view runs as whoever asks", async () => {
    const found =
      await db.admin(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(reloptions @> array['security_invoker=true'], false) and not coalesce(reloptions @> array['security_invoker=on'], false)`)
    expect(found.rows).toEqual([])
  })

  test("no schema of ours is unknown", async () => {
    const found = await db.admin(
      "select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by 1",
    )
    expect(found.rows.map((row) => row.nspname)).toEqual(Object.keys(exemptSchemas).sort())
  })
})

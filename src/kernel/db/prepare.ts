/**
 * Set-up as the administrator, and migrations as `lp_owner`: everything a province's DBA would otherwise type.
 * Each step can run twice; docs/operating/database.md lists the same statements for a server of one's own.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import type { Keys } from "../keys.ts"
import { loginRoles, roleLimits, rolePassword, roleUrl } from "./database.ts"

const migrationsDir = join(import.meta.dirname, "../../../migrations")

export class MigrationError extends Error {}

/**
 * Brings the server at `adminUrl` to hold database `name`, migrated; returns its administrator's URL. `only`: no other
 * migration runs, for the database that a backup was made of had run these.
 */
export async function prepareDatabase(
  adminUrl: string,
  name: string,
  keys: Keys,
  only?: ReadonlySet<string>,
): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(name))
    throw new MigrationError(`Tên cơ sở dữ liệu "${name}" không dùng được.`)
  await withClient(adminUrl, async (admin) => {
    await createRoles(admin, keys)
    const found = await admin.query("select 1 from pg_database where datname = $1", [name])
    if (found.rowCount === 0) await admin.query(`create database ${name} owner lp_owner template template0`)
  })
  const url = withDatabase(adminUrl, name)
  await withClient(url, heeding(prepareInside))
  await migrate(roleUrl(url, "lp_owner", keys), { only })
  await migrateQueue(roleUrl(url, "lp_queue", keys))
  await withClient(url, heeding(openQueue))
  return url
}

export function withDatabase(url: string, name: string): string {
  const parsed = /^(postgres(?:ql)?:\/\/[^/]*\/)([^?]*)(.*)$/.exec(url)
  if (parsed === null)
    throw new MigrationError(
      "DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.",
    )
  return `${parsed[1]}${name}${parsed[3]}`
}

/** Only here: a process that enqueues jobs needs none of the library that runs them. */
async function migrateQueue(queueUrl: string): Promise<void> {
  const [{ runMigrations }, { queueLogger }] = await Promise.all([
    import("graphile-worker"),
    import("../queue-log.ts"),
  ])
  await runMigrations({ connectionString: queueUrl, logger: queueLogger(null) })
}

async function createRoles(admin: pg.Client, keys: Keys): Promise<void> {
  await admin.query("select pg_advisory_lock(hashtext('lienphong.roles'))")
  const known = await admin.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname like 'lp\\_%'",
  )
  const have = new Set(known.rows.map((row) => row.rolname))
  for (const role of loginRoles) {
    const verb = have.has(role) ? "alter" : "create"
    await admin.query(
      `${verb} role ${role} login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password '${rolePassword(role, keys)}'`,
    )
  }
  for (const [role, { statement, idle }] of Object.entries(roleLimits)) {
    await admin.query(`alter role ${role} set statement_timeout = '${statement}s'`)
    await admin.query(`alter role ${role} set idle_in_transaction_session_timeout = '${idle}s'`)
  }
  if (!have.has("lp_definer")) await admin.query("create role lp_definer nologin bypassrls")
  // A backup reads every row and changes none; nobody signs in as this role (docs/decisions/0011).
  if (!have.has("lp_backup")) await admin.query("create role lp_backup nologin bypassrls")
  await admin.query("grant pg_read_all_data to lp_backup")
  await admin.query("grant lp_backup to current_user with inherit false, set true")
  // A migration hands a function to lp_definer, or backfills as it, for which it must be a member.
  await admin.query("grant lp_definer, lp_queue to lp_owner with inherit false, set true")
  await admin.query("select pg_advisory_unlock(hashtext('lienphong.roles'))")
}

async function prepareInside(admin: pg.Client): Promise<void> {
  await admin.query("revoke all on schema public from public")
  await admin.query("alter schema public owner to lp_owner")
  await admin.query("grant usage on schema public to lp_app, lp_public, lp_job, lp_definer, lp_queue")
  await admin.query("grant create on schema public to lp_definer")
  // Whoever may create in a schema of the search path of a definer function could put something of theirs in its way.
  await admin.query("revoke create on schema public from lp_queue")
  await admin.query("create schema if not exists graphile_worker authorization lp_queue")
  // graphile-worker says "create schema if not exists" at each start, for which PostgreSQL wants this right.
  await admin.query(
    `do $$ begin execute format('grant create on database %I to lp_queue', current_database()); end $$`,
  )
  await admin.query("create extension if not exists unaccent with schema public")
  await admin.query("create extension if not exists pg_trgm with schema public")
  await admin.query(`do $$ begin
    if not exists (select from pg_ts_config where cfgname = 'vietnamese') then
      create text search configuration public.vietnamese (copy = simple);
      alter text search configuration public.vietnamese alter mapping for asciiword, asciihword, hword_asciipart,
        word, hword, hword_part, numword, numhword, hword_numpart with public.unaccent, simple;
      alter text search configuration public.vietnamese owner to lp_owner;
    end if; end $$`)
  // Its errors reveal no row; without the mark the planner may not use the search index under row-level security.
  await admin.query("alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof")
}

/** PostgreSQL's warnings 01007 and 01006: "no privileges were granted", "… could be revoked". The statement counts as done. */
const idleGrants = new Set(["01007", "01006"])

/** A grant or a revoke that did nothing is a failure: nobody reads the warning, and a wall stands open. */
function heeding<T>(work: (client: pg.Client) => Promise<T>): (client: pg.Client) => Promise<T> {
  return async (client) => {
    const idle: string[] = []
    const heard = (notice: { code?: string | undefined; message?: string | undefined }) => {
      if (idleGrants.has(notice.code ?? "")) idle.push(notice.message ?? "")
    }
    client.on("notice", heard)
    try {
      const done = await work(client)
      if (idle.length > 0)
        throw new MigrationError(
          `Lệnh grant/revoke không có tác dụng (${idle.slice(0, 3).join("; ")}). Sau "alter function … owner to lp_definer", ghi grant và revoke giữa "set local role lp_definer" và "reset role".`,
        )
      return done
    } finally {
      client.off("notice", heard)
    }
  }
}

/** Files before this one said grants that did nothing; they have run in provinces, and 0700-kernel-grants.sql says them again. */
const heededFrom = "0700"

/** Runs what has not run. The version row goes in first, so that two servers starting together cannot both migrate. */
export async function migrate(
  ownerUrl: string,
  { dir = migrationsDir, only }: { dir?: string; only?: ReadonlySet<string> | undefined } = {},
): Promise<string[]> {
  const ran: string[] = []
  await withClient(ownerUrl, async (owner) => {
    await owner.query(
      "create table if not exists schema_migrations (name text primary key, ran_at timestamptz not null default now())",
    )
    const done = await owner.query<{ name: string }>("select name from schema_migrations")
    const names = new Set(done.rows.map((row) => row.name))
    for (const name of migrationNames(dir).filter((file) => !names.has(file) && (only?.has(file) ?? true))) {
      await owner.query("begin")
      try {
        const first = await owner.query(
          "insert into schema_migrations (name) values ($1) on conflict do nothing",
          [name],
        )
        if (first.rowCount === 1) {
          const file = readFileSync(join(dir, name), "utf8")
          const say = (client: pg.Client) => client.query(file)
          await (name < heededFrom ? say : heeding(say))(owner)
          ran.push(name)
        }
        await owner.query("commit")
      } catch (error) {
        await owner.query("rollback")
        throw new MigrationError(`${name}: ${error instanceof Error ? error.message : error}`, {
          cause: error,
        })
      }
    }
  })
  return ran
}

export function migrationNames(dir = migrationsDir): string[] {
  const names = readdirSync(dir)
    .filter((file) => file.endsWith(".sql"))
    .sort()
  const wrong = names.find((file) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(file))
  if (wrong !== undefined)
    throw new MigrationError(`Tên tệp ${wrong} phải có dạng 0007-cases-add-suspension.sql.`)
  return names
}

/**
 * The two doors to the queue. graphile-worker's own tables have row security without a policy: only their owner, lp_queue,
 * reaches them. The administrator makes the functions and hands them over, so that lp_queue needs no right to create here.
 */
async function openQueue(admin: pg.Client): Promise<void> {
  await admin.query(`create or replace function public.enqueue_job(task text, payload json, job_key text, run_at timestamptz)
      returns bigint language sql security definer set search_path = graphile_worker, pg_temp
      as $$ select id from graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 12) $$`)
  // Where many transactions wake the same job at once, one does and none waits for another's commit. The row that says so
  // can be locked by nobody but the queue: an advisory lock could be held by whoever knows its name.
  await admin.query(`create or replace function public.wake_job(task text)
      returns void language plpgsql security definer set search_path = graphile_worker, pg_temp
      as $$ begin
        if exists (select from _private_jobs where key = wake_job.task and locked_at is null and attempts < max_attempts
            and run_at <= now()) then
          return;
        end if;
        if not exists (select from public.job_wakes w where w.task = wake_job.task) then
          insert into public.job_wakes values (wake_job.task) on conflict do nothing;
        end if;
        perform from public.job_wakes w where w.task = wake_job.task for update skip locked;
        if found then
          perform add_job(wake_job.task, '{}', job_key := wake_job.task, max_attempts := 12);
        end if;
      end $$`)
  for (const name of ["enqueue_job", "wake_job"]) {
    await admin.query(`revoke all on function public.${name} from public`)
    await admin.query(`grant execute on function public.${name} to lp_app, lp_public, lp_job`)
    await admin.query(`alter function public.${name} owner to lp_queue`)
  }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await recovered(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const [recoveryTries, recoveryPauseMs] = [240, 500]

/** A PostgreSQL that still recovers from a crash refuses with 57P03 (cannot_connect_now): it is waited for, two minutes at most. */
async function recovered(url: string): Promise<pg.Client> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (error) {
      const isRecovering = error instanceof pg.DatabaseError && error.code === "57P03"
      if (!isRecovering || tries >= recoveryTries) throw error
      await new Promise((resolve) => setTimeout(resolve, recoveryPauseMs))
    }
  }
}

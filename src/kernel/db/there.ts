/** What a server holds already, as its administrator sees it before anything is changed there. */
import { MigrationError, withClient, withDatabase } from "./prepare.ts"

type There = {
  /** Names of the migrations that have run. */
  migrations: readonly string[]
  /** Names of the keys with which the database was served, the first seen first. */
  knownKeys: readonly string[]
}

const oldestServer = 18

export class ServerTooOld extends MigrationError {
  readonly version: number

  constructor(version: number) {
    super(
      `PostgreSQL là bản ${version}, chương trình cần bản ${oldestServer} trở lên. Nâng PostgreSQL rồi chạy lại.`,
    )
    this.version = version
  }
}

/** The administrator may make roles and a database, but not our roles: these bypass row security, or are handed functions. */
export class NoSuperuser extends MigrationError {}

const namesMax = 1_000

/** Null: there is no such database, or nothing of ours in it. Throws `ServerTooOld` and `NoSuperuser`. */
export async function lookThere(serverUrl: string, name: string): Promise<There | null> {
  const found = await withClient(serverUrl, (admin) =>
    admin.query<{ version: number; exists: boolean; user: string; may: boolean }>(
      `select current_setting('server_version_num')::int as version, current_user as user,
          (select rolsuper from pg_roles where rolname = current_user) as may,
          exists (select from pg_database where datname = $1) as exists`,
      [name],
    ),
  )
  const { version = 0, exists = false, user = "", may = false } = found.rows[0] ?? {}
  if (version < oldestServer * 10_000) throw new ServerTooOld(Math.floor(version / 10_000))
  if (!may)
    throw new NoSuperuser(
      `Người dùng ${user} trong DATABASE_URL không phải superuser của PostgreSQL. Chương trình cần quyền đó để tạo các vai trò và hàm của mình (docs/operating/database.md): dùng một máy chủ PostgreSQL riêng với tài khoản superuser.`,
    )
  if (!exists) return null
  return withClient(withDatabase(serverUrl, name), async (admin) => {
    const names = async (table: "schema_migrations" | "known_keys", order: string) => {
      const isThere = await admin.query<{ yes: boolean }>("select to_regclass($1) is not null as yes", [
        `public.${table}`,
      ])
      if (isThere.rows[0]?.yes !== true) return []
      const rows = await admin.query<{ name: string }>(
        `select name from public.${table} order by ${order}, name limit ${namesMax}`,
      )
      return rows.rows.map((row) => row.name)
    }
    const migrations = await names("schema_migrations", "name")
    return migrations.length === 0 ? null : { migrations, knownKeys: await names("known_keys", "seen_at") }
  })
}

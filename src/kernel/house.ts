/**
 * Everything a process of Liên Phòng needs, opened in order and closed in reverse: keys, the database server,
 * the migrated database, its pools, the log. Web, worker and commands all begin here.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Config } from "./config.ts"
import { type Cluster, startCluster } from "./db/cluster.ts"
import { type Clock, type Database, openDatabase } from "./db/database.ts"
import { prepareDatabase, withDatabase } from "./db/prepare.ts"
import { watchCluster } from "./db/watch.ts"
import {
  type Crest,
  type Province,
  type PublicNumber,
  readInstallation,
  settledConfig,
} from "./installation.ts"
import { type Keys, openKeys } from "./keys.ts"
import { holdToKnownKeys } from "./known-keys.ts"
import { type Log, openLog } from "./log.ts"
import type { Outlines } from "./outlines/outlines.ts"

export type House = {
  /** What the environment says, filled up with what the set-up said. */
  config: Config
  /** Null until the set-up is done (src/setup). */
  province: Province | null
  /** Whom the portal tells people to call; null: as the repository's data say it, unchecked. */
  numbers: readonly PublicNumber[] | null
  /** Null: the program's own mark stands in its place. */
  crest: Crest | null
  /** The communes as the province's maps draw them, where it gave their boundaries. */
  outlines: Outlines | null
  db: Database
  keys: Keys
  clock: Clock
  log: Log
  /** Where sealed originals and derivatives are kept. */
  filesDir: string
  /** Looks again at what the set-up said: another process may have completed it. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** `adminUrl`: the administrator's connection to the migrated database, for commands only; pages and jobs never get it. */
export type OpenHouse = House & { adminUrl: string }

/**
 * `takeOver`: this process owns the embedded server, starts it again when it was killed and stops it at its end; a command
 * beside a running server does neither. `joins`: another process owns the server and has prepared the database. `few`: so
 * many connections of each kind, for which the process waits.
 */
export async function openHouse(
  config: Config,
  options: { takeOver?: boolean; joins?: boolean; few?: { poolMax: number; patient: true } } = {},
): Promise<OpenHouse> {
  const isNew = config.databaseUrl === null && !existsSync(join(config.dataDir, "postgres.password"))
  const keys = openKeys(config.keysDir, { mayCreate: isNew || config.databaseUrl !== null })
  const log = openLog(config.logLevel)
  const clock = openClock(config.today)
  const cluster: Cluster | null =
    config.databaseUrl === null ? await startCluster(config.dataDir, options) : null
  const server = cluster?.adminUrl ?? config.databaseUrl ?? ""
  const name = cluster === null ? new URL(server).pathname.slice(1) || "lienphong" : "lienphong"
  const url =
    options.joins === true
      ? withDatabase(server, name)
      : await prepareDatabase(cluster === null ? withDatabase(server, "postgres") : server, name, keys)
  const db = openDatabase(url, { keys, clock, ...options.few })
  const endWatch = cluster?.startedHere ? watchCluster(cluster, log) : async () => {}
  const close = async () => {
    await endWatch()
    await db.close()
    await cluster?.stop()
  }
  const filesDir = join(config.dataDir, "files")
  const house: OpenHouse = {
    ...{
      config: { ...config },
      province: null,
      numbers: null,
      crest: null,
      outlines: null,
      db,
      keys,
      clock,
      log,
      filesDir,
      close,
      adminUrl: url,
    },
    async refresh() {
      const installation = await readInstallation(db, keys)
      house.province = installation?.province ?? null
      house.numbers = installation?.numbers ?? null
      house.crest = installation?.crest ?? null
      house.outlines = installation?.outlines ?? null
      Object.assign(house.config, settledConfig(config, installation))
    },
  }
  try {
    await holdToKnownKeys(db, keys, config.keysDir)
    await house.refresh()
  } catch (error) {
    await close()
    throw error
  }
  return house
}

/** The demo stands still on its day but its hours pass, so that what is done later is later. */
export function openClock(today: string | null): Clock {
  if (today === null) return { now: () => new Date() }
  const dayMs = 86_400_000
  const offsetMs = 7 * 3_600_000
  const start = Date.parse(`${today}T00:00:00+07:00`)
  return { now: () => new Date(start + ((Date.now() + offsetMs) % dayMs)) }
}

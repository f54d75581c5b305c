/**
 * Everything a process of Liên Phòng needs, opened in order and closed in reverse: keys, the database server,
 * the migrated database, its pools, the log. Web, worker and commands all begin here.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { type Config, ConfigError } from "./config.ts"
import { type Cluster, startCluster } from "./db/cluster.ts"
import { type Clock, type Database, openDatabase } from "./db/database.ts"
import { MigrationError, migrationNames, prepareDatabase, withDatabase } from "./db/prepare.ts"
import { lookThere } from "./db/there.ts"
import { watchCluster } from "./db/watch.ts"
import {
  type Crest,
  type Installation,
  isSetupBegun,
  type Province,
  type PublicNumber,
  readInstallation,
  settledConfig,
} from "./installation.ts"
import { type Keys, openKeys } from "./keys.ts"
import { holdToKnownKeys, noteKeys, purposesNeverKnown } from "./known-keys.ts"
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

/** The folder or database that was named holds no installation, and this command begins none. */
export class NothingThere extends Error {}

export type HowToOpen = {
  /** This process owns the embedded server, starts it again when it was killed and stops it at its end. */
  takeOver?: boolean
  /** Another process owns the server and has prepared the database. */
  joins?: boolean
  /** An empty installation is made where there is none; else `NothingThere` is thrown. */
  begins?: boolean
  /** False: the database is taken as it is; one that is behind the program is refused, and nothing is changed. */
  prepares?: boolean
  /** So many connections of each kind, for which the process waits. */
  few?: { poolMax: number; patient: true }
}

/** Nothing is changed before the keys are found to be those with which the database was served. */
export async function openHouse(config: Config, how: HowToOpen = {}): Promise<OpenHouse> {
  const { databaseUrl, dataDir } = config
  if (databaseUrl === null && how.begins !== true && !existsSync(join(dataDir, "postgres.password")))
    throw new NothingThere(nothingAt(dataDir))
  const cluster: Cluster | null = databaseUrl === null ? await startCluster(dataDir, how) : null
  try {
    return await openOn(cluster, config, how)
  } catch (error) {
    await cluster?.stop()
    throw error
  }
}

const nothingAt = (place: string) =>
  `Không có dữ liệu ở ${place}. Kiểm tra LIENPHONG_DATA và DATABASE_URL: lệnh này không tạo cài đặt mới. Để bắt đầu, chạy script/server; để khôi phục, chạy bin/lienphong restore.`

async function openOn(cluster: Cluster | null, config: Config, how: HowToOpen): Promise<OpenHouse> {
  const server = cluster?.adminUrl ?? config.databaseUrl ?? ""
  const name = cluster === null ? new URL(server).pathname.slice(1) || "lienphong" : "lienphong"
  const serverUrl = cluster === null ? withDatabase(server, "postgres") : server
  const there = await lookThere(serverUrl, name)
  if (there === null && how.begins !== true)
    throw new NothingThere(nothingAt(cluster === null ? `cơ sở dữ liệu ${name}` : config.dataDir))
  const known = there?.knownKeys ?? []
  holdToKnownKeys(known, config.keysDir)
  const mayCreate = there === null || (how.begins === true && purposesNeverKnown(known))
  const keys = openKeys(config.keysDir, { mayCreate, known })
  const isReady = how.joins === true || how.prepares === false
  if (how.prepares === false && there !== null) refuseBehind(there.migrations)
  const url = isReady ? withDatabase(server, name) : await prepareDatabase(serverUrl, name, keys)
  const log = openLog(config.logLevel)
  const clock = openClock(config.today)
  const db = openDatabase(url, { keys, clock, ...how.few })
  const endWatch = cluster?.startedHere ? watchCluster(cluster, log) : async () => {}
  const leave = async () => {
    await endWatch()
    await db.close()
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
      close: async () => {
        await leave()
        await cluster?.stop()
      },
      adminUrl: url,
    },
    async refresh() {
      settle(await readInstallation(db, keys))
    },
  }
  const settle = (installation: Installation | null) => {
    house.province = installation?.province ?? null
    house.numbers = installation?.numbers ?? null
    house.crest = installation?.crest ?? null
    house.outlines = installation?.outlines ?? null
    // The address is kept: since the server listens, it is known better than the settings say (`PORT=0`).
    const { port, host } = house.config
    Object.assign(house.config, settledConfig({ ...config, port, host }, installation))
  }
  try {
    if (how.prepares !== false) await noteKeys(db, keys, known)
    const installation = await readInstallation(db, keys)
    if (config.demo || config.today !== null) await refuseDemo(db, installation, config)
    settle(installation)
  } catch (error) {
    await leave()
    throw error
  }
  return house
}

function refuseBehind(ran: readonly string[]): void {
  const waiting = migrationNames().filter((one) => !ran.includes(one))
  if (waiting.length > 0)
    throw new MigrationError(
      `Cơ sở dữ liệu còn ${waiting.length} bước nâng cấp chưa chạy (từ ${waiting[0]}). Chạy bin/lienphong database migrate, hoặc khởi động lại chương trình, rồi chạy lại.`,
    )
}

/** A province that people set up lives on the real day: never among invented people, never on a day that stands still. */
async function refuseDemo(
  db: Database,
  installation: Installation | null,
  { demo, today }: Config,
): Promise<void> {
  const isPeoples = installation === null ? await isSetupBegun(db) : installation.by !== "data"
  if (!isPeoples) return
  const whose =
    installation === null
      ? "Ở đây có người đang cài đặt cho một tỉnh"
      : `Dữ liệu này là của ${installation.province.kind} ${installation.province.name}, do người thật cài đặt`
  const said = demo ? "LIENPHONG_DEMO=1 (dữ liệu mẫu)" : `LIENPHONG_TODAY=${today} (ngày đứng yên)`
  throw new ConfigError(
    `${whose}; không chạy với ${said}. Đặt LIENPHONG_DEMO=0 và bỏ LIENPHONG_TODAY rồi chạy lại.`,
  )
}

/** The demo stands still on its day but its hours pass, so that what is done later is later. */
export function openClock(today: string | null): Clock {
  if (today === null) return { now: () => new Date() }
  const dayMs = 86_400_000
  const offsetMs = 7 * 3_600_000
  const start = Date.parse(`${today}T00:00:00+07:00`)
  return { now: () => new Date(start + ((Date.now() + offsetMs) % dayMs)) }
}

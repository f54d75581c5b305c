import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import type { Database } from "../db/database.ts"
import type { House } from "../house.ts"
import { readProxies, readRanges } from "../http/proxies.ts"
import { type Province, readInstallation, settledConfig } from "../installation.ts"
import type { Keys } from "../keys.ts"
import { openLog } from "../log.ts"

const provinceOfTests: Province = { code: "33", name: "Hưng Yên", kind: "tỉnh" }

/** The house around a test's own database, for `createApp(houseOf(db)).request(…)`. Nothing is logged or sent. */
export function houseOf(
  db: Database & { keys: Keys },
  options: { publicUrl?: string; proxies?: string; peers?: string; province?: Province | null } = {},
): House {
  const dataDir = mkdtempSync(join(tmpdir(), "lienphong-house-"))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  const config = {
    port: 0,
    host: "127.0.0.1",
    databaseUrl: null,
    dataDir,
    keysDir: join(dataDir, "keys"),
    demo: false,
    today: null,
    smtpUrl: null,
    mailFrom: null,
    logLevel: "silent",
    metricsToken: null,
    backupDir: null,
    backupKeep: 7,
    publicUrl: options.publicUrl ?? null,
    proxies: readProxies(options.proxies),
    peers: readRanges(options.peers),
  }
  const filesDir = join(dataDir, "files")
  const { province = provinceOfTests } = options
  return {
    ...{
      config,
      province,
      numbers: null,
      crest: null,
      outlines: null,
      db,
      keys: db.keys,
      clock: db.clock,
      log: openLog("silent"),
      filesDir,
    },
    async refresh() {
      const installation = await readInstallation(db, db.keys)
      this.province = installation?.province ?? province
      this.numbers = installation?.numbers ?? null
      this.crest = installation?.crest ?? null
      this.outlines = installation?.outlines ?? null
      Object.assign(this.config, settledConfig(config, installation))
    },
    close: db.close,
  }
}

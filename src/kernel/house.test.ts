/** Opening an installation: whose it is, with which keys it was served, and what a command may not begin or change. */
import { randomBytes } from "node:crypto"
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest"
import { allJobs } from "../jobs.ts"
import { seedOrganizations } from "../organizations/index.ts"
import { keepAnswer } from "../setup/actions/answering.ts"
import { commandConfig } from "./commands.ts"
import type { Config } from "./config.ts"
import { withClient, withDatabase } from "./db/prepare.ts"
import { type HowToOpen, openHouse } from "./house.ts"
import { linkTo } from "./http/links.ts"
import { openKeys } from "./keys.ts"
import { takeLock, tellAddress } from "./lock.ts"
import { freshDatabase } from "./testing/database.ts"
import { houseOf } from "./testing/house.ts"

const db = await freshDatabase()
const plain = houseOf(db)
const place = mkdtempSync(join(tmpdir(), "lienphong-opening-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const config = (own: Partial<Config> = {}): Config => ({
  ...plain.config,
  databaseUrl: db.adminUrl,
  keysDir: inject("keysDir"),
  ...own,
})
const opened = async (own: Partial<Config> = {}, how: HowToOpen = {}) => {
  const house = await openHouse(config(own), how)
  await house.close()
  return house
}
const copyOfKeys = () => {
  const dir = mkdtempSync(join(place, "keys-"))
  cpSync(inject("keysDir"), dir, { recursive: true })
  return dir
}
const setUpBy = (who: "data" | "pages") => db.admin("update installation set set_up_by = $1", [who])

beforeAll(async () => {
  await seedOrganizations(db)
  await opened()
})

describe("a province that people set up", () => {
  test("is not opened with the demo nor on a day that stands still, and is told how; on the real day it is", async () => {
    await setUpBy("pages")
    await expect(opened({ demo: true, today: "2023-09-15" })).rejects.toThrow(
      /tỉnh Hưng Yên, do người thật cài đặt.*Đặt LIENPHONG_DEMO=0/,
    )
    await expect(opened({ today: "2023-09-15" }, { begins: true })).rejects.toThrow(
      /LIENPHONG_TODAY=2023-09-15/,
    )
    expect((await opened()).province?.name).toBe("Hưng Yên")
  })

  test("is told from the province of the demo, which goes on standing on its day", async () => {
    await setUpBy("data")
    expect((await opened({ demo: true, today: "2023-09-15" })).province?.name).toBe("Hưng Yên")
  })
})

test("whoever is in the middle of a set-up does not find the demo loaded in its place after a restart", async () => {
  const empty = await freshDatabase()
  const begun = { databaseUrl: empty.adminUrl }
  await keepAnswer({ db: empty, keys: empty.keys }, "province", { code: "15" })
  await expect(opened({ ...begun, demo: true }, { begins: true })).rejects.toThrow(
    /đang cài đặt.*LIENPHONG_DEMO=0/,
  )
  expect((await opened(begun, { begins: true })).province).toBeNull()
})

describe("a keys folder", () => {
  test("that lacks one key is refused by its name, and no new key is made in its place", async () => {
    for (const purpose of ["identity", "signing"]) {
      const dir = copyOfKeys()
      const lost = readdirSync(dir).find((name) => name.startsWith(`${purpose}.`)) ?? ""
      rmSync(join(dir, lost))
      const before = readdirSync(dir)
      await expect(opened({ keysDir: dir }, { begins: true })).rejects.toThrow(`thiếu ${lost}`)
      expect(() => openKeys(dir, { mayCreate: false })).toThrow(`thiếu khóa ${purpose}`)
      expect(readdirSync(dir)).toEqual(before)
    }
  })

  test("of another province does not change the passwords under which the running server works", async () => {
    const others = join(place, "others")
    openKeys(others, { mayCreate: true })
    await expect(opened({ keysDir: others })).rejects.toThrow(/thiếu/)
    await expect(opened({ keysDir: others }, { prepares: false })).rejects.toThrow(/thiếu/)
    expect((await opened({}, { prepares: false })).province).not.toBeNull()
  })

  test("into which a stray second key came finds every receipt as before", async () => {
    const dir = copyOfKeys()
    for (const id of ["00000000", "ffffffff"])
      writeFileSync(join(dir, `receipt.${id}.key`), randomBytes(32).toString("hex"))
    for (const _ of [1, 2]) {
      const { keys } = await opened({ keysDir: dir })
      expect(keys.hmac("receipt", "mã của một người")).toBe(db.keys.hmac("receipt", "mã của một người"))
    }
  })
})

describe("a command", () => {
  test("on a folder or a database that holds nothing says so, and begins no new installation there", async () => {
    const dataDir = join(place, "deleted")
    await expect(opened({ databaseUrl: null, dataDir })).rejects.toThrow(`Không có dữ liệu ở ${dataDir}`)
    expect(existsSync(dataDir)).toBe(false)
    const name = `t_${randomBytes(6).toString("hex")}`
    const databaseUrl = withDatabase(db.adminUrl, name)
    await expect(opened({ databaseUrl })).rejects.toThrow(`Không có dữ liệu ở cơ sở dữ liệu ${name}`)
    const found = await withClient(db.adminUrl, (admin) =>
      admin.query("select from pg_database where datname = $1", [name]),
    )
    expect(found.rowCount).toBe(0)
  })

  test("that only looks leaves a database that is behind the program as it is, and says what to run", async () => {
    const [last] = (await db.admin("select max(name) as name from schema_migrations")).rows
    await db.admin("delete from schema_migrations where name = $1", [last.name])
    try {
      await expect(opened({}, { prepares: false })).rejects.toThrow(/còn 1 bước nâng cấp.*database migrate/)
    } finally {
      await db.admin("insert into schema_migrations (name) values ($1)", [last.name])
    }
  })
})

test("a database user who may only make roles and databases is told what is needed, before anything is changed", async () => {
  const name = `u_${randomBytes(6).toString("hex")}`
  await db.admin(`create role ${name} login createrole createdb password 'chi-de-thu'`)
  const url = new URL(db.adminUrl)
  url.username = name
  url.password = "chi-de-thu"
  try {
    await expect(opened({ databaseUrl: url.toString() }, { begins: true })).rejects.toThrow(
      `Người dùng ${name} trong DATABASE_URL không phải superuser`,
    )
  } finally {
    await db.admin(`drop role ${name}`)
  }
})

test("a worker that was started before the set-up backs up the same night into the folder that the set-up named", async () => {
  const dir = mkdtempSync(join(place, "nights-"))
  vi.stubEnv("LIENPHONG_DATA", join(place, "nothing"))
  vi.stubEnv("DATABASE_URL", "")
  const house = { ...houseOf(db, { province: null }), config: { ...plain.config } }
  const night = allJobs(house)["backup.night"]
  await db.admin("update installation set backup_dir = $1", [dir])
  // There is nothing to back up where this process looks; that it tried, and where, is told in the folder.
  await expect(night?.run({})).rejects.toThrow(/Không có dữ liệu/)
  expect(readdirSync(dir)).toEqual(["last.json"])
})

test("a link that is made in a shell without HOST and PORT leads to where the server listens, as long as it runs", () => {
  const dataDir = mkdtempSync(join(place, "serving-"))
  vi.stubEnv("LIENPHONG_DATA", dataDir)
  for (const name of ["HOST", "PORT", "LIENPHONG_URL"]) vi.stubEnv(name, "")
  const release = takeLock(dataDir, "server")
  tellAddress({ dataDir, host: "192.168.1.20", port: 8080 })
  expect(linkTo(commandConfig(), "/cai-dat/x")).toBe("http://192.168.1.20:8080/cai-dat/x")
  release()
  expect(linkTo(commandConfig(), "/cai-dat/x")).toBe("http://127.0.0.1:3000/cai-dat/x")
})

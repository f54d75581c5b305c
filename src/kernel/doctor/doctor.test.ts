import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { allJobs } from "../../jobs.ts"
import { asJob } from "../db/database.ts"
import { ServerTooOld } from "../db/there.ts"
import { type House, NothingThere } from "../house.ts"
import { journal } from "../journal.ts"
import { KeysMissing } from "../keys.ts"
import { freshDatabase } from "../testing/database.ts"
import { houseOf } from "../testing/house.ts"
import { doctor } from "./command.ts"
import { examine } from "./examine.ts"
import { filesLooked } from "./files.ts"
import { answerOf, type Finding } from "./findings.ts"
import { examineShut } from "./shut.ts"
import { sayable, sentencesOf } from "./words.ts"

const db = await freshDatabase()
const plain = houseOf(db)
mkdirSync(plain.config.keysDir)
/** Other tests share the folder of keys: whether these are copied is said here. */
const keysWith = (ids: string[]) => ({ ...plain.keys, notBackedUp: () => ids })
const withConfig = (config: Partial<House["config"]>): House => ({
  ...plain,
  config: { ...plain.config, ...config },
})
const look = (config: Partial<House["config"]> = {}, files = true) => examine(withConfig(config), { files })
const kinds = (findings: readonly Finding[]) => findings.map(({ check, what }) => `${check}.${what}`)
/** A lost file is found by its hash, whoever lost it. */
const hash = "ab".repeat(32)

describe("the doctor has three answers", () => {
  test("'to do before citizens are told', on a machine that nobody has finished setting up", async () => {
    const findings = await examine({ ...plain, keys: keysWith(["0aceafc0"]) }, { files: true })
    expect(kinds(findings)).toEqual(
      expect.arrayContaining([
        "keys.not-copied",
        "keys.same-disk",
        "people.nobody",
        "numbers.programs-own",
        "backup.unset",
        "mail.unset",
        "address.unset",
        "jobs.silent",
      ]),
    )
    expect(answerOf(findings)).toBe("to-do")
  })

  test("'in order', once each line was put right", async () => {
    await db.queuePool.query(
      "insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ('test', now(), now())",
    )
    // Another disk than the data's, on any Linux machine.
    const other = mkdtempSync("/dev/shm/lienphong-doctor-")
    const [backupDir, keysDir] = [join(other, "backups"), join(other, "keys")]
    mkdirSync(keysDir)
    await signInAs(db, { bodySlug: "so-moi", role: "administrator", name: "Tòng Quản Trị" })
    const name = `lienphong-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`
    mkdirSync(join(backupDir, name), { recursive: true })
    writeFileSync(join(backupDir, name, "backup.json"), "{}")
    plain.keys.markBackedUp()
    const smtp = createServer((socket) => {
      socket.write("220 mail.example\r\n")
      socket.on("data", (line) => socket.write(/^quit/i.test(line.toString()) ? "221 bye\r\n" : "250 ok\r\n"))
      socket.on("error", () => {})
    })
    await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve))
    const at = smtp.address()
    const port = typeof at === "object" && at !== null ? at.port : 0
    const set = withConfig({
      ...{ backupDir, keysDir, publicUrl: "https://lienphong.example" },
      smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    })
    const findings = await examine({ ...set, numbers: [] }, { files: true })
    smtp.close()
    rmSync(other, { recursive: true, force: true })
    // How full this machine's disks are, is the machine's.
    expect(findings.filter(({ check, what }) => check !== "disk" && what !== "full")).toEqual([])
    expect(answerOf([])).toBe("in-order")
  })

  test("'cannot run', when somebody granted by hand what no migration grants, and names the table", async () => {
    await db.admin("grant delete on journal to lp_app")
    const findings = await look()
    await db.admin("revoke delete on journal from lp_app")
    expect(findings[0]).toMatchObject({ check: "grants", level: "cannot-run", facts: { names: ["journal"] } })
    expect(answerOf(findings)).toBe("cannot-run")
    expect(kinds(await look())).not.toContain("grants.other")
  })

  test("'cannot run', where the program stands still on a day outside the demo", async () => {
    expect(await look({ today: "2023-09-15" })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: "clock", what: "stands", level: "cannot-run" }),
      ]),
    )
  })
})

describe("the doctor answers 'cannot run' for an installation that does not open", () => {
  const shut = async (error: unknown) => examineShut(plain, error)

  test("because a key is gone, the database is away, PostgreSQL is too old, the disk is full or nothing is there", async () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" })
    const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })
    for (const [error, key] of [
      [new KeysMissing("Thư mục khóa thiếu identity.key."), "start.keys"],
      [away, "start.database"],
      [new ServerTooOld(17), "version.old"],
      [full, "start.full"],
      [new NothingThere("Không có dữ liệu ở /srv/khac."), "start.nothing"],
    ] as const) {
      const findings = await shut(error)
      expect(kinds(findings)).toContain(key)
      expect(answerOf(findings)).toBe("cannot-run")
    }
  })

  test("and says it to programs too, with the folder at which it looked", async () => {
    const dataDir = join(plain.config.dataDir, "nobody-was-here")
    vi.stubEnv("LIENPHONG_DATA", dataDir)
    vi.stubEnv("DATABASE_URL", "")
    const said: string[] = []
    vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0)
    expect(await doctor(["--json"])).toBe(1)
    expect(JSON.parse(said.join(""))).toMatchObject({
      ...{ answer: "cannot-run", data: dataDir },
      findings: [{ check: "start", said: expect.stringContaining(`Không có dữ liệu ở ${dataDir}`) }],
    })
  })
})

describe("the doctor tells", () => {
  test("of a province that nobody has set up, and of a backup folder that is not there", async () => {
    const unset: House = { ...withConfig({ backupDir: "/khong/co/thu-muc" }), province: null }
    const found = kinds(await examine(unset, { files: false }))
    expect(found).toEqual(expect.arrayContaining(["setup.not-done", "backup.absent"]))
    expect(found.filter((one) => /^(people|numbers)/.test(one))).toEqual([])
  })

  test("of a clock that was set back behind the newest entry of the journal", async () => {
    const on = (day: string): House => ({ ...plain, clock: { now: () => new Date(`${day}T03:00:00Z`) } })
    expect(kinds(await examine(on("2023-09-16"), { files: false }))).not.toContain("clock.behind")
    await asJob(db, "test", (tx) => journal(tx, { what: "setup.link-made" }))
    expect(await examine(on("2023-09-14"), { files: false })).toContainEqual(
      expect.objectContaining({ check: "clock", what: "behind", level: "cannot-run" }),
    )
  })

  test("of a job that gave up, by its name", async () => {
    await db.queuePool.query("select graphile_worker.add_job('letters.lost', max_attempts := 1)")
    await db.queuePool.query(
      "update graphile_worker._private_jobs set attempts = 1 where task_id = (select id from graphile_worker._private_tasks where identifier = 'letters.lost')",
    )
    const findings = await look()
    await db.queuePool.query("delete from graphile_worker._private_jobs where attempts = 1")
    expect(findings).toContainEqual(
      expect.objectContaining({ check: "jobs", what: "gave-up", facts: { names: ["letters.lost"] } }),
    )
  })

  test("of a mail server that does not answer, and of an address without encryption", async () => {
    const findings = await look({ smtpUrl: "smtp://127.0.0.1:1", publicUrl: "http://lienphong.example" })
    expect(kinds(findings)).toEqual(expect.arrayContaining(["mail.refused", "address.plain"]))
  })

  test("of demo passwords at a public address, and not of a demo at home", async () => {
    expect(kinds(await look({ demo: true, publicUrl: "https://lienphong.example" }))).toContain("demo.public")
    expect(kinds(await look({ demo: true }))).not.toContain("demo.public")
  })

  test("of the coming year without days off, from October on only", async () => {
    const on = (day: string): House => ({ ...plain, clock: { now: () => new Date(`${day}T03:00:00Z`) } })
    const years = async (day: string) =>
      (await examine(on(day), { files: false })).find(({ check }) => check === "days-off")?.facts.years
    expect(await years("2026-09-30")).toBeUndefined()
    expect(await years("2026-10-01")).toEqual(["2027"])
    expect(await years("2031-03-01")).toEqual(["2031"])
  })

  test("of a check that broke, instead of leaving it out", async () => {
    const gone = withConfig({ dataDir: join(plain.config.dataDir, "gone") })
    expect(await examine(gone, { files: false })).toContainEqual(
      expect.objectContaining({ check: "disk", what: "unknown", level: "cannot-run" }),
    )
  })

  test("every finding in both languages, with what to do", () => {
    expect(sayable("en")).toEqual(sayable("vi"))
    for (const key of sayable("vi")) {
      const [check = "", what = ""] = key.split(".")
      for (const lang of ["vi", "en"] as const) {
        const { said, remedy } = sentencesOf(lang, {
          check: check as "disk",
          what: key === "unknown" ? key : what,
          level: "to-do",
          facts: {},
        })
        expect([said.length > 8, remedy.length > 8]).toEqual([true, true])
      }
    }
  })
})

describe("/quan-tri/tinh-trang", () => {
  const app = createApp(plain)
  let keeper: string
  let officer: string
  beforeAll(async () => {
    keeper = (
      await signInAs(db, {
        bodySlug: "giu-so-do",
        role: "administrator",
        name: "Đào Quản Trị",
        body: { name: "Văn phòng giữ sơ đồ", keepsChart: true },
      })
    ).cookie
    officer = (await signInAs(db, { bodySlug: "so-khac", role: "officer", name: "Lý Cán Bộ" })).cookie
  })
  const page = async (cookie: string) => app.request("/quan-tri/tinh-trang", { headers: { cookie } })

  test("shows the administrator of the body that keeps the chart what the command says, and nobody else", async () => {
    const answer = await page(keeper)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toContain("Còn việc phải làm trước khi báo cho người dân dùng")
    expect(text).toContain("LIENPHONG_BACKUP_DIR")
    expect((await page(officer)).status).toBe(403)
  })

  test("names a lost file once the night has compared the store", async () => {
    const before = await (await page(keeper)).text()
    expect(before).toContain("Kho tệp chưa được đối chiếu lần nào")
    await allJobs(plain)["doctor.files"]?.run({})
    expect(filesLooked(plain.config.dataDir)?.findings).toEqual([])
    expect(await (await page(keeper)).text()).toContain("Kho tệp được đối chiếu lúc")
    writeFileSync(
      join(plain.config.dataDir, "doctor-files.json"),
      JSON.stringify({
        at: new Date().toISOString(),
        findings: [{ check: "files", level: "to-do", what: "missing", facts: { n: 1, names: [hash] } }],
      }),
    )
    expect(await (await page(keeper)).text()).toContain(hash)
  })

  test("tells of a proxy that speaks for others and is not believed", async () => {
    // In-process requests have no peer, which nobody believes.
    await app.request("/bao-tin/viec-khac", {
      method: "POST",
      headers: {
        "x-forwarded-for": "203.0.113.9",
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({
        once: "ab".repeat(16),
        text: "Có người gọi xưng là công an, đòi chuyển tiền.",
      }),
    })
    expect(await (await page(keeper)).text()).toContain("LIENPHONG_PROXIES")
  })
})

import { beforeAll, describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { casePaths, tipsAreAnswered } from "../cases/index.ts"
import { openLog } from "../kernel/log.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { forwardsComeBack, signalPaths as paths } from "../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../signals/testing/hub.ts"
import { reachedFrom } from "../testing/walk.ts"

/**
 * What a reporter entrusted to the lead department is planted in name, contact, place and inside the words, and then looked
 * for wherever it must not be: pages, exports and interfaces of other bodies, the public, the log, and every table that
 * is kept in the clear.
 */
const canaries = [
  "Hoàng Thị Kín",
  "hoang thi kin",
  "0355444333",
  "0355 444 333",
  "kin.canary",
  "19001119990001",
]
const db = await freshDatabase()
const logged: string[] = []
let hub: Hub
let code = ""

beforeAll(async () => {
  hub = await hubOf(db, openLog("trace", { write: (line) => void logged.push(line) }))
  const page = await hub.post(paths.reportMoney, {
    once: once(1),
    name: "Hoàng Thị Kín",
    contact: "0355 444 333, kin.canary@thu.example",
    target: "0988 222 111",
    text: "Tôi là Hoàng Thị Kín, số của tôi 0355444333. Tôi đã chuyển từ tài khoản của tôi 19001119990001 Techcombank cho số 0988 222 111.",
    place: "nhà bà Hoàng Thị Kín, xã Mẫu",
  })
  code = codeOn(await page.text())
  await hub.post(paths.followMessages, { code, text: "Hoàng Thị Kín đây, gọi tôi số 0355 444 333." })
  const id = String((await db.admin("select id from signals")).rows[0].id)
  await hub.post(paths.signalForm(id, "mo-danh-tinh"), { reason: "Theo luật" }, hub.minh)
  await hub.post(
    paths.signalForm(id, "loi-da-che"),
    { redactedText: "Bị lừa chuyển tiền cho số 0988 222 111." },
    hub.minh,
  )
  await hub.post(
    paths.newSignal,
    { once: once(2), channel: "phone", path: "other", text: "Số 0988 222 111 gọi lừa." },
    hub.cong,
  )
  const indicator = String(
    (await db.admin("select indicator_id from signal_identifiers where signal_id = $1 limit 1", [id])).rows[0]
      .indicator_id,
  )
  await hub.post(paths.signalForm(id, "noi-khac"), { indicatorId: indicator }, hub.minh)
  await hub.post(paths.signalForm(id, "xin-chia-se"), { indicatorId: indicator, reason: "Cùng số" }, hub.minh)
  const made = await hub.post(casePaths.newCase, { title: "Lừa chuyển tiền", tin: id }, hub.minh)
  const caseId = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(casePaths.form(caseId, "xac-minh"), {}, hub.minh)
  await hub.post(
    casePaths.form(caseId, "yeu-cau"),
    {
      enterpriseId: hub.tam.bodyId,
      asks: "block",
      targets: "0988 222 111",
      basis: "Nghị định 91/2020/NĐ-CP",
      dueOn: "2023-09-20",
    },
    hub.minh,
  )
  await hub.post(
    casePaths.form(caseId, "chuyen-cong-an"),
    { toBodyId: hub.cong.bodyId, reason: "Dấu hiệu tội phạm" },
    hub.lan,
  )
  await deliverOutbox(hub.house.db, [tipsAreAnswered, forwardsComeBack], hub.house.log)
})

function expectNone(text: string, where: string): void {
  for (const canary of [...canaries, code])
    expect(text.toLowerCase().includes(canary.toLowerCase()), `${canary} in ${where}`).toBe(false)
}

/** Follows every link of our own that a person at that desk can reach. */
const everything = (who: Signed | undefined): Promise<Map<string, string>> =>
  reachedFrom(
    [
      "/",
      "/lam-viec",
      "/van-ban",
      "/tin-bao",
      "/tin-bao/chia-se",
      "/vu-viec",
      "/vu-viec/yeu-cau",
      "/bao-cao",
      "/bao-cao/so-lieu",
    ],
    (path) => hub.get(path, who),
    (bytes) => bytes.toString("utf8"),
  )

describe("what a reporter entrusted to one body", () => {
  test.each(["cong", "son", "van", "tam", "public"] as const)(
    "stands on no page, in no export and in no file that %s reaches",
    async (who) => {
      const seen = await everything(who === "public" ? undefined : hub[who])
      expect(seen.size).toBeGreaterThan(3)
      for (const [path, text] of seen) expectNone(text, path)
      if (who === "cong") expect([...seen.values()].join("").includes("0988 222 111")).toBe(true)
    },
    60_000,
  )

  test("is in no line of the log, though everything was logged", () => {
    expect(logged.length).toBeGreaterThan(10)
    expectNone(logged.join("\n"), "the log")
  })

  test("is in the clear in no table: not in the journal, the outbox, a job, a sheet, nor beside the seal", async () => {
    const tables = await db.admin(
      "select schemaname as s, tablename as t from pg_tables where schemaname in ('public', 'graphile_worker')",
    )
    expect(tables.rows.length).toBeGreaterThan(40)
    for (const { s, t } of tables.rows as { s: string; t: string }[]) {
      const rows = await db.admin(
        `select coalesce(string_agg(to_jsonb(x)::text, ' '), '') as text from "${s}"."${t}" x`,
      )
      // Bytes are shown as hex: a name stored as bytes in the clear would be found as its own hex.
      const text = String(rows.rows[0].text)
      expectNone(text, t)
      for (const canary of canaries) expect(text.includes(Buffer.from(canary).toString("hex"))).toBe(false)
    }
  })
})

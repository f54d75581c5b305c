import { beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { bodies, type Desks, decided, desksIn } from "../../cases/testing/hub.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { periodOf } from "../domain/windows.ts"
import { paths } from "../paths.ts"
import { draftReport } from "./document.ts"
import { readPeriod } from "./figures.ts"
import { correctFigure, lockPeriod } from "./lock.ts"

let now = "2023-09-15T02:00:00Z"
const db = await freshDatabase({ clock: { now: () => new Date(now) } })
const app = createApp(houseOf(db))
const half = periodOf("2023-H2") ?? raise()
let desks: Desks
beforeAll(async () => {
  desks = await desksIn(db)
  await decided(db, desks.lan)
})
const figure = async (id: string) => {
  const reading = await readPeriod(desks.lan, half, "province")
  return reading.figures.find((one) => one.definition.id === id) ?? raise()
}

describe("a lock keeps what was reported", () => {
  test("a period that runs is not locked", async () => {
    expect(await lockPeriod(desks.lan, half, "province")).toEqual({ refused: "report.notOver" })
    now = "2023-12-14T16:59:00Z"
    expect(await lockPeriod(desks.lan, half, "province")).toEqual({ refused: "report.notOver" })
  })
  test("from midnight after its last day the lead department locks it; the hash is in the journal", async () => {
    now = "2023-12-14T17:01:00Z"
    expect(await lockPeriod(desks.ngoai, half, "province")).toEqual({ refused: "report.notYours" })
    expect(await lockPeriod(desks.lan, half, "province")).toHaveProperty("locked")
    const { lock } = await readPeriod(desks.lan, half, "province")
    // What the report prints beside its figures is locked with them.
    expect(lock?.tallies).toMatchObject({ types: [], places: [], duties: [] })
    const entry = await db.admin("select details from journal where what = 'report.locked'")
    expect(entry.rows[0]?.details).toMatchObject({ period: "2023-H2", sha256: lock?.sha256 })
    expect(await lockPeriod(desks.lan, half, "province")).toEqual({ refused: "report.alreadyLocked" })
  })
  test("a case decided in the period but recorded after the lock does not change what was reported", async () => {
    now = "2023-09-15T02:00:00Z"
    await decided(db, desks.lan)
    now = "2023-12-16T02:00:00Z"
    expect(await figure("III.1.3")).toMatchObject({ value: 1, countedNow: 2, isDrifted: true })
  })
  test("a correction says both numbers, why and who, and then stands in the report; the lock stays as it was", async () => {
    const asked = {
      period: half,
      scope: "province",
      figure: "III.1.3",
      reason: "Nhập bổ sung quyết định",
    } as const
    expect(await correctFigure(desks.ngoai, asked)).toEqual({ refused: "report.notYours" })
    expect(await correctFigure(desks.lan, asked)).toEqual({ corrected: true })
    expect(await figure("III.1.3")).toMatchObject({ value: 2, isDrifted: false })
    const { lock } = await readPeriod(desks.lan, half, "province")
    expect(lock?.corrections).toMatchObject([
      { figure: "III.1.3", before: 1, after: 2, by: "Nguyễn Thị Lan" },
    ])
    expect(await correctFigure(desks.lan, asked)).toEqual({ refused: "report.sameAsLocked" })
    const unlocked = { ...asked, scope: "own" } as const
    expect(await correctFigure(desks.lan, unlocked)).toEqual({ refused: "report.notLocked" })
  })
  test("the database refuses to change or delete a lock, even to whoever made it", async () => {
    for (const statement of ["update report_locks set period = 'x'", "delete from report_locks"])
      await expect(db.admin(statement)).rejects.toThrow()
  })
  test("another agency reads the province's lock and sees its corrections; an enterprise does not", async () => {
    const locks = (who: keyof Desks) =>
      asOfficer(db, desks[who].who, (tx) => tx.selectFrom("reportLocks").select("id").execute())
    expect(await locks("ngoai")).toHaveLength(1)
    expect(await locks("tam")).toHaveLength(0)
  })
  test("the locked report goes to signature once, with its hash; what is not locked does not go", async () => {
    const signerId = desks.lan.who.officerId
    const asked = { period: half, scope: "province", signerId } as const
    const other = periodOf("2023-Q3") ?? raise()
    expect(await draftReport(desks.hoa, { ...asked, period: other })).toEqual({ refused: "report.notLocked" })
    expect(await draftReport(desks.hoa, { ...asked, signerId: desks.son.who.officerId })).toEqual({
      refused: "report.noSigner",
    })
    expect(await draftReport(desks.ngoai, { ...asked, signerId: desks.ngoai.who.officerId })).toEqual({
      refused: "report.notYours",
    })
    const done = await draftReport(desks.hoa, asked)
    expect(done).toHaveProperty("documentId")
    const { lock } = await readPeriod(desks.lan, half, "province")
    const kept = await db.admin("select kind, state, signer_id, model::text as model from official_documents")
    expect(kept.rows).toMatchObject([{ kind: "report", state: "draft", signer_id: signerId }])
    expect(kept.rows[0]?.model).toContain(lock?.sha256)
    expect(await draftReport(desks.hoa, asked)).toEqual({ refused: "report.draftedAlready" })
  })
  test("a body locks its own figures beside the province's", async () => {
    expect(await lockPeriod(desks.son, half, "own")).toHaveProperty("locked")
    expect((await readPeriod(desks.ngoai, half, "own")).lock).toBeNull()
  })
  test("locked and correctable by forms alone, with scripts off; a correction without a reason comes back", async () => {
    const lan = await signInAs(db, {
      bodySlug: "hub",
      role: "leader",
      name: "Lan",
      email: "l@mau.example",
      body: bodies.hub,
    })
    const year = "2023"
    const post = (path: string, fields: Record<string, string>) =>
      app.request(path, { method: "POST", headers: lan.headers, body: new URLSearchParams(fields) })
    const locked = await post(paths.lock(year), {})
    expect([locked.status, locked.headers.get("location")]).toEqual([303, `${paths.period(year)}?xong=khoa`])
    expect((await post(paths.lock(year), {})).status).toBe(409)
    now = "2023-09-15T02:00:00Z"
    await decided(db, desks.lan)
    now = "2023-12-16T03:00:00Z"
    const page = async () => (await app.request(paths.period(year), { headers: lan.headers })).text()
    expect(await page()).toContain("Sau khi khóa, hệ thống đếm được 3 quyết định")
    const empty = await post(paths.corrections(year, "III.1.3"), { reason: " " })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain("Nhập lý do đính chính")
    expect((await post(paths.corrections(year, "III.1.3"), { reason: "Nhập muộn" })).status).toBe(303)
    expect(await page()).toContain("Nhập muộn")
    const report = await (await app.request(paths.report(year), { headers: lan.headers })).text()
    const signerId = /<option value="([0-9a-f-]{36})"/.exec(report)?.[1] ?? ""
    expect((await post(paths.signature(year), { signerId: "" })).status).toBe(422)
    expect((await post(paths.signature(year), { signerId })).headers.get("location")).toMatch(
      /^\/van-ban-di\/[0-9a-f-]{36}$/,
    )
    expect(await (await app.request(paths.report(year), { headers: lan.headers })).text()).toContain(
      "Mở văn bản đi",
    )
  })
})

function raise(): never {
  throw new Error("not found")
}

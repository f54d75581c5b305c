import { beforeAll, describe, expect, test } from "vitest"
import { casePaths } from "../../cases/index.ts"
import { bodies, planTask, samplePlan } from "../../directives/testing/province.ts"
import { type Town, townOf } from "../../directives/testing/town.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { readFigures } from "../../reports/actions/figures.ts"
import { periodOf, windowOf } from "../../reports/domain/windows.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { proposeNumber } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let town: Town
const label = "2023-H2"

beforeAll(async () => {
  hub = await hubOf(db)
  town = townOf(db)
})

const figure = async (id: string, who: Hub["lan"], scope: "province" | "own" = "province") => {
  const period = periodOf(label)
  if (period === null) throw new Error("no such period")
  const all = await asOfficer(db, { officerId: who.officerId, bodyId: who.bodyId }, (tx) =>
    readFigures(tx, windowOf(period), scope),
  )
  return all.find((one) => one.definition.id === id)
}

/** Both bodies tell their number of warnings in a report on their task. */
async function tell(key: "hub" | "culture", assignment: string, value: string): Promise<void> {
  const body = new FormData()
  const fields = {
    text: "Đã cảnh báo.",
    percent: "40",
    "figure-1": "III.4.3",
    "period-1": label,
    "value-1": value,
  }
  for (const [name, one] of Object.entries(fields)) body.set(name, one)
  const { headers } = await town.as(key)
  await town.post(`/lam-viec/${assignment}/tiep-nhan`, await town.as(key))
  const sent = await town.app.request(`/lam-viec/${assignment}/tien-do`, { method: "POST", headers, body })
  expect(sent.status).toBe(303)
}

describe("figures of the half-year come from records", () => {
  test("warnings that a body released and the number that it reports are one figure, not two; a body without records counts by its word", async () => {
    const plan = samplePlan()
    const task = planTask({ bodies: [bodies.hub.id, bodies.culture.id] })
    const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Các sở", tasks: [task] }] })
    await tell("hub", await town.assignmentOf(letter, "hub", "1.1"), "9")
    await tell("culture", await town.assignmentOf(letter, "culture", "1.1"), "2")
    expect(await figure("III.4.3", hub.lan)).toMatchObject({ value: 11, source: "bodies" })

    const sent = await hub.post(
      paths.newWarning,
      {
        title: "Dọa cắt điện, bắt tải ứng dụng lạ",
        looksLike: "Nhà ông bà nợ tiền điện, tải ứng dụng để trả.",
        signs: "Gọi từ số lạ\nBắt tải ứng dụng",
        whatToDo: "Cúp máy",
        severity: "warning",
        audience: "public",
        expiresOn: "2023-10-10",
      },
      hub.minh,
    )
    const at = (sent.headers.get("location") ?? "").split("?")[0] ?? ""
    const released = await hub.post(`${at}/phat`, { blamesNobody: "yes", isPlain: "yes" }, hub.lan)
    expect(released.status).toBe(303)
    expect(await figure("III.4.3", hub.lan)).toMatchObject({
      value: 3,
      source: "mixed",
      reported: { value: 9, bodies: 1 },
    })
    expect(await figure("III.4.3", hub.lan, "own")).toMatchObject({ value: 1, source: "system" })
  })

  test("the figure's page shows the body's own number beside its records, and that it is to be asked about", async () => {
    const page = await (await hub.get(`/bao-cao/so-lieu/${label}/III.4.3`, hub.lan)).text()
    expect(page).toContain("Tự báo cáo")
    expect(page).toContain("hỏi lại")
    expect(page).toContain("được tính: chưa có hồ sơ")
    expect(page).toMatch(/href="\/chia-se\/canh-bao\/[0-9a-f-]{36}"/)
  })

  test("a number that an enterprise blocked because it was shared counts once, also when two bodies shared it", async () => {
    const before = (await figure("III.5.2", hub.lan))?.value ?? 0
    for (const [who, second] of [
      [hub.minh, hub.lan],
      [hub.cong, hub.son],
    ] as const) {
      const at = await proposeNumber(hub, "0951 234 620", { who })
      expect((await hub.post(`${at}/phat`, { isRead: "yes" }, second)).status).toBe(303)
      const fields = { answer: "blocked", doneOn: "2023-09-15", doneTime: "00:10", note: "" }
      expect((await hub.post(`${at}/tra-loi`, fields, hub.tam)).status).toBe(303)
    }
    expect((await figure("III.5.2", hub.lan))?.value).toBe(before + 1)
    expect((await figure("III.5.2", hub.tam, "own"))?.value).toBe(1)
  })

  test("a number that a case asked to block and that was shared as well is one blocked number", async () => {
    const made = await hub.post(casePaths.newCase, { title: "Số gọi hàng loạt" }, hub.minh)
    const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
    await hub.post(casePaths.form(id, "xac-minh"), {}, hub.minh)
    const asking = {
      enterpriseId: hub.tam.bodyId,
      asks: "block",
      targets: "0951 234 630",
      basis: "NĐ 91/2020",
      dueOn: "2023-09-18",
    }
    await hub.post(casePaths.form(id, "yeu-cau"), asking, hub.minh)
    const { rows } = await db.admin("select id from prevention_requests where case_id = $1", [id])
    const before = (await figure("III.5.2", hub.lan))?.value ?? 0
    const done = { answer: "done", doneOn: "2023-09-15", doneTime: "00:30" }
    expect((await hub.post(casePaths.requestAnswer(String(rows[0]?.id)), done, hub.tam)).status).toBe(303)
    const at = await proposeNumber(hub, "0951 234 630")
    await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
    const blocked = { answer: "blocked", doneOn: "2023-09-15", doneTime: "00:40", note: "" }
    expect((await hub.post(`${at}/tra-loi`, blocked, hub.tam)).status).toBe(303)
    expect((await figure("III.5.2", hub.lan))?.value).toBe(before + 1)
  })

  test("an answer that was corrected to “not ours” is no block any more", async () => {
    const at = await proposeNumber(hub, "0951 234 621")
    await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
    const before = (await figure("III.5.2", hub.lan))?.value ?? 0
    const blocked = { answer: "blocked", doneOn: "2023-09-15", doneTime: "00:20", note: "" }
    await hub.post(`${at}/tra-loi`, blocked, hub.tam)
    expect((await figure("III.5.2", hub.lan))?.value).toBe(before + 1)
    await hub.post(`${at}/tra-loi`, { answer: "not-ours", note: "Thuê bao mạng khác" }, hub.tam)
    expect((await figure("III.5.2", hub.lan))?.value).toBe(before)
  })
})

import { beforeAll, expect, test } from "vitest"
import { planTask, samplePlan, bodies as townBodies } from "../../directives/testing/province.ts"
import { townOf } from "../../directives/testing/town.ts"
import { groundIn, places } from "../../infrastructure/testing/ground.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { readFigures } from "../../reports/actions/figures.ts"
import { periodOf, windowOf } from "../../reports/domain/windows.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { attempt, inviteTo, linksOf, openRoundOf, publish } from "../testing/taught.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
})

const label = "2023-H2"
const figure = async (id: string, who: Hub["lan"], scope: "province" | "own" = "province") => {
  const period = periodOf(label)
  if (period === null) throw new Error("no such period")
  const all = await asOfficer(db, { officerId: who.officerId, bodyId: who.bodyId }, (tx) =>
    readFigures(tx, windowOf(period), scope),
  )
  return all.find((one) => one.definition.id === id)
}

test("a body tells of 20 activities in a letter, then enters two results: the half-year says two, with its own number beside, never 22", async () => {
  const town = townOf(db)
  const task = planTask({ bodies: [townBodies.hub.id, townBodies.culture.id] })
  const plan = samplePlan()
  const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Các sở", tasks: [task] }] })
  for (const [key, value] of [
    ["hub", "20"],
    ["culture", "3"],
  ] as const) {
    const assignment = await town.assignmentOf(letter, key, "1.1")
    const { headers } = await town.as(key)
    const body = new FormData()
    const fields = { text: "Đã tuyên truyền.", percent: "40" }
    const told = { "figure-1": "III.4.1", "period-1": label, "value-1": value }
    for (const [name, one] of Object.entries({ ...fields, ...told })) body.set(name, one)
    await town.post(`/lam-viec/${assignment}/tiep-nhan`, await town.as(key))
    await town.app.request(`/lam-viec/${assignment}/tien-do`, { method: "POST", headers, body })
  }
  expect(await figure("III.4.1", hub.lan)).toMatchObject({ value: 23, source: "bodies" })

  const asked = { title: "Cúp máy", aim: "Biết cúp máy", audiences: "people", channels: "meeting" }
  const sent = await hub.post(
    paths.newCampaign,
    { ...asked, beginsOn: "2023-09-01", endsOn: "2023-12-31" },
    hub.hoa,
  )
  const at = sent.headers.get("location")?.split("?")[0] ?? ""
  await hub.post(`${at}/bat-dau`, {}, hub.hoa)
  const meeting = { channel: "meeting", areaCode: places.here, heldOn: "2023-09-10", amount: "85" }
  const loud = { channel: "loudspeaker", areaCode: places.there, heldOn: "2023-09-11", amount: "30" }
  for (const one of [meeting, loud, { ...loud, amount: "9000" }])
    await hub.post(`${at}/ghi-ket-qua`, { ...one, countedHow: "Sổ" }, hub.hoa)
  const { rows } = await db.admin("select id from campaign_results where amount = 9000")
  await hub.post(`${at}/gach-ket-qua`, { resultId: String(rows[0]?.id), reason: "Gõ nhầm" }, hub.hoa)
  expect(await figure("III.4.1", hub.lan)).toMatchObject({
    ...{ value: 5, source: "mixed", reported: { value: 20, bodies: 1 }, isSwitching: true },
  })
  // Nobody counted who heard the loudspeaker: only those who were present are people reached.
  expect(await figure("III.4.2", hub.lan)).toMatchObject({ value: 85, source: "system" })
  const page = await (await hub.get(`/bao-cao/so-lieu/${label}/III.4.1`, hub.lan)).text()
  expect(page).toContain("Tự báo cáo")
  expect(page).toContain(`href="${at}"`)
})

test("a round to which agents were invited is one activity, and each agent who passed is one person, however often they passed", async () => {
  await publish(hub, "ban-sim", { heldBack: "s05" })
  const round = await openRoundOf(hub)
  expect((await figure("III.4.1", hub.tam, "own"))?.value).toBe(null)
  await inviteTo(hub, round, "Điện thoại Hòa\nSIM Mai")
  const [link = ""] = await linksOf(hub, round)
  await attempt(hub, link, 10)
  await attempt(hub, link, 10)
  expect(await figure("III.4.1", hub.tam, "own")).toMatchObject({
    value: 1,
    parts: [{ part: "course", value: 1 }],
  })
  expect(await figure("III.4.2", hub.tam, "own")).toMatchObject({ value: 1 })
  // An enterprise counts its own alone.
  expect((await figure("III.4.2", hub.lan))?.value).toBe(86)
})

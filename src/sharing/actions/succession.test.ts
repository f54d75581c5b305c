import { beforeAll, expect, test } from "vitest"
import { asJob } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { bodies } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { proposeNumber } from "../testing/hub.ts"
import { sharingDuties } from "./succession.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const pass = (from: string, to: string) =>
  asJob(db, "organizations.reform-day", (tx) => sharingDuties.move(tx, from, [to], "move"))
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()

test("on a reform day what a body shared, and what it leads with others, passes whole to who succeeds it; twice changes nothing", async () => {
  const closed = { tlp: "amber+strict", audience: "chosen", recipients: bodies.police.id }
  const at = await proposeNumber(hub, "0951 234 951", closed)
  expect((await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)).status).toBe(303)
  expect((await hub.post(`${at}/tra-loi`, { answer: "not-ours", note: "" }, hub.cong)).status).toBe(303)
  expect(
    (
      await hub.post(
        `${at}/da-thay`,
        { seenOn: "2023-09-14", seenTime: "20:15", note: "Gọi hàng loạt" },
        hub.cong,
      )
    ).status,
  ).toBe(303)
  const asked = { title: "Cùng chặn", what: "Bật bộ lọc.", dueOn: "2023-09-20", bodies: bodies.police.id }
  const joint = (await hub.post(paths.newJoint, asked, hub.minh)).headers.get("location")?.split("?")[0] ?? ""
  expect(await text(at, hub.minh)).toContain("Gọi hàng loạt")

  await pass(bodies.hub.id, bodies.culture.id)
  await pass(bodies.hub.id, bodies.culture.id)
  expect((await hub.get(at, hub.minh)).status).toBe(404)
  const theirs = await text(at, hub.van)
  expect(theirs).toContain("0951 234 951")
  expect(theirs).toContain("Không phải của chúng tôi")
  expect(theirs).toContain("Gọi hàng loạt")
  expect((await hub.get(joint, hub.minh)).status).toBe(404)
  expect(await text(joint, hub.van)).toContain("Cùng chặn")
  expect(await text(joint, hub.cong)).toContain("Trả lời phần của đơn vị mình")
})

test("who received it and answered passes on too: the successor stands on the list with the answer that was given", async () => {
  const at = await proposeNumber(hub, "0951 234 952", {
    who: hub.cong,
    tlp: "amber+strict",
    audience: "chosen",
    recipients: bodies.telco.id,
  })
  expect((await hub.post(`${at}/phat`, { isRead: "yes" }, hub.son)).status).toBe(303)
  const blocked = { answer: "blocked", doneOn: "2023-09-15", doneTime: "00:30", note: "" }
  expect((await hub.post(`${at}/tra-loi`, blocked, hub.tam)).status).toBe(303)
  await pass(bodies.telco.id, bodies.stranger.id)
  expect((await hub.get(at, hub.tam)).status).toBe(404)
  expect(await text(at, hub.ngoai)).toContain("Đã chặn")
})

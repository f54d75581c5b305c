import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { proposal, proposeNumber, tipAbout } from "../testing/hub.ts"
import { recountShared } from "./recounting.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const reportsOf = async (value: string) =>
  (await db.admin("select reports from shared_indicators where value = $1", [value])).rows[0]?.reports
const recounted = async (value: string) => {
  for (let n = 0; n < 2; n += 1) await recountShared(db)
  return reportsOf(value)
}

test("independent reports are counted again once a tip was withdrawn or merged: what is one report counts once", async () => {
  const [first, second] = [await tipAbout(hub, db, "0951 234 971"), await tipAbout(hub, db, "0951 234 971")]
  const third = await tipAbout(hub, db, "0951 234 971")
  await hub.post(paths.newIndicator, { tip: third.tip, clue: third.clue, ...proposal }, hub.minh)
  expect(await recounted("+84951234971")).toBe(3)
  await db.admin("update signals set state = 'merged', into_id = $2 where id = $1", [second.tip, first.tip])
  expect(await recounted("+84951234971")).toBe(2)
  await db.admin("update signals set withdrawn_at = now() where id = $1", [third.tip])
  expect(await recounted("+84951234971")).toBe(1)
})

test("an indicator that rests on no tip keeps what it has", async () => {
  await proposeNumber(hub, "0951 234 972")
  await db.admin("update shared_indicators set reports = 7 where value = '+84951234972'")
  expect(await recounted("+84951234972")).toBe(7)
})

test("reports that were merged one into another over two steps count as one, and as each for itself once the merge of several was undone", async () => {
  const made = []
  for (let n = 0; n < 3; n += 1) made.push(await tipAbout(hub, db, "0951 234 973"))
  const [first, second, third] = made.map(({ tip }) => tip)
  await hub.post(
    paths.newIndicator,
    { tip: String(first), clue: String(made[0]?.clue), ...proposal },
    hub.minh,
  )
  await db.admin("update signals set state = 'merged', into_id = $2 where id = $1", [third, second])
  expect(await recounted("+84951234973")).toBe(2)
  const merged = await hub.app.request(signalPaths.several, {
    method: "POST",
    body: new URLSearchParams([
      ["act", "merge"],
      ["tin", String(first)],
      ["tin", String(second)],
    ]),
    headers: { ...hub.minh.headers, "sec-fetch-site": "same-origin" },
  })
  const lot = new URL(String(merged.headers.get("location")), "http://x").searchParams.get("lo") ?? ""
  expect(await recounted("+84951234973")).toBe(1)
  expect((await hub.post(signalPaths.severalUndo(lot), {}, hub.minh)).status).toBe(303)
  expect(await recounted("+84951234973")).toBe(2)
})

import { beforeAll, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { bodies, deskOf } from "../../testing/province.ts"
import { takeFromPublic } from "../actions/take.ts"
import { tipsWaiting } from "../actions/waiting.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

test("a tip about a network that nobody at a committee's desk touches for two days is late at the lead department, which learns how many and since when, and no word of it", async () => {
  const { signalId } = await takeFromPublic(hub.house, {
    tip: {
      path: "infrastructure",
      text: "Cáp đứt ở cột số 12",
      target: "",
      place: "",
      name: "",
      contact: "",
    },
    ...{ channel: "portal", once: once(3), files: [], keepsOriginals: false, isHeld: false },
  })
  // The desk that took it is a committee's from now on, and the lead is elsewhere.
  await db.admin(
    "update bodies set is_lead = false, kind = 'commune-committee', name = 'UBND xã Mẫu' where id = $1",
    [bodies.hub.id],
  )
  await db.admin("update bodies set is_lead = true where id = $1", [bodies.culture.id])
  const at = deskOf(hub.house, "van")
  const lead = { ...at, officer: { ...at.officer, isLead: true } }
  const late = async () =>
    (await asOfficer(db, lead.who, (tx) => tipsWaiting(tx, lead, "vi"))).filter(
      ({ href }) => href === paths.placeDesks,
    )
  expect(await late()).toEqual([])
  const page = await (await hub.get(paths.placeDesks, hub.van)).text()
  expect(page).toContain("UBND xã Mẫu")
  expect(page).not.toContain("cột số 12")
  // Nobody else asks, not even who oversees.
  expect((await hub.get(paths.placeDesks, hub.minh)).status).toBe(404)
  await db.admin("update signals set received_at = received_at - interval '3 days' where id = $1", [signalId])
  expect((await late()).map(({ text, tone }) => [tone, text])).toEqual([
    ["late", "Tin về hạ tầng quá 2 ngày chưa ai nhận ở: UBND xã Mẫu"],
  ])
  // Somebody there has taken it up: it is on its way, and late for nobody.
  await db.admin("update signals set state = 'reviewing' where id = $1", [signalId])
  expect(await late()).toEqual([])
})

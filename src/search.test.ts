/** What an officer finds who looks for anything: by every spelling, and never in another body's drawers. */
import { beforeAll, describe, expect, test } from "vitest"
import { casePaths } from "./cases/index.ts"
import { decided, desksIn } from "./cases/testing/hub.ts"
import { samplePlan } from "./directives/testing/province.ts"
import { townOf } from "./directives/testing/town.ts"
import { searchPath } from "./kernel/search/paths.ts"
import { freshDatabase } from "./kernel/testing/database.ts"
import { signalPaths } from "./signals/index.ts"
import { type Hub, hubOf, once } from "./signals/testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let number = ""
beforeAll(async () => {
  hub = await hubOf(db)
  const told = { target: "0977 888 999", text: "Bị dụ vào https://qua-tang.example/nhan rồi mất tiền." }
  await hub.post(signalPaths.reportIdentifier, { once: once(1), ...told })
  const { rows } = await db.admin("select id from signals")
  const opening = { tin: String(rows[0]?.id), title: "Dụ nhận quà qua mạng", summary: "", kind: "" }
  const opened = await hub.post(casePaths.newCase, opening, hub.minh)
  expect(opened.status).toBe(303)
  const desks = await desksIn(db, hub.house)
  const sanctionedId = await decided(db, desks.lan)
  const decision = await db.admin("select number from sanctions where case_id = $1", [sanctionedId])
  number = String(decision.rows[0]?.number)
  await townOf(db).issue(samplePlan())
})

const find = async (text: string, who = hub.minh) =>
  (await hub.get(`${searchPath}?${new URLSearchParams({ q: text })}`, who)).text()

describe("the officer at the hub finds", () => {
  test.each([
    ["0977888999"],
    ["+84 977 888 999"],
    ["88999"],
    ["hxxps://qua-tang[.]example/nhan"],
    ["qua-tang.example"],
  ])("by %s the tip that names it, and the case to which the tip belongs", async (text) => {
    const page = await find(text)
    expect(page).toContain("Bị dụ vào")
    expect(page).toContain("Dụ nhận quà qua mạng")
  })

  test("by the name of an offender, without accents, the case in which he acted", async () => {
    expect(await find("cong ty mau")).toContain("Mạng xã hội không phép")
    expect(await find("cong ty khac")).toContain("Không thấy gì khớp")
  })

  test("by the number of a decision the case that it closed, however the number is spaced", async () => {
    expect(await find(number)).toContain("Mạng xã hội không phép")
    expect(await find(number.replace("/", " / ").toLowerCase())).toContain("Mạng xã hội không phép")
  })

  test("more than five of a kind: the first five, and a link to the list that is asked the same", async () => {
    for (let i = 0; i < 6; i += 1)
      await hub.post(signalPaths.reportIdentifier, {
        once: once(10 + i),
        target: "0388 111 222",
        text: `Cuộc gọi thứ ${i} mời làm nhiệm vụ.`,
      })
    const page = await find("0388111222")
    expect(page.match(/Cuộc gọi thứ/g)).toHaveLength(5)
    expect(page).toContain(`${signalPaths.signals}?ngan=all&amp;q=0388111222`)
  })
})

test("a body finds its own task by words without accents; the letter that gave it too", async () => {
  expect(await find("dak lak", hub.van)).toContain("1.2 Tuyên truyền tại Đắk Lắk")
  const letter = "tăng cường phòng, chống tội phạm trong lĩnh vực thông tin"
  expect(await find("1234", hub.van)).toContain(letter)
  expect(await find("tang cuong phong chong", hub.van)).toContain(letter)
  expect(await find("1234", hub.ngoai)).not.toContain(letter)
})

test("nobody finds what only another body may read, by whatever name", async () => {
  for (const text of ["0977888999", "Dụ nhận quà", number, "cong ty mau"]) {
    const page = await find(text, hub.ngoai)
    expect(page).not.toContain("Bị dụ vào")
    expect(page).not.toContain("Dụ nhận quà qua mạng")
    expect(page).not.toContain("Mạng xã hội không phép")
  }
})

test("an enterprise is not asked about tips and cases at all; a visitor is sent to sign in", async () => {
  const page = await find("0977888999", hub.tam)
  expect(page).not.toContain("<h2>Tin báo")
  expect(page).not.toContain("<h2>Vụ việc")
  expect((await hub.get(`${searchPath}?q=1`)).status).toBe(303)
})

test("what is looked for is text, not markup, and is kept by no cache", async () => {
  const answer = await hub.get(`${searchPath}?q=${encodeURIComponent("<script>x</script>")}`, hub.minh)
  expect(await answer.text()).not.toContain("<script>x")
  expect(answer.headers.get("cache-control")).toContain("no-store")
})

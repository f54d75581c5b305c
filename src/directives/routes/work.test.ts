import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { bodies, peopleIn, planTask, samplePlan } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"

const db = await freshDatabase()
let town: Town
let ids: { late: string; soon: string; open: string; done: string }
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
  const plan = samplePlan()
  const both = { bodies: [bodies.culture.id, bodies.district.id] }
  const tasks = [
    planTask({ ...both, path: "1.1", text: "Việc còn xa", dueOn: "2023-12-01" }),
    planTask({ ...both, path: "1.2", text: "Việc đã trễ ở Đắk Lắk", dueOn: "2023-09-01" }),
    planTask({ ...both, path: "1.3", text: "Việc gần hạn", dueOn: "2023-09-18" }),
    planTask({ ...both, path: "1.4", text: "Việc không hạn", dueOn: null }),
    planTask({ ...both, path: "1.5", text: "Việc đã xong", dueOn: "2023-09-02" }),
  ]
  const letter = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Các sở", tasks }] })
  const of = (path: string) => town.assignmentOf(letter, "culture", path)
  ids = { late: await of("1.2"), soon: await of("1.3"), open: await of("1.4"), done: await of("1.5") }
  const culture = await town.as("culture")
  await town.post(paths.form(ids.done, "tiep-nhan"), culture)
  const body = new FormData()
  body.set("text", "Xong")
  await town.app.request(paths.form(ids.done, "hoan-thanh"), {
    method: "POST",
    headers: culture.headers,
    body,
  })
  await town.post(paths.form(ids.done, "nghiem-thu"), await town.as("office"), { note: "" })
})

const list = async (query = "", key: keyof typeof bodies = "culture") =>
  (await town.get(`${paths.work}${query}`, await town.as(key))).text()
const shown = (text: string) =>
  [...text.matchAll(/<a href="\/lam-viec\/[0-9a-f-]{36}">1\.(\d)/g)].map((m) => m[1])

describe("the list of work", () => {
  test("begins with what is late, then by deadline; what has none comes last, what ended is left out", async () => {
    const text = await list()
    expect(text).toContain("<h1>1 nhiệm vụ đã trễ, 1 nhiệm vụ đến hạn trong 7 ngày tới</h1>")
    expect(shown(text)).toEqual(["2", "3", "1", "4"])
  })

  test("is filtered, ordered and paged by its address", async () => {
    expect(shown(await list("?tt=late"))).toEqual(["2"])
    expect(shown(await list("?tt=soon"))).toEqual(["3"])
    expect(shown(await list("?tt=closed"))).toEqual(["5"])
    expect(shown(await list("?tt=accepted"))).toEqual(["5"])
    expect(shown(await list("?sap=-han"))).toEqual(["4", "1", "3", "2"])
    expect(shown(await list("?moi-trang=2&trang=2"))).toEqual(["1", "4"])
    expect(shown(await list("?tt=nonsense&sap=nonsense&trang=-1"))).toEqual(["2", "3", "1", "4"])
  })

  test("finds words with and without accents", async () => {
    for (const q of ["Đắk Lắk", "dak lak", "DAK"]) expect(shown(await list(`?q=${q}`))).toEqual(["2"])
    expect(await list("?q=khongco")).toContain("Không có mục nào khớp")
  })

  test("a clerk whose own list is empty sees that work she gave is late, and where a letter is brought in", async () => {
    const page = await (await town.get(paths.work, await town.as("office", "clerk"))).text()
    expect(page).toContain("3 nhiệm vụ cơ quan bạn đã giao đang trễ")
    expect(page).toContain(`href="${paths.importing}"`)
    expect(await list()).not.toContain("cơ quan bạn đã giao đang trễ")
  })

  test("holds no other body's work, and the issuer finds what it gave under its own tab", async () => {
    expect(await list("", "stranger")).toContain("Cơ quan bạn chưa được giao nhiệm vụ nào")
    expect(await list("", "office")).toContain("Cơ quan bạn chưa được giao nhiệm vụ nào")
    const issued = await list("?xem=da-giao&tt=late", "office")
    expect(shown(issued)).toEqual(["2", "2", "5"])
    expect(issued).toContain("UBND huyện Mẫu")
    expect(await list("?xem=da-giao", "culture")).toContain("Cơ quan bạn chưa giao nhiệm vụ nào")
  })

  test("“in my charge” holds what a leader put in somebody's charge", async () => {
    const officer = await town.as("culture", "officer")
    expect(await list("?xem=toi")).toContain("Chưa có nhiệm vụ nào do bạn phụ trách")
    await town.post(paths.form(ids.soon, "nguoi-phu-trach"), await town.as("culture"), {
      officer: officer.officerId,
    })
    const text = await (await town.get(`${paths.work}?xem=toi`, officer)).text()
    expect(shown(text)).toEqual(["3"])
  })

  test("is exported as it is filtered, without another body's rows", async () => {
    const answer = await town.get(`${paths.workExport("csv")}?tt=late`, await town.as("culture"))
    const lines = (await answer.text()).trim().split("\r\n")
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain("1234/UBND-KGVX,1.2,Việc đã trễ ở Đắk Lắk,Sở Văn hóa tỉnh Mẫu")
    const none = await town.get(paths.workExport("csv"), await town.as("stranger"))
    expect((await none.text()).trim().split("\r\n")).toHaveLength(1)
  })

  test("without a session leads to the sign-in page and back", async () => {
    const answer = await town.app.request(`${paths.work}?tt=late`)
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/dang-nhap?next=%2Flam-viec%3Ftt%3Dlate",
    ])
  })
})

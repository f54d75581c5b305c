import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { type Delegation, type NewDelegation, refusalOf } from "../domain/delegation.ts"
import { signingPowersOf } from "../index.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db))
let keeper: Signed
let head: Signed
let deputy: Signed
let other: Signed
beforeAll(async () => {
  const at = { bodySlug: "so-mau", body: { name: "Sở Mẫu" } }
  keeper = await signInAs(db, { ...at, role: "administrator", name: "Lê Quản Trị", title: "Quản trị" })
  head = await signInAs(db, { ...at, role: "leader", name: "Trần Giám Đốc", title: "Giám đốc" })
  deputy = await signInAs(db, { ...at, role: "officer", name: "Phạm Phó", title: "Phó Giám đốc" })
  other = await signInAs(db, { bodySlug: "so-khac", role: "administrator", name: "Ngô Khác" })
})

const text = async (path: string, who = keeper) => (await app.request(path, { headers: who.headers })).text()
const post = async (path: string, fields: Record<string, string>, who = keeper) =>
  app.request(path, { method: "POST", headers: who.headers, body: new URLSearchParams(fields) })

const given: NewDelegation = {
  ...{ fromPostId: "head", toPostId: "deputy", form: "TUQ", scope: "Phiếu chuyển", basis: "QĐ 12" },
  ...{ validFrom: "2023-09-01", validTo: "2023-12-31" },
}
const others: Delegation[] = [{ ...given, id: "1" }]

describe("signing for another", () => {
  test.each([
    ["needs an end when it is an authorisation", { validTo: null }, "needsEnd"],
    ["needs no end when a deputy signs for the head", { form: "KT", validTo: null }, null],
    ["does not end before it begins", { validTo: "2023-08-31" }, "endsBeforeStart"],
    ["may end on the day on which it begins", { validFrom: "2024-01-01", validTo: "2024-01-01" }, null],
    ["is for another", { toPostId: "head" }, "itself"],
    [
      "is not authorised again by who is authorised",
      { fromPostId: "deputy", toPostId: "third" },
      "authorisedAgain",
    ],
    [
      "may be authorised by them once their own has ended",
      { fromPostId: "deputy", toPostId: "third", validFrom: "2024-01-01", validTo: "2024-02-01" },
      null,
    ],
    ["is not given twice for the same time", {}, "givenAlready"],
    ["may be given for another matter", { scope: "Báo cáo tháng" }, null],
  ] as const)("%s", (_title, change, expected) => {
    expect(refusalOf({ ...given, ...change }, others)).toBe(expected)
  })

  test("is given on the page, holds on its days only, and ends with today as its last day", async () => {
    const form = {
      ...{
        fromPostId: head.postId,
        toPostId: deputy.postId,
        form: "TUQ",
        scope: "Phiếu chuyển",
        basis: "QĐ 12",
      },
      validFrom: "2023-09-10",
    }
    const open = await post(paths.delegations, form)
    expect([open.status, (await open.text()).includes("Thừa ủy quyền phải có ngày kết thúc.")]).toEqual([
      422,
      true,
    ])
    expect((await post(paths.delegations, { ...form, validTo: "2023-12-31" })).status).toBe(303)
    const page = await text(paths.delegations)
    expect(page).toContain("1 việc ký thay, thừa lệnh, thừa ủy quyền đang có hiệu lực</h1>")
    const powers = (day: string) =>
      asOfficer(db, deputy.who, (tx) =>
        signingPowersOf(tx, { bodyId: deputy.bodyId, postId: deputy.postId, day }),
      )
    expect((await powers("2023-09-15")).map((one) => [one.form, one.fromName])).toEqual([
      ["TUQ", "Giám đốc Trần Giám Đốc"],
    ])
    expect(await powers("2024-01-01")).toEqual([])
    const end = /action="([^"]*ky-thay\/[^"]*)"/.exec(page)?.[1] ?? ""
    expect((await post(end, {}, other)).status).toBe(404)
    expect((await post(end, {})).status).toBe(303)
    expect(await powers("2023-09-15")).toHaveLength(1)
    expect(await powers("2023-09-16")).toEqual([])
  })

  test("keeps what was typed, and names each field that is wrong", async () => {
    const answer = await post(paths.delegations, { scope: "Giấy mời", form: "XX", validTo: "31/12" })
    const page = await answer.text()
    for (const said of [
      "Chọn người ký",
      "Chọn hình thức ký",
      "Nhập ngày bắt đầu",
      "một ngày có trên lịch",
      "Giấy mời",
    ])
      expect(page).toContain(said)
  })

  test("is never given to a post of another body", async () => {
    const form = { ...given, validTo: "2023-12-31", fromPostId: head.postId, toPostId: other.postId }
    expect(await (await post(paths.delegations, form)).text()).toContain("đang giữ chức vụ ở cơ quan này")
  })
})

describe("units of a body", () => {
  test("are added and ended by its administrator, and shown on its page to nobody else", async () => {
    expect(await text(paths.units)).toContain("Sở Mẫu chưa ghi phòng, đơn vị nào</h1>")
    expect((await post(paths.units, { name: "Phòng An toàn thông tin" })).status).toBe(303)
    expect((await post(paths.units, { name: "Phòng An toàn thông tin" })).status).toBe(422)
    expect((await post(paths.units, { name: "" })).status).toBe(422)
    expect(await text(paths.body("so-mau"), deputy)).toContain("Phòng An toàn thông tin")
    expect(await text(paths.body("so-mau"), other)).not.toContain("Phòng An toàn thông tin")
    const end = /action="([^"]*don-vi\/[^"]*)"/.exec(await text(paths.units))?.[1] ?? ""
    expect((await post(end, {}, other)).status).toBe(404)
    expect((await post(end, {})).status).toBe(303)
    expect(await text(paths.units)).toContain("15/09/2023")
  })

  test("and delegations are no page for an ordinary officer", async () => {
    for (const path of [paths.units, paths.delegations])
      expect((await app.request(path, { headers: deputy.headers })).status).toBe(403)
  })
})

import { beforeAll, describe, expect, test } from "vitest"
import { createToken } from "../../accounts/actions/tokens.ts"
import type { Scope } from "../../accounts/index.ts"
import { deskOfSigned, signInAs } from "../../accounts/testing.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { compareTexts } from "../actions/comparing.ts"
import { lookupsPerHour } from "../actions/elsewhere.ts"
import { isWork, withoutWorkMax, zeroBits } from "../domain/work.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let serial = 0
async function tip(text: string, more: Record<string, string> = {}) {
  serial += 1
  const page = await hub.post(paths.reportIdentifier, { once: once(serial), text, ...more })
  codeOn(await page.text())
  const row = (await db.admin("select id, state from signals order by id desc limit 1")).rows[0]
  return { id: String(row.id), state: String(row.state) }
}
async function clueOf(signalId: string): Promise<string> {
  const found = await db.admin(`select indicator_id from signal_identifiers where signal_id = '${signalId}'`)
  return String(found.rows[0].indicator_id)
}
const html = async (path: string, who = hub.minh) => (await hub.get(path, who)).text()

describe("another body also holds this", () => {
  test("yes or no without a name; each asking is in the journal; the holder alone decides what it shares", async () => {
    const { id } = await tip("Số 0911 222 333 gọi lừa đảo.")
    const indicatorId = await clueOf(id)
    const ask = () => hub.post(paths.signalForm(id, "noi-khac"), { indicatorId }, hub.minh)
    await ask()
    expect(await html(paths.signal(id))).toContain("Chưa cơ quan nào khác giữ")
    await hub.post(
      paths.newSignal,
      { once: once(501), channel: "phone", path: "other", text: "Số 0911 222 333 dọa nạt người dân." },
      hub.cong,
    )
    await ask()
    const page = await html(paths.signal(id))
    expect(page).toContain("Cơ quan khác cũng giữ")
    expect(page.slice(page.indexOf("dau-moi"), page.indexOf("Trao đổi"))).not.toContain("Công an")
    const journal = await db.admin("select count(*) from journal where what = 'signal.looked-elsewhere'")
    expect(Number(journal.rows[0].count)).toBe(2)

    const reason = "Nhiều người báo cùng số"
    await hub.post(paths.signalForm(id, "xin-chia-se"), { indicatorId, reason }, hub.minh)
    expect(await html(paths.shares)).not.toContain("Công an")
    const theirs = await html(paths.shares, hub.cong)
    expect(theirs).toContain(reason)
    expect(await html(paths.shares, hub.van)).not.toContain(reason)
    const request = String((await db.admin("select request_id from share_answers")).rows[0].request_id)
    await hub.post(paths.shareAnswer(request), { answer: "Một tin, tháng này.", do: "share" }, hub.son)
    const shared = await html(paths.shares)
    expect(shared).toContain("Một tin, tháng này.")
    expect(shared).toContain("Công an tỉnh Mẫu")
  })

  test("a reporter whose name the asked body writes into its answer stays sealed: the answer is sent back with a remedy, and does not go over", async () => {
    const { id } = await tip("Số 0911 222 777 gọi lừa đảo.")
    const indicatorId = await clueOf(id)
    await hub.post(
      paths.newSignal,
      {
        ...{ once: once(503), channel: "phone", path: "other", text: "Số 0911 222 777 gọi lừa." },
        ...{ name: "Hoàng Thị Bưởi", contact: "0355 222 111" },
      },
      hub.cong,
    )
    await hub.post(paths.signalForm(id, "xin-chia-se"), { indicatorId, reason: "Cần biết" }, hub.minh)
    const { rows } = await db.admin("select request_id from share_answers where state = 'asked'")
    const at = paths.shareAnswer(String(rows[0].request_id))
    for (const answer of ["Bà Hoàng Thị Bưởi báo.", "Người báo dùng số 0355.222.111"]) {
      const page = await hub.post(at, { answer, do: "share" }, hub.son)
      expect(page.status).toBe(422)
      const said = await page.text()
      expect(said).toContain("Viết “người báo tin” thay vào")
      expect(said).toContain(answer)
    }
    expect(await html(paths.shares)).not.toContain("Bưởi")
    expect(
      (await hub.post(at, { answer: "Người báo tin là một phụ nữ.", do: "share" }, hub.son)).status,
    ).toBe(303)
  })

  test("a refusal tells the one who asked nothing, not even who refused", async () => {
    const { id } = await tip("Số 0911 222 444 gọi lừa đảo.")
    const indicatorId = await clueOf(id)
    await hub.post(
      paths.newSignal,
      { once: once(502), channel: "phone", path: "other", text: "Số 0911 222 444 gọi lừa." },
      hub.cong,
    )
    await hub.post(paths.signalForm(id, "noi-khac"), { indicatorId }, hub.minh)
    await hub.post(paths.signalForm(id, "xin-chia-se"), { indicatorId, reason: "Cần biết" }, hub.minh)
    const request = String(
      (await db.admin("select request_id from share_answers where state = 'asked'")).rows[0].request_id,
    )
    await hub.post(paths.shareAnswer(request), { answer: "Đang điều tra mật", do: "refuse" }, hub.son)
    expect(await html(paths.shares)).not.toContain("Đang điều tra mật")
  })

  test("after thirty askings within an hour the next is refused", async () => {
    const { id } = await tip("Số 0911 222 555 gọi lừa đảo.")
    const indicatorId = await clueOf(id)
    const ask = () => hub.post(paths.signalForm(id, "noi-khac"), { indicatorId }, hub.lan)
    for (let i = 0; i < lookupsPerHour; i += 1) expect((await ask()).status).toBe(303)
    expect((await ask()).status).toBe(409)
  })

  test("nobody asks about a number that stands in no tip of their own", async () => {
    const { id } = await tip("Số 0911 222 666 gọi lừa đảo.")
    const indicatorId = await clueOf(id)
    const answer = await hub.post(paths.signalForm(id, "noi-khac"), { indicatorId }, hub.van)
    expect(answer.status).toBe(404)
  })
})

describe("words that are nearly the same", () => {
  test("the job finds them once, and the page shows the other tip", async () => {
    const words = "gọi xưng là nhân viên điện lực, dọa cắt điện nếu không đóng tiền trong hôm nay"
    const one = await tip(`0933 000 111 ${words}`)
    const other = await tip(`0933 000 222 ${words}`)
    expect(await compareTexts(hub.house)).toBeGreaterThan(0)
    expect(await compareTexts(hub.house)).toBe(0)
    const pairs = await db.admin(
      `select likeness from signal_pairs where '${one.id}' in (signal_id, other_id) and '${other.id}' in (signal_id, other_id)`,
    )
    expect(pairs.rows).toHaveLength(1)
    expect(await html(paths.signal(one.id))).toContain(paths.signal(other.id))
  })
})

describe("too many from one network", () => {
  test("they wait for a person and none is lost; work done by the browser lets more through", async () => {
    for (let i = serial; i < withoutWorkMax; i += 1) await tip(`Tin thứ ${i} số 0944 000 ${100 + i}`)
    const { id, state } = await tip("Tin sau giới hạn: bị số 0944 111 999 lừa")
    expect(state).toBe("held")
    expect(await html(`${paths.signals}?ngan=held`)).toContain(id)
    await hub.post(paths.signalForm(id, "cho-vao"), {}, hub.minh)
    expect(await html(paths.signals)).toContain(id)
    const next = once(serial + 1)
    let answer = 0
    while (!isWork(next, String(answer))) answer += 1
    expect(
      (await tip("Tin có bằng chứng công sức: bị số 0944 111 888 lừa", { work: String(answer) })).state,
    ).toBe("received")
  })

  test("work done for another form is no work for this one", () => {
    let answer = 0
    while (!isWork(once(1), String(answer))) answer += 1
    expect(isWork(once(2), String(answer))).toBe(false)
    expect(isWork(once(1), "không")).toBe(false)
    expect(zeroBits).toBeGreaterThan(10)
  })

  test("no address is stored, only a hash that is another tomorrow", async () => {
    const rows = (await db.admin("select network from intake_counts")).rows
    expect(rows).toHaveLength(1)
    expect(rows[0].network).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe("a list from an enterprise", () => {
  const send = (text: string, extra: Record<string, string> = {}) => {
    const body = new FormData()
    body.set("file", new File([text], "ds.csv"))
    for (const [name, value] of Object.entries(extra)) body.set(name, value)
    const headers = { "sec-fetch-site": "same-origin", cookie: hub.tam.cookie }
    return Promise.resolve(hub.app.request(paths.list, { method: "POST", body, headers }))
  }
  const list =
    "Loại;Đối tượng;Nội dung\nđịnh danh;0955 000 111;Phát tán tin nhắn rác\nlạ;0955 000 222;Sai loại\nhạ tầng;;\nhạ tầng;;Cắt cáp ở cột 12\n"
  const count = async () => Number((await db.admin("select count(*) from signals")).rows[0].count)

  test("each line is answered for itself, and sending it again takes nothing twice", async () => {
    const before = await count()
    const page = await (await send(list)).text()
    expect(page).toContain("Đã nhận 2 trong 4 dòng")
    expect(page).toContain("Cột “Loại”: phải là")
    expect(await count()).toBe(before + 2)
    const again = await send(list, { as: "csv" })
    expect(again.headers.get("content-type")).toContain("text/csv")
    expect(await again.text()).toContain("Đã nhận từ trước")
    expect(await count()).toBe(before + 2)
  })

  test("a title above the columns, a dropped zero and a line twice do no harm, and are told", async () => {
    const before = await count()
    const titled =
      "DANH SÁCH THUÊ BAO;;\n;;\nLoại;Đối tượng;Nội dung\nđịnh danh;955111222;Gọi lừa\nđịnh danh;955111222;Gọi lừa\n;;=1+1\n"
    const page = await (await send(titled)).text()
    expect(page).toContain("0955111222")
    expect(page).toContain("Trùng dòng 4: một tin")
    expect(await count()).toBe(before + 2)
    const found = await db.admin("select value from indicators where value = '+84955111222'")
    expect(found.rows).toHaveLength(1)
  })

  test("of ten thousand lines none is taken, and the sender reads what to do", async () => {
    const before = await count()
    const answer = await send(`Nội dung\n${"Gọi lừa đảo\n".repeat(10_000)}`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("Nhiều hơn 500 dòng; chia thành nhiều tệp")
    expect(await count()).toBe(before)
  })

  test.each([
    ["", "Chọn một tệp"],
    ["a;b\n1;2\n", "Phải có một dòng tên cột"],
    ["Nội dung\n", "chưa có dòng nào"],
    [`Nội dung\n${"x\n".repeat(501)}`, "Nhiều hơn 500 dòng"],
  ])(
    "a file that is no list (%#) is refused with what to do, and nothing is taken",
    async (text, sentence) => {
      const before = await count()
      const answer = await send(text)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(sentence)
      expect(await count()).toBe(before)
    },
  )
})

/** Given by the administrator of that body. */
async function tokenOf(scopes: readonly Scope[]): Promise<string> {
  const who = await signInAs(db, {
    bodySlug: "telco",
    role: "administrator",
    name: `Quản Trị ${scopes.join()}`,
  })
  return (await createToken(deskOfSigned(hub.house, who), { name: "Máy chủ", scopes, days: 30 })).token
}

describe("a program of an enterprise", () => {
  test("hands in with a token of its body, once for one key, and cannot without the scope", async () => {
    const token = await tokenOf(["signals:write"])
    const other = await tokenOf(["warnings:read"])
    const call = (bearer: string, body: object) =>
      hub.app.request("/api/v1/signals", {
        method: "POST",
        headers: {
          authorization: `Bearer ${bearer}`,
          "content-type": "application/json",
          "idempotency-key": "a1",
        },
        body: JSON.stringify(body),
      })
    const sign = { path: "identifier", target: "0966 000 777", text: "Thuê bao gọi hàng loạt" }
    const first = await call(token, sign)
    expect(first.status).toBe(201)
    const again = await call(token, sign)
    expect(again.status).toBe(200)
    expect((await again.json()).code).toBe((await first.json()).code)
    expect((await call(other, sign)).status).toBe(403)
    expect((await call(token, { path: "identifier" })).status).toBe(422)
    const row = (await db.admin("select channel, from_body_id from signals order by id desc limit 1")).rows[0]
    expect(row).toMatchObject({ channel: "api", from_body_id: hub.tam.bodyId })
  })

  test("is told what was not taken: a damaged number, a word for a number, a field that nobody reads", async () => {
    const token = await tokenOf(["signals:write"])
    const call = (body: object) =>
      hub.app.request("/api/v1/signals", {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ path: "identifier", text: "Thuê bao gọi hàng loạt", ...body }),
      })
    for (const target of ["9.12346E+08", "true", "#N/A", "2023-09-15", "12345678901234567000", "anh Ba"]) {
      const answer = await call({ target })
      expect([target, answer.status]).toEqual([target, 422])
      expect((await answer.json()).issues[0].path).toBe("/target")
    }
    const taken = await call({ target: "0966 000 779", occurred_at: "2023-09-14" })
    expect(taken.status).toBe(201)
    expect((await taken.json()).unused).toEqual(["/occurred_at"])
  })
})

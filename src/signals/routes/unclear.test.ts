import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { readSignal } from "../read/read.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let serial = 300
async function tip(text: string) {
  serial += 1
  codeOn(await (await hub.post(paths.reportOther, { once: once(serial), text })).text())
  return String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
}
const page = async (id: string) => (await hub.get(paths.signal(id), hub.minh)).text()
const decide = (id: string, indicatorId: string, role: string) =>
  hub.post(paths.signalForm(id, "vai-tro"), { indicatorId, role }, hub.minh)
const clear = async (id: string) =>
  (
    await db.admin(
      `select i.id, i.value, m.role from signal_identifiers m join indicators i on i.id = m.indicator_id where m.signal_id = '${id}'`,
    )
  ).rows
const sealed = async (id: string) =>
  (await db.admin(`select id, role from signal_sealed_identifiers where signal_id = '${id}'`)).rows
const decisions = async (id: string) =>
  (
    await db.admin(
      `select details from journal where record_id = '${id}' and what = 'signal.identifier-corrected' order by id`,
    )
  ).rows.map((row) => (row.details as { role: string }).role)

describe("a number that was read as a suspect's and is the reporter's", () => {
  test("goes out of the masked words, the database in the clear and every comparison once an officer says so", async () => {
    const first = await tip("Số 0966 700 101 gọi điện lừa bố tôi là công an.")
    const second = await tip("Kẻ lừa đảo dùng số 0966700101 gọi xưng là công an.")
    expect(await page(second)).toContain("có trong 1 tin khác")
    const [one] = await clear(first)
    expect((await decide(first, String(one?.id), "theirs")).status).toBe(303)
    const html = await page(first)
    expect(html).not.toContain("0966 700 101")
    expect(html).toContain("[đã che] gọi điện lừa bố tôi")
    expect(await clear(first)).toEqual([])
    expect(await page(second)).toContain("chưa có tin nào khác")
    expect(await decisions(first)).toEqual(["theirs"])
  })

  test("is no longer in the clear anywhere when no other report names it", async () => {
    const id = await tip("Số 0966 700 202 gọi điện lừa bố tôi là công an.")
    const [one] = await clear(id)
    await decide(id, String(one?.id), "theirs")
    const left = await db.admin("select count(*)::int as n from indicators where value like '%966700202%'")
    expect(left.rows[0].n).toBe(0)
  })

  test("comes back whole when the decision is taken back, and both decisions are on record", async () => {
    const id = await tip("Số 0966 700 303 gọi điện lừa bố tôi là công an.")
    const [one] = await clear(id)
    await decide(id, String(one?.id), "theirs")
    const [hidden] = await sealed(id)
    await decide(id, String(hidden?.id), "suspect")
    expect((await clear(id)).map(({ value, role }) => `${value} ${role}`)).toEqual(["+84966700303 suspect"])
    expect(await sealed(id)).toEqual([])
    expect(await page(id)).toContain("0966 700 303")
    expect(await decisions(id)).toEqual(["theirs", "suspect"])
  })

  test("goes out of words that an officer has compared already, and the rest of them stays", async () => {
    const id = await tip("Số 0966 700 404 gọi điện lừa bố tôi là công an.")
    await hub.post(
      paths.signalForm(id, "loi-da-che"),
      { redactedText: "Số 0966700404 gọi bố của người báo (cán bộ đã đọc)." },
      hub.minh,
    )
    const [one] = await clear(id)
    await decide(id, String(one?.id), "theirs")
    expect(await page(id)).toContain("Số [đã che] gọi bố của người báo (cán bộ đã đọc).")
  })
})

test("nobody of another body decides whose a number is", async () => {
  const id = await tip("Số 0966 700 505 gọi điện lừa bố tôi là công an.")
  const [one] = await clear(id)
  const other = await hub.post(
    paths.signalForm(id, "vai-tro"),
    { indicatorId: String(one?.id), role: "theirs" },
    hub.cong,
  )
  expect(other.status).toBe(404)
  expect((await clear(id)).map((row) => row.role)).toEqual(["suspect"])
})

describe("a number of which nobody can tell whose it is", () => {
  /** The reader learns; one of these it will not place. */
  const texts = [
    "Máy báo cuộc gọi nhỡ 0966 700 606",
    "Bị lừa mất 5 triệu. 0966 700 606 Bưởi",
    "Công an phường số 0966 700 606 xác nhận không gọi",
    "0966 700 606",
  ]
  const unclear = () => {
    const text = texts.find((one) => readSignal(one).identifiers.some(({ role }) => role === "unclear"))
    if (text === undefined) throw new Error("each of the texts is placed: write one that is not")
    return text
  }

  test("is masked, meets no other report, is found by no search, and stands with three buttons", async () => {
    const first = await tip(unclear())
    const second = await tip(unclear())
    const html = await page(first)
    expect(html).not.toContain("0966 700 606")
    expect(html).toContain("Máy chưa rõ 1 đầu mối")
    for (const role of ["suspect", "theirs", "official-mentioned"]) expect(html).toContain(`value="${role}"`)
    expect(await clear(first)).toEqual([])
    expect(html).not.toContain(paths.signal(second))
    const list = await (await hub.get(`${paths.signals}?ngan=all&q=0966700606`, hub.lan)).text()
    expect(list).not.toContain(first)
  })

  test("meets other reports after one press says that it is the suspect's, and its words are shown", async () => {
    const id = await tip(unclear())
    const other = await tip("Số 0966700606 lừa mẹ tôi.")
    const [one] = await sealed(id)
    expect((await decide(id, String(one?.id), "suspect")).status).toBe(303)
    const html = await page(id)
    expect(html).toContain("0966 700 606")
    expect(html).toContain(paths.signal(other))
    expect(await sealed(id)).toEqual([])
  })

  test("stays masked after one press says that it is the reporter's, and that can be changed", async () => {
    const id = await tip(unclear())
    const [one] = await sealed(id)
    await decide(id, String(one?.id), "theirs")
    expect((await sealed(id)).map((row) => row.role)).toEqual(["theirs"])
    expect(await page(id)).not.toContain("0966 700 606")
    await decide(id, String(one?.id), "unclear")
    expect((await sealed(id)).map((row) => row.role)).toEqual(["unclear"])
  })
})

describe("whoever looks for a report", () => {
  test("finds it by the printed code, the last digits, a link as it was passed on, an account in groups", async () => {
    const id = await tip(
      "Số 0966 700 707 lừa tôi vào http://uu-dai-4.example/nhan rồi chuyển vào tài khoản 1900 1234 567890.",
    )
    const found = async (words: string) =>
      (await hub.get(`${paths.signals}?ngan=all&q=${encodeURIComponent(words)}`, hub.lan)).text()
    const code = id.slice(-6).toUpperCase()
    for (const words of [
      `Tin ${code}`,
      code,
      "700707",
      "966700707",
      "hxxp://uu-dai-4[.]example",
      "uu-dai-4.example",
      "1900 1234 567890",
      "1900.1234.567890",
      "567890",
    ])
      expect({ words, isFound: (await found(words)).includes(id) }).toEqual({ words, isFound: true })
  })
})

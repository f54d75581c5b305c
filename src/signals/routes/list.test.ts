/** Lists of enterprises: "taken" is said of what was understood, not of what was stored. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../kernel/fixtures/tables", name))
const tips = async () => Number((await db.admin("select count(*) from signals")).rows[0].count)

async function send(
  file: Uint8Array | string,
  name = "list.csv",
): Promise<{ status: number; words: string }> {
  const form = new FormData()
  form.set("file", new File([typeof file === "string" ? file : Buffer.from(file)], name))
  const answer = await hub.app.request(paths.list, {
    method: "POST",
    body: form,
    headers: { cookie: hub.tam.cookie, "sec-fetch-site": "same-origin" },
  })
  const html = await answer.text()
  return { status: answer.status, words: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") }
}

describe("a line that a spreadsheet has damaged is refused with its column and the remedy, and no tip is made of it", () => {
  test.each([
    ["a 16-digit account in a number cell", fixture("09-tai-khoan-16-chu-so.xlsx"), "chỉ giữ 15 chữ số đầu"],
    ["a number with an exponent", fixture("10-so-mu.csv"), "dạng số mũ"],
    ["an error", "Đối tượng,Nội dung\n#N/A,gọi mạo danh\n", "đang báo lỗi"],
    ["TRUE", "Đối tượng,Nội dung\nTRUE,gọi mạo danh\n", "TRUE/FALSE"],
    ["a day", "Số điện thoại;Nội dung\n15/09/2023;gọi mạo danh\n", "là ngày tháng"],
    ["words in which no number is", "Đối tượng,Nội dung\nanh Ba bán sim,gọi mạo danh\n", "Chưa đọc được số"],
    ["nothing to go by at all", "Loại,Đối tượng,Nội dung\nđịnh danh,,nghi lừa đảo\n", "Chưa đọc được số"],
  ])("%s", async (_, file, reason) => {
    const before = await tips()
    const { words } = await send(file)
    expect(words).toContain("Đã nhận 0 trong 1 dòng")
    expect(words).toContain(reason)
    expect(await tips()).toBe(before)
  })

  test("of a file with good and damaged lines each is told by itself", async () => {
    const { words } = await send(fixture("list-mess.xlsx"), "list.xlsx")
    for (const reason of ["công thức chưa có giá trị", "chỉ giữ 15 chữ số đầu", "TRUE/FALSE"])
      expect(words).toContain(reason)
    expect(words).toContain("0988777161".slice(1))
  })
})

test("a line whose cell holds a NUL byte is told with its remedy and not taken; the line below it is", async () => {
  const { words } = await send(
    "Đối tượng;Nội dung\n0955 000 131;gọi\u0000 mạo danh\n0955 000 132;gọi mạo danh\n",
  )
  expect(words).toContain("Đã nhận 1 trong 2 dòng")
  expect(words).toContain("Gõ lại ô rồi gửi lại")
})

describe("what was not used is named", () => {
  test("a column that nobody here knows", async () => {
    const { words } = await send("STT;Đối tượng;Nội dung;Số hợp đồng\n1;0955 000 121;gọi mạo danh;HĐ-7\n")
    expect(words).toContain("Đã nhận 1 trong 1 dòng")
    expect(words).toContain("Không dùng các cột: “STT”, “Số hợp đồng”")
  })
  test("a day found and a conduct go into the words of the tip under their headings", async () => {
    await send("Số thuê bao,Hành vi,Ngày phát hiện\n0955 000 122,phát tán tin rác,14/09/2023\n")
    const { rows } = await db.admin("select redacted_text from signals order by received_at desc, id desc")
    expect(rows.map((row) => row.redacted_text).join("\n")).toContain("Ngày phát hiện: 14/09/2023")
  })
})

describe("headings as offices write them", () => {
  test.each([
    ["a star", fixture("12-cot-co-dau-sao.xlsx"), "+84912345662"],
    ["their own name for the column", fixture("12b-cot-so-dien-thoai.xlsx"), "+84912345663"],
    ["a title above them", fixture("11-tieu-de-tren.csv"), "+84912345701"],
    ["a semicolon inside a heading", fixture("11b-cham-phay-trong-tieu-de.csv"), "+84912345703"],
    ["a title with a comma above semicolons", fixture("list-titlecomma-semi.csv"), "+84988777111"],
  ])("%s", async (_, file, value) => {
    const { words } = await send(file)
    expect(words).toContain("Đã nhận 1 trong 1 dòng")
    const { rows } = await db.admin(
      "select 1 from signal_identifiers join indicators i on i.id = indicator_id where i.value = $1",
      [value],
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test("a column of accounts beside a column of banks makes accounts of that bank", async () => {
    const { words } = await send(
      "Số tài khoản;Ngân hàng;Nội dung\n1900012345671;Vietcombank;nhận tiền lừa đảo\n",
    )
    expect(words).toContain("Đã nhận 1 trong 1 dòng")
    const { rows } = await db.admin("select value from indicators where value like '%:1900012345671'")
    expect(rows[0]?.value).toMatch(/^\d{6}:/)
  })

  test("the list on the second sheet is found, and the page says which was read", async () => {
    const book = await writeXlsxFile([
      { sheet: "Bìa", data: [[{ value: "Hướng dẫn điền" }]] },
      {
        sheet: "Danh sách",
        data: [
          [{ value: "Đối tượng" }, { value: "Nội dung" }],
          [{ value: "0955 000 123" }, { value: "gọi mạo danh" }],
        ],
      },
    ]).toBuffer()
    const { words } = await send(book, "list.xlsx")
    expect(words).toContain("Đã nhận 1 trong 1 dòng")
    expect(words).toContain("Danh sách")
  })
})

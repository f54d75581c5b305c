import { readSheet } from "read-excel-file/node"
import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { bodies, peopleIn, planTask, samplePlan } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"

const db = await freshDatabase()
let town: Town
let letter: string
beforeAll(async () => {
  await peopleIn(db)
  await db.admin("insert into areas (code, name, kind) values ('01', 'Tỉnh Mẫu', 'province')")
  await db.admin("insert into areas (code, name, kind) values ('0101', 'Huyện Mẫu', 'district')")
  await db.admin("update bodies set area_code = '0101' where id = $1", [bodies.district.id])
  town = townOf(db)
  letter = await town.issue(lateLetter())
})

/** 1.1 was due on 10 September for culture and district; 1.2 has no day; the hub reports each quarter. */
function lateLetter() {
  const plan = samplePlan()
  const [first, second] = plan.clauses
  if (first === undefined || second === undefined) throw new Error("the sample has two clauses")
  const span: [number, number] = [3, 20]
  const tasks = [planTask({ dueOn: "2023-09-10", span }), ...first.tasks.slice(1)]
  return { ...plan, clauses: [{ ...first, tasks }, second] }
}

const page = async (path: string, key: keyof typeof bodies = "office") => {
  const answer = await town.get(path, await town.as(key))
  return { status: answer.status, text: await answer.text() }
}

describe("the roll-up of a directive", () => {
  test("has the shape of the letter: clause, task, and every body with its state, late ones said first", async () => {
    const { status, text } = await page(paths.directive(letter))
    expect(status).toBe(200)
    expect(text).toContain("<h1>1234/UBND-KGVX: 0\u00a0% nhiệm vụ đã xong, 2 cơ quan đang trễ</h1>")
    const order = [
      "1. Các sở, ban, ngành; UBND huyện",
      "2 trễ",
      "2 cơ quan",
      "1.2",
      "2. Sở Thông tin",
      "hằng quý",
    ]
    const body = text.slice(text.indexOf("<section"))
    const places = order.map((words) => body.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(text).toContain("Sở Văn hóa tỉnh Mẫu</a>")
  })

  test("shows a body its own part only", async () => {
    const { text } = await page(paths.directive(letter), "culture")
    expect(text).toContain("cơ quan bạn đã xong 0")
    expect(text).toContain("Bạn thấy phần giao cho cơ quan mình.")
    expect(text).toContain("Sở Văn hóa tỉnh Mẫu")
    expect(text).not.toContain("UBND huyện Mẫu</a>")
    expect(text).not.toContain("Báo cáo kết quả hằng quý")
  })

  test("is not there for a body that the letter does not name", async () => {
    for (const path of [
      paths.directive(letter),
      paths.directiveBodies(letter),
      paths.directiveAreas(letter),
      paths.directiveLetter(letter),
      paths.directiveExport(letter, "csv"),
      paths.original(letter),
    ])
      expect((await page(path, "stranger")).status).toBe(404)
  })

  test("shows a body that only coordinates the task and no other body's standing", async () => {
    const plan = samplePlan()
    const tasks = [planTask({ bodies: [bodies.culture.id], coordinateWith: [{ bodyId: bodies.hub.id }] })]
    const id = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Các sở", tasks }] })
    const { text } = await page(paths.directive(id), "hub")
    expect(text).toContain("<h1>1234/UBND-KGVX: cơ quan bạn phối hợp thực hiện</h1>")
    expect(text).toContain('<span class="tag brand">phối hợp</span>')
    expect(text).not.toContain("chưa tiếp nhận")
    expect((await page(paths.assignment(await town.assignmentOf(id, "culture", "1.1")), "hub")).status).toBe(
      404,
    )
  })

  test("by body: late bodies lead, and who has not opened the letter is said", async () => {
    await page(paths.directive(letter), "district")
    const { text } = await page(paths.directiveBodies(letter))
    expect(text.indexOf("Sở Văn hóa tỉnh Mẫu")).toBeLessThan(text.indexOf("Sở Thông tin tỉnh Mẫu"))
    const row = text.slice(text.indexOf("UBND huyện Mẫu"))
    expect(row.slice(0, row.indexOf("</tr>"))).toContain("15/09/2023")
    expect(text).toContain("chưa mở")
    const link = /href="([^"]*co-quan=[^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? ""
    const list = await page(link)
    expect(list.text).toContain("Chỉ nhiệm vụ của 1234/UBND-KGVX, ")
  })

  test("by area: the district apart from the bodies of the whole province", async () => {
    const { text } = await page(paths.directiveAreas(letter))
    expect(text).toContain("Trễ nhiều nhất: Huyện Mẫu, 1 nhiệm vụ.")
    expect(text.indexOf("Huyện Mẫu</div>")).toBeLessThan(text.indexOf("Toàn tỉnh"))
  })

  test("the letter itself marks each task and leads to where it stands", async () => {
    const { text } = await page(paths.directiveLetter(letter))
    expect(text).toMatch(new RegExp(`<a class="marked" href="/van-ban/${letter}#nv-[0-9a-f-]{36}"`))
  })

  test("opening it twice is noted once", async () => {
    await page(paths.directive(letter), "hub")
    await page(paths.directive(letter), "hub")
    const { rows } = await db.admin(
      "select count(*)::int as n from journal where what = 'directive.seen' and body_id = $1 and record_id = $2",
      [bodies.hub.id, letter],
    )
    expect(rows[0]?.n).toBe(1)
  })
})

describe("exports", () => {
  test("CSV opens in a spreadsheet with its accents, one row an assignment in the order of the letter", async () => {
    const answer = await town.get(paths.directiveExport(letter, "csv"), await town.as("office"))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n")
    expect(lines).toHaveLength(6)
    expect(lines[0]).toContain("Nhiệm vụ,Cơ quan")
    expect(lines.filter((line) => line.includes(",x,"))).toHaveLength(2)
    expect(answer.headers.get("content-disposition")).toContain("tong-hop-1234-UBND-KGVX.csv")
  })

  test("XLSX holds the same rows", async () => {
    const answer = await town.get(paths.directiveExport(letter, "xlsx"), await town.as("office"))
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()))
    expect(rows).toHaveLength(6)
    expect(rows[1]?.slice(0, 3)).toEqual(["1.1", planTask().text, "Sở Văn hóa tỉnh Mẫu"])
  })

  test("a text that a spreadsheet would run as a formula stays a text", async () => {
    const plan = samplePlan()
    const clause = plan.clauses[0]
    if (clause === undefined) throw new Error("the sample has clauses")
    const tasks = [planTask({ text: '=HYPERLINK("http://x.example")' })]
    const id = await town.issue({ ...plan, clauses: [{ ...clause, tasks }] })
    const answer = await town.get(paths.directiveExport(id, "csv"), await town.as("office"))
    expect(await answer.text()).toContain(`"'=HYPERLINK(""http://x.example"")"`)
  })
})

describe("the list of directives", () => {
  test("finds a letter with and without accents, and an enterprise that is not named sees none", async () => {
    for (const q of ["tội phạm", "toi pham", "TOI PHAM truyen thong", "1234"]) {
      const { text } = await page(`${paths.directives}?q=${encodeURIComponent(q)}`)
      expect(text).toContain("1234/UBND-KGVX</a>")
    }
    expect((await page(`${paths.directives}?q=zzz`)).text).toContain("Không có mục nào khớp")
    expect((await page(paths.directives, "stranger")).text).toContain("Chưa có văn bản chỉ đạo nào")
  })

  test("is narrowed to what my body issued, or received", async () => {
    expect((await page(`${paths.directives}?pv=nhan`)).text).toContain("Không có mục nào khớp")
    expect((await page(`${paths.directives}?pv=nhan`, "culture")).text).toContain("1234/UBND-KGVX</a>")
  })
})

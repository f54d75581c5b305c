import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { peopleIn, planTask, samplePlan } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"

const db = await freshDatabase()
let town: Town
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
})

const given = async (task = planTask()) => {
  const plan = samplePlan()
  const issued = await town.issue({ ...plan, clauses: [{ path: "1", heading: "Các sở", tasks: [task] }] })
  return town.assignmentOf(issued, "culture", "1.1")
}
const page = async (
  id: string,
  key: "culture" | "office" = "culture",
  role: "leader" | "officer" | "observer" = "leader",
) => (await town.get(paths.assignment(id), await town.as(key, role))).text()
const formsIn = (text: string) =>
  [...text.matchAll(/<form class="form stack" id="(\w+)"/g)].map((match) => match[1])

async function report(id: string, fields: Record<string, string>, files: File[] = []): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append("files", file)
  const { headers } = await town.as("culture")
  return town.app.request(paths.form(id, "tien-do"), { method: "POST", headers, body })
}
const photo = (name = "ảnh tuần tra.png") => new File(["\x89PNG fictional"], name, { type: "text/html" })

describe("the page of a task", () => {
  test("shows the letter's own words, who gave it, and only the forms that are lawful now for this role", async () => {
    const id = await given()
    const fresh = await page(id)
    expect(fresh).toContain("Tăng cường tuần tra, ngăn chặn hành vi lừa đảo qua mạng")
    expect(fresh).toContain("Văn bản ghi: “trước ngày 20/9/2023”.")
    expect(formsIn(fresh)).toEqual(["receive", "askExtension", "assign", "subTask", "comment"])
    expect(formsIn(await page(id, "culture", "officer"))).toEqual([
      "receive",
      "askExtension",
      // A department officer may pass the work to a colleague (journey 2).
      "assign",
      "subTask",
      "comment",
    ])
    expect(formsIn(await page(id, "culture", "observer"))).toEqual([])
    expect(formsIn(await page(id, "office"))).toEqual(["withdraw", "comment"])
    expect(formsIn(await page(id, "office", "officer"))).toEqual(["comment"])
  })

  test("counts the deadline day by day, as the clerk confirmed it, with the day off that it passes", async () => {
    const dueRecipe = { from: "2023-08-31", amount: 5, unit: "working-day" as const }
    const text = await page(await given(planTask({ dueOn: "2023-09-11", deadlineWords: null, dueRecipe })))
    expect(text).toContain("5 ngày làm việc kể từ 31/08/2023; ngày bắt đầu không tính.")
    expect(text).toContain("thứ Bảy, 02/09/2023: không tính: Quốc khánh")
    expect(text).toContain("thứ Hai, 11/09/2023: ngày thứ 5, hạn")
    expect(text).toContain("Đã quá hạn 4 ngày.")
  })

  test("says which working days are left until a day that the letter prints", async () => {
    const text = await page(await given())
    expect(text).toContain("Từ hôm nay còn 3 ngày làm việc")
    expect(text).toContain("thứ Bảy, 16/09/2023: không tính: thứ Bảy")
  })

  test("after an extension tells both days", async () => {
    const id = await given()
    await town.post(paths.form(id, "gia-han"), await town.as("culture"), {
      wantedOn: "2023-10-10",
      reason: "Chờ số liệu",
    })
    expect(await page(id, "office")).toContain("leader culture xin gia hạn đến thứ Ba, 10/10/2023.")
    await town.post(paths.form(id, "gia-han/chap-thuan"), await town.as("office"), {
      dueOn: "2023-10-05",
      answer: "",
    })
    const text = await page(id)
    expect(text).toContain("Thời hạn: thứ Năm, 05/10/2023")
    expect(text).toContain("thời hạn ban đầu là thứ Tư, 20/09/2023")
  })

  test("no longer says that an extension is asked for once the work was accepted", async () => {
    const id = await given()
    const [body, issuer] = [await town.as("culture"), await town.as("office")]
    await town.post(paths.form(id, "gia-han"), body, { wantedOn: "2023-10-10", reason: "Chờ số liệu" })
    expect(await page(id)).toContain("đang xin gia hạn")
    await town.post(paths.form(id, "tiep-nhan"), body)
    await town.post(paths.form(id, "hoan-thanh"), body, { text: "Đã kiểm tra xong" })
    await town.post(paths.form(id, "nghiem-thu"), issuer, { note: "" })
    const text = await page(id)
    expect(text).toContain("đã nghiệm thu")
    expect(text).not.toContain("đang xin gia hạn")
  })

  test("keeps sub-tasks inside the body and shows comments to both", async () => {
    const id = await given()
    const culture = await town.as("culture")
    const officer = await town.as("culture", "officer")
    await town.post(paths.form(id, "viec-con"), culture, {
      title: "Lập danh sách đại lý",
      officer: officer.officerId,
    })
    await town.post(paths.form(id, "trao-doi"), culture, { text: "Xin mẫu biểu <b>" })
    const [own, issuer] = [await page(id), await page(id, "office")]
    expect(own).toContain("Lập danh sách đại lý")
    expect(issuer).not.toContain("Lập danh sách đại lý")
    expect(issuer).toContain("Xin mẫu biểu &lt;b&gt;")
    const end = /action="([^"]*\/xong)"/.exec(own)?.[1] ?? ""
    expect((await town.post(end, await town.as("office"))).headers.get("location")).toContain("xong=")
    expect(await page(id)).toContain('aria-label="Ghi xong: Lập danh sách đại lý"')
    await town.post(end, officer)
    expect(await page(id)).not.toContain('aria-label="Ghi xong: Lập danh sách đại lý"')
  })

  test("refuses a role that may not, with a page that says who can", async () => {
    const id = await given()
    const answer = await town.post(paths.form(id, "tiep-nhan"), await town.as("culture", "observer"))
    expect([answer.status, (await answer.text()).includes("Việc này dành cho")]).toEqual([403, true])
  })
})

describe("a form that is not right", () => {
  test("comes back with everything that was typed and says what to do at each field", async () => {
    const id = await given()
    await town.post(paths.form(id, "tiep-nhan"), await town.as("culture"))
    const typed = { text: "", until: "2023-01-01" }
    const answer = await town.post(paths.form(id, "ke-hoach"), await town.as("culture"), typed)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain("Ghi sẽ làm gì và ai làm")
    const late = await town.post(paths.form(id, "ke-hoach"), await town.as("culture"), {
      ...typed,
      text: "Ra quân & dẹp",
    })
    expect(late.status).toBe(422)
    const again = await late.text()
    expect(again).toContain("Ra quân &amp; dẹp</textarea>")
    expect(again).toContain('href="#plan-until"')
  })

  test("an extension to an earlier day says so at the day", async () => {
    const id = await given()
    const sent = { wantedOn: "2023-09-20", reason: "Chờ" }
    const answer = await town.post(paths.form(id, "gia-han"), await town.as("culture"), sent)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#askExtension-wantedOn">Chọn ngày sau thời hạn hiện nay')
  })

  test("work is not put in the charge of somebody of another body", async () => {
    const id = await given()
    const stranger = await town.as("district")
    const answer = await town.post(paths.form(id, "nguoi-phu-trach"), await town.as("culture"), {
      officer: stranger.officerId,
    })
    expect([answer.status, (await answer.text()).includes("Chọn một người của cơ quan")]).toEqual([422, true])
  })

  test("files wait for the declaration, and nothing of them is kept before it", async () => {
    const id = await given()
    await town.post(paths.form(id, "tiep-nhan"), await town.as("culture"))
    const answer = await report(id, { text: "Đã ra quân", percent: "50" }, [photo()])
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain("Đánh dấu cam đoan trước khi gửi tệp")
    expect(text).toContain("Đã ra quân</textarea>")
    expect((await db.admin("select 1 from evidence where assignment_id = $1", [id])).rowCount).toBe(0)
  })

  test("a paper stamped MẬT that an officer sends as evidence is refused, and nothing of it is kept", async () => {
    const id = await given()
    await town.post(paths.form(id, "tiep-nhan"), await town.as("culture"))
    const stamped = "UBND XÃ\nMẬT - HỎA TỐC\nSố: 1/UBND\nKính gửi: Sở Y tế."
    const sent = { text: "Gửi kèm", percent: "10", declared: "yes" }
    const answer = await report(id, sent, [new File([stamped], "cong-van.txt")])
    expect([answer.status, (await answer.text()).includes("đóng dấu độ mật")]).toEqual([422, true])
    expect((await db.admin("select 1 from evidence where assignment_id = $1", [id])).rowCount).toBe(0)
  })

  test("a program is not evidence", async () => {
    const id = await given()
    await town.post(paths.form(id, "tiep-nhan"), await town.as("culture"))
    const sent = { text: "x", percent: "1", declared: "yes" }
    const answer = await report(id, sent, [photo("tool.exe")])
    expect([answer.status, (await answer.text()).includes("tool.exe: nhận .jpg")]).toEqual([422, true])
  })
})

describe("a report of progress", () => {
  test("brings evidence that both bodies can open as it was sent, and nobody else", async () => {
    const id = await given()
    await town.post(paths.form(id, "tiep-nhan"), await town.as("culture"))
    const sent = { text: "Được nửa", percent: "50", declared: "yes" }
    expect((await report(id, sent, [photo(), photo("2.pdf")])).status).toBe(303)
    const link =
      /href="([^"]*\/minh-chung\/[^"]*)"[^>]*>ảnh tuần tra.png/.exec(await page(id, "office"))?.[1] ?? ""
    const opened = await town.get(link, await town.as("office"))
    expect(await opened.text()).toBe(await photo().text())
    // What the sender called it ("text/html") is not believed, and it is never shown in our own pages.
    expect(opened.headers.get("content-type")).toBe("image/png")
    expect(opened.headers.get("content-disposition")).toMatch(/^attachment/)
    expect((await town.get(link, await town.as("district"))).status).toBe(404)
  })

  test("carries figures; a row half filled is put right, and the same figure twice in a period is not taken", async () => {
    const id = await given()
    await town.post(paths.form(id, "tiep-nhan"), await town.as("culture"))
    const sent = { text: "Số liệu", percent: "10" }
    const row = { "figure-1": "I.1", "period-1": "2023-08", "value-1": "12" }
    const half = await report(id, { ...sent, "figure-1": "I.1", "value-1": "12" })
    expect([half.status, (await half.text()).includes('href="#report-figure-1"')]).toEqual([422, true])
    const twice = { "figure-2": "I.1", "period-2": "2023-08", "value-2": "13" }
    const both = await report(id, { ...sent, ...row, ...twice })
    expect([both.status, (await both.text()).includes("chỉ ghi một lần")]).toEqual([422, true])
    expect((await report(id, { ...sent, ...row, "note-1": "ước" })).status).toBe(303)
    const { rows } = await db.admin(
      "select figure, period, value::int, note from progress_figures where assignment_id = $1",
      [id],
    )
    expect(rows).toEqual([{ figure: "I.1", period: "2023-08", value: 12, note: "ước" }])
    expect(await page(id, "office")).toContain("Số liệu đã báo cáo")
  })

  test("for another body's task keeps no file", async () => {
    const id = await given()
    const body = new FormData()
    for (const [name, value] of Object.entries({ text: "x", percent: "1", declared: "yes" }))
      body.set(name, value)
    body.append("files", photo())
    const { headers } = await town.as("stranger")
    const answer = await town.app.request(paths.form(id, "tien-do"), { method: "POST", headers, body })
    expect(answer.status).toBe(404)
  })
})

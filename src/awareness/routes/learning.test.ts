import { create } from "qrcode"
import { extractText, getDocumentProxy } from "unpdf"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { linkTo } from "../../kernel/http/links.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { sharingPaths } from "../../sharing/index.ts"
import { releaseWarning } from "../../sharing/testing/published.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { answer, attempt, inviteTo, linksOf, openRoundOf, publish } from "../testing/taught.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const text = async (at: string, who?: Hub["lan"]) => (await hub.get(at, who)).text()

/** The real library, which is asked afterwards what it was given. */
vi.mock("qrcode", { spy: true })
/** The words of a PDF, and where the one QR code that was made for it leads. */
async function sheetAt(at: string): Promise<{ words: string; qr: unknown }> {
  vi.mocked(create).mockClear()
  const pdf = await getDocumentProxy(new Uint8Array(await (await hub.get(at)).arrayBuffer()))
  expect([pdf.numPages, vi.mocked(create).mock.calls.length]).toEqual([1, 1])
  const { text: words } = await extractText(pdf, { mergePages: true })
  return { words, qr: vi.mocked(create).mock.lastCall?.[0] }
}

describe("a course", () => {
  test("teaches nobody before a second person has read it: who put it forward is refused, by the database too", async () => {
    expect((await hub.post(paths.courseForm("ban-sim", "de-nghi"), {}, hub.minh)).status).toBe(303)
    expect(await text(paths.learn)).not.toContain("Quy định về bán SIM")
    expect((await hub.post(paths.courseForm("ban-sim", "cong-bo"), {}, hub.minh)).status).toBe(409)
    await expect(
      db.admin(
        "update course_versions set state = 'published', decided_by = put_forward_by, decided_name = 'x', decided_at = now() where state = 'waiting'",
      ),
    ).rejects.toThrow()
    expect(
      (await hub.post(paths.courseForm("ban-sim", "cong-bo"), { heldBack: "s05" }, hub.lan)).status,
    ).toBe(303)
    expect(await text(paths.learn)).toContain("Quy định về bán SIM")
  })

  test("is put forward by the body that leads the field; an enterprise and another department are refused", async () => {
    for (const who of [hub.tam, hub.van])
      expect(
        (await hub.post(paths.courseForm("co-mac-bay", "de-nghi"), {}, who)).status,
      ).toBeGreaterThanOrEqual(400)
  })

  test("that the second person sends back is taught to nobody, and the reason stands beside it", async () => {
    await hub.post(paths.courseForm("quy-tac-ung-xu", "de-nghi"), {}, hub.minh)
    const back = await hub.post(
      paths.courseForm("quy-tac-ung-xu", "tra-lai"),
      { note: "Câu c05 chưa rõ." },
      hub.lan,
    )
    expect(back.status).toBe(303)
    expect(await text(paths.courseDesk("quy-tac-ung-xu"), hub.minh)).toContain("Câu c05 chưa rõ.")
    expect((await hub.get(paths.course("quy-tac-ung-xu"))).status).toBe(404)
  })
})

describe("an enterprise invites its agents", () => {
  test("by a list that is looked at first: each refused line says why, and nothing is written until it is confirmed", async () => {
    const round = await openRoundOf(hub)
    const list = "Điện thoại Hòa\txã Lạc Hồng\nAnh Ba\t0951 234 567\nSIM Mai\txã Lạc Hồng"
    const preview = await (await hub.post(paths.invite(round), { list }, hub.tam)).text()
    expect(preview).toContain("Sẽ mời 2 người")
    expect(preview).toContain("có số điện thoại hoặc số căn cước")
    expect(await linksOf(hub, round)).toEqual([])
    expect((await inviteTo(hub, round, list)).status).toBe(303)
    expect(await linksOf(hub, round)).toHaveLength(2)
    // The same list again invites nobody twice.
    await inviteTo(hub, round, list)
    expect(await linksOf(hub, round)).toHaveLength(2)
  })

  test("and reads how they did; another body, the lead department included, does not find the round", async () => {
    const round = await openRoundOf(hub)
    await inviteTo(hub, round, "Điện thoại Kín\txã Lạc Hồng")
    expect(await text(paths.round(round), hub.tam)).toContain("Điện thoại Kín")
    for (const who of [hub.lan, hub.son, hub.ngoai]) {
      expect((await hub.get(paths.round(round), who)).status).toBe(404)
      expect(await text(paths.awareness, who)).not.toContain("Đại lý quý III")
    }
  })

  test("and prints the link of each of 201 agents: those who do not stand on the first page stand on the next", async () => {
    const round = await openRoundOf(hub)
    await inviteTo(hub, round, Array.from({ length: 201 }, (_, at) => `Điểm bán ${1_000 + at}`).join("\n"))
    expect(await linksOf(hub, round)).toHaveLength(200)
    const first = await text(paths.links(round), hub.tam)
    const next = /href="([^"]*\?tu=[0-9]+)"/.exec(first)?.[1] ?? ""
    const second = await text(next, hub.tam)
    expect([first.includes("Điểm bán 1200"), second.includes("Điểm bán 1200")]).toEqual([false, true])
    expect(second).not.toContain("sang trang sau")
  })

  test("a link that was taken back opens nothing any more", async () => {
    const round = await openRoundOf(hub)
    await inviteTo(hub, round, "Điện thoại Mất")
    const [link = ""] = await linksOf(hub, round)
    const { rows } = await db.admin("select id from learners where name = 'Điện thoại Mất'")
    const sent = await hub.post(paths.remove(round), { learner: String(rows[0]?.id) }, hub.tam)
    expect(sent.status).toBe(303)
    expect((await hub.get(link)).status).toBe(404)
  })
})

describe("an agent who opens the link, without an account", () => {
  let link = ""
  let round = ""
  beforeAll(async () => {
    await releaseWarning(db, { title: "Giả danh điện lực", areas: ["xã Lạc Hồng"] })
    await releaseWarning(db, { title: "Giả danh ngân hàng", areas: ["xã Khác"] })
    round = await openRoundOf(hub)
    await inviteTo(hub, round, "Tạp hóa Thu\txã Lạc Hồng")
    link = (await linksOf(hub, round))[0] ?? ""
  })

  test("sees the warning of their own place first, and what the course is", async () => {
    const page = await text(link)
    expect(page).toContain("Tạp hóa Thu, mời bạn học")
    expect(page.indexOf("Giả danh điện lực")).toBeLessThan(page.indexOf("Giả danh ngân hàng"))
    expect(page).toContain("nơi bạn")
    expect(page).not.toContain("Tải giấy chứng nhận")
  })

  test("is held where they stopped: a question that was answered is not asked again, and its first answer stands", async () => {
    await hub.post(`${link}/bat-dau`, {})
    await answer(hub, link, true)
    await answer(hub, link, true)
    expect(await text(`${link}/cau`)).toContain("Câu 3/10")
    expect(await text(link)).toContain("Bạn đang làm dở bài")
    const { rows } = await db.admin("select drawn, answers from course_attempts where ended_at is null")
    const { drawn, answers } = rows[0] as { drawn: { id: string }[]; answers: Record<string, number> }
    const first = drawn[0]?.id ?? ""
    const other = answers[first] === 0 ? "1" : "0"
    await hub.post(`${link}/cau`, { question: first, answer: other })
    const after = await db.admin("select answers from course_attempts where ended_at is null")
    expect(after.rows[0]?.answers).toEqual(answers)
    expect(drawn.map(({ id }) => id)).not.toContain("s05")
  })

  test("who has fewer than eight right has no certificate, reads the right answers, and tries again with other questions", async () => {
    let led = ""
    for (let at = 0; at < 8; at += 1) led = await answer(hub, link, at < 4)
    expect(led).toBe(`${link}/ket-qua`)
    const result = await text(led)
    expect(result).toContain("Chưa đạt: đúng 6/10 câu")
    expect(result).toContain("Câu đúng")
    expect((await hub.get(`${link}/chung-chi.pdf`)).status).toBe(404)
    expect((await hub.post(`${link}/cam-ket`, { signedName: "Trần Thị Thu" })).status).toBe(409)
    expect(await text(link)).toContain("Làm lại với câu hỏi khác")
  })

  test("who passes holds a certificate whose code anybody verifies; a wrong code verifies nothing", async () => {
    expect(await attempt(hub, link, 8)).toBe(`${link}/ket-qua`)
    const page = await text(link)
    expect(page).toContain("Đạt 8/10 câu")
    const at = /\/hoc\/chung-chi\/[0-9A-Z-]{23}/.exec(page)?.[0] ?? ""
    const { words, qr } = await sheetAt(`${link}/chung-chi.pdf`)
    expect(qr).toBe(linkTo(hub.house.config, at))
    for (const said of ["Tạp hóa Thu", "8/10", at.split("/").at(-1) ?? ""]) expect(words).toContain(said)
    const checked = await text(at)
    expect(checked).toContain("Chứng nhận thật, còn giá trị")
    expect(checked).toContain("Tạp hóa Thu")
    expect(checked).toContain("Viễn thông Mẫu")
    const typed = await hub.post(paths.askCertificate, { code: at.split("/").at(-1)?.toLowerCase() ?? "" })
    expect(typed.headers.get("location")).toBe(at)
    const wrong = await hub.post(paths.askCertificate, { code: "00000-00000-00000-00000" })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain("Không có chứng nhận nào mang mã này")
    // The link of the learner is not the code of the certificate, and neither opens the other.
    expect((await hub.get(link.replace("loi-moi", "chung-chi"))).status).toBe(404)
  })

  test("signs the commitment of the day, once a year; the body counts it, and the check says so", async () => {
    expect((await hub.post(`${link}/cam-ket`, { signedName: "" })).status).toBe(422)
    expect((await hub.post(`${link}/cam-ket`, { signedName: "Trần Thị Thu" })).status).toBe(303)
    expect((await hub.post(`${link}/cam-ket`, { signedName: "Trần Thị Thu" })).status).toBe(409)
    const page = await text(link)
    expect(page).toContain("Trần Thị Thu đã ký ngày 15/09/2023")
    expect(page).toContain("Không bán, không tặng, không cho mượn")
    expect(await text(/\/hoc\/chung-chi\/[0-9A-Z-]{23}/.exec(page)?.[0] ?? "")).toContain(
      "Cam kết còn hạn đến",
    )
    const listed = await db.admin(
      "select count(*)::int as n from commitments m join learners l on l.id = m.learner_id where l.round_id = $1",
      [round],
    )
    expect(listed.rows[0]?.n).toBe(1)
    expect(await text(paths.round(round), hub.tam)).toContain("1/1 người đã đạt")
  })

  test("prints a poster whose code leads to the public check, never to the shop's own page", async () => {
    const check = linkTo(hub.house.config, "/kiem-tra")
    for (const paper of ["a4", "a3"]) {
      const { words, qr } = await sheetAt(`${link}/ap-phich.pdf?kho=${paper}`)
      expect(qr).toBe(check)
      for (const said of ["Tạp hóa Thu", "gọi ngay ngân hàng", check.replace(/^https?:\/\//, "")])
        expect(words).toContain(said)
      expect(words).not.toContain(link)
    }
    expect(await text(sharingPaths.check)).toContain("Kiểm tra")
  })

  test("tries five times a day at most", async () => {
    const own = await openRoundOf(hub)
    await inviteTo(hub, own, "Tạp hóa Nhiều Lần")
    const [many = ""] = await linksOf(hub, own)
    for (let nth = 0; nth < 5; nth += 1) await attempt(hub, many, 0)
    const sixth = await hub.post(`${many}/bat-dau`, {})
    expect([sixth.status, (await sixth.text()).includes("Mai làm tiếp")]).toEqual([409, true])
  })
})

test("who is asked for a code is told to stop, who has paid is led to the first hour, and nothing is kept", async () => {
  expect(await text(`${paths.asking}?hoi=1&dau=code`)).toContain("dừng lại, cúp máy")
  const paid = await text(`${paths.asking}?hoi=1&dau=hurry&dau=paid`)
  expect(paid).toContain(paths.firstHour)
  expect(await text(paths.firstHour)).toContain("Gọi ngay ngân hàng")
})

describe("the database", () => {
  test("gives no certificate for an attempt that did not pass, whoever the statement comes from", async () => {
    const { rows } = await db.admin(
      "select a.id, a.learner_id, a.body_id, a.right_of, a.asked from course_attempts a where not is_passed limit 1",
    )
    const { id, learner_id, body_id, right_of, asked } = rows[0] ?? {}
    await expect(
      db.admin(
        `insert into certificates (body_id, learner_id, attempt_id, code_hash, name, course, course_vi, course_en, right_of, asked, passed_on, valid_until)
         values ($1, $2, $3, 'x', 'x', 'ban-sim', 'x', 'x', $4, $5, '2023-09-15', '2024-09-15')`,
        [body_id, learner_id, id, right_of, asked],
      ),
    ).rejects.toThrow("an attempt that passed")
  })
  test("keeps no code and no link: neither stands in any row", async () => {
    const { rows } = await db.admin(
      "select receipt_hash from learners union all select code_hash from certificates",
    )
    for (const row of rows) expect(String(row.receipt_hash)).toMatch(/^[0-9a-f]{64}$/)
  })
})

test("“would you fall for it?” needs no account and keeps nothing; how far one is stands in the address", async () => {
  const before = await db.admin("select count(*)::int as n from course_attempts")
  await publish(hub, "co-mac-bay")
  expect(await text(`${paths.situations}?d=&tra-loi=1`)).toContain("Chọn một câu trả lời")
  const first = await text(`${paths.situations}?d=&tra-loi=1&c=0`)
  expect(first).toContain("Dấu hiệu")
  expect(await text(`${paths.situations}?d=0`)).toContain("Tình huống 2/20")
  expect(await text(`${paths.situations}?d=${"0".repeat(20)}`)).toContain("Bạn nhận ra 13/20 tình huống")
  const kept = await db.admin("select count(*)::int as n from course_attempts")
  expect(kept.rows[0]?.n).toBe(before.rows[0]?.n)
})

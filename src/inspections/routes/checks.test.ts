import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { people } from "../../testing/province.ts"
import { paths } from "../paths.ts"
import { begin, filled, plan, planOf, recorded, step, writeShop } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const idIn = (path: string) => path.slice(path.lastIndexOf("/") + 1)
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()

describe("one check, from the plan to its end", () => {
  test("is planned, decided, approved, announced, recorded; its finding becomes a case with everything; what was asked is put right", async () => {
    const subjectId = await writeShop(hub)
    const at = await plan(hub, subjectId)
    await begin(hub, at, people.minh.id)
    expect((await hub.post(`${at}/bien-ban`, recorded, hub.minh)).status).toBe(409)
    expect((await hub.post(`${at}/phieu`, filled, hub.minh)).status).toBe(303)
    await step(hub, at, "bien-ban", recorded, hub.minh)
    expect((await hub.post(`${at}/phieu`, { "a-active-sims": "no" }, hub.minh)).status).toBe(409)
    const conclusion = {
      number: "3/KL",
      concludedOn: "2023-09-15",
      conclusion: "Có vi phạm về SIM.",
      recommendations: "Dừng bán SIM kích hoạt sẵn\nLập sổ bán SIM",
      dueOn: "2023-09-30",
    }
    expect((await hub.post(`${at}/ket-luan`, conclusion, hub.lan)).status).toBe(409)

    await step(hub, at, "mo-vu-viec", { committedOn: "2023-09-14", isOngoing: "yes" }, hub.minh)
    const { rows } = await db.admin("select case_id from inspection_cases")
    const casePath = `/vu-viec/${rows[0]?.case_id}`
    const opened = await text(casePath, hub.minh)
    expect(opened).toContain("Điểm SIM Bình Minh")
    expect(opened).toContain("số thuê bao: 14")
    expect(opened).toContain("14 SIM trong ngăn kéo quầy.")
    expect(opened).toContain("Tôi mua lại của người lạ.")
    expect(opened).toContain(`href="${at}"`)
    const paper = await text(`${casePath}/van-ban/bien-ban-vi-pham`, hub.minh)
    expect(paper).toContain("Vũ Văn Chứng, hàng xóm")
    expect(paper).toContain("Số 5 chợ Mẫu, xã Mẫu")

    await step(hub, at, "ket-luan", conclusion, hub.lan)
    expect((await hub.post(`${at}/ket-thuc`, {}, hub.minh)).status).toBe(409)
    const { rows: asked } = await db.admin("select id from inspection_recommendations")
    for (const one of asked) {
      const fields = { recommendationId: String(one.id), doneOn: "2023-09-15", note: "Đã xem sổ." }
      await step(hub, at, "da-khac-phuc", fields, hub.minh)
    }
    await step(hub, at, "ket-thuc", {}, hub.minh)
    expect(await text(at, hub.minh)).toContain("Đã kết thúc")
  })

  test("each of its seven papers is written at its step, says what was entered, and goes the way of outgoing documents", async () => {
    const at = await plan(hub, await writeShop(hub, { name: "Điểm SIM Giấy" }))
    const write = (kind: string) => hub.post(`${at}/van-ban`, { kind, signerId: people.lan.id }, hub.minh)
    const says = async (kind: string, ...sentences: string[]) => {
      const made = await write(kind)
      const [page = ""] = (made.headers.get("location") ?? "").split("?")
      expect([kind, page]).toEqual([kind, expect.stringMatching(/^\/van-ban-di\//)])
      expect((await hub.get(`${page}/van-ban.pdf`, hub.minh)).status).toBe(200)
      const { rows } = await db.admin("select model::text from official_documents where id = $1", [
        idIn(page),
      ])
      for (const sentence of ["Điểm SIM Giấy", ...sentences]) expect(rows[0]?.model).toContain(sentence)
    }
    expect((await write("record")).status).toBe(422)
    const members = "Phạm Văn Công; Trinh sát; Công an tỉnh Mẫu"
    await step(
      hub,
      at,
      "quyet-dinh",
      {
        number: "12/QĐ-STTTT",
        decidedOn: "2023-09-14",
        days: "5",
        headId: people.minh.id,
        declared: "yes",
        members,
      },
      hub.lan,
    )
    await says("decision", "Thời hạn: 5 ngày", "Phạm Văn Công, Trinh sát, Thành viên, Công an tỉnh Mẫu")
    await says("plan", "Làm rõ dấu hiệu vi phạm: Sáu tin báo về SIM kích hoạt sẵn.", "Có giữ hoặc bán SIM")
    await says("notice", "vào ngày 14 tháng 9 năm 2023, tại Số 5 chợ Mẫu")
    await step(hub, at, "duyet", { approvedOn: "2023-09-14" }, hub.lan)
    await step(hub, at, "cong-bo", { announcedOn: "2023-09-14" }, hub.minh)
    await step(hub, at, "phieu", filled, hub.minh)
    const byCommune = { ...recorded, signing: "commune", witness: "Ông Tạ Văn Xã, công chức UBND xã Mẫu" }
    await step(hub, at, "bien-ban", byCommune, hub.minh)
    await says(
      "record",
      "đoàn kiểm tra theo Quyết định số 12/QĐ-STTTT ngày 14 tháng 9 năm 2023",
      "Tôi mua lại của người lạ.",
      "lý do: Cho là không vi phạm. Người ký xác nhận việc không ký: Ông Tạ Văn Xã",
      "ĐẠI DIỆN UBND XÃ",
    )
    await says("report", "kết quả kiểm tra chuyên ngành", "14 SIM trong ngăn kéo quầy; NĐ 15/2020")
    await step(hub, at, "mo-vu-viec", { committedOn: "2023-09-14" }, hub.minh)
    const asked = { recommendations: "Lập sổ bán SIM", dueOn: "2023-09-30", conclusion: "Có vi phạm về SIM." }
    await step(hub, at, "ket-luan", { number: "3/KL", concludedOn: "2023-09-15", ...asked }, hub.lan)
    await says("conclusion", "Có vi phạm về SIM.", "Lập sổ bán SIM, xong trước ngày 30 tháng 9 năm 2023")
    await says("put-right", "báo cáo bằng văn bản khi xong", "Lập sổ bán SIM")
    expect((await write("plan")).status).toBe(422)
  })
})

describe("what the law of the day does not allow", () => {
  test("is refused at its question with the reason, and what was typed comes back", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Luật" })
    const police = await hub.post(paths.newInspection, planOf(subjectId, { power: "police-check" }), hub.minh)
    expect(police.status).toBe(422)
    const page = await police.text()
    expect(page).toContain("Luật của ngày đó không cho cơ quan bạn quyền này")
    expect(page).toContain("Sáu tin báo về SIM kích hoạt sẵn")
    const routine = { plannedOn: "2025-10-01", ground: "annual-plan", method: "remote" }
    const plain = await hub.post(paths.newInspection, planOf(subjectId, routine), hub.minh)
    expect(await plain.text()).toContain("Luật của ngày đó không cho căn cứ này")
    const visit = { plannedOn: "2025-10-01", ground: "signs", method: "visit" }
    const blind = await hub.post(paths.newInspection, planOf(subjectId, visit), hub.minh)
    expect(await blind.text()).toContain("Ghi dữ liệu từ xa cho thấy gì")
    const words = { ...planOf(subjectId), legalBasis: "" }
    expect(await (await hub.post(paths.newInspection, words, hub.minh)).text()).toContain(
      "viết căn cứ pháp lý bằng lời",
    )
  })

  test("a second visit in a year is refused, and passes on clear signs with a reason that its page shows", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Hai Lần" })
    await plan(hub, subjectId)
    const again = await hub.post(paths.newInspection, planOf(subjectId), hub.minh)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain("Đã đủ số lần trong năm")
    const reason = "Có thêm bốn tin báo trong ba ngày"
    const at = await plan(hub, subjectId, { isClear: "yes", overrideReason: reason })
    expect(await text(at, hub.minh)).toContain(reason)
  })

  test("who issued the decision approves the plan of the check, and nobody else of the body", async () => {
    const at = await plan(hub, await writeShop(hub, { name: "Điểm SIM Duyệt" }))
    const decision = {
      number: "7",
      decidedOn: "2023-09-15",
      days: "5",
      headId: people.minh.id,
      declared: "yes",
    }
    const undeclared = { ...decision, declared: "" }
    expect((await hub.post(`${at}/quyet-dinh`, undeclared, hub.lan)).status).toBe(422)
    await step(hub, at, "quyet-dinh", decision, hub.lan)
    expect((await hub.post(`${at}/duyet`, { approvedOn: "2023-09-15" }, hub.minh)).status).toBe(403)
    await db.admin("update inspections set decided_by_officer = $1 where id = $2", [people.hoa.id, idIn(at)])
    const other = await hub.post(`${at}/duyet`, { approvedOn: "2023-09-15" }, hub.lan)
    expect(other.status).toBe(409)
    expect(await other.text()).toContain("Người ra quyết định duyệt kế hoạch")
  })
})

describe("other bodies", () => {
  test("read nothing of a plan but that somebody is busy with the subject, until it is approved", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Trùng" })
    const at = await plan(hub, subjectId)
    expect((await hub.get(at, hub.ngoai)).status).toBe(404)
    expect(await text(paths.inspections, hub.ngoai)).not.toContain("Điểm SIM Trùng")
    // The other body's plan is not refused by a visit of which it may not know.
    const theirs = await plan(hub, subjectId, {}, hub.ngoai)
    const busy = await text(theirs, hub.ngoai)
    expect(busy).toContain("Một cơ quan khác đang bận với đối tượng này")
    expect(busy).not.toContain("Sở Thông tin tỉnh Mẫu đã")
    await begin(hub, at, people.minh.id)
    expect(await text(theirs, hub.ngoai)).toContain("Sở Thông tin tỉnh Mẫu đã kiểm tra chuyên ngành")
  })

  test("an enterprise reads neither the register nor any check", async () => {
    const subjectId = await writeShop(hub, { name: "Điểm SIM Kín" })
    const at = await plan(hub, subjectId)
    expect((await hub.get(paths.subject(subjectId), hub.tam)).status).toBe(404)
    expect((await hub.get(at, hub.tam)).status).toBe(404)
    expect(await text(paths.subjects, hub.tam)).not.toContain("Điểm SIM Kín")
    expect((await hub.get(paths.newInspection, hub.tam)).status).toBe(403)
  })
})

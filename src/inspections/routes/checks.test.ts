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

  test("its papers are written from what was entered, and go the way of outgoing documents", async () => {
    const at = await plan(hub, await writeShop(hub, { name: "Điểm SIM Giấy" }))
    await begin(hub, at, people.minh.id)
    await hub.post(`${at}/phieu`, filled, hub.minh)
    await step(hub, at, "bien-ban", recorded, hub.minh)
    for (const kind of ["record", "report", "conclusion", "put-right"]) {
      const made = await hub.post(`${at}/van-ban`, { kind, signerId: people.lan.id }, hub.minh)
      expect(made.status).toBe(303)
      expect(made.headers.get("location")).toContain("/van-ban-di/")
      const page = await text((made.headers.get("location") ?? "").split("?")[0] ?? "", hub.minh)
      expect(page).toContain("Điểm SIM Giấy")
    }
    expect(
      (await hub.post(`${at}/van-ban`, { kind: "plan", signerId: people.lan.id }, hub.minh)).status,
    ).toBe(422)
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
    await db.admin("update inspections set decided_by_officer = $1 where id = $2", [
      people.hoa.id,
      at.slice(at.lastIndexOf("/") + 1),
    ])
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
    expect(busy).not.toContain("Sở Thông tin tỉnh Mẫu")
    await begin(hub, at, people.minh.id)
    expect(await text(theirs, hub.ngoai)).toContain("Sở Thông tin tỉnh Mẫu")
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

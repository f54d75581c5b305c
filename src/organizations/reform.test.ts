import { beforeAll, describe, expect, test } from "vitest"
import { deskOfSigned, signInAs } from "../accounts/testing.ts"
import { asJob, asOfficer, asPublic, type Clock } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import {
  addPassing,
  cancelReform,
  choose,
  confirmReform,
  planReform,
  type ReformView,
  readReform,
  readReforms,
  removePassing,
} from "./actions/reform.ts"
import { applyDueReforms } from "./actions/reform-day.ts"
import { type Chart, loadChart, resolveAddressee, seedOrganizations } from "./index.ts"
import { heldBy } from "./testing/fake-holder.ts"

const clock: Clock & { at: string } = { at: "2024-06-03T02:00:00Z", now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
const house = houseOf(db)
let administrator: Desk
let stranger: Desk
let chart: Chart

const body = (slug: string) => {
  const found = chart.bodies.find((one) => one.slug === slug)
  if (found === undefined) throw new Error(`no body ${slug}`)
  return found
}
const science = () => body("so-khoa-hoc-va-cong-nghe").id
const press = () => body("so-van-hoa-the-thao-va-du-lich").id
const police = () => body("cong-an-tinh").id
const telecom = () => body("so-thong-tin-va-truyen-thong").id
const vanLam = () => body("ubnd-huyen-van-lam").id
const anThi = () => body("ubnd-huyen-an-thi").id

const duties = heldBy("test.tasks")

beforeAll(async () => {
  await seedOrganizations(db)
  clock.at = "2025-05-20T02:00:00Z"
  chart = await asPublic(db, loadChart)
  administrator = deskOfSigned(
    house,
    await signInAs(db, { bodySlug: "van-phong-ubnd-tinh", role: "administrator" }),
  )
  stranger = deskOfSigned(house, await signInAs(db, { bodySlug: "so-noi-vu", role: "administrator" }))
  duties.put(telecom(), "Rà soát thuê bao", "Quản lý báo chí", "An toàn thông tin mạng")
  duties.put(vanLam(), "Tuyên truyền ở Văn Lâm", "Thống kê đại lý SIM")
  duties.put(anThi(), "Tuyên truyền ở Ân Thi")
  duties.put(science(), "Việc không liên quan")
})

const view = async (id: string): Promise<ReformView> => {
  const found = await readReform(administrator, id, [duties])
  if (found === null) throw new Error("no such plan")
  return found
}
const passingOf = (plan: ReformView, beforeId: string, afterId: string) => {
  const found = plan.passings.find((one) => one.beforeId === beforeId && one.afterId === afterId)
  if (found === undefined) throw new Error("no such passing")
  return { passingId: found.id }
}
const titles = (all: readonly { title: string }[]) => all.map((one) => one.title).sort()

describe("the change of 1 July 2025", () => {
  let id = ""
  beforeAll(async () => {
    const made = await planReform(administrator, {
      title: "Sắp xếp đơn vị hành chính và sở, ngành",
      basis: "NQ 202/2025/QH15; Luật 72/2025/QH15",
      effectiveOn: "2025-07-01",
      takesRecorded: true,
    })
    id = made.id
  })

  test("is planned from what the chart records: ten districts and the department that ends", async () => {
    const plan = await view(id)
    expect(new Set(plan.passings.map((one) => one.beforeId)).size).toBe(11)
    expect(
      plan.passings
        .filter((one) => one.beforeId === telecom())
        .map((one) => one.afterId)
        .sort(),
    ).toEqual([science(), press(), police()].sort())
    expect(plan.faults).toEqual([])
    expect((await readReforms(administrator)).unplanned).toEqual([])
  })

  test("shows beforehand every open duty of the bodies that end, and none of another body", async () => {
    const { foresight } = await view(id)
    expect(foresight?.moves).toEqual([])
    expect(titles(foresight?.open ?? [])).toEqual(
      titles([
        ...["Rà soát thuê bao", "Quản lý báo chí", "An toàn thông tin mạng"].map((title) => ({ title })),
        ...["Tuyên truyền ở Văn Lâm", "Thống kê đại lý SIM", "Tuyên truyền ở Ân Thi"].map((title) => ({
          title,
        })),
        { title: "Vai trò cơ quan chủ trì lĩnh vực (nhận dấu hiệu vi phạm)" },
      ]),
    )
  })

  test("is not confirmed and moves nothing while a choice is open", async () => {
    expect(await confirmReform(administrator, id, [duties])).toEqual({ refused: "choicesOpen" })
    clock.at = "2025-07-01T02:00:00Z"
    expect(await applyDueReforms(db, [duties])).toEqual([])
    clock.at = "2025-05-20T02:00:00Z"
    expect(duties.of(telecom())).toHaveLength(3)
  })

  test("is decided duty by duty by subject, or for a body as a whole", async () => {
    const plan = await view(id)
    const to = (afterId: string) => passingOf(plan, telecom(), afterId)
    const own = (title: string) => ({ holder: duties.name, id: duties.idOf(title) })
    const subject = (title: string, afterId: string) => ({
      beforeId: telecom(),
      duty: own(title),
      to: to(afterId),
    })
    const chosen = await choose(administrator, id, [
      { beforeId: telecom(), duty: null, to: to(science()) },
      subject("Quản lý báo chí", press()),
      subject("An toàn thông tin mạng", police()),
      { beforeId: vanLam(), duty: null, to: "each" },
      { beforeId: anThi(), duty: null, to: passingOf(plan, anThi(), body("ubnd-tinh-hung-yen").id) },
    ])
    expect(chosen).toEqual({ done: true })
    const { foresight } = await view(id)
    expect(foresight?.open).toEqual([])
    const communes = foresight?.moves.find((move) => move.duty.title === "Thống kê đại lý SIM")?.to ?? []
    expect(communes.length).toBeGreaterThan(2)
    expect(await confirmReform(administrator, id, [duties])).toEqual({ done: true })
  })

  test("a duty that comes in after the confirmation holds the whole plan until it is decided", async () => {
    duties.put(body("ubnd-huyen-phu-cu").id, "Việc đến sau")
    clock.at = "2025-07-01T02:00:00Z"
    expect(await applyDueReforms(db, [duties])).toEqual([{ reformId: id, result: "waits" }])
    expect(duties.of(telecom())).toHaveLength(3)
    const phuCu = body("ubnd-huyen-phu-cu").id
    const lead = (await view(id)).passings.find((one) => one.beforeId === phuCu)
    await choose(administrator, id, [{ beforeId: phuCu, duty: null, to: { passingId: lead?.id ?? "" } }])
  })

  test("does nothing before its day, everything on it, and nothing a second time", async () => {
    clock.at = "2025-06-30T16:59:00Z"
    expect(await applyDueReforms(db, [duties])).toEqual([])
    clock.at = "2025-06-30T17:01:00Z"
    expect(await applyDueReforms(db, [duties])).toEqual([{ reformId: id, result: "applied" }])
    expect(duties.of(science())).toEqual(["Rà soát thuê bao", "Việc không liên quan"])
    expect(duties.of(press())).toEqual(["Quản lý báo chí"])
    expect(duties.of(police())).toEqual(["An toàn thông tin mạng"])
    expect(duties.of(body("ubnd-tinh-hung-yen").id)).toContain("Tuyên truyền ở Ân Thi")
    const before = duties.all()
    expect(await applyDueReforms(db, [duties])).toEqual([])
    expect(duties.all()).toEqual(before)
  })

  test("gives each commune of a district a copy where that was chosen, and loses no duty", async () => {
    const { done, passings } = await view(id)
    const communes = new Set(passings.filter((one) => one.beforeId === vanLam()).map((one) => one.afterId))
    const sim = done.filter((one) => one.title === "Thống kê đại lý SIM")
    expect(new Set(sim.map((one) => one.afterId))).toEqual(communes)
    expect(sim.map((one) => one.how).filter((how) => how === "moved")).toHaveLength(1)
    for (const beforeId of new Set(passings.map((one) => one.beforeId)))
      expect(duties.of(beforeId)).toEqual([])
    for (const afterId of communes) expect(duties.of(afterId)).toContain("Thống kê đại lý SIM")
  })

  test("passes the role of lead department on to the successor that was chosen", async () => {
    const leads = await asPublic(db, (tx) =>
      tx.selectFrom("bodies").select("id").where("isLead", "=", true).execute(),
    )
    expect(leads.map((one) => one.id)).toEqual([science()])
  })

  test("keeps the old body under its old name, for the letters that name it", async () => {
    const after = await asPublic(db, loadChart)
    const old = after.bodies.find((one) => one.id === telecom())
    expect([old?.name, old?.validTo]).toEqual(["Sở Thông tin và Truyền thông", "2025-02-28"])
    const july2023 = resolveAddressee(after, "UBND huyện Văn Lâm", "2023-07-15")
    expect(july2023.map((found) => found.at)).toEqual(["body"])
    expect(after.successions.length).toBe(chart.successions.length)
  })

  test("is in the journal, with its counts and without a word of what moved", async () => {
    const rows = await asJob(db, "test", (tx) =>
      tx.selectFrom("journal").select(["what", "details"]).where("recordId", "=", id).orderBy("id").execute(),
    )
    const applied = rows.filter((row) => row.what === "reform.applied")
    expect(applied).toHaveLength(1)
    expect(applied[0]?.details).toMatchObject({ ended: 11, founded: 0, duties: 8 })
    expect(rows.map((row) => row.what)).toContain("reform.confirmed")
    expect(JSON.stringify(rows)).not.toContain("SIM")
  })

  test("what a late letter still gives to an ended district follows by the same choice; else it waits for one", async () => {
    const kimDong = body("ubnd-huyen-kim-dong").id
    duties.put(anThi(), "Văn bản tháng 6 vào sổ tháng 7")
    duties.put(kimDong, "Việc muộn của Kim Động")
    expect(await applyDueReforms(db, [duties])).toEqual([{ reformId: id, result: "swept" }])
    expect(duties.of(body("ubnd-tinh-hung-yen").id)).toContain("Văn bản tháng 6 vào sổ tháng 7")
    const plan = await view(id)
    expect(titles(plan.foresight?.open ?? [])).toEqual(["Việc muộn của Kim Động"])
    await choose(administrator, id, [
      { beforeId: kimDong, duty: null, to: passingOf(plan, kimDong, body("ubnd-tinh-hung-yen").id) },
    ])
    expect(await applyDueReforms(db, [duties])).toEqual([{ reformId: id, result: "swept" }])
    expect(await applyDueReforms(db, [duties])).toEqual([])
    expect(duties.of(kimDong)).toEqual([])
  })

  test("a body's whole that passed on passes once more where a late paper names the body again", async () => {
    let isOpen = true
    const duty = { id: anThi(), bodyId: anThi(), title: "Tất cả của An Thi", isUndivided: true }
    const whole = {
      name: "test.whole",
      openDutiesOf: () => Promise.resolve(isOpen ? [duty] : []),
      move: () => {
        isOpen = false
        return Promise.resolve()
      },
    }
    expect(await applyDueReforms(db, [whole])).toEqual([{ reformId: id, result: "swept" }])
    isOpen = true
    expect(await applyDueReforms(db, [whole])).toEqual([{ reformId: id, result: "swept" }])
    expect(await applyDueReforms(db, [whole])).toEqual([])
  })

  test("can no longer be changed or cancelled", async () => {
    expect(await cancelReform(administrator, id)).toEqual({ refused: "closed" })
    expect(await removePassing(administrator, id, crypto.randomUUID())).toEqual({ refused: "notDraft" })
  })
})

describe("a merger planned by hand", () => {
  const merge = {
    title: "Hợp nhất",
    basis: "Nghị quyết mẫu",
    effectiveOn: "2026-01-01",
    takesRecorded: false,
  }
  const finance = () => body("so-tai-chinh").id
  const planning = () => body("so-ke-hoach-va-dau-tu").id

  test("founds a new body, which joins the groups of those it succeeds and has the day as its first", async () => {
    clock.at = "2025-12-01T02:00:00Z"
    const { id } = await planReform(administrator, merge)
    expect(await confirmReform(administrator, id, [duties])).toEqual({ refused: "faults" })
    const after = { name: "Sở Tài chính và Kế hoạch", kind: "department" } as const
    for (const beforeId of [finance(), planning()])
      expect(await addPassing(administrator, id, { beforeId, after, share: "toàn bộ" })).toEqual({
        done: true,
      })
    duties.put(finance(), "Việc của tài chính")
    expect((await view(id)).foresight?.moves.map((move) => move.by)).toEqual(["only successor"])
    expect(await confirmReform(administrator, id, [duties])).toEqual({ done: true })
    clock.at = "2026-01-01T02:00:00Z"
    await applyDueReforms(db, [duties])
    const now = await asPublic(db, loadChart)
    const members = (day: string) =>
      resolveAddressee(now, "Các sở, ban, ngành", day).flatMap((found) =>
        found.at === "group" ? found.members.map((one) => one.name) : [],
      )
    expect(members("2025-12-31")).toContain("Sở Tài chính")
    expect(members("2026-01-01")).not.toContain("Sở Tài chính")
    expect(members("2026-01-01")).toContain(after.name)
    const founded = now.bodies.find((one) => one.name === after.name)
    expect([founded?.slug, founded?.validFrom]).toEqual(["so-tai-chinh-va-ke-hoach", "2026-01-01"])
    expect(duties.of(founded?.id ?? "")).toEqual(["Việc của tài chính"])
  })

  test("is refused when a successor ends itself, is gone already, is the same body, or is in another plan", async () => {
    const { id } = await planReform(administrator, { ...merge, effectiveOn: "2026-09-01" })
    const [health, justice] = [body("so-y-te").id, body("so-tu-phap").id]
    const pass = (beforeId: string, bodyId: string) =>
      addPassing(administrator, id, { beforeId, after: { bodyId }, share: "toàn bộ" })
    expect(await pass(health, health)).toEqual({ refused: "itself" })
    expect(await pass(finance(), health)).toEqual({ refused: "plannedElsewhere" })
    expect(await pass(health, justice)).toEqual({ done: true })
    expect(await pass(justice, vanLam())).toEqual({ done: true })
    expect((await view(id)).faults).toEqual([
      { kind: "successorEnds", bodyId: justice },
      { kind: "successorNotThere", bodyId: vanLam() },
    ])
    expect(await confirmReform(administrator, id, [duties])).toEqual({ refused: "faults" })
    const [passing] = (await view(id)).passings
    expect(await removePassing(administrator, id, passing?.id ?? "")).toEqual({ done: true })
    expect(await cancelReform(administrator, id)).toEqual({ done: true })
    expect((await view(id)).reform.state).toBe("cancelled")
  })
})

describe("a plan that fails half-way", () => {
  test("leaves nothing behind: no body ends, no duty moves", async () => {
    const { id } = await planReform(administrator, {
      title: "Đổi tên",
      basis: "Nghị quyết mẫu",
      effectiveOn: "2026-03-01",
      takesRecorded: false,
    })
    const health = body("so-y-te").id
    const after = { name: "Sở Y tế và Dân số", kind: "department" } as const
    await addPassing(administrator, id, { beforeId: health, after, share: "toàn bộ" })
    duties.put(health, "Việc của y tế")
    await confirmReform(administrator, id, [duties])
    clock.at = "2026-03-02T02:00:00Z"
    const breaking = { ...duties, move: () => Promise.reject(new Error("half-way")) }
    await expect(applyDueReforms(db, [breaking])).rejects.toThrow("half-way")
    const now = await asPublic(db, loadChart)
    expect(now.bodies.find((one) => one.id === health)?.validTo).toBeNull()
    expect(now.bodies.some((one) => one.name === after.name)).toBe(false)
    expect((await view(id)).reform.state).toBe("confirmed")
    expect(await applyDueReforms(db, [duties])).toEqual([{ reformId: id, result: "applied" }])
  })
})

test("nobody but an administrator of the body that keeps the chart sees or makes a plan", async () => {
  const { reforms } = await readReforms(administrator)
  expect(reforms.length).toBeGreaterThan(2)
  expect((await readReforms(stranger)).reforms).toEqual([])
  expect(await readReform(stranger, reforms[0]?.id ?? "", [duties])).toBeNull()
  expect(await confirmReform(stranger, reforms[0]?.id ?? "", [duties])).toEqual({ refused: "notFound" })
  const input = { title: "Lạ", basis: "Lạ", effectiveOn: "2026-05-01", takesRecorded: false }
  await expect(planReform(stranger, input)).rejects.toThrow(/row-level security/)
  const seen = await asOfficer(db, stranger.who, (tx) => tx.selectFrom("reformMoves").selectAll().execute())
  expect(seen).toEqual([])
})

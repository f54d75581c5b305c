import { beforeAll, describe, expect, test } from "vitest"
import { directivePaths } from "../../directives/index.ts"
import { bodies, planTask, samplePlan } from "../../directives/testing/province.ts"
import { type Town, townOf } from "../../directives/testing/town.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { proposal, proposeNumber } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let town: Town
let letter = ""
let shareTask = ""
let telcoTask = ""

beforeAll(async () => {
  hub = await hubOf(db)
  town = townOf(db)
  const plan = samplePlan()
  const of = (path: string, text: string, ids: string[]) => planTask({ path, text, bodies: ids })
  letter = await town.issue({
    ...plan,
    clauses: [
      {
        path: "1",
        heading: "Các sở; doanh nghiệp",
        tasks: [
          of("1.1", "Tăng cường thanh tra, kiểm tra", [bodies.hub.id]),
          of("1.2", "Chia sẻ thông tin về dấu hiệu vi phạm", [bodies.hub.id]),
          of("1.3", "Thông báo kịp thời về phương thức, thủ đoạn", [bodies.hub.id]),
          of("1.4", "Kịp thời báo cáo, ngăn chặn, xử lý những hành vi vi phạm", [bodies.telco.id]),
        ],
      },
    ],
  })
  shareTask = await town.assignmentOf(letter, "hub", "1.2")
  telcoTask = await town.assignmentOf(letter, "telco", "1.4")
})

const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const taskIdOf = async (assignment: string) =>
  String((await db.admin("select task_id from assignments where id = $1", [assignment])).rows[0]?.task_id)
const optionChosen = (html: string) =>
  /<option value="([^"]+)" selected/.exec(html.slice(html.indexOf("assignmentId")))?.[1]

describe("what is shared serves a task of a letter", () => {
  test("whoever proposes an indicator is offered the task whose words fit, first and already chosen", async () => {
    const page = await text(paths.newIndicator, hub.minh)
    expect(optionChosen(page)).toBe(shareTask)
    expect(page.indexOf("1.2: Chia sẻ thông tin")).toBeLessThan(page.indexOf("1.1: Tăng cường thanh tra"))
  })

  test("its task counts the indicator from its release on, and who gave the task opens the clause down to it", async () => {
    const at = await proposeNumber(hub, "0951 234 610", { assignmentId: shareTask })
    expect(await text(directivePaths.assignment(shareTask), hub.minh)).toContain(
      "Chỉ báo chia sẻ: 1 đang làm",
    )
    await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
    const page = await text(directivePaths.assignment(shareTask), hub.minh)
    expect(page).toContain("1 chỉ báo đã chia sẻ")
    expect(page).toContain(`href="${at}"`)
    const issuer = hub.thu
    const served = directivePaths.directiveServed(letter, await taskIdOf(shareTask))
    expect(await text(directivePaths.directive(letter), issuer)).toContain(`href="${served}"`)
    expect(await text("/bao-cao", issuer)).toContain("1 chỉ báo đã chia sẻ")
    expect(await text(served, issuer)).toContain("Chỉ báo 0951 234 610")
  })

  test("an indicator that its giver may not open is counted all the same, and names no value", async () => {
    const fields = { assignmentId: shareTask, tlp: "red", audience: "chosen", recipients: bodies.police.id }
    const at = await proposeNumber(hub, "0951 234 611", fields)
    await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
    const page = await text(directivePaths.directiveServed(letter, await taskIdOf(shareTask)), hub.thu)
    expect(page).toContain("2 chỉ báo đã chia sẻ")
    expect(page).toContain("Chỉ báo chia sẻ: chỉ cơ quan này mở được")
    expect(page).not.toContain("0951 234 611")
  })

  test("an enterprise's block is progress of the enterprise's own task", async () => {
    const at = await proposeNumber(hub, "0951 234 612")
    await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
    const page = await text(at, hub.tam)
    expect(optionChosen(page)).toBe(telcoTask)
    const doneOn = db.clock.now().toISOString().slice(0, 10)
    const sent = await hub.post(
      `${at}/tra-loi`,
      { answer: "blocked", doneOn, doneTime: "00:10", note: "", assignmentId: telcoTask },
      hub.tam,
    )
    expect(sent.status).toBe(303)
    expect(await text(directivePaths.assignment(telcoTask), hub.tam)).toContain("1 số, địa chỉ đã chặn")
  })

  test("a task of another body cannot be named, whatever the form says", async () => {
    const at = await proposeNumber(hub, "0951 234 613")
    const answer = await hub.post(`${at}/nhiem-vu`, { assignmentId: telcoTask }, hub.minh)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("không còn của cơ quan bạn")
    const { rows } = await db.admin("select 1 from served_assignments where record_id = $1", [
      at.slice(at.lastIndexOf("/") + 1),
    ])
    expect(rows).toEqual([])
  })

  test("what the second person refuses serves no task", async () => {
    const at = await proposeNumber(hub, "0951 234 614", { assignmentId: shareTask })
    await hub.post(`${at}/tu-choi`, { reason: "Số của đại lý." }, hub.lan)
    expect(await text(directivePaths.assignment(shareTask), hub.minh)).not.toContain("1 đang làm")
  })

  test("a warning names the task that speaks of methods and tricks", async () => {
    const page = await text(paths.newWarning, hub.minh)
    expect(optionChosen(page)).toBe(await town.assignmentOf(letter, "hub", "1.3"))
  })

  test("typed and refused, the chosen task comes back with the form", async () => {
    const other = await town.assignmentOf(letter, "hub", "1.1")
    const fields = { kind: "phone", value: "khong phai so", ...proposal, assignmentId: other }
    const answer = await hub.post(paths.newIndicator, fields, hub.minh)
    expect(answer.status).toBe(422)
    expect(optionChosen(await answer.text())).toBe(other)
  })
})

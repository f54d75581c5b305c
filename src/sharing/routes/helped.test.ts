import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { proposeNumber } from "../testing/hub.ts"

let now = "2023-09-15T02:00:00Z"
const db = await freshDatabase({ clock: { now: () => new Date(now) } })
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let nth = 0
/** A citizen's tip about this number; gives the receipt code. */
async function tipOf(target: string): Promise<string> {
  nth += 1
  const fields = { target, text: `Giả làm công an, lần ${nth}.`, once: once(0x7a0000 + nth) }
  return codeOn(await (await hub.post(signalPaths.reportIdentifier, fields)).text())
}
const followed = async (code: string) => (await hub.post(signalPaths.follow, { code })).text()
const release = (at: string) => hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)

describe("the reporter learns that it helped", () => {
  test("a reporter whose number was warned about and then blocked reads both in plain words, and how long it took", async () => {
    const code = await tipOf("0951 234 701")
    expect(await followed(code)).not.toContain("Tin của bạn đã giúp được việc")
    const at = await proposeNumber(hub, "0951 234 701")
    await release(at)
    const warned = await followed(code)
    expect(warned).toContain("Tin của bạn đã giúp được việc")
    expect(warned).toContain("Số điện thoại bạn báo đã được cảnh báo cho mọi người từ ngày 15/09/2023.")
    now = "2023-09-16T06:00:00Z"
    const later = await hubOf(db)
    const answer = { answer: "blocked", doneOn: "2023-09-16", doneTime: "11:00", note: "Khóa hai chiều" }
    expect((await later.post(`${at}/tra-loi`, answer, later.tam)).status).toBe(303)
    const blocked = await followed(code)
    expect(blocked).toContain("Số điện thoại bạn báo đã bị chặn, 26 giờ sau khi bạn báo.")
    // Neither who blocked, nor who warned, nor the words between offices.
    const told = blocked.slice(blocked.indexOf("Tin của bạn đã giúp được việc"), blocked.indexOf("<dl"))
    expect(told).not.toContain("Viễn thông Mẫu")
    expect(told).not.toContain("Lan")
    expect(told).not.toContain("Khóa hai chiều")
    expect(told).not.toContain("0951")
  })

  test("a reporter of another number learns nothing of it", async () => {
    expect(await followed(await tipOf("0951 234 702"))).not.toContain("Tin của bạn đã giúp được việc")
  })

  test("a number blocked before the report came is told so, not as if the report had done it", async () => {
    const code = await tipOf("0951 234 701")
    expect(await followed(code)).toContain("Số điện thoại bạn báo đã bị chặn từ trước khi bạn báo.")
  })

  test("what goes to chosen bodies only, and what was recalled, is not told", async () => {
    hub = await hubOf(db)
    const code = await tipOf("0951 234 703")
    const closed = { tlp: "amber", audience: "enterprises" }
    await release(await proposeNumber(hub, "0951 234 703", closed))
    expect(await followed(code)).not.toContain("Tin của bạn đã giúp được việc")
    const recalled = await tipOf("0951 234 704")
    const at = await proposeNumber(hub, "0951 234 704")
    await release(at)
    await hub.post(`${at}/thu-hoi`, { reason: "Số của cửa hàng." }, hub.lan)
    expect(await followed(recalled)).not.toContain("Tin của bạn đã giúp được việc")
  })

  test("whoever took the tip back is told nothing more of it", async () => {
    const code = await tipOf("0951 234 705")
    await release(await proposeNumber(hub, "0951 234 705"))
    expect(await followed(code)).toContain("Tin của bạn đã giúp được việc")
    await hub.post(signalPaths.followWithdrawal, { code })
    expect(await followed(code)).not.toContain("Tin của bạn đã giúp được việc")
  })
})

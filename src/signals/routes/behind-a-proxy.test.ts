import { beforeAll, describe, expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { withoutWorkMax } from "../domain/work.ts"
import { paths } from "../paths.ts"
import { hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db, { proxies: "10.0.0.5" }))
beforeAll(async () => {
  await hubOf(db)
})

let serial = 0
/** A tip sent without scripts, whose connection comes from `peer`. */
async function stateOfTipFrom(peer: string, forwarded: string): Promise<string> {
  serial += 1
  const body = new URLSearchParams({ once: once(serial), text: `Tin thứ ${serial} qua máy chủ trung gian` })
  const headers = { "sec-fetch-site": "same-origin", "x-forwarded-for": forwarded }
  const connection = { incoming: { socket: { remoteAddress: peer, remotePort: 4000, remoteFamily: "IPv4" } } }
  const page = await app.request(paths.reportIdentifier, { method: "POST", body, headers }, connection)
  expect(page.status).toBe(200)
  return String((await db.admin("select state from signals order by id desc limit 1")).rows[0].state)
}

describe("tips that come through a proxy on another machine", () => {
  test("one visitor who sends very many does not make another wait; a false header does not help them", async () => {
    for (let i = 0; i < withoutWorkMax; i += 1)
      expect(await stateOfTipFrom("10.0.0.5", "203.0.113.9")).toBe("received")
    expect(await stateOfTipFrom("10.0.0.5", "203.0.113.9")).toBe("held")
    expect(await stateOfTipFrom("10.0.0.5", "198.51.100.77, 203.0.113.9")).toBe("held")
    expect(await stateOfTipFrom("10.0.0.5", "203.0.113.10")).toBe("received")
  })

  test("whoever calls past the proxy is counted by their own address, whatever they write", async () => {
    for (let i = 0; i < withoutWorkMax; i += 1)
      expect(await stateOfTipFrom("198.51.100.4", `203.0.113.${i + 20}`)).toBe("received")
    expect(await stateOfTipFrom("198.51.100.4", "203.0.113.99")).toBe("held")
  })
})

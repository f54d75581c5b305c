import { tmpdir } from "node:os"
import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { asJob, openDatabase } from "../db/database.ts"
import { demoClock, freshDatabase } from "../testing/database.ts"
import { houseOf } from "../testing/house.ts"
import { countAsk, tidyAsks } from "./asks.ts"
import { bodies, takesFiles } from "./body.ts"
import { hasRoom, networkBytesPerHour, takeBytes, tidyNetworkBytes, uncountedBytes } from "./budget.ts"
import type { Env } from "./env.ts"
import { withHouse } from "./guards.ts"
import { readFileForm } from "./upload.ts"

const db = await freshDatabase()
const noon = new Date("2023-09-15T02:10:00Z")
const later = new Date("2023-09-15T03:10:00Z")
const networkOf = (letter: string) => letter.repeat(32)
const take = (letter: string, bytes: number, now = noon) =>
  takeBytes(db, networkOf(letter), { bytes, now, most: 1_000_000 })
const isTaken = async (...of: Parameters<typeof take>) => (await take(...of)) !== null

describe("what a network may send before anybody has signed in", () => {
  test("is counted by what is announced, and free again in the next hour", async () => {
    expect([await isTaken("a", 600_000), await isTaken("a", 600_000)]).toEqual([true, false])
    expect(await isTaken("a", 400_000)).toBe(true)
    expect(await isTaken("a", 600_000, later)).toBe(true)
  })

  test("is counted by what came once that is known: an upload that broke off costs what arrived", async () => {
    await (await take("b", 1_000_000))?.settle(300_000)
    expect([await isTaken("b", 800_000), await isTaken("b", 700_000)]).toEqual([false, true])
  })

  test("does not shrink what others may send", async () => {
    await take("c", 1_000_000)
    expect(await isTaken("d", 1_000_000)).toBe(true)
  })

  test("is never passed by sending at once", async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => isTaken("e", 300_000)))
    expect(all.filter((one) => one)).toHaveLength(3)
  })

  test("is forgotten when its hour is over", async () => {
    await take("f", 1, new Date("2023-09-14T20:10:00Z"))
    await asJob(db, "networks.tidy", tidyNetworkBytes)
    const left = await db.admin("select 1 from network_bytes where network = $1", [networkOf("f")])
    expect(left.rows).toEqual([])
  })
})

describe("two web processes over one database", () => {
  /** Each as a process of its own would be: nothing is shared but the database. Counts the bytes it takes off the wire. */
  function webProcess() {
    const read = { bytes: 0 }
    const app = new Hono<Env>()
    app.use(withHouse(houseOf(db)), bodies)
    app.post("/bao-tin", takesFiles({ files: 3, bytesMax: 400_000_000 }), async (c) => {
      await readFileForm(c, {
        sniffBytes: 1,
        typeOf: () => null,
        stage: () => Promise.reject(new Error("unused")),
      })
      return c.text("taken")
    })
    /** Announces so much and sends a few bytes of it. */
    const send = (announced: number) => {
      const pieces = [`--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nLời kể\r\n--x--\r\n`]
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            const piece = pieces.pop()
            if (piece === undefined) return controller.close()
            const bytes = new TextEncoder().encode(piece)
            read.bytes += bytes.length
            controller.enqueue(bytes)
          },
        },
        { highWaterMark: 0 },
      )
      const headers = {
        "content-type": "multipart/form-data; boundary=x",
        "content-length": String(announced),
      }
      return app.request("/bao-tin", { method: "POST", headers, body, duplex: "half" } as RequestInit)
    }
    return { send, read }
  }

  test("let one network send together what one alone would, and read nothing of what is too much", async () => {
    const [one, other] = [webProcess(), webProcess()]
    expect((await one.send(500_000)).status).toBe(200)
    // What was announced and did not come has been given back.
    const [counted] = (
      await db.admin("select network, hour, bytes::int from network_bytes where bytes < 1000")
    ).rows
    expect(counted?.bytes).toBe(one.read.bytes)
    await db.admin("update network_bytes set bytes = $1 where network = $2", [
      networkBytesPerHour - 600_000,
      counted?.network,
    ])
    expect((await other.send(500_000)).status).toBe(200)
    await db.admin("update network_bytes set bytes = $1 where network = $2", [
      networkBytesPerHour - 400_000,
      counted?.network,
    ])
    const before = [one.read.bytes, other.read.bytes]
    for (const process of [one, other]) {
      const refused = await process.send(500_000)
      expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining("quá nhiều tệp")])
    }
    expect([one.read.bytes, other.read.bytes]).toEqual(before)
    // Words alone are always taken.
    expect((await one.send(uncountedBytes)).status).toBe(200)
  })
})

test("a disk without room for a file takes none", async () => {
  expect(await hasRoom(tmpdir(), 1)).toBe(true)
  expect(await hasRoom(tmpdir(), Number.MAX_SAFE_INTEGER)).toBe(false)
})

test("a network that asked two processes of an installation has asked twice; another limit, network and hour know nothing of it", async () => {
  const limit = { most: 2, withinMs: 3_600_000 }
  const ask = (bucket: string, now = noon) => countAsk(db, bucket, { ...limit, now })
  const others = openDatabase(db.adminUrl, { keys: db.keys, clock: demoClock, poolMax: 2 })
  const second = await countAsk(others, "mail:a", { ...limit, now: noon })
  await others.close()
  const first = await Promise.all([ask("mail:a"), ask("mail:a")])
  expect([second, ...first.toSorted((a, b) => a - b)]).toEqual([0, 0, 50 * 60])
  expect([await ask("push:a"), await ask("mail:b"), await ask("mail:a", later)]).toEqual([0, 0, 0])
  const left = async () => Number((await db.admin("select count(*) from limit_counts")).rows[0].count)
  db.clock.now = () => new Date("2023-09-16T00:00:00Z")
  await asJob(db, "networks.tidy", tidyAsks)
  await asJob(db, "networks.tidy", tidyAsks)
  expect(await left()).toBe(0)
})

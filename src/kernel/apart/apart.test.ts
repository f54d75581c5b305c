import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import type * as misbehaving from "../testing/misbehaving.apart.ts"
import { apart, type Bounds, LaneBusy, Overrun, openLane } from "./apart.ts"

const lane = openLane({ children: 1, heapMb: 64, memoryMb: 300 })
const module = new URL("../testing/misbehaving.apart.ts", import.meta.url)
const wide: Bounds = { ms: 60_000 }
const done = <Work extends (input: never) => unknown>(name: string, bounds: Bounds = wide) =>
  apart<Work>(lane, { file: module, name }, bounds)
const echo = done<typeof misbehaving.echo>("echo")
const overrun = (why: string) => expect.objectContaining({ why })

test("what is given and what is answered keep their shape, bytes and dates too", async () => {
  const given = { bytes: Uint8Array.of(1, 2), on: new Date(0), many: new Map([["a", [null, 1.5]]]) }
  expect(await echo(given)).toEqual(given)
})

test("work that never ends is ended, and the next one who waits is served", async () => {
  const turning = done<() => never>("turn", { ms: 2_000 })(undefined as never)
  const after = echo("served")
  await expect(turning).rejects.toEqual(overrun("time"))
  await expect(turning).rejects.toBeInstanceOf(Overrun)
  expect(await after).toBe("served")
})

test("a clerk's file is not refused because the machine has much else to do: only its own work is counted", async () => {
  await echo("started")
  const slow = done<typeof misbehaving.doze>("doze", { ms: 1_000 })
  expect(await slow(2_500)).toBe("awake")
})

test("a file that comes while a process is being let go is read by another one", async () => {
  const brief = openLane({ children: 1, heapMb: 64, memoryMb: 300, idleMs: 0 })
  const read = apart<typeof misbehaving.echo>(brief, { file: module, name: "echo" }, wide)
  for (let at = 0; at < 12; at += 1) {
    expect(await read(at)).toBe(at)
    await new Promise((resolve) => setTimeout(resolve, at % 4))
  }
})

test("work that fills the heap ends by itself and takes nobody along", async () => {
  await expect(done<typeof misbehaving.fill>("fill")("heap")).rejects.toEqual(overrun("memory"))
  expect(await echo("served")).toBe("served")
})

test("work that fills memory outside of the heap is ended", async () => {
  await expect(done<typeof misbehaving.fill>("fill")("buffers")).rejects.toEqual(overrun("memory"))
  expect(await echo("served")).toBe("served")
})

test("an answer larger than was agreed is not read", async () => {
  const talk = done<typeof misbehaving.talk>("talk", { ms: 60_000, answerBytesMax: 10_000 })
  expect(await talk(5_000)).toHaveLength(5_000)
  await expect(talk(20_000)).rejects.toEqual(overrun("answer"))
})

test("a process that breaks is told as such, a mistake of our own as an error with its place", async () => {
  await expect(done<() => never>("leave")(undefined as never)).rejects.toEqual(overrun("broken"))
  await expect(done<() => never>("stumble")(undefined as never)).rejects.toThrow(/a mistake of our own/)
  expect(await echo("served")).toBe("served")
})

test("a reader that was taken over knows no secret of the environment, writes no file and starts no program", async () => {
  process.env.LIENPHONG_TEST_SECRET = "s"
  expect(await done<() => string[]>("surroundings")(undefined as never)).not.toContain(
    "LIENPHONG_TEST_SECRET",
  )
  const attempt = done<typeof misbehaving.attempt>("attempt")
  expect(await attempt({ what: "write", path: join(tmpdir(), "lienphong-apart") })).toBe("ERR_ACCESS_DENIED")
  expect(await attempt({ what: "start", path: "" })).toBe("ERR_ACCESS_DENIED")
  expect(await attempt({ what: "read", path: "/etc/passwd" })).toBe("ERR_ACCESS_DENIED")
})

test("only a file that is meant for it runs apart", () => {
  const place = { file: new URL("./lane.ts", import.meta.url), name: "openLane" }
  expect(() => apart(lane, place, wide)).toThrow(/not meant to run apart/)
})

test("who comes when too many wait is sent away at once, not kept for ever", async () => {
  const all = await Promise.allSettled(Array.from({ length: 80 }, (_, at) => echo(at)))
  const away = all.filter((one) => one.status === "rejected")
  expect(away.length).toBeGreaterThan(0)
  expect(away.every((one) => one.reason instanceof LaneBusy)).toBe(true)
  expect(all.filter((one) => one.status === "fulfilled").length).toBe(80 - away.length)
})

/**
 * A province's own database server goes away and comes back: the processes stay, people are told so while it lasts, and
 * what waited is done afterwards. Between program and server stands a line of ours that can be cut.
 */
import { mkdtempSync, readFileSync } from "node:fs"
import { connect, createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { freshDatabase } from "../kernel/testing/database.ts"
import { program, until } from "../kernel/testing/program.ts"
import { once } from "../signals/testing/hub.ts"

/** Milliseconds. Long enough for every time-out of a connection (ten seconds) to pass at least once. */
const awayMs = Number(process.env.LIENPHONG_TEST_AWAY_MS ?? 15_000)

const db = await freshDatabase()
const server = new URL(db.adminUrl)
const socketPath = join(server.searchParams.get("host") ?? "", `.s.PGSQL.${server.port || "5432"}`)

const lines = new Set<Socket>()
let isCut = false
const line = createServer((near) => {
  if (isCut) {
    near.destroy()
    return
  }
  const far = connect(socketPath)
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    lines.add(one)
    one
      .on("error", () => {})
      .on("close", () => {
        lines.delete(one)
        other.destroy()
      })
    one.pipe(other)
  }
})
const cut = () => {
  isCut = true
  for (const one of lines) one.destroy()
}

const dataDir = mkdtempSync(join(tmpdir(), "lienphong-away-"))
let start: ReturnType<typeof program>["start"]
let stopAll = () => {}
beforeAll(async () => {
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve))
  const at = line.address()
  const port = typeof at === "object" && at !== null ? at.port : 0
  const url = new URL(db.adminUrl)
  url.search = ""
  url.hostname = "127.0.0.1"
  url.port = String(port)
  const parts = program(dataDir, { DATABASE_URL: url.toString(), LIENPHONG_KEYS: inject("keysDir") })
  // Not over the line: a command that is waited for here would keep the line itself from working.
  program(dataDir, { DATABASE_URL: db.adminUrl, LIENPHONG_KEYS: inject("keysDir") }).setUp()
  start = parts.start
  stopAll = parts.killAll
})
afterAll(() => {
  stopAll()
  cut()
  line.close()
})

async function send(url: string, n: number): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${url}/bao-tin/so-duong-dan-tai-khoan`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ once: once(n), text: `Tin số ${n}: 0911 ${100_000 + n} lừa đảo.` }),
  })
  return { status: answer.status, text: await answer.text() }
}

const processesOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").toSorted()
const undelivered = async () => Number((await db.admin("select count(*) from outbox")).rows[0]?.count)

test("the database was away and came back: no process ended, people were told, and the tip sent again was taken", async () => {
  const { child, url } = await start()
  expect((await send(url, 1)).status).toBe(200)
  await until(async () => (await undelivered()) === 0)
  const before = processesOf(child.pid ?? 0)

  cut()
  const meanwhile = await send(url, 2)
  expect(meanwhile.status).toBe(503)
  expect(meanwhile.text).toContain("Cơ sở dữ liệu không trả lời")
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, awayMs))
  expect(child.exitCode).toBeNull()
  expect(processesOf(child.pid ?? 0)).toEqual(before)

  isCut = false
  await until(async () => (await fetch(`${url}/readyz`)).status === 200)
  const again = await send(url, 2)
  expect(again.status).toBe(200)
  await until(async () => (await undelivered()) === 0)
  expect((await db.admin("select count(*) from signals")).rows[0]).toEqual({ count: "2" })
  expect(processesOf(child.pid ?? 0)).toEqual(before)
}, 300_000)

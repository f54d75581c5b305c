import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { isAlive } from "../kernel/db/cluster.ts"
import { type Program, program, until } from "../kernel/testing/program.ts"

/** The program as `script/server` starts it: the worker is a process of its own beside the one that answers people. */
const dataDir = mkdtempSync(join(tmpdir(), "lienphong-apart-"))
chmodSync(dataDir, 0o755)
const house = program(dataDir)
let running: Program
beforeAll(async () => {
  running = await house.start("both")
  house.setUp()
})
afterAll(() => {
  house.killAll()
  rmSync(dataDir, { recursive: true, force: true })
})

const isReady = async () => (await fetch(`${running.url}/readyz`).catch(() => null))?.status === 200
const heldBy = (lock: string) => {
  try {
    return (JSON.parse(readFileSync(join(dataDir, `${lock}.lock`), "utf8")) as { pid: number }).pid
  } catch {
    return null
  }
}
const isThere = (pid: number | null) => pid !== null && isAlive(pid)
/** A job that says in the database that it ran: the sealing of the journal is a minute's, the delivery takes none. */
const runJob = async () => {
  const admin = await house.administrator()
  await admin.query("select graphile_worker.add_job('outbox.deliver')")
  const waiting =
    "select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'outbox.deliver'"
  await until(async () => Number((await admin.query(waiting)).rows[0].count) === 0)
  await admin.end()
}

test("a worker that is killed is started again, and nobody who reads a page notices", async () => {
  await until(() => heldBy("worker") !== null)
  const first = heldBy("worker")
  expect(first).not.toBe(running.child.pid)
  process.kill(first ?? 0, "SIGKILL")
  await until(() => heldBy("worker") !== null && heldBy("worker") !== first)
  expect(await isReady()).toBe(true)
  expect(running.child.exitCode).toBeNull()
  await runJob()
}, 300_000)

test("the database killed: no process ends, /readyz says so meanwhile, and jobs and pages go on when it is back", async () => {
  await runJob()
  const [web, worker] = [running.child.pid, heldBy("worker")]
  const seen = new Set<number>()
  const first = house.postmaster()
  process.kill(first, "SIGKILL")
  await until(async () => {
    seen.add((await fetch(`${running.url}/readyz`)).status)
    return seen.has(503)
  })
  // A job is asked for as soon as anybody can ask for one again.
  // While the database starts anew it has no file that names its process.
  const isAnother = () => {
    try {
      return house.postmaster() !== first
    } catch {
      return false
    }
  }
  await until(async () => isAnother() && (await isReady()))
  await runJob()
  expect((await fetch(`${running.url}/bao-tin`)).status).toBe(200)
  expect([running.child.pid, heldBy("worker")]).toEqual([web, worker])
  expect(isThere(worker)).toBe(true)
  expect(running.child.exitCode).toBeNull()
}, 300_000)

test("while thousands of alike tips are compared, whoever opens a page gets it before the comparison ends", async () => {
  const admin = await house.administrator()
  await admin.query(`insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
    select uuidv7(), b.id, 'portal', 'identifier', 'received', 'ongoing', 'gia-danh-cong-an',
      'Số 0911 ' || 100000 + i || ' gọi xưng là công an, dọa bắt, đòi chuyển tiền vào tài khoản để xác minh. ' ||
      (select string_agg(md5((i / 20 * 5 + n)::text), ' ') from generate_series(1, 5) n), true
    from (select id from bodies order by slug limit 1) b, generate_series(1, 2000) i`)
  await admin.query("select graphile_worker.add_job('signals.compare')")
  const left = async () =>
    Number((await admin.query("select count(*) from signals where compared_at is null")).rows[0].count)
  await until(async () => (await left()) < 2_000)
  // It has begun: pages are asked one after the other until it has ended.
  let answered = 0
  while ((await left()) > 0) {
    expect((await fetch(`${running.url}/bao-tin`)).status).toBe(200)
    answered += (await left()) > 0 ? 1 : 0
  }
  expect(answered).toBeGreaterThan(0)
  await admin.end()
}, 300_000)

test("asked to stop, all stop: web, worker and database; the program killed, its worker ends by itself", async () => {
  const [worker, database] = [heldBy("worker"), house.postmaster()]
  await house.stop(running.child)
  expect([worker, database].map(isThere)).toEqual([false, false])
  expect([heldBy("worker"), heldBy("server")]).toEqual([null, null])

  running = await house.start("both")
  await until(() => heldBy("worker") !== null)
  const second = heldBy("worker")
  running.child.kill("SIGKILL")
  await until(() => !isThere(second))
  running = await house.start("both")
  await until(() => heldBy("worker") !== null && heldBy("worker") !== second)
  await house.stop(running.child)
}, 300_000)

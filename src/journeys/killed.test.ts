import { chmodSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { program, until } from "../kernel/testing/program.ts"
import { codeOn, once } from "../signals/testing/hub.ts"

/**
 * Whatever is killed while tips come in, a tip whose receipt was shown is there, once. The program is killed without
 * warning (SIGKILL), its database too, the worker in the middle of a job, and each started again on the same folder.
 */
const dataDir = mkdtempSync(join(tmpdir(), "lienphong-killed-"))
chmodSync(dataDir, 0o755)
const { run, start, setUp, stop, killAll, postmaster, administrator } = program(dataDir)
afterAll(killAll)
beforeAll(async () => {
  const { child } = await start()
  setUp()
  await stop(child)
})

/** The code that the page showed; null when the program died before it answered. */
async function send(url: string, n: number): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/bao-tin/so-duong-dan-tai-khoan`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ once: once(n), text: `Tin số ${n}: 0911 ${100_000 + n} lừa đảo.` }),
    })
    return answer.ok ? codeOn(await answer.text()) : null
  } catch {
    // The connection died with the program: no receipt was shown.
    return null
  }
}

async function follow(url: string, code: string): Promise<string> {
  const answer = await fetch(`${url}/theo-doi`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ code }),
  })
  return answer.text()
}

test.each(["program", "database"] as const)(
  "the %s killed in the middle: every tip whose receipt was shown is there, and sending again doubles none",
  async (victim) => {
    const first = await start()
    const base = victim === "program" ? 1_000 : 2_000
    const shown = new Map<number, string>()
    const sending = Array.from({ length: 60 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 15))
      const code = await send(first.url, base + i)
      if (code !== null) shown.set(base + i, code)
    })
    // Some receipts are shown and some are still on their way.
    await until(() => shown.size >= 10)
    if (victim === "program") first.child.kill("SIGKILL")
    else process.kill(postmaster(), "SIGKILL")
    await Promise.all(sending)
    first.child.kill("SIGKILL")
    expect(shown.size).toBeGreaterThan(0)
    expect(shown.size).toBeLessThan(60)

    const second = await start()
    for (const [n, code] of shown) {
      expect(await follow(second.url, code)).toMatch(/Đã nhận, đang chờ/)
      // The phone did not know whether it was taken, and sends the form again: the same receipt, not another tip.
      expect(await send(second.url, n)).toBe(code)
    }
    await stop(second.child)
  },
  300_000,
)

test("the worker killed in the middle of a job: no receipt is lost, and the job is done once by the next worker", async () => {
  const web = await start("web")
  const admin = await administrator()
  const [holder, count] = [
    await administrator(),
    async (text: string) => Number((await admin.query(text)).rows[0].count),
  ]
  const before = await count("select count(*) from signals")
  const first = run("worker")
  const shown = new Map<number, string>()
  const sendFrom = async (from: number) => {
    for (let n = from; n < from + 15; n += 1) {
      const code = await send(web.url, n)
      if (code !== null) shown.set(n, code)
    }
  }
  await sendFrom(3_000)
  // The job that compares texts stands before a door that we hold shut: it has begun, and has not ended.
  await holder.query("begin; lock table signal_pairs in share row exclusive mode")
  await admin.query("select graphile_worker.add_job('signals.compare')")
  const waiting =
    "select count(*) from pg_stat_activity where usename = 'lp_job' and wait_event_type = 'Lock'"
  await until(async () => (await count(waiting)) > 0)
  const going = sendFrom(3_015)
  first.child.kill("SIGKILL")
  await going
  await holder.query("rollback")
  // The database notices that nobody listens any more, and undoes what was begun.
  const orphans = "select count(*) from pg_stat_activity where usename = 'lp_job' and state <> 'idle'"
  await until(async () => (await count(orphans)) === 0)
  expect(await count("select count(*) from signal_pairs")).toBe(0)

  const second = run("worker")
  const undone = `select (select count(*) from outbox) + (select count(*) from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier in ('outbox.deliver', 'signals.compare')
      and j.attempts < j.max_attempts)
    + (select count(*) from signals where compared_at is null) as count`
  await admin.query("select graphile_worker.add_job('signals.compare')")
  await until(async () => (await count(undone)) === 0)
  expect(shown.size).toBe(30)
  for (const [n, code] of shown) {
    expect(await follow(web.url, code)).toMatch(/Đã nhận, đang chờ/)
    expect(await send(web.url, n)).toBe(code)
  }
  expect(await count("select count(*) from signals")).toBe(before + 30)
  const told = "select count(distinct record_id) from journal where what = 'signal.received'"
  expect(await count(told)).toBe(before + 30)
  expect(await count("select count(*) from journal where what = 'signal.received'")).toBe(before + 30)
  expect(await count("select count(distinct signal_id) from signal_pairs")).toBeGreaterThan(0)
  // A pair is kept once, whichever of the two was compared first.
  const twice =
    "select count(*) from signal_pairs a join signal_pairs b on a.signal_id = b.other_id and a.other_id = b.signal_id"
  expect(await count(twice)).toBe(0)
  await Promise.all([admin.end(), holder.end()])
  await stop(second.child)
  await stop(web.child)
}, 300_000)

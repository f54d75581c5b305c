import { execFile } from "node:child_process"
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, expect, test } from "vitest"
import { program } from "../kernel/testing/program.ts"
import { codeOn, once } from "../signals/testing/hub.ts"

/**
 * The administrator backs up while citizens hand in tips, and restores on another machine, by the commands that the how-to
 * names: every tip whose receipt was shown before the backup began is there, and none is half there.
 */
const place = mkdtempSync(join(tmpdir(), "lienphong-backup-"))
chmodSync(place, 0o755)
const [here, there, dir, head] = ["here", "there", "backup", "head.json"].map((name) =>
  join(place, name),
) as [string, string, string, string]
const old = program(here)
const next = program(there)
afterAll(() => {
  old.killAll()
  next.killAll()
  rmSync(place, { recursive: true, force: true })
})

const lienphong = (dataDir: string, ...args: string[]) =>
  promisify(execFile)(join(import.meta.dirname, "../../bin/lienphong"), args, {
    env: { ...process.env, LIENPHONG_DATA: dataDir, LIENPHONG_DEMO: "0" },
  })

const post = (url: string, path: string, fields: Record<string, string>) =>
  fetch(`${url}${path}`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  }).then((answer) => answer.text())
const send = async (url: string, n: number) => {
  const text = `Tin số ${n}: 0911 ${200_000 + n} lừa đảo.`
  return codeOn(await post(url, "/bao-tin/so-duong-dan-tai-khoan", { once: once(n), text }))
}

test("a province is restored elsewhere from a backup that was made while tips came in: each acknowledged one is whole", async () => {
  old.setUp()
  const first = await old.start()
  const shownBefore = new Map<number, string>()
  for (let n = 1; n <= 10; n += 1) shownBefore.set(n, (await send(first.url, n)) ?? "")
  let isOver = false
  let n = 100
  const meanwhile = (async () => {
    for (; !isOver && n < 1_000; n += 1) await send(first.url, n)
  })()
  await lienphong(here, "backup", dir)
  isOver = true
  await meanwhile
  expect(n).toBeGreaterThan(100)
  await old.stop(first.child)

  cpSync(join(here, "keys"), join(there, "keys"), { recursive: true })
  await lienphong(there, "restore", dir)
  writeFileSync(
    head,
    JSON.stringify(JSON.parse(readFileSync(join(dir, "backup.json"), "utf8")).contents.journalHead),
  )
  await lienphong(there, "journal", "verify", "--against", head)

  const second = await next.start()
  for (const [number, code] of shownBefore) {
    expect(await post(second.url, "/theo-doi", { code })).toMatch(/Đã nhận, đang chờ/)
    // The form that a phone sends once more is known as the same.
    expect(await send(second.url, number)).toBe(code)
  }
  const admin = await next.administrator()
  const count = async (text: string) => Number((await admin.query(text)).rows[0].count)
  const tips = await count("select count(*) from signals")
  expect(tips).toBeGreaterThanOrEqual(10)
  // A tip, its entry in the journal and its receipt were one transaction: none is there without the others.
  expect(await count("select count(*) from journal where what = 'signal.received'")).toBe(tips)
  expect(
    await count(`select count(*) from journal j where j.what = 'signal.received'
      and not exists (select from signals s where s.id::text = j.record_id)`),
  ).toBe(0)
  expect(await send(second.url, 5_000)).toBeTruthy()
  await admin.end()
  await next.stop(second.child)
}, 300_000)

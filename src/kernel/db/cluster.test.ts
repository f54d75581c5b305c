import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { AlreadyRunning, takeLock } from "../lock.ts"
import { isAlive, startCluster } from "./cluster.ts"
import { withClient } from "./prepare.ts"

const dir = mkdtempSync(join(tmpdir(), "lienphong-cluster-"))
chmodSync(dir, 0o711)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe("the embedded server", () => {
  test("what was committed is there after a clean stop and after a crash", async () => {
    const first = await startCluster(join(dir, "a"))
    await withClient(first.adminUrl, (c) => c.query("create table kept (n int)"))
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await startCluster(join(dir, "a"))
    await withClient(second.adminUrl, (c) => c.query("insert into kept values (1)"))
    process.kill(second.pid, "SIGKILL")
    while (isAlive(second.pid)) await new Promise((resolve) => setTimeout(resolve, 20))

    const third = await startCluster(join(dir, "a"))
    const rows = await withClient(third.adminUrl, (c) => c.query("select n from kept"))
    await third.stop()
    expect(rows.rows).toEqual([{ n: 1 }])
  })

  test("a second starter joins the running server and does not stop it", async () => {
    const owner = await startCluster(join(dir, "b"))
    const guest = await startCluster(join(dir, "b"))
    expect(guest).toMatchObject({ startedHere: false, pid: owner.pid })
    await guest.stop()
    expect(isAlive(owner.pid)).toBe(true)
    await owner.stop()
  })

  test("letters of Việt Nam fold and sort as the province expects", async () => {
    const cluster = await startCluster(join(dir, "c"))
    const row = await withClient(cluster.adminUrl, (c) => c.query("select lower('ĐẮK LẮK') as small"))
    await cluster.stop()
    expect(row.rows[0]).toEqual({ small: "đắk lắk" })
  })
})

describe("one server a folder", () => {
  test("a second server is refused and told which process holds the folder", () => {
    const release = takeLock(join(dir, "lock"), "server")
    expect(() => takeLock(join(dir, "lock"), "server")).toThrow(AlreadyRunning)
    expect(() => takeLock(join(dir, "lock"), "server")).toThrow(String(process.pid))
    release()
    takeLock(join(dir, "lock"), "server")()
  })

  test("a lock whose process is gone, or whose pid now belongs to another program, is taken over", () => {
    for (const holder of [
      '{"pid":999999,"startedAt":"1"}',
      `{"pid":${process.pid},"startedAt":"1"}`,
      "half-writ",
    ]) {
      writeFileSync(join(dir, "lock", "server.lock"), holder)
      takeLock(join(dir, "lock"), "server")()
    }
  })
})

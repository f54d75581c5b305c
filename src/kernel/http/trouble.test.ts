import { writeFile } from "node:fs/promises"
import { Hono } from "hono"
import { sql } from "kysely"
import { afterEach, describe, expect, test, vi } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asPublic } from "../db/database.ts"
import { openLog } from "../log.ts"
import { freshDatabase } from "../testing/database.ts"
import { houseOf } from "../testing/house.ts"
import { takesFiles } from "./body.ts"
import type { Env } from "./env.ts"
import { withHouse } from "./guards.ts"
import { failed } from "./mishaps.tsx"
import { readFileForm } from "./upload.ts"

const db = await freshDatabase()
const log = openLog("silent")
const house = { ...houseOf(db), log }
const app = createApp(house)
const officer = await signInAs(db, { bodySlug: "so-mau", role: "officer" })
afterEach(() => vi.restoreAllMocks())

/** Somebody holds every connection of the portal while `work` runs; who waits for one does not wait long here. */
async function withBusyPortal<T>(work: () => T | Promise<T>): Promise<T> {
  const held = await Promise.all(Array.from({ length: db.public.options.max }, () => db.public.connect()))
  db.public.options.connectionTimeoutMillis = 100
  try {
    return await work()
  } finally {
    for (const one of held) one.release()
    db.public.options.connectionTimeoutMillis = 10_000
  }
}

describe("a database that has no time", () => {
  test("who waits too long for a connection gets a page of ours that says whose fault it is, and the log names it", async () => {
    const logged = vi.spyOn(log, "error")
    const page = await withBusyPortal(() => app.request("/lam-viec", { headers: officer.headers }))
    expect(page.status).toBe(503)
    expect(page.headers.get("retry-after")).toBe("60")
    expect(await page.text()).toContain("Máy chủ đang quá bận")
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ trouble: "busy" })
  })

  test("a program gets a word instead of a page", async () => {
    const answer = await withBusyPortal(() =>
      app.request("/api/v1/assignments", {
        headers: { authorization: `Bearer lienphong_${"a".repeat(43)}` },
      }),
    )
    expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ error: "busy" })])
  })

  test("a statement that runs longer than its role may is ended, and its page is that page", async () => {
    const found = await db.admin(
      "select rolname, rolconfig from pg_roles where rolname in ('lp_app', 'lp_public', 'lp_job', 'lp_queue') order by 1",
    )
    for (const { rolname, rolconfig } of found.rows)
      expect([rolname, rolconfig]).toEqual([
        rolname,
        expect.arrayContaining([
          expect.stringMatching(/^statement_timeout=\d+s$/),
          expect.stringMatching(/^idle_in_transaction_session_timeout=\d+s$/),
        ]),
      ])
    const slow = new Hono<Env>()
      .use(withHouse(house))
      .get("/slow", async (c) => {
        await asPublic(db, async (tx) => {
          await sql`set local statement_timeout = '50ms'`.execute(tx)
          await sql`select pg_sleep(20)`.execute(tx)
        })
        return c.text("never")
      })
      .onError(failed)
    expect((await slow.request("/slow")).status).toBe(503)
  })

  test("the server is not ready while officers, visitors, jobs or the queue get no connection", async () => {
    expect((await app.request("/readyz")).status).toBe(200)
    for (const [pool, name] of [
      [db.app, "officers"],
      [db.public, "portal"],
      [db.job, "jobs"],
      [db.queuePool, "queue"],
    ] as const) {
      const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
      const answer = await app.request("/readyz")
      for (const one of held) one.release()
      expect([answer.status, await answer.text()]).toEqual([503, `database does not answer: ${name}\n`])
    }
    expect((await app.request("/readyz")).status).toBe(200)
  })
})

describe("a disk that is full", () => {
  /** A device of Linux that refuses every byte with ENOSPC, as a full disk does. */
  const fullDisk = "/dev/full"
  const uploads = new Hono<Env>()
    .use(withHouse(house))
    .post("/upload", takesFiles({ files: 2, bytesMax: 1_000 }), async (c) => {
      const form = await readFileForm(c, {
        sniffBytes: 2,
        typeOf: () => "image/png",
        stage: async () => {
          await writeFile(fullDisk, "bytes")
          return { sha256: "", bytes: 5, keep: async () => {}, drop: async () => {} }
        },
      })
      return c.text(form.trouble ?? "kept")
    })
    .onError(failed)

  test("a citizen whose file finds no room is told that the server has none, not that the file came broken", async () => {
    const logged = vi.spyOn(log, "error")
    const body = new FormData()
    body.set("declared", "yes")
    body.set("file", new File(["two pixels"], "anh.png"))
    const answer = await uploads.request("/upload", {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body,
    })
    expect(answer.status).toBe(507)
    expect(await answer.text()).toContain("Máy chủ đã hết chỗ lưu")
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ trouble: "full", code: "ENOSPC" })
  })

  test("a server that cannot keep files is not ready, and the log says so", async () => {
    const logged = vi.spyOn(log, "error")
    const broken = createApp({ ...house, filesDir: "/dev/full/files" })
    const answer = await broken.request("/readyz")
    expect([answer.status, await answer.text()]).toEqual([503, "no room for files\n"])
    expect(logged.mock.calls[0]?.[1]).toBe("files cannot be kept")
  })
})

describe("what only the keeper of the machine sees", () => {
  const of = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })

  test("a stranger learns nothing from the counters: they are for this machine and for who brings the token", async () => {
    const keeper = createApp({ ...house, config: { ...house.config, metricsToken: "lp-metrics-1" } })
    const ask = async (headers: Record<string, string>, from: string) =>
      (await keeper.request("/metrics", { headers }, of(from))).status
    expect(await ask({}, "203.0.113.9")).toBe(404)
    expect(await ask({}, "127.0.0.1")).toBe(200)
    expect(await ask({ "x-forwarded-for": "203.0.113.9" }, "127.0.0.1")).toBe(404)
    expect(await ask({ authorization: "Bearer lp-metrics-1" }, "203.0.113.9")).toBe(200)
    expect(await ask({ authorization: "Bearer lp-metrics-2" }, "127.0.0.1")).toBe(404)
  })

  test("the living page of components is shown on this machine and in the demo, to no stranger", async () => {
    const status = async (from: string, demo: boolean) =>
      (await createApp({ ...house, config: { ...house.config, demo } }).request("/ui", {}, of(from))).status
    expect([
      await status("203.0.113.9", false),
      await status("::1", false),
      await status("203.0.113.9", true),
    ]).toEqual([404, 200, 200])
  })
})

import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { codeOn, once } from "../signals/testing/hub.ts"

/**
 * Whatever is killed while tips come in, a tip whose receipt was shown is there, once. The program is killed without
 * warning (SIGKILL), its database too, and started again on the same folder.
 */
const root = join(import.meta.dirname, "../..")
const dataDir = mkdtempSync(join(tmpdir(), "lienphong-killed-"))
chmodSync(dataDir, 0o755)
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill("SIGKILL")
})

type Server = { child: ChildProcess; url: string }

async function start(): Promise<Server> {
  const env = {
    ...process.env,
    PORT: "0",
    LIENPHONG_DATA: dataDir,
    LIENPHONG_TODAY: "2023-09-15",
    LIENPHONG_DEMO: "0",
    NODE_ENV: "production",
  }
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.add(child)
  let output = ""
  child.stdout.on("data", (data) => {
    output += data
  })
  child.stderr.on("data", (data) => {
    output += data
  })
  for (let tries = 0; tries < 1_200; tries += 1) {
    const url = /http:\/\/[\d.]+:\d+/.exec(output)?.[0]
    if (url !== undefined) return { child, url }
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the program did not start:\n${output}`)
}

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

const postmaster = () => Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0])

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
    // Some receipts are shown and some are still on their way, however fast the machine.
    for (let tries = 0; tries < 1_000 && shown.size < 10; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10))
    if (victim === "program") first.child.kill("SIGKILL")
    else process.kill(postmaster(), "SIGKILL")
    await Promise.all(sending)
    first.child.kill("SIGKILL")
    running.delete(first.child)
    expect(shown.size).toBeGreaterThan(0)
    expect(shown.size).toBeLessThan(60)

    const second = await start()
    for (const [n, code] of shown) {
      expect(await follow(second.url, code)).toMatch(/Đã nhận, đang chờ/)
      // The phone did not know whether it was taken, and sends the form again: the same receipt, not another tip.
      expect(await send(second.url, n)).toBe(code)
    }
    second.child.kill("SIGTERM")
    await new Promise((resolve) => second.child.once("exit", resolve))
    running.delete(second.child)
  },
  120_000,
)

/** The pages of `docs/operating`, followed: every block of commands is run as it stands, page after page, on one installation. */
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { until } from "../src/kernel/testing/program.ts"

const root = join(import.meta.dirname, "..")
const place = mkdtempSync(join(tmpdir(), "lienphong-operating-"))
const folder = (name: string) => join(place, name)
const dataDir = folder("data")
const env = {
  ...process.env,
  LIENPHONG_DATA: dataDir,
  LIENPHONG_KEYS: folder("keys"),
  LIENPHONG_DEMO: "0",
  PORT: "0",
  BACKUPS: folder("backups"),
  ELSEWHERE: folder("elsewhere"),
  KEYS_COPY: folder("keys-copy"),
  TRIAL: folder("trial"),
  ANSWER: folder("doctor.json"),
}

/** In the order in which a province meets them. */
const pages = [
  ...["install", "set-up", "first-week", "database", "backup", "upgrade", "reform-day", "keys", "journal"],
  "incident",
]
/** Said to a program: that somebody went through all checks is seen by the answer, which a doctor that breaks off does not give. */
const asked = (commands: string) =>
  commands.replaceAll("bin/lienphong doctor || true", `bin/lienphong doctor --json >"$ANSWER" || [ $? = 1 ]`)
const doctorAnswered = () => {
  const { answer, findings } = JSON.parse(readFileSync(env.ANSWER, "utf8"))
  expect(["in-order", "to-do", "cannot-run"]).toContain(answer)
  expect(findings.filter((one: { check: string; said: string }) => one.check === "start")).toEqual([])
  expect(JSON.stringify(findings)).not.toContain("Không kiểm tra được")
}
const blocksOf = (page: string) =>
  [
    ...readFileSync(join(root, "docs/operating", `${page}.md`), "utf8").matchAll(
      /^```sh( server)?\n([\s\S]*?)^```$/gm,
    ),
  ].map((match) => ({ isServer: match[1] !== undefined, commands: match[2] ?? "" }))
const bash = (commands: string) => ["-euo", "pipefail", "-c", commands]
const sh = (commands: string) =>
  promisify(execFile)("bash", bash(commands), { cwd: root, env, maxBuffer: 10_000_000 })

let server: ChildProcess | null = null
/** A block that goes on: it serves until the last page has been followed. */
async function serve(commands: string): Promise<void> {
  const child = spawn("bash", bash(commands), {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      said += data
    })
  server = child
  await until(() => /http:\/\/[\d.]+:\d+/.test(said) || child.exitCode !== null)
  expect([child.exitCode, said]).toEqual([null, expect.stringContaining("http://")])
}

beforeAll(async () => {
  for (const name of ["backups", "elsewhere"]) mkdirSync(folder(name), { recursive: true })
})
afterAll(async () => {
  if (server?.pid !== undefined && server.exitCode === null) {
    const child = server
    const ended = new Promise((resolve) => child.once("exit", resolve))
    process.kill(-server.pid, "SIGTERM")
    await ended
  }
  rmSync(place, { recursive: true, force: true })
})

test.each(pages)(
  "whoever follows docs/operating/%s.md by its own commands comes to its end",
  { timeout: 300_000 },
  async (page) => {
    const blocks = blocksOf(page)
    expect(blocks.length).toBeGreaterThan(0)
    for (const { commands, isServer } of blocks) {
      const followed = asked(commands)
      await expect(isServer ? serve(commands).then(() => true) : sh(followed)).resolves.toBeDefined()
      if (followed !== commands) doctorAnswered()
    }
  },
)

test("a copy of the keys that lacks one is refused by its name, and no new key is made in its place", {
  timeout: 300_000,
}, async () => {
  const torn = folder("torn")
  cpSync(env.KEYS_COPY, torn, { recursive: true })
  const lost = readdirSync(torn).find((name) => name.startsWith("identity.")) ?? ""
  rmSync(join(torn, lost))
  const before = readdirSync(torn)
  await expect(sh(`LIENPHONG_KEYS=${torn} bin/lienphong doctor`)).rejects.toMatchObject({
    stderr: expect.stringContaining(`thiếu ${lost}`),
  })
  expect(readdirSync(torn)).toEqual(before)
})

/** The pages of `docs/operating`, followed: every block of commands is run as it stands, page after page, on one installation. */
import { execFile } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { program } from "../src/kernel/testing/program.ts"

const root = join(import.meta.dirname, "..")
const place = mkdtempSync(join(tmpdir(), "lienphong-operating-"))
const folder = (name: string) => join(place, name)
const dataDir = folder("data")
const env = {
  ...process.env,
  LIENPHONG_DATA: dataDir,
  LIENPHONG_KEYS: folder("keys"),
  LIENPHONG_DEMO: "0",
  BACKUPS: folder("backups"),
  ELSEWHERE: folder("elsewhere"),
  KEYS_COPY: folder("keys-copy"),
  TRIAL: folder("trial"),
}
const { start, stop, killAll } = program(dataDir, { LIENPHONG_KEYS: env.LIENPHONG_KEYS, LIENPHONG_TODAY: "" })

/** In the order in which a province meets them. */
const pages = ["first-week", "backup", "upgrade", "reform-day", "keys", "incident"]
const blocksOf = (page: string) =>
  [
    ...readFileSync(join(root, "docs/operating", `${page}.md`), "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm),
  ].map((match) => match[1] ?? "")
const sh = (commands: string) =>
  promisify(execFile)("bash", ["-euo", "pipefail", "-c", commands], { cwd: root, env, maxBuffer: 10_000_000 })

beforeAll(async () => {
  for (const name of ["backups", "elsewhere"]) mkdirSync(folder(name), { recursive: true })
  await sh(
    'bin/lienphong setup --example > "$ELSEWHERE/setup.json"; bin/lienphong setup --file "$ELSEWHERE/setup.json"',
  )
  const { child } = await start()
  running = () => stop(child)
}, 300_000)
let running = async () => {}
afterAll(async () => {
  await running()
  killAll()
  rmSync(place, { recursive: true, force: true })
})

test.each(pages)(
  "whoever follows docs/operating/%s.md by its own commands comes to its end",
  { timeout: 300_000 },
  async (page) => {
    const blocks = blocksOf(page)
    expect(blocks.length).toBeGreaterThan(0)
    for (const block of blocks) await expect(sh(block)).resolves.toBeDefined()
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

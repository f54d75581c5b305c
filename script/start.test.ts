import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"

const isRoot = process.getuid?.() === 0
const root = join(import.meta.dirname, "..")
const testUser = "lienphong-test"

/** A copy of the checkout, as a stranger would have it, with the libraries already brought. */
function checkout(): string {
  const dir = mkdtempSync(join(tmpdir(), "lienphong-start-"))
  chmodSync(dir, 0o755)
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
  const list = join(dir, ".list")
  writeFileSync(list, files)
  execFileSync("sh", ["-c", 'tar -C "$0" -cf - -T "$1" | tar -C "$2" -xf -', root, list, dir])
  execFileSync("sh", [
    "-c",
    'cp -aH "$0/node_modules" "$1/node_modules"; [ ! -e "$0/.tools" ] || cp -aH "$0/.tools" "$1/.tools"',
    root,
    dir,
  ])
  execFileSync("sh", ["-c", "cksum <package-lock.json >node_modules/.lienphong-lock"], { cwd: dir })
  return dir
}

/** Root starts the same program: it is not made to load the demo a second time. */
const demoFor = (user: string | null): Record<string, string> =>
  user === null && isRoot ? { LIENPHONG_DEMO: "0" } : {}

/** Whether the pages say that the program's day stands still. */
const standsStill = async ({ address }: Pick<Server, "address">) =>
  (await (await fetch(address)).text()).includes('<p class="demo">')

type Server = { child: ChildProcess; address: string; output: () => string }

/** Starts script/server as `user` (null: as ourselves) and waits for its address, for minutes on a machine that does other work too. */
async function serve(
  dir: string,
  user: string | null,
  said: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const command =
    user === null
      ? ["script/server"]
      : ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups", "script/server"]
  const [program = "", ...args] = command
  const env = {
    ...process.env,
    PORT: "0",
    HOME: dir,
    LIENPHONG_DATA: join(dir, ".data"),
    NODE_ENV: "production",
    ...demoFor(user),
    ...said,
  }
  const child = spawn(program, args, { cwd: dir, env, stdio: ["ignore", "pipe", "pipe"] })
  let output = ""
  child.stdout?.on("data", (data) => {
    output += data
  })
  child.stderr?.on("data", (data) => {
    output += data
  })
  for (let tries = 0; tries < 6_000; tries += 1) {
    const address = /http:\/\/[\d.]+:\d+\//.exec(output)?.[0]
    if (address !== undefined) return { child, address, output: () => output }
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`script/server did not start: ${output}`)
}

function stopped(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)))
}

const databasesOf = (dir: string) =>
  spawnSync("pgrep", ["-f", `postgres -D ${dir}`], { encoding: "utf8" }).stdout.trim()

const dir = checkout()
if (isRoot) {
  spawnSync("useradd", ["--system", "--no-create-home", testUser])
  execFileSync("chown", ["-R", `${testUser}:${testUser}`, dir])
}
afterAll(() => {
  if (isRoot) spawnSync("userdel", [testUser])
  rmSync(dir, { recursive: true, force: true })
})

const starters: [string, string | null][] = isRoot
  ? [
      ["an ordinary user", testUser],
      ["root", null],
    ]
  : [["an ordinary user", null]]

describe.each(starters)("script/server as %s", (_who, user) => {
  test("serves, refuses a second server on its folder, stops cleanly and starts again after being killed", async () => {
    const first = await serve(dir, user)
    expect((await fetch(`${first.address}readyz`)).status).toBe(200)
    expect(await standsStill(first)).toBe(demoFor(user).LIENPHONG_DEMO !== "0")

    await expect(serve(dir, user)).rejects.toThrow(/đang chạy trên/)
    expect((await fetch(`${first.address}readyz`)).status).toBe(200)

    first.child.kill("SIGTERM")
    expect(await stopped(first.child)).toBe(0)
    expect(databasesOf(dir)).toBe("")

    // Said and empty: the real day, not the day of the demo that an unset one means.
    const second = await serve(dir, user, { LIENPHONG_TODAY: "" })
    expect((await fetch(`${second.address}readyz`)).status).toBe(200)
    expect(await standsStill(second)).toBe(false)
    second.child.kill("SIGKILL")
    await stopped(second.child)

    const third = await serve(dir, user)
    expect((await fetch(`${third.address}readyz`)).status).toBe(200)
    third.child.kill("SIGTERM")
    expect(await stopped(third.child)).toBe(0)
    expect(databasesOf(dir)).toBe("")
    rmSync(join(dir, ".data"), { recursive: true, force: true })
  }, 900_000)
})

describe("a mistake in the environment is told in one sentence", () => {
  test.each([
    ["PORT", "abc", "PORT phải là số"],
    ["LIENPHONG_TODAY", "15/09/2023", "LIENPHONG_TODAY phải là ngày"],
  ])("%s=%s", (name, value, sentence) => {
    const run = spawnSync(join(root, "script/server"), [], {
      cwd: root,
      env: { ...process.env, [name]: value },
      encoding: "utf8",
    })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain(sentence)
    expect(run.stderr.trim().split("\n")).toHaveLength(1)
  })
})

/** The whole program as processes on a data folder of its own, for tests that kill it. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"

const root = join(import.meta.dirname, "../../..")

export type Program = { child: ChildProcess; url: string; said(): string }

/** However fast the machine is; what never comes ends the test by its own limit. */
export async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 20))
}

export function program(dataDir: string, env: Record<string, string> = {}) {
  const running = new Set<ChildProcess>()
  const run = (kind: "web" | "worker" | "both") => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", kind], {
      cwd: root,
      env: {
        ...process.env,
        PORT: "0",
        LIENPHONG_DATA: dataDir,
        LIENPHONG_DEMO: "0",
        NODE_ENV: "production",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    running.add(child)
    child.once("exit", () => running.delete(child))
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        output += data
      })
    return { child, said: () => output }
  }
  const start = async (kind: "web" | "both" = "both"): Promise<Program> => {
    const { child, said } = run(kind)
    const url = () => /http:\/\/[\d.]+:\d+/.exec(said())?.[0]
    await until(() => url() !== undefined || child.exitCode !== null)
    const found = url()
    if (found === undefined) throw new Error(`the program did not start:\n${said()}`)
    return { child, url: found, said }
  }
  /** The province of the example file, beside the running program. */
  const setUp = () => {
    mkdirSync(dataDir, { recursive: true })
    const file = join(dataDir, "setup.json")
    const own = { cwd: root, env: { ...process.env, LIENPHONG_DATA: dataDir, ...env } }
    const setup = (...args: string[]) =>
      execFileSync(process.execPath, ["src/cli.ts", "setup", ...args], { ...own, encoding: "utf8" })
    writeFileSync(file, setup("--example"))
    return setup("--file", file, "--json")
  }
  const stop = async (child: ChildProcess) => {
    child.kill("SIGTERM")
    await new Promise((resolve) => child.once("exit", resolve))
  }
  const killAll = () => {
    for (const child of running) child.kill("SIGKILL")
  }
  const postmaster = () =>
    Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0])
  /** The database from outside, as whoever looks into it after an accident. */
  const administrator = async () => {
    const password = readFileSync(join(dataDir, "postgres.password"), "utf8").trim()
    const at = { user: "postgres", password, host: join(dataDir, "run"), database: "lienphong" }
    const client = new pg.Client(at)
    client.on("error", () => {})
    await client.connect()
    return client
  }
  return { run, start, setUp, stop, killAll, postmaster, administrator }
}

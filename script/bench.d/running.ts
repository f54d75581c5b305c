/** The whole program as `script/server` starts it, in processes of its own on a data folder thrown away afterwards. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"

export const root = join(import.meta.dirname, "../..")
export type Running = {
  url: string
  pid: number
  /** One statement as superuser: to fill, to ask for a job and to see whether it is done. */
  admin(text: string, values?: unknown[]): Promise<pg.QueryResult>
  close(): Promise<void>
}

const startMs = 300_000

/** `tree`: the checkout whose `script/server` is run. `isDemo`: with the demo's people and work. */
export async function startProgram(o: { tree?: string; isDemo: boolean }): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), "lienphong-bench-"))
  chmodSync(dataDir, 0o711)
  const tree = o.tree ?? root
  const child = spawn(join(tree, "script/server"), [], {
    cwd: tree,
    env: {
      ...process.env,
      PORT: "0",
      LIENPHONG_DATA: dataDir,
      LIENPHONG_DEMO: o.isDemo ? "1" : "0",
      LIENPHONG_TODAY: "2023-09-15",
      LIENPHONG_LOG: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const url = await addressOf(child)
  if (!o.isDemo) setUp(tree, dataDir)
  const password = readFileSync(join(dataDir, "postgres.password"), "utf8").trim()
  const pool = new pg.Pool({
    user: "postgres",
    password,
    host: join(dataDir, "run"),
    database: "lienphong",
    max: 2,
  })
  const close = async () => {
    await pool.end()
    child.kill("SIGTERM")
    if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, pid: child.pid ?? 0, admin: (text, values) => pool.query(text, values), close }
}

/** An empty installation serves nothing but its set-up. */
function setUp(tree: string, dataDir: string): void {
  const setup = (...args: string[]) =>
    execFileSync(join(tree, "bin/lienphong"), ["setup", ...args], {
      env: { ...process.env, LIENPHONG_DATA: dataDir },
      encoding: "utf8",
    })
  const file = join(dataDir, "setup.json")
  writeFileSync(file, setup("--example"))
  setup("--file", file)
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ""
    const timer = setTimeout(() => reject(new Error(`no address: ${said}`)), startMs)
    child.stdout?.on("data", (data) => {
      said += data
      const found = /http:\/\/[\d.]+:\d+/.exec(said)?.[0]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
    child.once("exit", (code) => reject(new Error(`the program ended (${code}): ${said}`)))
  })
}

const asOurs = { "sec-fetch-site": "same-origin" }

/** The hidden answers of the form at `path`, as a browser without scripts would send them back. */
export async function hiddenOf(url: string, path: string, headers = {}): Promise<Record<string, string>> {
  const page = await (await fetch(`${url}${path}`, { headers })).text()
  const form = page.slice(page.search(/<form[^>]*method="post"/i))
  const inputs = [...form.slice(0, form.indexOf("</form>")).matchAll(/<input[^>]*type="hidden"[^>]*>/g)]
  return Object.fromEntries(
    inputs.map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1] ?? "", /value="([^"]*)"/.exec(tag)?.[1] ?? ""]),
  )
}

/** Signs in as a person of the demo; returns the cookie. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const fields = { ...(await hiddenOf(url, "/dang-nhap")), email, password }
  const answer = await fetch(`${url}/dang-nhap`, {
    method: "POST",
    headers: asOurs,
    body: new URLSearchParams(fields),
    redirect: "manual",
  })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0])
  if (answer.status !== 303 || cookie.length === 0) throw new Error(`signing in answered ${answer.status}`)
  return cookie.join("; ")
}

const tipForm = "/bao-tin/so-duong-dan-tai-khoan"
const wordsOfTips =
  "gọi xưng công an ngân hàng điện lực chuyển tiền tài khoản xác minh khóa thẻ bưu phẩm trúng thưởng việc nhẹ lương cao nhóm đầu tư cài ứng dụng mã đường dẫn lạ dọa bắt nộp phí vay".split(
    " ",
  )

/** The `n`-th tip: two of three belong to one campaign, the third is of words of its own. The same in every run. */
export function tipText(n: number): string {
  const start = `Số 09${String(10_000_000 + ((n * 7919) % 89_999_999))}`
  if (n % 3 !== 0) return `${start} gọi xưng là công an, dọa bắt, đòi chuyển tiền vào tài khoản để xác minh.`
  const own = Array.from(
    { length: 30 },
    (_, i) => wordsOfTips[(n * 31 + i * i * 17 + i * n) % wordsOfTips.length],
  )
  return `${start} ${own.join(" ")}.`
}

/** Sends one tip as a person without scripts does, form and answer, from a network of its own. */
export async function sendTip(url: string, n: number): Promise<void> {
  const from = { "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` }
  const body = new FormData()
  for (const [name, value] of Object.entries(await hiddenOf(url, tipForm, from))) body.append(name, value)
  body.set("text", tipText(n))
  const answer = await fetch(`${url}${tipForm}`, { method: "POST", headers: { ...asOurs, ...from }, body })
  if (!answer.ok) throw new Error(`tip ${n} answered ${answer.status}`)
  await answer.text()
}

/** Asks for a job and waits until the queue no longer holds it. */
export async function runJob({ admin }: Pick<Running, "admin">, name: string): Promise<void> {
  const key = `bench.${name}`
  await admin("select graphile_worker.add_job($1, job_key => $2)", [name, key])
  const left = "select from graphile_worker._private_jobs where key like $1 || '%' or key = $2"
  while ((await admin(left, [key, `${name}.again`])).rowCount !== 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

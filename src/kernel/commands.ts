/** Commands of the house itself: `database migrate`, `journal verify`, `journal head`, `keys backed-up`. */
import { readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { type Config, readConfig } from "./config.ts"
import { migrationNames } from "./db/prepare.ts"
import { type HowToOpen, type OpenHouse, openHouse } from "./house.ts"
import { openKeys, renewSigningKey } from "./keys.ts"
import { serverAddress } from "./lock.ts"
import { type Head, headShape, sealJournal, verifyJournal } from "./seal.ts"

const out = (text: string) => process.stdout.write(`${text}\n`)
const err = (text: string) => process.stderr.write(`${text}\n`)

/** The settings of a command, as the environment says; a server that runs on the same folder knows better where it listens. */
export function commandConfig(): Config {
  const config = readConfig(process.env)
  return { ...config, ...serverAddress(config.dataDir), logLevel: "silent" }
}

/** Joins a running server's database, or starts it and stops it again. Where there is none, only what `begins` makes one. */
export async function inHouse(
  work: (house: OpenHouse, config: Config) => Promise<number>,
  how: Pick<HowToOpen, "begins" | "prepares"> = {},
): Promise<number> {
  const config = commandConfig()
  let house: OpenHouse
  try {
    house = await openHouse(config, how)
  } catch (error) {
    err(error instanceof Error ? error.message : String(error))
    return 1
  }
  try {
    return await work(house, house.config)
  } finally {
    await house.close()
  }
}

export const begins = { begins: true }
/** A command that only looks changes nothing: a wrong copy of the keys must not reach a server that runs. */
const asItIs = { prepares: false }

/** `database migrate`: opening the house migrates it. */
export function databaseMigrate(): Promise<number> {
  return inHouse(async () => {
    out(`Cơ sở dữ liệu đã ở bản mới nhất: ${migrationNames().at(-1)}.`)
    return 0
  }, begins)
}

/** `journal verify [--against HEAD.json] [--json]`: exit 1 when broken. */
export function journalVerify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" }, against: { type: "string" } } })
  const exported = values.against === undefined ? null : readHead(values.against)
  if (values.against !== undefined && exported === null) {
    err(`${values.against}: không phải đầu chuỗi do "journal head" xuất.`)
    return Promise.resolve(1)
  }
  return inHouse(async (house) => {
    const found = await verifyJournal(house.db, house.keys, exported)
    if (values.json) out(JSON.stringify(found))
    else if (found.firstBroken === null)
      out(`Nhật ký nguyên vẹn: ${found.sealed} mục đã niêm phong, ${found.unsealed} mục chưa.`)
    else err(`Nhật ký bị hỏng ở mục ${found.firstBroken.id ?? "không rõ"}: ${found.firstBroken.why}.`)
    return found.ok ? 0 : 1
  }, asItIs)
}

/** `journal head [--out FILE]`: seals what can be sealed and exports the signed head, to be kept elsewhere. */
export function journalHead(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: "string" } } })
  return inHouse(async (house) => {
    await sealJournal(house.db, house.keys)
    const { head } = await verifyJournal(house.db, house.keys)
    if (head === null) {
      err("Nhật ký chưa có mục nào.")
      return 1
    }
    if (values.out === undefined) out(JSON.stringify(head))
    else writeFileSync(values.out, `${JSON.stringify(head)}\n`)
    return 0
  }, asItIs)
}

/** Null: the file cannot be read, or is no head that `journal head` exported. */
function readHead(file: string): Head | null {
  try {
    return headShape.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    // Whatever is wrong with it, the keeper takes the exported file again.
    return null
  }
}

/** `keys backed-up`: the keeper says that the keys folder has been copied to another place. */
export async function keysBackedUp(): Promise<number> {
  const { keysDir } = readConfig(process.env)
  const keys = openKeys(keysDir, { mayCreate: false })
  keys.markBackedUp()
  out(`Đã ghi nhận ${keys.ids().length} khóa trong ${keysDir} được sao lưu.`)
  return 0
}

/** `keys renew-signing`: from the next start on a new key signs; the ones before it stay to check what they signed. */
export async function keysRenewSigning(): Promise<number> {
  const { keysDir } = readConfig(process.env)
  renewSigningKey(keysDir)
  out("Đã có khóa ký mới. Khởi động lại để ký bằng khóa này, sao lưu thư mục khóa, rồi chạy keys backed-up.")
  return 0
}

/** `backup DIR` and `restore DIR` (docs/contracts.md, "Commands"). */
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { inHouse } from "../commands.ts"
import { readConfig } from "../config.ts"
import { AlreadyRunning, takeLock } from "../lock.ts"
import { makeBackup } from "./make.ts"
import { BackupError } from "./manifest.ts"
import { restoreBackup } from "./restore.ts"

const out = (text: string) => process.stdout.write(`${text}\n`)
const err = (text: string) => process.stderr.write(`${text}\n`)

/** `backup DIR`: while the program serves, or with nothing running. */
export async function backup(args: string[]): Promise<number> {
  const dir = folderOf(args)
  if (dir === null) return wrongUsage("backup")
  return inHouse((house) =>
    told(async () => {
      const made = await makeBackup(house, house.adminUrl, dir)
      out(
        `Đã sao lưu vào ${dir}: ${made.rows} dòng dữ liệu, ${made.files} tệp, ${made.bytes} byte; đầu chuỗi nhật ký ở mục ${made.position}.`,
      )
      if (made.missing.length > 0)
        err(
          `${made.missing.length} tệp mà dữ liệu ghi không còn trong kho từ trước: bin/lienphong doctor nêu tên chúng.`,
        )
      out(
        `Khóa không nằm trong bản sao lưu. Khôi phục cần thư mục khóa ${house.config.keysDir}: giữ bản chép của nó ở nơi khác.`,
      )
    }),
  )
}

/** `restore DIR`: into an empty data folder, or an empty database of `DATABASE_URL`. */
export async function restore(args: string[]): Promise<number> {
  const dir = folderOf(args)
  if (dir === null) return wrongUsage("restore")
  const config = readConfig(process.env)
  return told(async () => {
    const releases = [takeLock(config.dataDir, "server")]
    try {
      releases.push(takeLock(config.dataDir, "worker"))
      const { takenAt, journalHead } = await restoreBackup(config, dir)
      out(`Đã khôi phục dữ liệu như lúc ${takenAt}; đầu chuỗi nhật ký ở mục ${journalHead?.position ?? 0}.`)
      out("Việc tiếp theo: bin/lienphong journal verify --against ĐẦU-CHUỖI.json, rồi bin/lienphong doctor.")
    } finally {
      for (const release of releases) release()
    }
  })
}

async function told(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BackupError || error instanceof AlreadyRunning)) throw error
    err(error.message)
    return 1
  }
}

function folderOf(args: string[]): string | null {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  return positionals.length === 1 && positionals[0] ? resolve(positionals[0]) : null
}

function wrongUsage(verb: string): Promise<number> {
  err(`Cách dùng: lienphong ${verb} THƯ-MỤC`)
  return Promise.resolve(2)
}

/** `sharing import FILE --body SLUG --source NAME [--take]` (docs/contracts.md): without `--take` it only shows. */
import { readFileSync, statSync } from "node:fs"
import { parseArgs } from "node:util"
import { inHouse } from "../../kernel/commands.ts"
import { asJob } from "../../kernel/db/database.ts"
import { readForeignApart } from "./actions/reading.ts"
import { bodyOf, judge, receiverOf, takeIn } from "./actions/taking.ts"
import { importLimits } from "./domain/line.ts"
import { importWords } from "./words.ts"

const usage = 'Cách dùng: lienphong sharing import TỆP --body MÃ-ĐƠN-VỊ --source "NƠI GỬI" [--take]'

export async function sharingImport(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      body: { type: "string" },
      source: { type: "string" },
      take: { type: "boolean", default: false },
    },
  })
  const [path] = positionals
  const { body, source = "", take } = values
  if (path === undefined || body === undefined || source.trim() === "") return complain(usage, 2)
  const t = importWords.vi
  if (statSync(path).size > importLimits.bytes) return complain(t.refusals.tooLarge, 1)
  const read = await readForeignApart(readFileSync(path))
  if ("refused" in read)
    return complain(`${t.refusals[read.refused]}${read.at === "" ? "" : ` (${read.at})`}`, 1)
  return inHouse(async (house) => {
    const found = await asJob(house.db, "sharing.import", (tx) => bodyOf(tx, body))
    if (found === null) return complain(`Không có đơn vị nào mang mã ${body}.`, 1)
    const to = receiverOf({ house, bodyId: found.id }, source.trim().slice(0, 200))
    const judged = await asJob(house.db, "sharing.import", (tx) => judge(tx, to, read.lines))
    for (const one of judged)
      tell(
        `${one.at}\t${one.kind}\t${one.value || one.typed}\tTLP:${one.tlp.toUpperCase()}\t${t.verdicts[one.verdict]}`,
      )
    for (const { at, why, said } of read.faults) tell(`${at}\t\t${said}\t\t${t.faults[why]}`)
    if (!take) return 0
    const { made } = await asJob(house.db, "sharing.import", (tx) =>
      takeIn(tx, { ...to, name: source, format: read.format, takeBack: null }, read.lines),
    )
    tell(
      `Đã nhận ${made} bản nháp cho ${found.name}. Dòng mà nguồn đã thu hồi do cán bộ thu hồi ở trang Nhận từ nơi khác.`,
    )
    return 0
  })
}

const tell = (text: string) => process.stdout.write(`${text}\n`)

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}

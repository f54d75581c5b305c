/** `signal read --text-file F|- --json` (docs/contracts.md, "Commands"). */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { readSignal, tipCharsMax } from "./read/read.ts"

const usage = "Cách dùng: lienphong signal read --text-file TỆP|- --json"

export async function signalRead(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { "text-file": { type: "string" }, json: { type: "boolean" } },
  })
  const file = values["text-file"]
  if (file === undefined) return complain(usage, 2)
  let text: string
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8")
  } catch {
    return complain(`Không đọc được tệp "${file}": kiểm tra đường dẫn và quyền đọc.`, 1)
  }
  if (text.length > tipCharsMax)
    return complain(
      `Tin dài ${text.length} ký tự, tối đa ${tipCharsMax}. Danh sách nhiều số: nộp bằng tệp CSV hoặc XLSX.`,
      1,
    )
  const reading = readSignal(text)
  process.stdout.write(values.json ? `${JSON.stringify(reading)}\n` : inWords(reading))
  return 0
}

function inWords({ type, urgency, identifiers }: ReturnType<typeof readSignal>): string {
  const lines = identifiers.map((one) => `${one.role}\t${one.kind}\t${one.value}`)
  return `${[`${type}\t${urgency}`, ...lines].join("\n")}\n`
}

function complain(why: string, status: number): number {
  process.stderr.write(`${why}\n`)
  return status
}

/** `signal read` and `receipt verify` (docs/contracts.md, "Commands"). Neither needs a database. */
import { createPublicKey, type KeyObject, verify } from "node:crypto"
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { bytesToSign, receiptOf } from "./domain/receipt.ts"
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

const receiptUsage = "Cách dùng: lienphong receipt verify TỆP.json --key KHÓA-CÔNG-KHAI.pem [--json]"

/** The key comes from the province's own page `/bao-tin/khoa-ky/…`; a receipt does not vouch for itself. */
export async function receiptVerify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, key: { type: "string" } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1 || values.key === undefined)
    return complain(receiptUsage, 2)
  let text: string
  let key: KeyObject
  try {
    text = readFileSync(file, "utf8")
    key = createPublicKey(readFileSync(values.key))
  } catch {
    return complain("Không đọc được tệp biên nhận hoặc khóa: kiểm tra đường dẫn, quyền đọc và tệp PEM.", 1)
  }
  const receipt = receiptOf(text.trim())
  const isSigned = receipt !== null && verify(null, bytesToSign(receipt), key, receipt.signature)
  const why = receipt === null ? "format" : isSigned ? null : "signature"
  const said = { ok: isSigned, at: receipt?.at ?? null, keyId: receipt?.keyId ?? null, why }
  const words = isSigned
    ? `Đúng chữ ký. Nhận lúc ${said.at}.`
    : "KHÔNG đúng: tệp đã bị sửa, hoặc do khóa khác ký."
  process.stdout.write(`${values.json ? JSON.stringify(said) : words}\n`)
  return isSigned ? 0 : 1
}

function inWords({ type, urgency, identifiers }: ReturnType<typeof readSignal>): string {
  const lines = identifiers.map((one) => `${one.role}\t${one.kind}\t${one.value}`)
  return `${[`${type}\t${urgency}`, ...lines].join("\n")}\n`
}

function complain(why: string, status: number): number {
  process.stderr.write(`${why}\n`)
  return status
}

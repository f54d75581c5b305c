/** `signal read` and `receipt verify` (docs/contracts.md, "Commands"). Neither needs a database. */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { readConfig } from "../kernel/config.ts"
import { trustInFile, trustInFolder, UnreadableTrust } from "../kernel/signing/known.ts"
import { keyIdOf, signerOf, type Trust } from "../kernel/signing/trust.ts"
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

const receiptUsage = "Cách dùng: lienphong receipt verify TỆP.json [--key KHÓA-CÔNG-KHAI.pem] [--json]"

/** Under the keys of this installation, or the one that `--key` names; a receipt does not vouch for itself. */
export async function receiptVerify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, key: { type: "string" } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) return complain(receiptUsage, 2)
  let text: string
  let trust: Trust
  try {
    text = readFileSync(file, "utf8")
    trust =
      values.key === undefined ? trustInFolder(readConfig(process.env).keysDir) : trustInFile(values.key)
  } catch (error) {
    if (error instanceof UnreadableTrust) return complain(error.message, 1)
    return complain("Không đọc được tệp biên nhận hoặc khóa: kiểm tra đường dẫn, quyền đọc và tệp PEM.", 1)
  }
  const receipt = receiptOf(text.trim())
  const signer = receipt === null ? null : signerOf(bytesToSign(receipt), receipt.signature, trust)
  const isSigned = signer !== null
  const why = receipt === null ? "format" : isSigned ? null : "signature"
  const keyId = signer === null ? null : keyIdOf(signer.key)
  const said = { ok: isSigned, trusted: isSigned, at: receipt?.at ?? null, keyId, why }
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

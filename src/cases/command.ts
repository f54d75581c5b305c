/** `dossier verify FILE --json [--key PEM]` (docs/contracts.md, "Commands"): exit 1 when broken. Needs no database. */
import { readFileSync, statSync } from "node:fs"
import { parseArgs } from "node:util"
import { entriesOf } from "./actions/dossier-entries.ts"
import { dossierBytesMax, type Verified, verifyDossier } from "./domain/dossier.ts"

const usage = "Cách dùng: lienphong dossier verify TỆP.zip [--key KHÓA-CÔNG-KHAI.pem] [--json]"

export async function dossierVerify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, key: { type: "string" } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) return complain(usage, 2)
  let zip: Buffer
  let key: string | null
  try {
    if (statSync(file).size > dossierBytesMax)
      return complain("Tệp lớn hơn 200 MB: không phải hồ sơ của chương trình này.", 1)
    zip = readFileSync(file)
    key = values.key === undefined ? null : readFileSync(values.key, "utf8")
  } catch {
    return complain("Không đọc được tệp: kiểm tra đường dẫn và quyền đọc.", 1)
  }
  const entries = entriesOf(zip)
  const verified: Verified =
    entries === null
      ? { ok: false, files: 0, keyId: null, firstBroken: { id: file, why: "format" } }
      : verifyDossier(entries, key)
  process.stdout.write(values.json ? `${JSON.stringify(verified)}\n` : `${inWords(verified, key !== null)}\n`)
  return verified.ok ? 0 : 1
}

const why = {
  missing: "thiếu tệp",
  altered: "tệp đã bị sửa",
  extra: "có tệp lạ",
  signature: "chữ ký không đúng",
  format: "không phải hồ sơ đúng định dạng",
  otherKey: "được ký bằng khóa khác với khóa đã đưa",
} as const

function inWords({ ok, files, keyId, firstBroken }: Verified, hasKey: boolean): string {
  if (firstBroken !== null) return `KHÔNG nguyên vẹn: ${why[firstBroken.why]} (${firstBroken.id})`
  const known = hasKey
    ? ""
    : "; khóa lấy từ chính hồ sơ, đối chiếu với khóa công khai của nơi gửi để biết ai ký"
  return ok ? `Nguyên vẹn: ${files} tệp, khóa ${keyId ?? "?"}${known}` : "KHÔNG nguyên vẹn"
}

function complain(said: string, status: number): number {
  process.stderr.write(`${said}\n`)
  return status
}

/** `dossier verify FILE --json [--key PEM]` (docs/contracts.md, "Commands"): exit 1 when broken. Needs no database. */
import { readFileSync, statSync } from "node:fs"
import { parseArgs } from "node:util"
import { readConfig } from "../kernel/config.ts"
import { trustInFile, trustInFolder, UnreadableTrust } from "../kernel/signing/known.ts"
import { dossierBytesMax, type Verified, verifyDossier } from "./domain/dossier.ts"

const usage = "Cách dùng: lienphong dossier verify TỆP.zip [--key KHÓA-CÔNG-KHAI.pem] [--json]"

/** Without `--key` the keys of this installation count, and those laid into the `known` folder beside them. */
export async function dossierVerify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, key: { type: "string" } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) return complain(usage, 2)
  try {
    if (statSync(file).size > dossierBytesMax)
      return complain("Tệp lớn hơn 200 MB: không phải hồ sơ của chương trình này.", 1)
    const zip = readFileSync(file)
    const trust =
      values.key === undefined ? trustInFolder(readConfig(process.env).keysDir) : trustInFile(values.key)
    const { signedBy, ...verified } = verifyDossier(zip, trust, file)
    const said = values.json ? JSON.stringify(verified) : inWords({ ...verified, signedBy })
    process.stdout.write(`${said}\n`)
    return verified.ok ? 0 : 1
  } catch (error) {
    if (error instanceof UnreadableTrust) return complain(error.message, 1)
    return complain("Không đọc được tệp: kiểm tra đường dẫn và quyền đọc.", 1)
  }
}

const why = {
  missing: "thiếu tệp",
  altered: "tệp đã bị sửa",
  extra: "có tệp lạ",
  signature: "chữ ký không đúng",
  format: "không phải hồ sơ đúng định dạng",
  untrusted:
    "được ký bằng khóa không rõ của ai. Lấy khóa công khai từ trang /khoa-ky của nơi gửi, so dấu vân tay với quyết định chuyển hồ sơ, rồi dùng --key",
  duplicate: "có hai tệp cùng tên",
  path: "tên tệp dẫn ra ngoài hồ sơ",
} as const satisfies Record<NonNullable<Verified["firstBroken"]>["why"], string>

function inWords({ files, keyId, firstBroken, signedBy }: Verified): string {
  if (firstBroken !== null) return `KHÔNG nguyên vẹn: ${why[firstBroken.why]} (${firstBroken.id})`
  return `Nguyên vẹn: ${files} tệp, khóa ${keyId ?? "?"}${signedBy === null ? "" : ` của ${signedBy}`}`
}

function complain(said: string, status: number): number {
  process.stderr.write(`${said}\n`)
  return status
}

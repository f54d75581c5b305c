/**
 * `backup.json`: what a backup holds, the checksum of each of its parts, and which keys it needs. It is written last, so that
 * a folder without it is no backup, and signed with the key that signs the journal, so that a changed one is found.
 *
 * The keys themselves are never inside. For each purpose a few bytes are sealed with its newest key: before anything is
 * restored they are opened again, so that a key of the same name but of other bytes is found too.
 */
import { createHash } from "node:crypto"
import { createReadStream, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { type KeyPurpose, type Keys, keyPurposes } from "../keys.ts"
import { headShape } from "../seal.ts"

export const manifestName = "backup.json"

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)

/** `name`: the path inside the folder; `bytes` and `sha256` are of the part as it lies there. */
const part = z.object({ name: z.string(), bytes: z.number().int().nonnegative(), sha256 })

const tablePart = part.extend({
  schema: identifier,
  table: identifier,
  columns: z.array(identifier).min(1),
  rows: z.number().int().nonnegative(),
  /** Of the rows as COPY writes them: the restored table is read back and must give the same. */
  rowsSha256: sha256,
})

const contents = z.object({
  format: z.literal(1),
  /** ISO instant at which the snapshot was taken. */
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** Names of the migrations that had run, and how far the queue's own schema was. */
  migrations: z.array(z.string()).min(1),
  queueMigration: z.number().int(),
  tables: z.array(tablePart),
  sequences: z.array(
    z.object({
      schema: identifier,
      sequence: identifier,
      lastValue: z.string().regex(/^\d+$/),
      isCalled: z.boolean(),
    }),
  ),
  files: z.array(part),
  /** Hashes that a row named and the store did not have when the backup was made. */
  missingFiles: z.array(sha256),
  /** The journal's signed head; null while nothing was sealed. */
  journalHead: headShape.nullable(),
  keys: z.object({
    ids: z.array(z.string()),
    proofs: z.array(z.object({ purpose: z.enum(keyPurposes), sealed: z.base64() })),
  }),
})
const signedContents = z.object({
  contents,
  signature: z.object({ keyId: z.string(), bytes: z.string().regex(/^[0-9a-f]+$/) }),
})

export type Part = z.infer<typeof part>
export type TablePart = z.infer<typeof tablePart>
export type Contents = z.infer<typeof contents>

/** A backup that cannot be made or restored; the message says why and what to do. */
export class BackupError extends Error {}

const proofText = "lienphong backup"

export function keysNeeded(keys: Keys): Contents["keys"] {
  const proofs = keyPurposes.map((purpose) => ({
    purpose,
    sealed: keys.seal(purpose, Buffer.from(proofText)).toString("base64"),
  }))
  return { ids: keys.ids(), proofs }
}

export function signManifest(made: Contents, keys: Keys): string {
  // Reading puts the keys of each object into the order of the shape: so they are signed.
  const said = contents.parse(made)
  const { keyId, bytes } = keys.sign(Buffer.from(JSON.stringify(said)))
  return `${JSON.stringify({ contents: said, signature: { keyId, bytes: bytes.toString("hex") } })}\n`
}

/** Whole and well-formed; whose it is says `checkKeys`. Throws `BackupError`. */
export function readManifest(dir: string): z.infer<typeof signedContents> {
  let text: string
  try {
    text = readFileSync(join(dir, manifestName), "utf8")
  } catch {
    // Absent or not readable comes to the same for the one who restores: this folder holds no complete backup.
    throw new BackupError(
      `${dir} không có ${manifestName}: đây không phải bản sao lưu, hoặc lần sao lưu đã dừng giữa chừng. Dùng bản khác.`,
    )
  }
  try {
    return signedContents.parse(JSON.parse(text))
  } catch {
    // Which brace is missing helps nobody; another copy does.
    throw new BackupError(
      `${manifestName} bị hỏng hoặc do bản mới hơn của chương trình ghi. Dùng bản sao lưu khác.`,
    )
  }
}

/** Throws `BackupError` where a key is another one, or the list was changed after it was signed. */
export function checkKeys(found: z.infer<typeof signedContents>, keys: Keys, keysDir: string): void {
  const { proofs } = found.contents.keys
  const wrong = proofs
    .filter(({ purpose, sealed }) => !opens(keys, purpose, sealed))
    .map((one) => one.purpose)
  if (wrong.length > 0)
    throw new BackupError(
      `Khóa ${wrong.join(", ")} trong ${keysDir} không phải khóa của bản sao lưu này. Chép đúng thư mục khóa rồi chạy lại.`,
    )
  const { keyId, bytes } = found.signature
  const said = Buffer.from(JSON.stringify(found.contents))
  if (!keys.verify(said, { keyId, bytes: Buffer.from(bytes, "hex") }))
    throw new BackupError(`${manifestName} đã bị sửa sau khi ghi: chữ ký không đúng. Dùng bản sao lưu khác.`)
}

function opens(keys: Keys, purpose: KeyPurpose, sealed: string): boolean {
  try {
    return keys.open(purpose, Buffer.from(sealed, "base64")).toString() === proofText
  } catch {
    // AES-GCM refuses a key of other bytes.
    return false
  }
}

/** Each part is read whole before anything is restored. Throws `BackupError` with the name of the first that is amiss. */
export async function checkParts(dir: string, { tables, files }: Contents): Promise<void> {
  for (const one of [...tables, ...files]) {
    if (!/^(?:tables|files)\/[\w./-]+$/.test(one.name) || one.name.includes(".."))
      throw new BackupError(`${manifestName} ghi tên phần lạ: ${one.name}.`)
    const found = await measure(join(dir, one.name)).catch(() => null)
    if (found === null) throw new BackupError(`Thiếu phần ${one.name} của bản sao lưu. Dùng bản khác.`)
    if (found.sha256 !== one.sha256 || found.bytes !== one.bytes)
      throw new BackupError(
        `Phần ${one.name} của bản sao lưu bị hỏng: mã kiểm tra không khớp. Dùng bản khác.`,
      )
  }
}

async function measure(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256")
  let bytes = 0
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer)
    bytes += (piece as Buffer).byteLength
  }
  return { bytes, sha256: hash.digest("hex") }
}

/**
 * The keys with which a database was served. A folder that lacks one of them is refused by its name before anything is changed or
 * sealed with another: what the lost key sealed could not be opened again, and nobody would notice until somebody must.
 *
 * The signing key that signed last must be there; one that it followed may be retired.
 */
import { asJob, type Database } from "./db/database.ts"
import { type Keys, KeysMissing, keyNamesIn, keyPurposes } from "./keys.ts"

const purposeOf = (name: string) => name.split(".")[0] ?? ""

/** `known`: the first seen first. Throws `KeysMissing`; nothing is written. */
export function holdToKnownKeys(known: readonly string[], dir: string): void {
  const here = new Set(keyNamesIn(dir))
  const lastSigner = known.findLast((name) => purposeOf(name) === "signing")
  const wanted = known.filter((name) => purposeOf(name) !== "signing" || name === lastSigner)
  const lost = wanted.filter((name) => !here.has(name))
  if (lost.length === 0) return
  const names = lost.map((name) => `${name}.key`).join(", ")
  throw new KeysMissing(
    `Thư mục khóa ${dir} thiếu ${names}. Chép lại từ bản sao của thư mục khóa, hoặc đặt LIENPHONG_KEYS; khóa mới không mở được những gì đã niêm phong.`,
  )
}

/** Purposes that came to the program after this database was last served: nothing was ever sealed for them. */
export function purposesNeverKnown(known: readonly string[]): ReadonlySet<string> {
  const seen = new Set(known.map(purposeOf))
  return new Set(known.length === 0 ? [] : keyPurposes.filter((purpose) => !seen.has(purpose)))
}

/** The keys in use, for the next start. A second key of a purpose that is known already is a stray and is not taken on. */
export async function noteKeys(db: Database, keys: Keys, known: readonly string[]): Promise<void> {
  const seen = new Set(known.map(purposeOf))
  const signer = keys.signerName()
  const unknown = keys
    .names()
    .filter((name) =>
      purposeOf(name) === "signing" ? name === signer && !known.includes(name) : !seen.has(purposeOf(name)),
    )
  if (unknown.length === 0) return
  await asJob(db, "keys.known", (tx) =>
    tx
      .insertInto("knownKeys")
      .values(unknown.map((name) => ({ name })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

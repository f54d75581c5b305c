/**
 * Which keys a database was served with. A folder that lacks one of them is refused by its name before anything is sealed
 * with another: what the lost key sealed could not be opened again, and nobody would notice until somebody must.
 */
import { rmSync } from "node:fs"
import { join } from "node:path"
import { asJob, type Database } from "./db/database.ts"
import { type Keys, KeysMissing } from "./keys.ts"

const namesMax = 1_000

/** Throws `KeysMissing`. A key that was made in place of a lost one is taken out of the folder again. */
export async function holdToKnownKeys(db: Database, keys: Keys, dir: string): Promise<void> {
  const here = keys.names().filter((name) => !name.startsWith("signing."))
  const known = await asJob(db, "keys.known", async (tx) => {
    const rows = await tx.selectFrom("knownKeys").select("name").limit(namesMax).execute()
    return rows.map(({ name }) => name)
  })
  const lost = known.filter((name) => !here.includes(name))
  const unknown = here.filter((name) => !known.includes(name))
  if (lost.length > 0) {
    const purposes = new Set(lost.map(purposeOf))
    for (const name of unknown.filter((one) => purposes.has(purposeOf(one)))) rmSync(join(dir, `${name}.key`))
    const names = lost.map((name) => `${name}.key`).join(", ")
    throw new KeysMissing(
      `Thư mục khóa ${dir} thiếu ${names}. Chép lại từ bản sao của thư mục khóa, hoặc đặt LIENPHONG_KEYS; khóa mới không mở được những gì đã niêm phong.`,
    )
  }
  if (unknown.length === 0) return
  await asJob(db, "keys.known", (tx) =>
    tx
      .insertInto("knownKeys")
      .values(unknown.map((name) => ({ name })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

const purposeOf = (name: string) => name.split(".")[0] ?? ""

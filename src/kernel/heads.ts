/**
 * The signed head of the journal, put into a file a day, so that somebody can take it to another machine: a tail that was
 * cut off is found only against a head that was kept elsewhere (docs/operating/journal.md says who takes it, and when).
 */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { House } from "./house.ts"
import { type Head, publishedHead, sealJournal } from "./seal.ts"

/** More than a year of days; the oldest go first. */
const keptMax = 400

/** Null: the journal holds nothing yet. The same day twice is one file, with the later head. */
export async function exportHead(house: House): Promise<string | null> {
  await sealJournal(house.db, house.keys)
  const head: Head | null = await publishedHead(house.db)
  if (head === null) return null
  const dir = join(house.config.dataDir, "journal-heads")
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const day = house.clock.now().toISOString().slice(0, 10)
  const path = join(dir, `${day}.json`)
  // Whole or not at all: a half-written head would look like a broken journal.
  await writeFile(`${path}.part`, `${JSON.stringify(head)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
  const days = (await readdir(dir)).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort()
  for (const old of days.slice(0, -keptMax)) await rm(join(dir, old), { force: true })
  return path
}

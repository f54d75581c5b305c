/** The two files that `setup.json` names: its crest and its boundaries, beside it or by a whole path. */
import { readFileSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { outlineLimits } from "../kernel/outlines/outlines.ts"
import { readForeignOutlines } from "../kernel/outlines/read.ts"
import { written } from "./actions/data.ts"
import { crestBytesMax, readCrest } from "./actions/pictures.ts"
import type { Pictures, Setup } from "./domain/plan.ts"
import { unitName } from "./domain/proposal.ts"
import { pictureWords } from "./words-pictures.ts"

type Named = { setup: Setup; crest: string | null; boundaries: string | null }
type Issue = { pointer: string; message: string }

export async function picturesBeside(
  path: string,
  { setup, crest, boundaries }: Named,
): Promise<Pictures | { issues: Issue[] }> {
  const t = pictureWords.vi
  const made = crest === null ? null : fileBeside(path, crest, crestBytesMax)
  if (made !== null && "refused" in made) return issue("/province/crest", made.refused)
  const drawn = made === null ? null : await readCrest(made.bytes)
  if (drawn !== null && "refused" in drawn) return issue("/province/crest", t.notPicture)
  const file = boundaries === null ? null : fileBeside(path, boundaries, outlineLimits.bytes)
  if (file !== null && "refused" in file) return issue("/units/boundaries", file.refused)
  if (file === null) return { crest: drawn?.png ?? null, outlines: null }
  const units = (written(setup)?.units ?? []).map((unit) => ({ code: unit.code, name: unitName(unit) }))
  const read = await readForeignOutlines(file.bytes, units)
  if ("refused" in read) return issue("/units/boundaries", t.troubles[read.refused])
  return { crest: drawn?.png ?? null, outlines: read.outlines }
}

const issue = (pointer: string, message: string) => ({ issues: [{ pointer, message }] })

function fileBeside(path: string, name: string, bytesMax: number): { bytes: Buffer } | { refused: string } {
  const file = resolve(dirname(path), name)
  try {
    if (statSync(file).size > bytesMax)
      return { refused: `${pictureWords.vi.tooLarge(String(bytesMax / 1_000_000))}.` }
    return { bytes: readFileSync(file) }
  } catch (error) {
    return { refused: `Không đọc được tệp ${file}: ${error instanceof Error ? error.message : ""}` }
  }
}

/** A file of boundaries, read apart: whoever answers people does not unfold it. */
import { apart, Overrun, reading } from "../apart/apart.ts"
import type { readBoundaries } from "./geojson.apart.ts"
import type { OutlinesRead, UnitToOutline } from "./outlines.ts"

const run = apart<typeof readBoundaries>(
  reading,
  { file: new URL("./geojson.apart.ts", import.meta.url), name: "readBoundaries" },
  { ms: 30_000 },
)

export async function readForeignOutlines(
  file: Uint8Array,
  units: readonly UnitToOutline[],
): Promise<OutlinesRead> {
  try {
    return await run({ file, units })
  } catch (error) {
    if (error instanceof Overrun) return { refused: "tooMuch" }
    throw error
  }
}

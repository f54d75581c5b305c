/** Foreign tables (XLSX, CSV), read apart: whoever answers people holds neither the parser nor what a file unfolds to. */
import { apart, Overrun, reading } from "../apart/apart.ts"
import type { TableAnswer, TableLimits } from "./bounds.ts"
import type { readTable } from "./table.apart.ts"

export type { Sheet, TableTrouble } from "./bounds.ts"

const run = apart<typeof readTable>(
  reading,
  { file: new URL("./table.apart.ts", import.meta.url), name: "readTable" },
  { ms: 10_000 },
)

export async function readForeignTable(file: Uint8Array, limits: TableLimits): Promise<TableAnswer> {
  try {
    return await run({ file, limits })
  } catch (error) {
    if (error instanceof Overrun) return { refused: "unfoldsTooFar" }
    throw error
  }
}

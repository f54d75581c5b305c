/** Files of somebody else, read apart: whoever answers people neither decodes nor unfolds them. */
import { apart, Overrun, reading } from "../../../kernel/apart/apart.ts"
import type { ForeignRead } from "../domain/line.ts"
import type { readForeign } from "../foreign.apart.ts"

const run = apart<typeof readForeign>(
  reading,
  { file: new URL("../foreign.apart.ts", import.meta.url), name: "readForeign" },
  { ms: 20_000 },
)

export async function readForeignApart(file: Uint8Array): Promise<ForeignRead> {
  try {
    return await run(file)
  } catch (error) {
    if (error instanceof Overrun) return { refused: "tooMuch", at: "" }
    throw error
  }
}

/** A foreign file of points and lines, read apart: whoever answers people does not unfold it. */
import { apart, Overrun, reading } from "../apart/apart.ts"
import type { readShapesApart } from "./shapes.apart.ts"
import type { ShapesRead } from "./shapes.ts"

const run = apart<typeof readShapesApart>(
  reading,
  { file: new URL("./shapes.apart.ts", import.meta.url), name: "readShapesApart" },
  { ms: 15_000 },
)

export async function readForeignShapes(file: Uint8Array): Promise<ShapesRead> {
  try {
    return await run(file)
  } catch (error) {
    if (error instanceof Overrun) return { refused: "unfoldsTooFar" }
    throw error
  }
}

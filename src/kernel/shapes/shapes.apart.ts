/** The reading of a foreign file of points and lines, as it runs in a process of its own. */
import { readShapes } from "./read-shapes.ts"
import type { ShapesRead } from "./shapes.ts"

export const readShapesApart = (file: Uint8Array): ShapesRead => readShapes(file)

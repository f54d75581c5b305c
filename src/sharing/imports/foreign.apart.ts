/** The reading of a file of somebody else, as it runs in a process of its own. */
import { readForeignFile } from "./domain/foreign.ts"
import type { ForeignRead } from "./domain/line.ts"

export const readForeign = (file: Uint8Array): ForeignRead => readForeignFile(file)

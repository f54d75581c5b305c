/** The reading of a foreign table, as it runs in a process of its own. */
import type { TableAnswer, TableLimits } from "./bounds.ts"
import { readTables } from "./table.ts"

export type TableToRead = { file: Uint8Array; limits: TableLimits }

export const readTable = ({ file, limits }: TableToRead): TableAnswer => readTables(file, limits)

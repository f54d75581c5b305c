/** The reading of a foreign table, as it runs in a process of its own. */
import { readTables, type TableAnswer, type TableLimits } from "./table.ts"

export type TableToRead = { file: Uint8Array; limits: TableLimits }

export const readTable = ({ file, limits }: TableToRead): TableAnswer => readTables(file, limits)

/** `lienphong letter read FILE|- [--json]`: exit 0 read, 1 refused (the reason on stderr), 2 wrong usage. */
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { readText } from "./read/read.ts"

export async function letterRead(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" } } })
  const [file] = positionals
  if (file === undefined) return 2
  const bytes = await readFile(file)
  process.stdout.write(`${JSON.stringify(readText(bytes.toString("utf8")), null, 2)}\n`)
  return 0
}

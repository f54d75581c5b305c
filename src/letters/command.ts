/** `lienphong letter read FILE|- [--json]`: exit 0 read, 1 refused (the reason on stderr), 2 wrong usage. */
import { readFile } from "node:fs/promises"
import { stdin } from "node:process"
import { parseArgs } from "node:util"
import { readLetter } from "./read/aside.ts"
import { fileBytesMax } from "./read/limits.ts"
import type { LetterReading } from "./read/reading.ts"
import { refusalWords } from "./read/words.ts"

const t = refusalWords.vi

export async function letterRead(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return failed(t.usage, 2)
  const bytes = await bytesOf(file)
  if (bytes === null) return failed(t.notFound, 1)
  const reading = await readLetter(bytes, file)
  if ("refused" in reading) return failed(t[reading.refused], 1)
  process.stdout.write(values.json === true ? `${JSON.stringify(reading, null, 2)}\n` : summary(reading))
  return 0
}

function failed(words: string, status: number): number {
  process.stderr.write(`${words}\n`)
  return status
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  if (file !== "-") return readFile(file).catch(() => null)
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stdin) {
    parts.push(Buffer.from(part))
    length += part.length
    // One byte more than allowed is enough to refuse the rest unread.
    if (length > fileBytesMax) break
  }
  return Buffer.concat(parts)
}

/** For a person at a terminal: head, clauses, tasks, one a line. */
function summary(reading: LetterReading): string {
  const head = [reading.issuer, reading.number, reading.date, reading.type, reading.subject]
  const lines = reading.clauses.flatMap((clause) => [
    `${clause.path}\t${clause.addressees.join("; ")}`,
    ...clause.tasks.map((task) => `\t- ${task.text}${task.deadline === null ? "" : ` [${task.deadline}]`}`),
  ])
  return `${[head.map((value) => value ?? "–").join(" · "), ...lines].join("\n")}\n`
}

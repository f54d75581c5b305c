/** What a reader may do wrong, for the test of the walls round it. */
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"

export const echo = (input: unknown) => input

export function turn(): never {
  for (;;);
}

export const doze = (ms: number) => new Promise<string>((resolve) => setTimeout(resolve, ms, "awake"))

export function fill(what: "heap" | "buffers"): number {
  const all: unknown[] = []
  for (;;) all.push(what === "heap" ? { all: all.length, more: [all.length] } : Buffer.alloc(20_000_000, 1))
}

export const talk = (length: number) => "a".repeat(length)

export const leave = () => process.exit(3)

export function stumble(): never {
  throw new RangeError("a mistake of our own")
}

export const surroundings = () => Object.keys(process.env).toSorted()

export type Attempt = { what: "write" | "start" | "read"; path: string }

/** The code of the refusal, or "done". */
export function attempt({ what, path }: Attempt): string {
  try {
    if (what === "write") writeFileSync(path, "x")
    else if (what === "start") spawnSync("/bin/true")
    else readFileSync(path)
    return "done"
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "refused"
  }
}

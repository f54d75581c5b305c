/**
 * Work done apart: in a process of its own that reads the program and nothing else, writes no file, starts no program,
 * knows no key and no database, and is ended when it takes too long, grows too large or answers too much.
 *
 * Whatever opens a file that came from outside runs here (a sheet of one cell may unfold to a rectangle of a thousand
 * million, a page tree may loop), and so does heavy work of our own that would hold everybody else's pages.
 * A thread is not enough: its limits know nothing of buffers, pictures and WebAssembly, and when it ends by want of
 * memory it may take the whole process with it.
 *
 * The work stands in a file `*.apart.ts`, named here by its address and never imported, so that the process which
 * answers people does not load it. Such a file is run by Node itself: no TSX in what it imports.
 */
import { fileURLToPath } from "node:url"
import { type Lane, type OverrunReason, openLane } from "./lane.ts"

export { type Lane, LaneBusy, Overrun, openLane } from "./lane.ts"

/** For every reader of foreign files. Two at once: the machine it must run on has two cores. */
export const reading: Lane = openLane({ children: 2, heapMb: 384, memoryMb: 768 })

/**
 * For what we write ourselves and what computes long: documents, sheets. One after the other, apart from the readers: a
 * bomb among those keeps no document waiting.
 */
export const writing: Lane = openLane({ children: 1, heapMb: 384, memoryMb: 768 })

export type Bounds = {
  /** Milliseconds of processor time, the start of the process included: a busy machine says nothing about a file. */
  ms: number
  /** What the answer may weigh; 16 MB where nothing is said. */
  answerBytesMax?: number
}

/** `file`: ends in `.apart.ts`. `name`: of the function it exports, which takes and gives what structured clone copies. */
export type Place = { file: URL; name: string }

const answerBytesUsual = 16_000_000

/**
 * The function as its caller sees it. Rejects with `Overrun` where a bound was passed or the process broke, with
 * `LaneBusy` where too many wait (a page says 503 by itself, `http/mishaps.tsx`), and with an ordinary error where the
 * work threw: what a caller shall be told, the work returns.
 */
export function apart<Work extends (input: never) => unknown>(
  lane: Lane,
  place: Place,
  bounds: Bounds,
): (input: Parameters<Work>[0]) => Promise<Awaited<ReturnType<Work>>> {
  const file = fileURLToPath(place.file)
  if (!file.endsWith(".apart.ts")) throw new Error(`${file} is not meant to run apart`)
  const task = {
    file: place.file.href,
    name: place.name,
    ms: bounds.ms,
    answerBytesMax: bounds.answerBytesMax ?? answerBytesUsual,
  }
  return (input) => lane.run(task, input) as Promise<Awaited<ReturnType<Work>>>
}

export type { OverrunReason }

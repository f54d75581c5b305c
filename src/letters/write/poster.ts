/** A warning as a sheet for a wall, with a date to take it down. */
import { apart, writing } from "../../kernel/apart/apart.ts"
import type { drawPoster } from "./poster.apart.ts"

export type Poster = {
  paper: "a4" | "a3"
  lang: "vi" | "en"
  head: string
  title: string
  looksLikeHead: string
  looksLike: string
  signsHead: string
  signs: readonly string[]
  toDoHead: string
  toDo: readonly string[]
  /** Rows of modules, "1" dark. */
  qr: readonly string[]
  scan: string
  issuer: string
  address: string
  code: string
  down: string
}

const file = new URL("./poster.apart.ts", import.meta.url)
const draw = apart<typeof drawPoster>(
  writing,
  { file, name: "drawPoster" },
  { ms: 60_000, answerBytesMax: 10_000_000 },
)

/** Rejects with `Overrun` where drawing takes too much or too many wait. */
export const writePoster = (poster: Poster): Promise<Uint8Array> => draw(poster)

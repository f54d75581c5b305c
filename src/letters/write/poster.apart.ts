/** The poster of a warning as PDF, drawn in a process of its own: see `poster.ts`. */
import type { Poster } from "./poster.ts"
import { typeset } from "./typst.ts"

const template = new URL("./poster.typ", import.meta.url)

export const drawPoster = async (poster: Poster): Promise<Uint8Array> => typeset(template, { poster })

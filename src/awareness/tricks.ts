/** The tricks in plain words, as the repository keeps them (`data/tricks.json`), read once. */
import { z } from "zod"
import { readJson } from "../kernel/calendar/data.ts"

const said = z.object({ vi: z.string().min(1), en: z.string().min(1) })
const trick = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  /** Its number among the 24 published forms, and the name there. */
  form: z.int().min(1).max(24).nullable(),
  published: z.string().nullable(),
  /** Its slug in the catalogue of tips; several tricks may share one, three have none. */
  type: z.string().nullable(),
  name: said,
  begins: said,
  signs: z.array(said).min(2).max(6),
  todo: z.array(said).min(2).max(6),
  /** The invented example reads as a message or as a call. */
  heard: z.enum(["message", "call"]),
  example: said,
})
const file = z.object({ writtenOn: z.iso.date(), source: said, tricks: z.array(trick) })

export type Trick = z.infer<typeof trick>
type File = z.infer<typeof file>

let read: File | null = null
export function trickFile(): File {
  read ??= file.parse(readJson("tricks.json"))
  return read
}

export const trickBySlug = (slug: string): Trick | null =>
  trickFile().tricks.find((one) => one.slug === slug) ?? null

/** Grounds of notices as the repository keeps them (`data/notice-grounds.json`), read once. */
import { z } from "zod"
import { readJson } from "../kernel/calendar/data.ts"
import type { Ground } from "./domain/measures.ts"

const said = z.object({ vi: z.string().min(1), en: z.string().min(1) })
const file = z.object({
  notGrounds: z.array(said).min(1),
  grounds: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: said,
      law: z.string().min(1),
      article: z.string().min(1),
      from: z.iso.date(),
      until: z.iso.date().nullable(),
      verified: z.enum(["yes", "no"]),
      emergency: z.enum(["child", "fraud"]).nullable(),
    }),
  ),
})
let read: z.infer<typeof file> | null = null
const all = () => {
  read ??= file.parse(readJson("notice-grounds.json"))
  return read
}

export const grounds = (): readonly Ground[] => all().grounds
/** Reasons for which nothing is asked of anybody. */
export const notGrounds = (): readonly { vi: string; en: string }[] => all().notGrounds
export const groundById = (id: string): Ground | null => grounds().find((one) => one.id === id) ?? null

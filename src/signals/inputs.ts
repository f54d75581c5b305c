/** What people and programs may send: one schema each, which forms and API share. */
import { z } from "zod"
import {
  contactCharsMax,
  messageCharsMax,
  nameCharsMax,
  placeCharsMax,
  targetCharsMax,
  textCharsMax,
  tipPaths,
} from "./domain/intake.ts"

/** Control characters but for line breaks are of no use to a reader, and NUL cannot be stored. */
const words = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replaceAll("\r\n", "\n")
        .replace(/[^\P{Cc}\n\t]/gu, "")
        .trim(),
    )
    .pipe(z.string().max(max))

export const tipInput = z
  .object({
    path: z.enum(tipPaths),
    text: words(textCharsMax).default(""),
    target: words(targetCharsMax).default(""),
    place: words(placeCharsMax).default(""),
    name: words(nameCharsMax).default(""),
    contact: words(contactCharsMax).default(""),
  })
  .refine((tip) => `${tip.text}${tip.target}` !== "", { path: ["text"], message: "empty" })

/** Empty where files alone are sent. */
export const messageInput = z.object({ text: words(messageCharsMax) })

/** Taking an exhibit in, and handing it from one to another. */
import { day, files, form, hidden, text } from "../../kernel/forms/index.ts"
import { sayOf } from "../../kernel/words.ts"
import { fileWords } from "../words-files.ts"

const says = (of: (t: (typeof fileWords)["vi"]) => string) => sayOf(fileWords, of)
const fromWhom = text(says((t) => t.fromWhom))
const reason = text(
  says((t) => t.reason),
  { max: 1_000 },
)

export const taking = form({
  slug: "tang-vat",
  verb: "case.record",
  title: says((t) => t.take),
  follows: says((t) => t.takeHint),
  asks: {
    title: text(says((t) => t.title)),
    file: files(says((t) => t.file)),
    place: text(says((t) => t.place)).optional(),
    takenOn: day(
      says((t) => t.takenOn),
      { hint: says((t) => t.dayHint) },
    ).optional(),
    fromWhom,
    reason,
  },
})

export const handing = form({
  slug: "giao-nhan",
  verb: "case.record",
  title: says((t) => t.handDo),
  asks: {
    exhibitId: hidden(),
    fromWhom,
    toWhom: text(says((t) => t.toWhom)),
    handedOn: day(
      says((t) => t.handedOn),
      { hint: says((t) => t.dayHint) },
    ).optional(),
    reason,
  },
  look: "second",
})

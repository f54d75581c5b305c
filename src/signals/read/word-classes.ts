/** Words that do the same work in a tip (`data/signals/word-classes.csv`): who speaks, who is spoken of, calling, paying. */
import { fold } from "./fold.ts"
import { readTable } from "./reference.ts"

export type WordClass = { name: string; part: string }

const rows = readTable("signals/word-classes.csv")
const of = (column: "words" | "bare") =>
  rows.flatMap((row) =>
    (row[column] ?? "")
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => [word.normalize("NFC"), { name: row.class ?? "", part: row.part ?? "" }] as const),
  )

/** "tôi" speaks of oneself, "tới" of a direction: whoever writes with diacritics means them. */
const exact: ReadonlyMap<string, WordClass> = new Map(of("words"))
const bare: ReadonlyMap<string, WordClass> = new Map(of("bare"))

/** Short forms of chat, as one sign for the words that they stand for. */
const forms: ReadonlyMap<string, string> = new Map(
  readTable("signals/short-forms.csv").map((row) => [
    fold(row.short ?? "").text,
    fold(row.words ?? "").text.replaceAll(" ", "_"),
  ]),
)

/** `typed`: lower case, composed; `folded`: the same without diacritics. */
export function classOf(typed: string, folded: string): WordClass | undefined {
  return exact.get(typed) ?? (typed === folded ? bare.get(folded) : undefined)
}

export const writtenOutSign = (folded: string): string => forms.get(folded) ?? folded

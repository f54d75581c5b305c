/** The answers of a checklist as they were typed. */
import type { Lists } from "../../kernel/http/env.ts"
import { type Checklist, type Given, answers as known, type Version } from "../domain/checklist.ts"
import { pageWords } from "../words-page.ts"

const noteMax = 4_000
const countMax = 1_000_000

/** A question left without an answer stays open; a count is digits, or nothing. */
export function givenIn(
  { version, list }: { version: Version; list: Checklist },
  lists: Lists,
  lang: "vi" | "en",
): { given: Given[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const said = (name: string) => (lists[name]?.at(-1) ?? "").trim()
  const given = version.questions.flatMap((question): Given[] => {
    const answer = known.find((one) => one === said(`a-${question.id}`))
    const note = said(`n-${question.id}`)
    if (note.length > noteMax) errors[`n-${question.id}`] = pageWords[lang].tooLong
    const counts = Object.fromEntries(
      question.counts.flatMap((name) => {
        const typed = said(`c-${question.id}-${name}`).replaceAll(/[.\s]/g, "")
        if (typed === "") return []
        const isNumber = /^\d{1,7}$/.test(typed) && Number(typed) <= countMax
        if (!isNumber || !list.counts.some((one) => one.name === name))
          errors[`c-${question.id}-${name}`] = pageWords[lang].notANumber
        return [[name, Number(typed)]]
      }),
    )
    if (answer === undefined) {
      if (note !== "" || Object.keys(counts).length > 0)
        errors[`a-${question.id}`] = pageWords[lang].answerFirst
      return []
    }
    return [{ question: question.id, answer, note: note === "" ? null : note, counts }]
  })
  return { given, errors }
}

/** The public check. Nothing of what is asked is kept: not in a table, a log or an address. */
import { readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { isOfficialMail, messageCharsMax, readMessage } from "../../signals/index.ts"
import { askedLists, officialNames, officialNumbersOf, shortLinkHosts } from "../catalogue.ts"
import { addressIn, deviceIn, printOf, shortNumberIn, thingsIn, thingsMax } from "../domain/asked.ts"
import { type Answer, answerFor } from "../domain/verdict.ts"
import { hitsFor } from "../store/public.ts"

export type Checked = { answer: Answer; at: string } | { refused: "empty" | "tooLong" | "nothing" }

/** So many words and it is a message, of which one can say that nothing in it was found. */
const wordsMin = 5

export async function checkText(house: House, typed: string): Promise<Checked> {
  const text = typed.trim()
  if (text === "") return { refused: "empty" }
  if (text.length > messageCharsMax) return { refused: "tooLong" }
  const reading = readMessage(text)
  const address = addressIn(text, askedLists())
  const named = address.length > 0 ? address : thingsIn(reading, askedLists())
  const alone = named.length > 0 ? [] : [...shortNumberIn(text), ...deviceIn(text)]
  const things = named.length > 0 ? named : alone
  if (things.length === 0 && text.split(/\s+/).length < wordsMin) return { refused: "nothing" }
  const answered = things.slice(0, thingsMax)
  const prints = [...new Set(answered.flatMap(({ asked }) => asked.map(printOf)))]
  const hits = prints.length === 0 ? [] : await readAsPublic(house.db, (tx) => hitsFor(tx, prints))
  const known = {
    hits,
    numbers: officialNumbersOf(house.numbers),
    names: officialNames(),
    isOfficialMail,
    shortLinks: shortLinkHosts(),
  }
  const answer = answerFor(reading, answered, known, things.length - answered.length)
  return { answer, at: house.clock.now().toISOString() }
}

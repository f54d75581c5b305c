/** Words of a whole tip, alone, in pairs and in threes, as signs for the models of the trick and of the urgency. */
import type { Folded } from "./fold.ts"
import { writtenOut } from "./type.ts"

/** A tip says what happened within this; what goes on for longer repeats itself. */
const wordsMax = 2_000

/** `runMax`: the longest run of words that is one sign. */
export function textSigns(folded: Folded, runMax: 2 | 3 = 3): string[] {
  const plain = folded.text
    .slice(0, wordsMax * 8)
    .replace(/https?:\/\/[^\s"]{0,200}/g, " URL ")
    .replace(/\d[\d.,]{0,30}/g, " # ")
  const words = (writtenOut(plain).match(/[a-z#]+|URL/g) ?? []).slice(0, wordsMax)
  const signs = new Set<string>()
  for (const [at, word] of words.entries()) {
    signs.add(word)
    if (at > 0) signs.add(`${words[at - 1]} ${word}`)
    if (runMax > 2 && at > 1) signs.add(`${words[at - 2]} ${words[at - 1]} ${word}`)
  }
  return [...signs]
}

/** Whether words name a person whose name and contact are to lie under a seal. Pure. */
import { plainly } from "../../kernel/tables/listed.ts"

const digits = (text: string) => text.replace(/\D/g, "")
/** Fewer could stand in any text: a house, a pole, an hour. */
const digitsMin = 6

export function namesWitness(words: string, { name, contact }: { name: string; contact: string }): boolean {
  const [said, who, reach] = [plainly(words), plainly(name), plainly(contact)]
  if (who.length > 1 && ` ${said.replace(/[^a-z0-9]+/g, " ")} `.includes(` ${who} `)) return true
  if (reach.length > 3 && said.includes(reach)) return true
  return digits(contact).length >= digitsMin && digits(words).includes(digits(contact))
}

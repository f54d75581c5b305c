/** Whether words name a person whose name and contact are to lie under a seal. Pure. */
import { plainly } from "../../kernel/tables/listed.ts"
import { namesReporter } from "../../signals/index.ts"

/** "Bà Vũ Thị Chứng" is called Vũ Thị Chứng, "chị Lan" Lan. */
const title = /^(?:(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu)\s+)+(?=\S)/iu
const digits = (text: string) => text.replace(/\D/g, "")
/** Fewer could stand in any text: a house, a pole, an hour. */
const digitsMin = 6
const titles = "(?:ong|ba|anh|chi|co|chu|bac|cu|em|chau)"

/** A contact may hold several: two numbers, a number and a home. */
export function namesWitness(words: string, { name, contact }: { name: string; contact: string }): boolean {
  const called = name.normalize("NFC").trim().replace(title, "")
  const contacts = contact
    .split(/[,;/\n]/)
    .map((one) => one.trim())
    .filter((one) => one.length > 3)
  const said = digits(words)
  return (
    namesReporter(words, { names: [called], contacts }) ||
    contacts.map(digits).some((one) => one.length >= digitsMin && said.includes(one)) ||
    namesGiven(words, called)
  )
}

/** A single given name is a common word: it names somebody behind a title alone. */
function namesGiven(words: string, called: string): boolean {
  const given = plainly(called)
  if (!/^[a-z]{1,20}$/.test(given)) return false
  return new RegExp(`\\b${titles} ${given}\\b`).test(plainly(words).replace(/[^a-z0-9]+/g, " "))
}

/** The next directive as a letter: proposals that a person kept become its clauses, its tasks and their deadlines. */
import type { OfficialDocumentInput } from "../../../letters/index.ts"
import { byAddressee, type Proposal } from "./proposals.ts"

export type NextLetter = {
  subject: string
  /** The report as it is cited: its kind, number, day, issuer. */
  cites: string
  kept: readonly Proposal[]
  signer: { name: string; title: string }
}

export type LetterWords = {
  issuer: string
  place: string
  symbol: string
  opening(cites: string): string
  due(text: string, dueOn: string): string
  committee: string
  chair: string
  asAbove: string
  archive: string
}

type Model = Omit<OfficialDocumentInput, "number" | "date">

/** `text` is the body as the drafting form shows it: a person edits it there like any other draft. */
export function nextLetter(
  next: NextLetter,
  say: LetterWords,
): { model: Omit<Model, "blocks">; text: string } {
  const groups = byAddressee(next.kept)
  const addressees = groups.flatMap(({ to }) => to.split(";").map((one) => one.trim()))
  return {
    model: {
      kind: "letter",
      issuer: { parent: null, name: say.issuer },
      symbol: say.symbol,
      place: say.place,
      subject: next.subject,
      addressees: [...new Set(addressees)].filter((one) => one !== ""),
      signatures: [signatureOf(next.signer, say)],
      recipients: [say.asAbove, say.archive],
    },
    text: [
      say.opening(next.cites),
      ...groups.flatMap(({ to, tasks }, i) => [
        `${i + 1}. ${to}`,
        ...tasks.map(({ text, dueOn }) => `- ${oneLine(dueOn === null ? text : say.due(text, dueOn))}`),
      ]),
    ].join("\n"),
  }
}

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim()

/** A deputy signs for the chair, the chair for the committee; whoever else by the chair's order. */
function signatureOf({ name, title }: NextLetter["signer"], say: LetterWords): Model["signatures"][number] {
  const lower = title.toLocaleLowerCase("vi")
  const chair = say.chair.toLocaleLowerCase("vi")
  const together = { form: "TM" as const, of: say.committee }
  if (lower.startsWith(`phó ${chair}`))
    return {
      inStead: [together, { form: "KT", of: say.chair }],
      position: title.slice(0, `phó ${chair}`.length),
      name,
    }
  if (lower.startsWith(chair)) return { inStead: [together], position: title.slice(0, chair.length), name }
  return { inStead: [{ form: "TL", of: say.chair }], position: title, name }
}

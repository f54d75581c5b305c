/** What was typed on the page of the next directive. */
import type { Proposal } from "./proposals.ts"

export type NextAnswers = {
  subject: string
  cites: string
  signerId: string
  reportId: string | null
  kept: Proposal[]
}
type Answers = Readonly<Record<string, string>>
type Proposed = { proposals: readonly Proposal[]; cites: string; report: { lockId: string } | null }

/** Rows of one's own below what is proposed. */
export const ownRows = ["own-1", "own-2", "own-3"] as const
const keptMax = 60

export function writtenIn(answers: Answers, next: Proposed): NextAnswers {
  const text = (name: string, max: number) => (answers[name] ?? "").trim().slice(0, max)
  return {
    subject: text("subject", 500),
    cites: text("cites", 500) || next.cites,
    signerId: text("signerId", 60),
    reportId: next.report?.lockId ?? null,
    kept: keptIn(answers, next.proposals),
  }
}

/** What was ticked, and what a person added, with words; in the order of the page. */
function keptIn(answers: Answers, proposals: readonly Proposal[]): Proposal[] {
  const own: readonly string[] = ownRows
  const known = new Map(proposals.map((one) => [one.id, one]))
  return Object.keys(answers)
    .filter((name) => name.startsWith("text-"))
    .map((name) => name.slice("text-".length))
    .filter((id) => own.includes(id) || (known.has(id) && answers[`keep-${id}`] === "yes"))
    .map((id): Proposal => {
      const due = answers[`by-${id}`] ?? ""
      return {
        id,
        about: known.get(id)?.about ?? "own",
        to: (answers[`to-${id}`] ?? "").trim().slice(0, 300),
        text: (answers[`text-${id}`] ?? "").trim().slice(0, 3_000),
        dueOn: /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null,
        why: known.get(id)?.why ?? "",
      }
    })
    .filter((one) => one.text !== "")
    .slice(0, keptMax)
}

type Words = { noSubject: string; nothing: string; noAddressee: string; noSigner: string }

export function errorsIn({ subject, signerId, kept }: NextAnswers, t: Words): Record<string, string> {
  return {
    ...(subject === "" ? { subject: t.noSubject } : {}),
    ...(signerId === "" ? { signerId: t.noSigner } : {}),
    ...(kept.length === 0 ? { "": t.nothing } : {}),
    ...Object.fromEntries(kept.filter((one) => one.to === "").map((one) => [`to-${one.id}`, t.noAddressee])),
  }
}

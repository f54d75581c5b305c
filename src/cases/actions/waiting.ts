/** The sentences about cases on the page of my work: clocks, files to sign for, requests to answer. */
import { can } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { formatDate } from "../../kernel/format.ts"
import type { Waiting, WaitingAt } from "../../kernel/http/waiting.ts"
import { addDays } from "../../kernel/time.ts"
import type { Lang } from "../../kernel/words.ts"
import { documentsNamed } from "../../letters/index.ts"
import { casesToFollow } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { untakenPapers } from "../store/papers.ts"
import { countCasesWaiting, countToFollow } from "../store/waiting.ts"
import { waitingWords } from "../words-waiting.ts"
import { todayOf } from "./take.ts"
import { isIssued } from "./take-paper.ts"

/** As long before its last day a clock is said to be near. */
const soonDays = 3

export const casesWaiting: WaitingAt = async (tx, desk, lang) => {
  const t = waitingWords[lang]
  const today = todayOf(desk)
  const found = await countCasesWaiting(tx, { today, soonUntil: addDays(today, soonDays) })
  const day = (on: string | null) => (on === null ? "" : formatDate(on, lang))
  const lines: Waiting[] = []
  if (can(desk.officer, "case.read") && desk.officer.bodyKind !== "enterprise") {
    if (found.late > 0) lines.push({ tone: "late", href: `${paths.cases}?tt=late`, text: t.late(found.late) })
    if (found.soon > 0)
      lines.push({ tone: "soon", href: paths.cases, text: t.soon(found.soon, day(found.nextOn)) })
    if (found.toSign > 0)
      lines.push({ tone: "soon", href: paths.cases, text: t.toSign(found.toSign, day(found.toSignSince)) })
  }
  if (can(desk.officer, "case.record")) {
    const follow = await countToFollow(tx, await casesToFollow(tx, today))
    if (follow > 0) lines.push({ tone: "soon", href: `${paths.cases}?tt=follow`, text: t.follow(follow) })
    lines.push(...(await papersWaiting(tx, lang)))
  }
  if (can(desk.officer, "prevention.answer") && found.toAnswer > 0) {
    const isLate = found.toAnswerBy !== null && found.toAnswerBy < today
    const text = t.toAnswer(found.toAnswer, day(found.toAnswerBy))
    lines.push({ tone: isLate ? "late" : "soon", href: paths.requests, text })
  }
  return lines
}

/** Issued, and the case does not know the number yet. */
async function papersWaiting(tx: Tx, lang: Lang): Promise<Waiting[]> {
  const untaken = await untakenPapers(tx)
  const documents = await documentsNamed(
    tx,
    untaken.map(({ documentId }) => documentId),
  )
  const issued = new Set(documents.filter(isIssued).map(({ id }) => id))
  const waiting = untaken.filter(({ documentId }) => issued.has(documentId))
  const [first] = waiting
  if (first === undefined) return []
  const href = waiting.length === 1 ? paths.case(first.caseId) : paths.cases
  return [{ tone: "soon", href, text: waitingWords[lang].toTake(waiting.length) }]
}

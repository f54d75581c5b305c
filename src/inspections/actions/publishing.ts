/** Plans and conclusions are published where the law of their day says so, as a person reads them over. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { countDeadline } from "../../kernel/calendar/deadline.ts"
import { readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { announce } from "../../kernel/journal.ts"
import { codeOf } from "../domain/code.ts"
import { type MustPublish, mustPublish, type Publication } from "../domain/publishing.ts"
import { isBusiness } from "../domain/subject.ts"
import {
  insertPublication,
  type Published,
  publishedChecks,
  withdrawPublication,
} from "../store/publications.ts"
import { words } from "../words.ts"
import { publicWords } from "../words-public.ts"
import type { Seat } from "./seat.ts"
import { type Facts, factsOf } from "./take.ts"

export const publicationsDue = ({ row, subject }: Facts): MustPublish[] =>
  mustPublish({ ...row, isBusiness: isBusiness(subject) }, legalRules())

/** The last day on which a conclusion is published; null: the law gives none. */
export function publishBy({ row }: Facts, must: MustPublish, calendar: Calendar): string | null {
  if (must.within === null || row.concludedOn === null) return null
  const counted = countDeadline(must.within, row.concludedOn, [], calendar)
  return "refused" in counted ? null : counted.due
}

/** As the form begins; whoever publishes reads it over and may change it. */
export function textToPublish({ row, subject }: Facts, what: Publication): string {
  const t = words.vi
  // A conclusion on an individual is written about a person: none of it is proposed to everybody.
  if (what === "conclusion") return subject.form === "individual" ? "" : (row.conclusion ?? "")
  return [t.powers[row.power], t.matters[row.matter], subject.form === "individual" ? "" : row.place]
    .filter((part) => part !== "")
    .join("; ")
}

export function publishCheck(
  seat: Seat,
  id: string,
  { what, text }: { what: string; text: string },
): Promise<{ published: true } | { refused: "notFound" | "notYours" | "notPublic" | "publishedBefore" }> {
  return seat.open(async (tx) => {
    const facts = await factsOf(tx, id, { isLocked: true })
    if (facts === null) return { refused: "notFound" as const }
    const { row, subject } = facts
    if (row.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    const must = publicationsDue(facts).find((one) => one.what === what)
    if (must === undefined) return { refused: "notPublic" as const }
    const isPerson = subject.form === "individual"
    const made = await insertPublication(tx, {
      inspectionId: id,
      what: must.what,
      code: codeOf(row),
      bodyName: seat.desk.officer.bodyName,
      power: row.power,
      matter: row.matter,
      subject: isPerson ? publicWords.vi.individual : subject.name,
      onDay: (must.what === "plan" ? row.plannedOn : row.concludedOn) ?? row.plannedOn,
      text,
      publishedName: seat.name,
    })
    if (!made) return { refused: "publishedBefore" as const }
    await announce(tx, {
      what: "inspection.published",
      record: { kind: "inspection", id },
      details: { what: must.what, rule: must.rule.id },
    })
    return { published: true as const }
  })
}

export function withdrawPublished(
  seat: Seat,
  id: string,
  { publicationId }: { publicationId: string },
): Promise<{ withdrawn: true } | { refused: "notFound" | "notYours" | "noPublication" }> {
  return seat.open(async (tx) => {
    const facts = await factsOf(tx, id, { isLocked: true })
    if (facts === null) return { refused: "notFound" as const }
    if (facts.row.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    const of = { id: publicationId, inspectionId: id, byName: seat.name }
    if (!(await withdrawPublication(tx, of))) return { refused: "noPublication" as const }
    await announce(tx, {
      what: "inspection.publication-withdrawn",
      record: { kind: "inspection", id },
      details: { publication: publicationId },
    })
    return { withdrawn: true as const }
  })
}

/** For everybody. */
export const readPublished = (
  house: House,
  page: { limit: number; offset: number },
): Promise<{ rows: Published[]; total: number }> =>
  readAsPublic(house.db, (tx) => publishedChecks(tx, page), "at-once")

/** Readings of an officer: the plan as a list, one check with its days counted, the register. */
import { type Colleague, colleaguesOf } from "../../accounts/index.ts"
import { readServing, type ServingReading } from "../../directives/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import { documentsNamed, type ListedDocument } from "../../letters/index.ts"
import { lawfulSteps, mayStillJoin, type Step } from "../domain/life.ts"
import { lengthOf } from "../domain/powers.ts"
import type { MustPublish } from "../domain/publishing.ts"
import type { Risk } from "../domain/risk.ts"
import type { Subject } from "../domain/subject.ts"
import type { Counted } from "../domain/time.ts"
import { type CheckEvent, eventsOf, type KeptPaper, papersOf } from "../store/details.ts"
import {
  checksOfSubject,
  type Elsewhere,
  type InspectionListed,
  type InspectionQuestion,
  listInspections,
  visitsElsewhere,
} from "../store/inspections.ts"
import { type Invitation, invitationsOf } from "../store/joint.ts"
import { type Photo, photosOf } from "../store/photos.ts"
import { publicationsOf } from "../store/publications.ts"
import { type SubjectEvent, subjectEventsOf } from "../store/register.ts"
import { findSubject, listSubjects, type SubjectQuestion } from "../store/subjects.ts"
import { announceByOf, daysOf } from "./days.ts"
import { bodiesToAsk } from "./joint.ts"
import { publicationsDue, publishBy } from "./publishing.ts"
import { riskIn } from "./register.ts"
import { inspectionRoom } from "./rooms.ts"
import { type Seat, todayOf } from "./seat.ts"
import { type Standing, standingOf } from "./standing.ts"
import { type Facts, factsOf, heldOf, openFindingsOf, sinceOf } from "./take.ts"

export type ShownPaper = { paper: KeptPaper; document: ListedDocument | null }
export type Publishing = {
  due: (MustPublish & { by: string | null })[]
  published: Awaited<ReturnType<typeof publicationsOf>>
}
export type CheckReading = Facts & {
  today: string
  isOurs: boolean
  steps: Step[]
  standing: Standing
  counted: Counted | null
  announceBy: Counted | null
  mostDays: number | null
  mostMore: number | null
  openFindings: ReturnType<typeof openFindingsOf>
  events: CheckEvent[]
  papers: ShownPaper[]
  colleagues: Colleague[]
  since: string
  serving: ServingReading
  photos: Photo[]
  invitations: Invitation[]
  publishing: Publishing
  /** Bodies that may be asked to go along; none where nobody may be asked any more. */
  toAsk: { id: string; name: string }[]
}

/** Null when there is none, or it is not this officer's to see. The read is journaled before anything is shown. */
export async function readCheck(seat: Seat, id: string): Promise<CheckReading | null> {
  const colleagues = await colleaguesOf(seat.desk)
  return seat.open(async (tx) => {
    const facts = await factsOf(tx, id, { isLocked: false })
    if (facts === null) return null
    await journal(tx, { what: "inspection.read", record: { kind: "inspection", id } })
    const { row, subject, law } = facts
    const length = lengthOf(law, legalRules())
    const calendar = await calendarIn(tx)
    const isOurs = row.bodyId === seat.bodyId
    return {
      ...facts,
      today: todayOf(seat),
      isOurs,
      steps: lawfulSteps(heldOf(seat, facts)),
      standing: isOurs
        ? await standingOf(tx, {
            power: row.power,
            matter: row.matter,
            on: row.announcedOn ?? row.plannedOn,
            subject,
            bodyName: seat.desk.officer.bodyName,
            without: id,
          })
        : { limits: [], elsewhere: [] },
      counted: daysOf(facts, calendar),
      announceBy: announceByOf(facts, calendar),
      mostDays: length?.days ?? null,
      mostMore: length?.more ?? null,
      openFindings: openFindingsOf(facts),
      events: await eventsOf(tx, id),
      papers: await shownPapers(tx, id),
      colleagues,
      since: sinceOf(row),
      photos: await photosOf(tx, id),
      invitations: await invitationsOf(tx, id),
      publishing: {
        due: publicationsDue(facts).map((must) => ({ ...must, by: publishBy(facts, must, calendar) })),
        published: await publicationsOf(tx, id),
      },
      toAsk: isOurs && mayStillJoin(row.state) ? await bodiesToAsk(tx, seat) : [],
      serving: await readServing(tx, { kind: inspectionRoom.kind, recordId: id }, inspectionRoom.words),
    }
  })
}

async function shownPapers(tx: Tx, id: string): Promise<ShownPaper[]> {
  const papers = await papersOf(tx, id)
  const documents = await documentsNamed(
    tx,
    papers.map(({ documentId }) => documentId),
  )
  return papers.map((paper) => ({
    paper,
    document: documents.find((one) => one.id === paper.documentId) ?? null,
  }))
}

export const readChecks = (
  seat: Seat,
  asked: InspectionQuestion,
  page: { limit: number; offset: number },
): Promise<{ rows: InspectionListed[]; total: number }> => seat.look((tx) => listInspections(tx, asked, page))

export const readSubjects = (
  seat: Seat,
  asked: SubjectQuestion,
  page: { limit: number; offset: number },
): Promise<{ rows: Subject[]; total: number }> => seat.look((tx) => listSubjects(tx, asked, page))

export type SubjectReading = {
  subject: Subject
  checks: InspectionListed[]
  isOurs: boolean
  risk: Risk
  events: SubjectEvent[]
  /** Visits of other bodies this year, as far as their plans are approved. */
  elsewhere: Elsewhere[]
}

export function readSubject(seat: Seat, id: string): Promise<SubjectReading | null> {
  return seat.open(async (tx) => {
    const subject = await findSubject(tx, id)
    if (subject === null) return null
    await journal(tx, { what: "inspection-subject.read", record: { kind: "inspection-subject", id } })
    const today = todayOf(seat)
    return {
      subject,
      checks: await checksOfSubject(tx, id),
      isOurs: subject.bodyId === seat.bodyId,
      risk: (await riskIn(tx, [subject], today)).get(id) ?? { points: 0, parts: [] },
      events: await subjectEventsOf(tx, id),
      elsewhere: await visitsElsewhere(tx, id, Number(today.slice(0, 4))),
    }
  })
}

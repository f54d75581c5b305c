/** One check: planned, read, locked, moved. Null is "none, or none that the acting body may see". */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import { codeOf, type Matter } from "../domain/code.ts"
import { isOver, type State, states } from "../domain/life.ts"
import type { Ground, Power } from "../domain/powers.ts"

export type Signing = "signed" | "commune" | "witness"
export type Method = "remote" | "visit"

export type InspectionRow = {
  id: string
  bodyId: string
  year: number
  number: number
  power: Power
  law: string
  ground: Ground
  groundNote: string
  legalBasis: string | null
  isClear: boolean
  overrideReason: string | null
  matter: Matter
  subjectId: string
  plannedOn: string
  place: string
  method: Method
  remoteNote: string | null
  checklist: string
  checklistVersion: number
  state: State
  decidedNumber: string | null
  decidedOn: string | null
  decidedBy: string | null
  decidedByOfficer: string | null
  days: number | null
  approvedOn: string | null
  approvedBy: string | null
  announcedOn: string | null
  extendedDays: number | null
  extendedOn: string | null
  extendedNumber: string | null
  recordedOn: string | null
  recordedTime: string | null
  opinion: string | null
  signing: Signing | null
  refusalReason: string | null
  witness: string | null
  conclusion: string | null
  concludedNumber: string | null
  concludedOn: string | null
  endReason: string | null
  closedOn: string | null
  sentToBodyId: string | null
  sentAt: string | null
  numberedBy: string
  sentKey: string | null
  deviceAt: string | null
  madeName: string
  madeAt: string
  changedAt: string
}

export type NewInspection = Pick<
  InspectionRow,
  | "power"
  | "law"
  | "ground"
  | "groundNote"
  | "legalBasis"
  | "isClear"
  | "overrideReason"
  | "matter"
  | "subjectId"
  | "plannedOn"
  | "place"
  | "method"
  | "remoteNote"
  | "checklist"
  | "checklistVersion"
  | "madeName"
>

/** Two who plan at once wait for each other, so that the numbers of a body have no gap and no twin. */
export async function insertInspection(tx: Tx, one: NewInspection): Promise<{ id: string; code: string }> {
  const year = Number(one.plannedOn.slice(0, 4))
  await sql`select pg_advisory_xact_lock(hashtext('inspections ' || current_body()::text))`.execute(tx)
  const made = await tx
    .insertInto("inspections")
    .values({
      ...one,
      year,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from inspections where numbered_by = current_body() and year = ${year})`,
    })
    .returning(["id", "year", "number"])
    .executeTakeFirstOrThrow()
  return { id: made.id, code: codeOf(made) }
}

export async function findInspection(tx: Tx, id: string): Promise<InspectionRow | null> {
  const row = await tx.selectFrom("inspections").selectAll().where("id", "=", id).executeTakeFirst()
  return row === undefined ? null : (row as InspectionRow)
}

export async function lockInspection(tx: Tx, id: string): Promise<InspectionRow | null> {
  const row = await tx
    .selectFrom("inspections")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : (row as InspectionRow)
}

export type InspectionChange = Partial<Omit<InspectionRow, "id" | "bodyId" | "year" | "number">>

export async function changeInspection(tx: Tx, id: string, change: InspectionChange): Promise<void> {
  await tx
    .updateTable("inspections")
    .set({ ...change, changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .execute()
}

export type InspectionQuestion = { year: number | null; state: State | "open" | "all"; text: string }
export type InspectionListed = Pick<
  InspectionRow,
  | "id"
  | "bodyId"
  | "year"
  | "number"
  | "power"
  | "matter"
  | "plannedOn"
  | "announcedOn"
  | "state"
  | "sentAt"
  | "checklist"
  | "checklistVersion"
> & { subject: string; commune: string | null; bodyName: string; overrideReason: string | null }

const listed = sql`i.id, i.body_id, i.year, i.number, i.power, i.matter, i.planned_on, i.announced_on, i.state, i.sent_at,
  i.override_reason, i.checklist, i.checklist_version, s.name as subject, s.commune, b.name as body_name`
const joined = sql`inspections i join inspection_subjects s on s.id = i.subject_id join bodies b on b.id = i.body_id`
const openStates = states.filter((state) => !isOver(state))

/** The nearest day first; what is over after what is open. */
export async function listInspections(
  tx: Tx,
  asked: InspectionQuestion,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: InspectionListed[]; total: number }> {
  const like = `%${asked.text.replaceAll(/[\\%_]/g, "\\$&")}%`
  const asStates = asked.state === "open" ? openStates : [asked.state]
  const { rows } = await sql<InspectionListed & { total: number }>`
    select ${listed}, count(*) over ()::int as total from ${joined}
    where (${asked.year}::int is null or i.year = ${asked.year})
      and (${asked.state} = 'all' or i.state = any (${asStates}))
      and (${asked.text} = '' or plain_text(s.name || ' ' || s.address) like plain_text(${like})
        or 'KT-' || i.year || '-' || lpad(i.number::text, 3, '0') = upper(${asked.text}))
    order by (i.state <> all (${openStates})), coalesce(i.announced_on, i.planned_on), i.id
    limit ${limit} offset ${offset}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Visits of the acting body to one subject in a year; `without`: the check that is asked for. */
export async function ownVisits(
  tx: Tx,
  of: { subjectId: string; year: number; without: string | null },
): Promise<{ id: string; power: Power; matter: Matter; on: string }[]> {
  const { rows } = await sql<{ id: string; power: Power; matter: Matter; on: string }>`
    select id, power, matter, coalesce(announced_on, planned_on) as on from inspections
    where subject_id = ${of.subjectId} and body_id = current_body() and state not in ('stopped', 'dropped')
      and extract(year from coalesce(announced_on, planned_on)) = ${of.year} and id is distinct from ${of.without}::uuid
    order by 4, id limit 50`.execute(tx)
  return rows
}

export type Elsewhere =
  | { standing: "busy"; bodyName: null; power: null; matter: null; onDay: null }
  | { standing: "approved" | "visited"; bodyName: string; power: Power; matter: Matter; onDay: string }

/** Visits of other bodies to the subject in that year: before a plan is approved no more than that somebody is busy with it. */
export async function visitsElsewhere(tx: Tx, subjectId: string, year: number): Promise<Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`
    select standing, body_name, power, matter, on_day from visits_elsewhere(${subjectId}, ${year})`.execute(
    tx,
  )
  return rows
}

/** The history of a subject, as far as the acting body reads it. */
export async function checksOfSubject(tx: Tx, subjectId: string): Promise<InspectionListed[]> {
  const { rows } = await sql<InspectionListed>`
    select ${listed} from ${joined}
    where i.subject_id = ${subjectId} order by i.planned_on desc, i.id limit 100`.execute(tx)
  return rows
}

/** Checks of the acting body that are under way by one version of one checklist, the nearest day first. */
export async function checksUnderWay(
  tx: Tx,
  of: { checklist: string; version: number },
): Promise<InspectionListed[]> {
  const { rows } = await sql<InspectionListed>`
    select ${listed} from ${joined}
    where i.body_id = current_body() and i.state = 'announced' and i.checklist = ${of.checklist}
      and i.checklist_version = ${of.version}
    order by i.announced_on, i.id limit 200`.execute(tx)
  return rows
}

export async function namesOfChecks(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; year: number; number: number; subject: string }[]> {
  const { rows } = await sql<{ id: string; year: number; number: number; subject: string }>`
    select i.id, i.year, i.number, s.name as subject from inspections i join inspection_subjects s on s.id = i.subject_id
    where i.id = any (${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows
}

/** Plans of the acting body that nobody else was shown yet. */
export async function unsentPlans(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from inspections
    where body_id = current_body() and sent_to_body_id is null and state in ('planned', 'decided', 'approved')`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

export async function sendPlans(tx: Tx, toBodyId: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`update inspections set sent_to_body_id = ${toBodyId}, sent_at = acting_at()
    where body_id = current_body() and sent_to_body_id is null and state in ('planned', 'decided', 'approved')
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A form came from a device: by which key, at what time of its clock. */
export async function noteSent(
  tx: Tx,
  id: string,
  sent: { sentKey: string; deviceAt: string | null },
): Promise<void> {
  await tx.updateTable("inspections").set(sent).where("id", "=", id).execute()
}

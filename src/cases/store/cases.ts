/** One case: opened, read, locked, moved. Null is "none, or none that the acting body may see". */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Outcome, ReturnState, State } from "../domain/life.ts"

export type CaseRow = {
  id: string
  bodyId: string
  number: string
  /** Who gave the number, where another body took the case over since. */
  numberedBy: string | null
  title: string
  summary: string
  kind: string | null
  state: State
  outcome: Outcome | null
  returnsTo: ReturnState | null
  openedOn: string
  openedName: string
  /** Who sees to it in the body that handles it; null: nobody has been named, or it came from another body. */
  handlerId: string | null
  handlerName: string | null
  dueOn: string | null
  /** For which post a legal officer held its power against the texts; null: nobody has. */
  checkedOffice: string | null
  checkedSource: string | null
  checkedBy: string | null
  checkedName: string | null
  checkedOn: string | null
  /** The decision that suspended execution, until another lets it go on; null: it was not, or goes on. */
  haltedOn: string | null
  haltedNumber: string | null
}

const columns = [
  "id",
  "bodyId",
  "number",
  "numberedBy",
  "title",
  "summary",
  "kind",
  "state",
  "outcome",
  "returnsTo",
  "openedOn",
  "openedName",
  "handlerId",
  "handlerName",
  "dueOn",
  "checkedOffice",
  "checkedSource",
  "checkedBy",
  "checkedName",
  "checkedOn",
  "haltedOn",
  "haltedNumber",
] as const

export async function findCase(tx: Tx, id: string): Promise<CaseRow | null> {
  const row = await tx.selectFrom("cases").select(columns).where("id", "=", id).executeTakeFirst()
  return row === undefined ? null : asCase(row)
}

/** The numbers of those cases that the acting body sees, by id. */
export async function caseNumbers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows =
    ids.length === 0
      ? []
      : await tx.selectFrom("cases").select(["id", "number"]).where("id", "in", ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export async function lockCase(tx: Tx, id: string): Promise<CaseRow | null> {
  const row = await tx.selectFrom("cases").select(columns).where("id", "=", id).forUpdate().executeTakeFirst()
  return row === undefined ? null : asCase(row)
}

type Raw = Omit<CaseRow, "state" | "outcome" | "returnsTo"> & {
  state: string
  outcome: string | null
  returnsTo: string | null
}
/** The catalogue's checks let nothing else in. */
const asCase = (row: Raw): CaseRow => ({
  ...row,
  state: row.state as State,
  outcome: row.outcome as Outcome | null,
  returnsTo: row.returnsTo as ReturnState | null,
})

export type NewCase = {
  title: string
  summary: string
  kind: string | null
  openedName: string
  handlerId: string
  handlerName: string
}

/** The next number of the year: `2023-118`. The counter's row stays locked until the case is there too. */
export async function insertCase(
  tx: Tx,
  year: number,
  made: NewCase,
): Promise<{ id: string; number: string }> {
  const { last } = await tx
    .insertInto("caseNumbers")
    .values({ year, last: 1 })
    .onConflict((on) => on.columns(["bodyId", "year"]).doUpdateSet({ last: sql`case_numbers.last + 1` }))
    .returning("last")
    .executeTakeFirstOrThrow()
  const number = `${year}-${last}`
  const { id } = await tx
    .insertInto("cases")
    .values({ ...made, number })
    .returning("id")
    .executeTakeFirstOrThrow()
  return { id, number }
}

export type CaseChange = Pick<CaseRow, "state" | "outcome" | "returnsTo" | "dueOn">

export async function changeCase(tx: Tx, id: string, change: CaseChange, at: string): Promise<void> {
  await tx
    .updateTable("cases")
    .set({ ...change, changedAt: at })
    .where("id", "=", id)
    .execute()
}

export type Handler = { officerId: string; name: string }

/** Null: nobody sees to it until its body names somebody. */
export async function changeHandler(tx: Tx, id: string, to: Handler | null): Promise<void> {
  await tx
    .updateTable("cases")
    .set({ handlerId: to?.officerId ?? null, handlerName: to?.name ?? null, changedAt: sql`acting_at()` })
    .where("id", "=", id)
    .execute()
}

export type LegalCheck = Readonly<
  Record<"checkedOffice" | "checkedSource" | "checkedBy" | "checkedName" | "checkedOn", string>
>

export async function saveLegalCheck(tx: Tx, id: string, check: LegalCheck): Promise<void> {
  await tx.updateTable("cases").set(check).where("id", "=", id).execute()
}

/** Execution is suspended by that decision; null: it goes on. */
export async function saveHalt(
  tx: Tx,
  id: string,
  halt: { on: string; number: string } | null,
): Promise<void> {
  const kept = { haltedOn: halt?.on ?? null, haltedNumber: halt?.number ?? null }
  await tx.updateTable("cases").set(kept).where("id", "=", id).execute()
}

export type NewEvent = {
  caseId: string
  what: string
  stateBefore: string
  stateAfter: string
  /** The day of the fact; absent: today. */
  happenedOn?: string
  byName: string
  note: string | null
  details: Readonly<Record<string, string | number | boolean | null>>
}

export async function addEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insertInto("caseEvents")
    .values({ ...event, details: JSON.stringify(event.details) })
    .execute()
}

/** The last day on which each kind of event happened; a fact typed late counts by its own day. */
export async function pastOf(tx: Tx, caseId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("caseEvents")
    .select((eb) => ["what", eb.fn.max("happenedOn").as("on")])
    .where("caseId", "=", caseId)
    .groupBy("what")
    .execute()
  return new Map(rows.map(({ what, on }) => [what, on]))
}

const eventsMax = 500

/** Newest first. */
export function eventsOf(tx: Tx, caseId: string) {
  return tx
    .selectFrom("caseEvents")
    .select([
      "id",
      "at",
      "happenedOn",
      "what",
      "stateBefore",
      "stateAfter",
      "byName",
      "byBodyId",
      "byOfficerId",
      "note",
      "details",
    ])
    .where("caseId", "=", caseId)
    .orderBy("id", "desc")
    .limit(eventsMax)
    .execute()
}

export type NewConflict = {
  caseId: string
  /** That handles the case: the police, too, name officers of theirs. */
  bodyId: string
  officerId: string
  officerName: string
  notedName: string
  reason: string
}

export async function noteConflict(tx: Tx, conflict: NewConflict): Promise<void> {
  await tx
    .insertInto("caseConflicts")
    .values(conflict)
    .onConflict((on) => on.doNothing())
    .execute()
}

/** `mine`: open cases that the acting officer sees to; `nobodys`: open cases of the body that nobody sees to. */
export type CaseFilter = {
  text: string
  state: "all" | "open" | "late" | "mine" | "nobodys" | "follow" | "closed" | State
}
export type CaseQuestion = CaseFilter & {
  /** Cases that `text` names in another way than by their own words. */
  also: readonly string[]
  /** Cases whose day to look again has come, where they are asked for. */
  toFollow: readonly string[]
}
export type CaseSort = "han" | "so"
export type CaseListRow = CaseRow & {
  isOurs: boolean
  numberedName: string | null
  /** When the last step was taken. */
  changedAt: string
}

/** A count stops here: nobody needs to know that there are 12,345. */
const countMax = 10_000

export async function listCases(
  tx: Tx,
  at: { bodyId: string; today: string },
  filter: CaseQuestion,
  page: { sort: CaseSort; descending: boolean; limit: number; offset: number },
): Promise<CaseListRow[]> {
  const way = page.descending ? "desc" : "asc"
  const rows = await tx
    .selectFrom("cases")
    .select(columns)
    .select(sql<string | null>`(select name from bodies b where b.id = cases.numbered_by)`.as("numberedName"))
    .select("changedAt")
    .where(whereCases(at.today, filter))
    .orderBy(page.sort === "han" ? "sortOn" : "openedOn", way)
    .orderBy("id", way)
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(({ numberedName, changedAt, ...row }) => ({
    ...asCase(row),
    isOurs: row.bodyId === at.bodyId,
    numberedName,
    changedAt: new Date(changedAt).toISOString(),
  }))
}

export async function countCases(tx: Tx, today: string, filter: CaseQuestion): Promise<number> {
  const found = await tx
    .selectFrom(
      tx
        .selectFrom("cases")
        .select("id")
        .where(whereCases(today, filter))
        .limit(countMax + 1)
        .as("c"),
    )
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow()
  return found.n
}

function whereCases(today: string, filter: CaseQuestion) {
  const byState =
    filter.state === "all"
      ? sql<boolean>`true`
      : filter.state === "open"
        ? sql<boolean>`state <> 'closed'`
        : filter.state === "late"
          ? // What the police still owe of a case that its handler closed is theirs to see.
            sql<boolean>`sort_on < ${today} and (state <> 'closed' or body_id <> (select current_body()))`
          : filter.state === "mine"
            ? sql<boolean>`state <> 'closed' and handler_id = (select current_officer())`
            : filter.state === "nobodys"
              ? sql<boolean>`state <> 'closed' and handler_id is null and body_id = (select current_body())`
              : filter.state === "follow"
                ? sql<boolean>`id = any (${[...filter.toFollow]}::uuid[])`
                : sql<boolean>`state = ${filter.state}`
  if (filter.text === "") return byState
  const byWords = sql<boolean>`search @@ websearch_to_tsquery('public.vietnamese', ${filter.text})`
  return filter.also.length === 0
    ? sql<boolean>`${byState} and ${byWords}`
    : sql<boolean>`${byState} and (${byWords} or id = any (${[...filter.also]}))`
}

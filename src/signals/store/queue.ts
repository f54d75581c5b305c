/** The desk's list. Row security leaves the own body's tips; the body is named again so that the index is one walk. */
import { type SqlBool, sql } from "kysely"
import { kept, type Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"
import { countMax, type Drawer, movingHours, suspectsShown } from "../domain/queue.ts"
import type { Sought } from "../domain/search.ts"

export type QueueFilter = {
  drawer: Drawer
  text: string
  /** What `text` names, if it names a tip, a number, an address or an account: those tips, whatever words they use. */
  sought: Sought
  urgency: string
  type: string
  since: Cutoffs
}

/** Before these moments the time is over that the law gives for a tip. */
export type Cutoffs = {
  /** A reporter whose tip came since then can still be told of its receipt in time. */
  tellSince: string
  /** What came before should have been passed on; null: nothing runs by itself here. */
  passBefore: string | null
  /** Only where money was lost, or moves: elsewhere a sign of a crime is not to be seen in a column. */
  passOnlySigns: boolean
  /** Tips whose personal data ends within thirty days. */
  ending: ReturnType<typeof sql<SqlBool>>
}

/** For who looks for words only. */
export const nothingDue: Cutoffs = {
  tellSince: "-infinity",
  passBefore: null,
  passOnlySigns: false,
  ending: sql<SqlBool>`false`,
}

export type QueueRow = {
  id: string
  state: State
  urgency: string
  type: string
  channel: string
  place: string | null
  gist: string
  lossVnd: number | null
  receivedAt: string
  handlerName: string | null
  alikeBefore: number
  /** Said to be moving, and not said again for a day: nobody knows whether it still is. */
  isStale: boolean
  /** Its reporter wrote something that nobody has read yet; so did one whose tip was merged into it. */
  hasNews: boolean
  /** The day on which the desk looks again. */
  followOn: string | null
  /** Things that the tip names as a suspect's: one more than `suspectsShown` where there are more. */
  suspects: readonly { kind: string; value: string }[]
}

export async function readQueue(
  tx: Tx,
  filter: QueueFilter,
  page: { order: "urgent" | "new"; limit: number; offset: number },
): Promise<{ rows: QueueRow[]; total: number }> {
  const mark = isUsual(filter, page) ? kept : sql``
  const where = sql.join(conditionsOf(filter), sql` and `)
  const { limit, offset } = page
  const listed = sql<Omit<QueueRow, "lossVnd"> & { lossVnd: string | null }>`${mark}
    select tip.id, state, urgency, type, channel, place, left(redacted_text, 240) as gist, loss_vnd, received_at, handler_name, alike_before,
      rank = 0 and not ${isFresh} as is_stale, tip.id = any (array(${withNews})) as has_news, ${suspectsOf} as suspects,
      (select f.follow_on from desk_follow_ups f where f.about_id = tip.id and f.body_id = (select current_body())) as follow_on
    from ${page.order === "urgent" ? byUrgency(where, limit + offset) : byAge(where, limit + offset)}
    limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(tx)
  const counting = sql<{ total: number }>`${mark}
    select count(*)::int as total from (select from signals where ${where} limit ${sql.lit(countMax)}) s`.execute(
    tx,
  )
  const [found, counted] = await Promise.all([listed, counting])
  return {
    rows: found.rows.map((row) => ({ ...row, lossVnd: row.lossVnd === null ? null : Number(row.lossVnd) })),
    total: counted.rows[0]?.total ?? 0,
  }
}

/** As `readQueue` lists them, ids only. */
export async function idsInQueue(
  tx: Tx,
  filter: QueueFilter,
  { order, limit, offset }: { order: "urgent" | "new"; limit: number; offset: number },
): Promise<string[]> {
  const where = sql.join(conditionsOf(filter), sql` and `)
  const listed = order === "urgent" ? byUrgency(where, limit + offset) : byAge(where, limit + offset)
  const found = await sql<{
    id: string
  }>`select tip.id from ${listed} limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** The first few of a tip, and how many there are. */
const suspectsOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value)), '[]')
  from (select i.kind, i.value from signal_identifiers m join indicators i on i.id = m.indicator_id
    where m.signal_id = tip.id and m.role = 'suspect' and i.kind <> 'evidence' order by i.kind, i.value
    limit ${sql.lit(suspectsShown + 1)}) s)`

const listedColumns = sql`id, state, urgency, type, channel, place, redacted_text, loss_vnd, received_at, handler_name,
      alike_before, rank, moving_at`

const byAge = (where: ReturnType<typeof sql>, most: number) =>
  sql`(select ${listedColumns} from signals where ${where} order by received_at desc, id limit ${sql.lit(most)}) tip
    order by received_at desc, id`

/** Money moves since less than a day, or an officer said within a day that it still does. */
const isFresh = sql<SqlBool>`greatest(received_at, moving_at) > acting_at() - make_interval(hours => ${sql.lit(movingHours)})`

/**
 * What moves now, then what goes on and what moved yesterday, then what is over. Each part is a walk of the index that ends
 * at what the page can show.
 */
function byUrgency(where: ReturnType<typeof sql>, most: number) {
  const part = (head: number, of: ReturnType<typeof sql<SqlBool>>) =>
    sql`(select ${sql.lit(head)} as head, ${listedColumns} from signals where ${where} and ${of} order by received_at desc, id limit ${sql.lit(most)})`
  return sql`(${sql.join(
    [
      part(0, sql`rank = 0 and ${isFresh}`),
      part(1, sql`rank = 0 and not ${isFresh}`),
      part(1, sql`rank = 1`),
      part(2, sql`rank = 2`),
    ],
    sql` union all `,
  )}) tip order by head, received_at desc, id`
}

/** What everybody opens all day: the first page of a drawer. What is asked with words or filters is planned for them. */
function isUsual(
  { text, urgency, type }: QueueFilter,
  { limit, offset }: { limit: number; offset: number },
): boolean {
  return text === "" && urgency === "" && type === "" && limit === 25 && offset === 0
}

function conditionsOf({ drawer, text, sought, urgency, type, since }: QueueFilter) {
  const parts = [sql<SqlBool>`body_id = (select current_body())`, stateOf(drawer, since)]
  if (urgency !== "") parts.push(sql<SqlBool>`urgency = ${urgency}`)
  if (type !== "") parts.push(sql<SqlBool>`type = ${type}`)
  if (text !== "") parts.push(meeting(text, sought))
  return parts
}

/** Tips with a message of their reporter that nobody has read, each as the tip on which work goes on. */
const withNews = sql`select live_signal(m.signal_id) from signal_messages m
  where m.body_id = (select current_body()) and m.side = 'reporter' and m.seen_at is null limit 1000`

const casesMax = 200

/** For the slice of cases: the own body's cases to which tips with what `sought` names belong. */
export async function casesOfTips(tx: Tx, text: string, sought: Sought): Promise<string[]> {
  if (sought.named.length === 0 && sought.ending === null && sought.host === null && sought.code === null)
    return []
  const found = await sql<{ caseId: string }>`select distinct case_id from signals
    where body_id = (select current_body()) and case_id is not null and ${meeting(text, sought)} limit ${casesMax}`.execute(
    tx,
  )
  return found.rows.map(({ caseId }) => caseId)
}

/** For the slice of cases: the own body's cases to which tips with one of these clues belong. */
export async function casesWithClues(tx: Tx, indicatorIds: readonly string[]): Promise<string[]> {
  if (indicatorIds.length === 0) return []
  const found = await sql<{ caseId: string }>`select distinct s.case_id
    from signal_identifiers m join signals s on s.id = m.signal_id
    where m.indicator_id = any (${[...indicatorIds]}::uuid[]) and s.body_id = (select current_body()) and s.case_id is not null
    limit ${casesMax}`.execute(tx)
  return found.rows.map(({ caseId }) => caseId)
}

/** Escaped for `like`. */
const literally = (words: string) => words.replace(/[\\%_]/g, "\\$&")

function meeting(text: string, { named, ending, host, code }: Sought) {
  const clues = [
    ...named.map(({ kind, value }) => sql<SqlBool>`(i.kind = ${kind} and i.value = ${value})`),
    ...(ending === null
      ? []
      : [sql<SqlBool>`(i.kind in ('phone', 'bank-account', 'social') and i.value like ${`%${ending}`})`]),
    ...(host === null
      ? []
      : [
          sql<SqlBool>`(i.kind = 'domain' and i.value = ${host})`,
          sql<SqlBool>`(i.kind = 'url' and i.value like any (array[${`http://${literally(host)}/%`}, ${`https://${literally(host)}/%`}]))`,
        ]),
  ]
  const some: ReturnType<typeof sql<SqlBool>>[] = []
  if (clues.length > 0)
    some.push(sql<SqlBool>`id in (select m.signal_id from signal_identifiers m join indicators i on i.id = m.indicator_id
      where i.body_id = (select current_body()) and (${sql.join(clues, sql` or `)}))`)
  if (code !== null) some.push(sql<SqlBool>`right(id::text, 6) = ${code}`)
  if (clues.length === 0)
    some.push(sql<SqlBool>`search @@ websearch_to_tsquery('public.vietnamese', ${text})`)
  return sql<SqlBool>`(${sql.join(some, sql` or `)})`
}

/** Came by word of mouth or from another body, and nobody has written down that its reporter was told. */
const isUntold = sql<SqlBool>`channel in ('phone', 'walk-in', 'forwarded') and not exists (select from signal_events e
  where e.signal_id = signals.id and e.what in ('signal.told-receipt', 'signal.asked'))`

/** Its day has come; nobody has said yet that there is no need any more. */
const isToFollow = sql<SqlBool>`id in (select f.signal_id from desk_follow_ups f where f.body_id = (select current_body())
  and f.signal_id is not null and f.follow_on <= local_day(acting_at()))`

function notPassed({ passBefore, passOnlySigns }: Cutoffs) {
  if (passBefore === null) return sql<SqlBool>`false`
  const signs = passOnlySigns
    ? sql<SqlBool>`(loss_vnd > 0 or urgency = 'money-moving-now')`
    : sql<SqlBool>`true`
  return sql<SqlBool>`received_at < ${passBefore} and ${signs}`
}

function stateOf(drawer: Drawer, since: Cutoffs) {
  const isOpen = sql<SqlBool>`state in ('received', 'reviewing', 'asked')`
  switch (drawer) {
    case "open":
      return isOpen
    case "mine":
      return sql<SqlBool>`${isOpen} and handler_id = (select current_officer())`
    case "wrote":
      return sql<SqlBool>`id = any (array(${withNews}))`
    case "follow":
      return sql<SqlBool>`state <> 'withdrawn' and ${isToFollow}`
    case "untold":
      return sql<SqlBool>`${isOpen} and ${isUntold}`
    case "pass":
      return sql<SqlBool>`${isOpen} and ${notPassed(since)}`
    case "ending":
      return since.ending
    case "moving":
      return sql<SqlBool>`${isOpen} and rank = 0 and not ${isFresh}`
    case "all":
      return sql<SqlBool>`true`
    case "closed":
      return sql<SqlBool>`state in ('closed', 'merged', 'withdrawn')`
    default:
      // Written out, so that the plan sees that the drawer has an index of its own.
      return sql<SqlBool>`state = ${sql.lit(drawer)}`
  }
}

/** How much waits, for the page's title and its tabs; each stops counting at 1,000. */
export type Waiting = {
  open: number
  /** Money is moving now. */
  urgent: number
  /** It was said to, more than a day ago. */
  moving: number
  mine: number
  /** Its day to look again has come; and of those what is mine or nobody's. */
  follow: number
  followMine: number
  wrote: number
  untold: number
  untoldLate: number
  notPassed: number
  held: number
  arriving: number
  asking: number
}

export async function countWaiting(tx: Tx, since: Cutoffs): Promise<Waiting> {
  const some = (condition: ReturnType<typeof sql<SqlBool>>) =>
    sql`(select count(*)::int from (select from signals where body_id = (select current_body()) and ${condition} limit 1000) s)`
  const isOpen = stateOf("open", since)
  const found = await sql<Waiting>`${kept}select ${some(isOpen)} as open,
    ${some(sql<SqlBool>`${isOpen} and rank = 0 and ${isFresh}`)} as urgent, ${some(stateOf("moving", since))} as moving,
    ${some(stateOf("mine", since))} as mine, ${some(stateOf("follow", since))} as follow,
    ${some(sql<SqlBool>`${stateOf("follow", since)} and (handler_id is null or handler_id = (select current_officer()))`)} as follow_mine, ${some(stateOf("pass", since))} as not_passed, u.untold, u.untold_late,
    (select count(distinct n.live_signal)::int from (${withNews}) n) as wrote,
    ${some(stateOf("held", since))} as held, (select count(*)::int from (select from signal_forwards
      where to_body_id = (select current_body()) and state = 'sent' limit 1000) f) as arriving,
    (select count(*)::int from (select from share_answers where body_id = (select current_body()) and state = 'asked' limit 1000) a) as asking
    from (select count(*)::int as untold, count(*) filter (where is_late)::int as untold_late
      from (select received_at < ${since.tellSince} as is_late from signals where body_id = (select current_body())
        and ${stateOf("untold", since)} order by received_at limit 1000) s) u`.execute(tx)
  const [counted] = found.rows
  if (counted === undefined) throw new Error("a select of counts gives one row")
  return counted
}

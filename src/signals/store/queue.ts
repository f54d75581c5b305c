/** The desk's list. Row security leaves the own body's tips; the body is named again so that the index is one walk. */
import { type SqlBool, sql } from "kysely"
import { kept, type Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"
import { countMax, type Drawer } from "../domain/queue.ts"
import type { Sought } from "../domain/search.ts"

export type QueueFilter = {
  drawer: Drawer
  text: string
  /** What `text` names, if it names a tip, a number, an address or an account: those tips, whatever words they use. */
  sought: Sought
  urgency: string
  type: string
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
  /** Its reporter wrote something that nobody has read yet; so did one whose tip was merged into it. */
  hasNews: boolean
}

export async function readQueue(
  tx: Tx,
  filter: QueueFilter,
  page: { order: "urgent" | "new"; limit: number; offset: number },
): Promise<{ rows: QueueRow[]; total: number }> {
  const mark = isUsual(filter, page) ? kept : sql``
  const where = sql.join(conditionsOf(filter), sql` and `)
  const order = page.order === "urgent" ? sql`rank, received_at desc, id` : sql`received_at desc, id`
  const listed = sql<Omit<QueueRow, "lossVnd"> & { lossVnd: string | null }>`${mark}
    select id, state, urgency, type, channel, place, left(redacted_text, 240) as gist, loss_vnd, received_at, handler_name, alike_before,
      id = any (array(${withNews})) as has_news
    from signals where ${where} order by ${order} limit ${sql.lit(page.limit)} offset ${sql.lit(page.offset)}`.execute(
    tx,
  )
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

/** What everybody opens all day: the first page of a drawer. What is asked with words or filters is planned for them. */
function isUsual(
  { text, urgency, type }: QueueFilter,
  { limit, offset }: { limit: number; offset: number },
): boolean {
  return text === "" && urgency === "" && type === "" && limit === 25 && offset === 0
}

function conditionsOf({ drawer, text, sought, urgency, type }: QueueFilter) {
  const parts = [sql<SqlBool>`body_id = (select current_body())`, stateOf(drawer)]
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

function stateOf(drawer: Drawer) {
  const isOpen = sql<SqlBool>`state in ('received', 'reviewing', 'asked')`
  switch (drawer) {
    case "open":
      return isOpen
    case "mine":
      return sql<SqlBool>`${isOpen} and handler_id = (select current_officer())`
    case "wrote":
      return sql<SqlBool>`id = any (array(${withNews}))`
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
  urgent: number
  mine: number
  wrote: number
  held: number
  arriving: number
  asking: number
}

export async function countWaiting(tx: Tx): Promise<Waiting> {
  const some = (condition: ReturnType<typeof sql<SqlBool>>) =>
    sql`(select count(*)::int from (select from signals where body_id = (select current_body()) and ${condition} limit 1000) s)`
  const isOpen = stateOf("open")
  const found = await sql<Waiting>`${kept}select ${some(isOpen)} as open,
    ${some(sql<SqlBool>`${isOpen} and rank = 0`)} as urgent, ${some(stateOf("mine"))} as mine,
    (select count(distinct n.live_signal)::int from (${withNews}) n) as wrote,
    ${some(stateOf("held"))} as held, (select count(*)::int from (select from signal_forwards
      where to_body_id = (select current_body()) and state = 'sent' limit 1000) f) as arriving,
    (select count(*)::int from (select from share_answers where body_id = (select current_body()) and state = 'asked' limit 1000) a) as asking`.execute(
    tx,
  )
  return found.rows[0] ?? { open: 0, urgent: 0, mine: 0, wrote: 0, held: 0, arriving: 0, asking: 0 }
}

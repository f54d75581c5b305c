/**
 * Another province, or a centre, is asked for what came since we asked last. Each page is read in a process apart and taken in one
 * transaction with the place where it ends, so that whenever the program dies nothing is taken twice and nothing passed over. What comes
 * becomes drafts of the body, with their source and TLP; what its source took back is taken back here at once. A number that an
 * officer here recalled or refused does not come back by itself: so ends a loop of two that subscribe to each other.
 */
import { apart, Overrun, reading } from "../../../kernel/apart/apart.ts"
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { type Answered, type Ask, askerOf, Unreachable } from "../../../kernel/http/outgoing.ts"
import { announceEach } from "../../../kernel/journal.ts"
import { type Judged, receiverOf, takeIn } from "../../imports/actions/taking.ts"
import type { LineFault } from "../../imports/domain/line.ts"
import { withdrawReceived } from "../../imports/store/received.ts"
import { taxiiType } from "../../taxii/domain/service.ts"
import type { SourcePage } from "../domain/page.ts"
import { type FetchFault, minutesBetween, type Position, questionOf, sourceLimits } from "../domain/source.ts"
import type { readPage } from "../page.apart.ts"
import { type Due, dropFetches, dueSources, keepFetch, keepPosition } from "../store/sources.ts"

export const sourcesJob = "sharing.sources"
const sourcesAtOnce = 10
const unreadShown = 20
const daysKept = 90

const readApart = apart<typeof readPage>(
  reading,
  { file: new URL("../page.apart.ts", import.meta.url), name: "readPage" },
  // Nobody waits for a job: a busy machine takes its time.
  { ms: 60_000 },
)

export type Fetched = {
  name: string
  fault: FetchFault | null
  pages: number
  made: number
  takenBack: number
}

/** `all`: also those whose time has not come. `ask`: how another server is asked. */
export async function fetchSources(
  house: House,
  { all = false, ask = askerOf(house.config.peers) }: { all?: boolean; ask?: Ask } = {},
): Promise<Fetched[]> {
  const due = await asJob(house.db, sourcesJob, (tx) => dueSources(tx, { limit: sourcesAtOnce, all }))
  const fetched: Fetched[] = []
  const failures: unknown[] = []
  for (const source of due)
    await fetchOne(house, source, ask).then(
      (one) => fetched.push(one),
      (error: unknown) => failures.push(error),
    )
  // A fault of ours at one source is the worker's to log, and keeps no other source waiting.
  if (failures.length > 0) throw failures[0]
  return fetched
}

export async function tidySources(house: House): Promise<void> {
  const before = new Date(house.clock.now().getTime() - daysKept * 86_400_000)
  await asJob(house.db, sourcesJob, (tx) => dropFetches(tx, before))
}

/** The outcome of a run, as far as it went. */
type Run = {
  pages: number
  made: number
  takenBack: number
  counts: Map<string, number>
  unread: LineFault[]
}
class FetchFailed extends Error {
  readonly fault: FetchFault
  constructor(fault: FetchFault, said = "") {
    super(said)
    this.fault = fault
  }
}

async function fetchOne(house: House, source: Due, ask: Ask): Promise<Fetched> {
  const beganAt = house.clock.now()
  const run: Run = { pages: 0, made: 0, takenBack: 0, counts: new Map(), unread: [] }
  let failed: FetchFailed | null = null
  try {
    await readPages(house, source, ask, run)
  } catch (error) {
    failed = failureOf(error)
  }
  const { pages, made, takenBack, unread } = run
  const kept = {
    ...{ beganAt, fault: failed?.fault ?? null, said: failed?.message.slice(0, 300) || null },
    ...{ pages, made, takenBack, unread, counts: Object.fromEntries(run.counts), minutes: minutesBetween },
  }
  await asJob(house.db, sourcesJob, (tx) => keepFetch(tx, source, kept))
  return { name: source.name, fault: kept.fault, pages, made, takenBack }
}

function failureOf(error: unknown): FetchFailed {
  if (error instanceof FetchFailed) return error
  if (error instanceof Unreachable) return new FetchFailed(error.why, error.message)
  if (error instanceof Overrun) return new FetchFailed("tooMuch")
  throw error
}

async function readPages(house: House, source: Due, ask: Ask, run: Run): Promise<void> {
  const authorization =
    source.sealed === null ? null : house.keys.open("credential", source.sealed).toString()
  let at: Position = { addedAfter: source.addedAfter, next: source.next }
  while (run.pages < sourceLimits.pages) {
    const answer = await ask({
      url: questionOf(source.url, at),
      headers: { accept: taxiiType, ...(authorization !== null && { authorization }) },
      body: null,
      bytesMax: sourceLimits.pageBytes,
      ms: sourceLimits.pageMs,
    })
    // A place that the server has forgotten: from the last whole list on, what is here already is known again.
    if (answer.status === 400 && at.next !== null && run.pages === 0) {
      at = { ...at, next: null }
      run.pages += 1
      continue
    }
    const page = pageFault(answer) ?? (await readApart(answer.bytes))
    if ("refused" in page) throw new FetchFailed(page.refused, page.at)
    const after = behind(at, page, answer)
    await takePage(house, source, page, { after, run })
    if (!page.hasMore) return
    at = after
  }
}

function pageFault({ status, headers }: Answered): null {
  if (status === 401 || status === 403) throw new FetchFailed("refusedUs", String(status))
  if (status === 404) throw new FetchFailed("notThere", String(status))
  const type = String(headers["content-type"] ?? "")
  if (status !== 200 || !type.startsWith("application/taxii+json"))
    throw new FetchFailed("answer", `${status} ${type}`.trim())
  return null
}

type Understood = Extract<SourcePage, { lines: unknown }>

/** While a list is not read to its end, its own mark says where it goes on; then the day of the last object does. */
function behind(at: Position, page: Understood, { headers }: Answered): Position {
  const said = String(headers["x-taxii-date-added-last"] ?? "")
  const last = /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z$/.test(said) ? said : null
  if (!page.hasMore) return { addedAfter: last ?? at.addedAfter, next: null }
  if (page.next !== null && page.next !== at.next) return { addedAfter: at.addedAfter, next: page.next }
  if (page.next === null && last !== null && last > (at.addedAfter ?? ""))
    return { addedAfter: last, next: null }
  throw new FetchFailed("noEnd", page.next ?? last ?? "")
}

async function takePage(
  house: House,
  source: Due,
  { lines, faults }: Understood,
  { after, run }: { after: Position; run: Run },
): Promise<void> {
  const { name } = source
  const to = { ...receiverOf({ house, bodyId: source.bodyId }, name), name, isByItself: true }
  const taken = await asJob(house.db, sourcesJob, async (tx) => {
    const done = await takeIn(
      tx,
      { ...to, format: "stix", takeBack: (inTx, judged) => bySource(inTx, name, judged) },
      lines,
    )
    await keepPosition(tx, source.id, after)
    return done
  })
  run.pages += 1
  run.made += taken.made
  run.takenBack += taken.takenBack
  for (const one of [...taken.judged.map(({ verdict }) => verdict), ...faults.map(({ why }) => why)])
    run.counts.set(one, (run.counts.get(one) ?? 0) + 1)
  run.unread.push(...faults.slice(0, unreadShown - run.unread.length))
}

/** A draft, what waits for a second person and what is out: none of them stands against the word of who gave it. */
async function bySource(tx: Tx, source: string, judged: readonly Judged[]): Promise<number> {
  const ids = judged.flatMap(({ verdict, standing }) =>
    (verdict === "takenBack" || verdict === "waits") && standing !== null ? [standing.id] : [],
  )
  if (ids.length === 0) return 0
  const gone = await withdrawReceived(tx, ids, source)
  for (const after of ["recalled", "refused"] as const) {
    const some = gone.filter((one) => one.after === after).map(({ id }) => id)
    const what = after === "recalled" ? "indicator.recalled" : "indicator.dropped"
    await announceEach(tx, { what, kind: "indicator", details: { to: after, by: "source" } }, some)
  }
  return gone.length
}

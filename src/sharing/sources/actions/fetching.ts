/**
 * Another province, or a centre, is asked for what came since we asked last. Each page is read in a process apart and taken in one
 * transaction with the place where it ends, so that whenever the program dies nothing is taken twice and nothing passed over. What comes
 * becomes drafts of the body, with their source and TLP; what its source took back is taken back here at once. A number that an
 * officer here recalled or refused does not come back by itself: so ends a loop of two that subscribe to each other. A run has its end
 * in pages and in time; what is left comes with the next, and two runs at once take nothing twice.
 */
import { apart, Overrun, reading } from "../../../kernel/apart/apart.ts"
import { asJob } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { type Answered, type Ask, askerOf, Unreachable } from "../../../kernel/http/outgoing.ts"
import { bySource, receiverOf, takeIn } from "../../imports/actions/taking.ts"
import type { LineFault } from "../../imports/domain/line.ts"
import { taxiiType } from "../../taxii/domain/service.ts"
import type { SourcePage } from "../domain/page.ts"
import { type FetchFault, minutesBetween, type Position, questionOf, sourceLimits } from "../domain/source.ts"
import type { readPage } from "../page.apart.ts"
import {
  type Due,
  dropFetches,
  dueSources,
  type Fetch,
  holdPosition,
  keepFetch,
  keepPosition,
} from "../store/sources.ts"

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

export type Fetched = Pick<Fetch, "fault" | "pages" | "made" | "takenBack"> & { name: string }

type Asking = { all: boolean; ask: Ask; pages: number }

/** `all`: also those whose time has not come. `ask`: how another server is asked. `pages`: of each source in this run. */
export async function fetchSources(
  house: House,
  { all = false, ask = askerOf(house.config.peers), pages = sourceLimits.pages }: Partial<Asking> = {},
): Promise<Fetched[]> {
  const fetched: Fetched[] = []
  const failures: unknown[] = []
  const asked: string[] = []
  let due: Due[]
  do {
    due = await asJob(house.db, sourcesJob, (tx) => dueSources(tx, { limit: sourcesAtOnce, all, but: asked }))
    asked.push(...due.map(({ id }) => id))
    for (const source of due)
      await fetchOne(house, source, { ask, pages }).then(
        (one) => fetched.push(one),
        (error: unknown) => failures.push(error),
      )
    // The minute's run asks ten, and the next one those whose turn comes then; who asks by hand waits for every source.
  } while (all && due.length === sourcesAtOnce)
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
  constructor(fault: FetchFault, said = "", cause?: unknown) {
    super(said, { cause })
    this.fault = fault
  }
}

type How = Omit<Asking, "all">

async function fetchOne(house: House, source: Due, how: How): Promise<Fetched> {
  const beganAt = house.clock.now()
  const run: Run = { pages: 0, made: 0, takenBack: 0, counts: new Map(), unread: [] }
  let failed: FetchFailed | null = null
  try {
    await readPages(house, source, how, run)
  } catch (error) {
    failed = failureOf(error)
  }
  const { pages, made, takenBack } = run
  const fault = failed?.fault ?? null
  const outcome = { ...{ beganAt, fault, pages, made, takenBack }, minutes: minutesUntilNext(run, fault) }
  const keep = (told: Pick<Fetch, "said" | "counts" | "unread">) =>
    asJob(house.db, sourcesJob, (tx) => keepFetch(tx, source.id, { ...outcome, ...told }))
  const said = failed?.message.slice(0, 300) || null
  // Whatever a source wrote, that it was asked is kept: it would be asked each minute, before all others.
  await keep({ said, counts: Object.fromEntries(run.counts), unread: run.unread }).catch(async (error) => {
    await keep({ said: null, counts: {}, unread: [] })
    throw error
  })
  if (fault === "ours") throw failed?.cause
  return { name: source.name, fault, pages, made, takenBack }
}

/** At once where there is more; a source whose pages say nothing waits like any other. */
const minutesUntilNext = ({ counts }: Run, fault: FetchFault | null) =>
  fault === "unfinished" && counts.size > 0 ? 0 : minutesBetween

function failureOf(error: unknown): FetchFailed {
  if (error instanceof FetchFailed) return error
  if (error instanceof Unreachable) return new FetchFailed(error.why, error.message)
  if (error instanceof Overrun) return new FetchFailed("tooMuch")
  return new FetchFailed("ours", "", error)
}

async function readPages(house: House, source: Due, { ask, pages }: How, run: Run): Promise<void> {
  const authorization =
    source.sealed === null ? null : house.keys.open("credential", source.sealed).toString()
  const until = performance.now() + sourceLimits.runMs
  let kept: Position = { addedAfter: source.addedAfter, next: source.next }
  let at = kept
  const marks = new Set<string>()
  while (run.pages < pages && performance.now() < until) {
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
    const after = behind(at, page, { answer, marks })
    await takePage(house, source, page, { before: kept, after, run })
    if (!page.hasMore) return
    kept = after
    at = after
  }
  throw new FetchFailed("unfinished")
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
function behind(
  at: Position,
  page: Understood,
  { answer, marks }: { answer: Answered; marks: Set<string> },
): Position {
  const said = String(answer.headers["x-taxii-date-added-last"] ?? "")
  const last = /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z$/.test(said) ? said : null
  if (!page.hasMore) return { addedAfter: last ?? at.addedAfter, next: null }
  if (page.next !== null && page.next !== at.next && !marks.has(page.next)) {
    marks.add(page.next)
    return { addedAfter: at.addedAfter, next: page.next }
  }
  if (page.next === null && last !== null && last > (at.addedAfter ?? ""))
    return { addedAfter: last, next: null }
  throw new FetchFailed("noEnd", page.next ?? last ?? "")
}

/** `before`: where this run left the source; where it is no more, another run goes on with it, or somebody paused or ended it. */
async function takePage(
  house: House,
  source: Due,
  { lines, faults }: Understood,
  { before, after, run }: { before: Position; after: Position; run: Run },
): Promise<void> {
  const { name } = source
  const to = { ...receiverOf({ house, bodyId: source.bodyId }, name), name, isByItself: true }
  const taken = await asJob(house.db, sourcesJob, async (tx) => {
    if (!(await holdPosition(tx, source, before))) throw new FetchFailed("unfinished")
    const done = await takeIn(tx, { ...to, format: "stix", takeBack: bySource(name) }, lines)
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

/** The slices below, as this one needs them: the reader of letters, the chart on a day, the calendar, a scan's pages. */
import { apart, LaneBusy, Overrun, reading } from "../../kernel/apart/apart.ts"
import { stateCalendar } from "../../kernel/calendar/data.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { readLetter } from "../../letters/index.ts"
import { bodiesOn, loadChart, resolveClauses } from "../../organizations/index.ts"
import type { Draft } from "./domain.ts"
import type { Readers } from "./incoming.ts"
import type { pageOfScan, pagesOfScan } from "./scan.apart.ts"

const scan = new URL("./scan.apart.ts", import.meta.url)
const pagesApart = apart<typeof pagesOfScan>(reading, { file: scan, name: "pagesOfScan" }, { ms: 20_000 })
const pageApart = apart<typeof pageOfScan>(reading, { file: scan, name: "pageOfScan" }, { ms: 30_000 })

/** `today`: the day on which addressees are resolved while the letter's own is still blank. */
export function readersOf(today: string): Readers {
  return {
    today,
    readLetter,
    resolve: (tx, draft) => resolveDraft(tx, draft, today),
    calendar: stateCalendar(),
    scanPage,
  }
}

async function resolveDraft(tx: Tx, draft: Draft, today: string) {
  const chart = await loadChart(tx)
  const day = draft.issuedOn ?? dayIn(draft.letterDate) ?? today
  const { clauses: greeted } = resolveClauses(
    chart,
    draft.head.addressees.map((words) => ({ id: words, addressees: [words], tasks: [] })),
    day,
  )
  const addressees = greeted.map(({ clauseId: words, bodies, leftOut }) => ({
    words,
    bodies: [...bodies, ...leftOut].map(({ bodyId, name }) => ({ bodyId, name })),
  }))
  return {
    resolution: { ...resolveClauses(chart, draft.clauses, day), addressees },
    everyBody: new Map(bodiesOn(chart, day).map((body) => [body.id, body.name])),
  }
}

/** "2023-07" is resolved as its first day, "2023" as its first of January: who existed then. */
function dayIn(letterDate: string | null): string | null {
  if (letterDate === null) return null
  return /^\d{4}(-\d{2}){0,2}$/.test(letterDate) ? `${letterDate}-01-01`.slice(0, 10) : null
}

/** None where the file cannot be opened within bounds: its original is opened in a program of one's own. */
export const scanPages = (bytes: Uint8Array): Promise<number> =>
  pagesApart(Uint8Array.from(bytes)).catch(orNothing(0))

const scanPage = (bytes: Uint8Array, page: number): Promise<Uint8Array | null> =>
  pageApart({ bytes: Uint8Array.from(bytes), page }).catch(orNothing(null))

const orNothing =
  <Nothing>(nothing: Nothing) =>
  (error: unknown): Nothing => {
    if (error instanceof Overrun || error instanceof LaneBusy) return nothing
    throw error
  }

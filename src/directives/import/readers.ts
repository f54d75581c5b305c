/** The slices below, as this one needs them: the reader of letters, the chart on a day, the calendar, a scan's pages. */

import sharp from "sharp"
import { extractImages, getDocumentProxy } from "unpdf"
import { stateCalendar } from "../../kernel/calendar/data.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { readLetter } from "../../letters/index.ts"
import { bodiesOn, loadChart, resolveClauses } from "../../organizations/index.ts"
import type { Draft } from "./domain.ts"
import type { Readers } from "./incoming.ts"

/** A scan of more pages is opened in a program of one's own. */
export const scanPagesMax = 20
const imagesPerPageMax = 4
const pixelsMax = 60_000_000

/** `today`: the day on which addressees are resolved while the letter's own is still blank. */
export function readersOf(today: string): Readers {
  const calendar = stateCalendar()
  return {
    today,
    readLetter,
    resolve: (tx, draft) => resolveDraft(tx, draft, today),
    isWorkingDay: (day) => calendar.isWorkingDay(day),
    scanPage,
  }
}

async function resolveDraft(tx: Tx, draft: Draft, today: string) {
  const chart = await loadChart(tx)
  const day = draft.issuedOn ?? dayIn(draft.letterDate) ?? today
  return {
    resolution: resolveClauses(chart, draft.clauses, day),
    everyBody: new Map(bodiesOn(chart, day).map((body) => [body.id, body.name])),
  }
}

/** "2023-07" is resolved as its first day, "2023" as its first of January: who existed then. */
function dayIn(letterDate: string | null): string | null {
  if (letterDate === null) return null
  return /^\d{4}(-\d{2}){0,2}$/.test(letterDate) ? `${letterDate}-01-01`.slice(0, 10) : null
}

export async function scanPages(bytes: Uint8Array): Promise<number> {
  if (bytes[0] !== 0x25) return 0
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  return Math.min(document.numPages, scanPagesMax)
}

/** The largest picture of the page is the scan; counted from one. */
async function scanPage(bytes: Uint8Array, page: number): Promise<Uint8Array | null> {
  if (page < 1 || page > (await scanPages(bytes))) return null
  const images = (await extractImages(Uint8Array.from(bytes), page)).slice(0, imagesPerPageMax)
  const [largest] = images.toSorted((a, b) => b.width * b.height - a.width * a.height)
  if (largest === undefined || largest.width * largest.height > pixelsMax) return null
  const { width, height, channels } = largest
  return sharp(Buffer.from(largest.data), { raw: { width, height, channels } })
    .resize({ width: 1_400, withoutEnlargement: true })
    .png()
    .toBuffer()
}

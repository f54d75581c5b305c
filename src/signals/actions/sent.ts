/** "Tin đã gửi": what a body handed in by form, list or program, and where each stands in the words for reporters. */
import { journal } from "../../kernel/journal.ts"
import { type SentRow, sentSignals } from "../store/sent.ts"
import type { Seat } from "./seat.ts"

/** An export takes this many rows. */
const exportMax = 5_000

export const readSent = (
  seat: Seat,
  page: { limit: number; offset: number },
): Promise<{ rows: SentRow[]; total: number }> => seat.open((tx) => sentSignals(tx, page))

export function exportSent(seat: Seat): Promise<SentRow[]> {
  return seat.open(async (tx) => {
    const { rows } = await sentSignals(tx, { limit: exportMax, offset: 0 })
    const record = { kind: "body", id: seat.bodyId }
    await journal(tx, { what: "signal.sent-list-exported", record, details: { rows: rows.length } })
    return rows
  })
}

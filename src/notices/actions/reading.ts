/** The list of a body's notices, and one of them opened with everything around it. */
import { readServing, type ServingReading } from "../../directives/index.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { documentsNamed, type ListedDocument } from "../../letters/index.ts"
import type { seatOf } from "../../signals/index.ts"
import { communesToTell } from "../children/actions/alerts.ts"
import { type Alert, alertsOf } from "../children/store/alerts.ts"
import { isReviewLate } from "../domain/review.ts"
import {
  eventsOf,
  type ListedNotice,
  listNotices,
  type Notice,
  type NoticeEvent,
  type Objection,
  objectionsOf,
  policeBodies,
  readNotice,
  type Told,
  toldOf,
} from "../store/notices.ts"
import { papersOf } from "../store/papers.ts"
import { objectionCode } from "./complaining.ts"
import { signersFor } from "./papers.ts"
import { noticeRoom } from "./rooms.ts"

export type Seat = ReturnType<typeof seatOf>

export const noticesOf = (seat: Seat): Promise<ListedNotice[]> => seat.look(listNotices)

export type NoticeReading = {
  notice: Omit<Notice, "sealed" | "sealedHolder">
  complaint: { said: string; who: string; contact: string }
  holderAddress: string | null
  objections: (Omit<Objection, "sealed"> & {
    words: { said: string; who: string | null; contact: string | null }
  })[]
  told: Told[]
  history: NoticeEvent[]
  police: { id: string; name: string }[]
  serving: ServingReading
  /** Alerts to communes of a child in danger, and the communes that may be told. */
  alerts: Omit<Alert, "sealed" | "sealedDone">[]
  communes: { id: string; name: string }[]
  now: string
  /** Documents of the acting body that were made of it. */
  papers: ListedDocument[]
  signers: { id: string; label: string }[]
  code: string
  officerId: string
  bodyId: string
  bodyKind: string
  today: string
  /** It went out at once, and nobody reviewed it within its hours. */
  isReviewLate: boolean
}

/** The words of the complainant are protected: the reading is journaled before it is shown. */
export async function openNotice(seat: Seat, id: string): Promise<NoticeReading | null> {
  const { house, officerId, bodyId } = seat
  const found = await seat.open(async (tx) => {
    const row = await readNotice(tx, id, { lock: false })
    if (row === null) return null
    await journal(tx, { what: "notice.read", record: { kind: "notice", id } })
    const [objections, told] = [await objectionsOf(tx, id), await toldOf(tx, id)]
    const serving = await readServing(tx, { kind: noticeRoom.kind, recordId: id }, noticeRoom.words)
    const papers = await documentsNamed(tx, await papersOf(tx, id))
    return {
      ...{ row, objections, told, serving, papers },
      alerts: (await alertsOf(tx, id)).map(({ sealed: _, sealedDone: _done, ...one }) => one),
      communes: row.bodyId === bodyId ? await communesToTell(tx, seat) : [],
      history: await eventsOf(tx, id),
      police: await policeBodies(tx),
    }
  })
  if (found === null) return null
  const signers = found.row.signingBodyId === bodyId ? await signersFor(seat) : []
  const opened = (sealed: Buffer) => JSON.parse(house.keys.open("identity", sealed).toString("utf8"))
  const { row, objections, ...around } = found
  const { sealed, sealedHolder, ...notice } = row
  return {
    ...around,
    notice,
    complaint: opened(sealed),
    holderAddress: sealedHolder === null ? null : opened(sealedHolder).address,
    objections: objections.map(({ sealed: words, ...one }) => ({ ...one, words: opened(words) })),
    signers: signers.map((one) => ({ id: one.officerId, label: `${one.name}, ${one.title}` })),
    officerId,
    bodyId,
    code: objectionCode(house, id),
    now: house.clock.now().toISOString(),
    bodyKind: seat.desk.officer.bodyKind,
    today: localDateOf(house.clock.now()),
    isReviewLate: isReviewLate(notice, house.clock.now()),
  }
}

/** A notice as a document of its body: reviewed, signed and numbered on the way of outgoing documents, printed in official layout. */
import { signersOf } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { draftDocumentIn, inFull, symbolsOf } from "../../letters/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { groundById } from "../catalogue.ts"
import type { State } from "../domain/life.ts"
import { writeNotice } from "../papers/written.ts"
import { paths } from "../paths.ts"
import { addEvent, readNotice } from "../store/notices.ts"
import { insertPaper } from "../store/papers.ts"
import { objectionCode } from "./complaining.ts"
import type { Seat } from "./reading.ts"

/** Given back, taken back or without a ground: nothing of it goes out. A letter that was drafted before goes no further (`guard_notice_paper`). */
const nothingToSend: ReadonlySet<State> = new Set(["received", "reversed", "refused"])

export type PaperRefusal = "missing" | "notNow" | "notYours" | "noSigner"

/** By the body that signs, once the notice was assessed and until it is taken back. Only who may read notices opens it. */
export async function draftNoticePaper(
  seat: Seat,
  id: string,
  { signerId }: { signerId: string },
): Promise<{ documentId: string } | { refused: PaperRefusal }> {
  const signer = (await signersFor(seat)).find((one) => one.officerId === signerId)
  return seat.open(async (tx) => {
    const notice = await readNotice(tx, id, { lock: true })
    if (notice === null) return { refused: "missing" as const }
    if (notice.signingBodyId !== seat.bodyId) return { refused: "notYours" as const }
    if (notice.measure === null || nothingToSend.has(notice.state)) return { refused: "notNow" as const }
    if (signer === undefined) return { refused: "noSigner" as const }
    const issuer = inFull(seat.desk.officer.bodyName)
    const model = writeNotice({
      notice,
      ground: groundById(notice.ground ?? ""),
      issuer: { parent: await committeeIn(tx, seat), name: issuer },
      symbols: await symbolsOf(tx, issuer),
      place: hereOf(seat.house).name,
      signer: { name: signer.name, title: signer.title },
      object: { address: linkTo(seat.house.config, paths.follow), code: objectionCode(seat.house, id) },
      at: (instant) => formatInstant(instant, "vi"),
      day: (on) => formatDate(on, "vi"),
    })
    const source = { path: paths.notice(id), label: notice.platform }
    const draft = { model, typedText: null, signerId, source, readBy: "notice.read" } as const
    const made = await draftDocumentIn(tx, seat.desk, draft)
    await insertPaper(tx, id, { documentId: made.id, name: seat.name })
    const { state } = notice
    await addEvent(tx, notice, { what: "paper", before: state, after: state, name: seat.name, note: null })
    const details = { document: made.id }
    await journal(tx, { what: "notice.paper-drafted", record: { kind: "notice", id }, details })
    return { documentId: made.id }
  })
}

export const signersFor = ({ desk }: Seat) => signersOf(desk)

/** Above the name of a department stands its committee's. */
async function committeeIn(tx: Tx, seat: Seat): Promise<string | null> {
  if (seat.desk.officer.bodyKind !== "department") return null
  const bodies = bodiesOn(await loadChart(tx), localDateOf(seat.house.clock.now()))
  const committee = bodies.find((body) => body.kind === "province-committee")
  return committee === undefined ? null : inFull(committee.name)
}

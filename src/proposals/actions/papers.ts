/** The paper of a proposal goes the way of outgoing documents; the letter that gives the tasks is named once it is decided. */
import { signersOf } from "../../accounts/index.ts"
import { directivesNamed } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { formatDate } from "../../kernel/format.ts"
import { isRecordId } from "../../kernel/http/record.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import {
  documentsNamed,
  draftDocumentIn,
  inFull,
  type ListedDocument,
  symbolsOf,
} from "../../letters/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { hasPassed, isOpen } from "../domain/life.ts"
import type { FigureBook } from "../figure-book.ts"
import { type PaperKind, writePaper } from "../papers/written.ts"
import { paths } from "../paths.ts"
import { insertPaper, lettersOf, nameLetter, papersOf } from "../store/papers.ts"
import { addEvent, findProposal, optionsOf, type Proposal, snapshotsOf } from "../store/proposals.ts"
import { type OpinionRequest, requestsOf } from "../store/requests.ts"
import { words } from "../words.ts"
import { type Seat, todayOf } from "./seat.ts"

type PaperRefusal = "missing" | "notYours" | "paperNotNow" | "noSigner" | "noOption"

/** Its words as they stand, the figures as they were kept, the synthesis as an annex. Drafted while nobody else reads the proposal. */
export async function draftPaper(
  seat: Seat,
  id: string,
  { kind, signerId }: { kind: PaperKind; signerId: string },
  book: FigureBook,
): Promise<{ documentId: string } | { refused: PaperRefusal }> {
  const signer = (await signersFor(seat)).find((one) => one.officerId === signerId)
  return seat.open(async (tx) => {
    const row = await findProposal(tx, id, { isLocked: true })
    if (row === null) return { refused: "missing" as const }
    if (row.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    if (!isOpen(row.state) || row.state === "draft") return { refused: "paperNotNow" as const }
    if (signer === undefined) return { refused: "noSigner" as const }
    const options = await optionsOf(tx, id)
    if (options.length === 0) return { refused: "noOption" as const }
    const head = await headOf(tx, seat)
    const names = new Map(book.figures("vi").map((one) => [one.id, one.name]))
    const model = writePaper(kind, {
      ...row,
      ...head,
      options,
      figures: (await snapshotsOf(tx, id)).map((one) => ({
        ...one,
        name: names.get(one.figure) ?? one.figure,
        periodName: book.periodNamed(one.period, "vi"),
        shown: book.said(one.figure, one.value, "vi"),
        sourceName: words.vi.sources[one.source],
      })),
      opinions: (await requestsOf(tx, id)).map(opinionOf),
      signer: { name: signer.name, title: signer.title },
      today: todayOf(seat),
      day: (on) => formatDate(on, "vi"),
    })
    const source = { path: paths.proposal(id), label: row.title }
    const made = await draftDocumentIn(tx, seat.desk, { model, typedText: null, signerId, source })
    await insertPaper(tx, row, { kind, documentId: made.id, madeName: seat.name })
    await noted(tx, seat, row, "paper")
    const details = { kind, document: made.id }
    await journal(tx, { what: "proposal.paper-drafted", record: { kind: "proposal", id }, details })
    return { documentId: made.id }
  })
}

export const signersFor = ({ desk }: Seat) => signersOf(desk)

async function headOf(tx: Tx, seat: Seat) {
  const { bodyName, bodyKind } = seat.desk.officer
  const bodies = bodiesOn(await loadChart(tx), todayOf(seat))
  const committee = bodies.find((body) => body.kind === "province-committee")
  const issuer = inFull(bodyName)
  return {
    issuer: {
      parent: bodyKind === "department" && committee !== undefined ? inFull(committee.name) : null,
      name: issuer,
    },
    symbols: await symbolsOf(tx, issuer),
    place: hereOf(seat.house).name,
  }
}

const opinionOf = (one: OpinionRequest) => ({
  body: one.toBodyName,
  said:
    one.stance === null
      ? null
      : [words.vi.stances[one.stance], ...(one.opinion === null ? [] : [one.opinion])].join(". "),
  taken:
    one.taken === null
      ? null
      : [words.vi.takings[one.taken], ...(one.takenNote === null ? [] : [one.takenNote])].join(": "),
})

const noted = (tx: Tx, seat: Seat, row: Proposal, what: string) =>
  addEvent(tx, row, {
    ...{ what, stateBefore: row.state, stateAfter: row.state },
    ...{ byName: seat.name, note: null },
  })

type LetterRefusal = "missing" | "notYours" | "notNow" | "noLetter"

/** Once it was approved, whole or in part: the letter whose tasks follow from it. */
export function linkLetter(
  seat: Seat,
  id: string,
  { directiveId }: { directiveId: string },
): Promise<{ done: true } | { refused: LetterRefusal }> {
  return seat.open(async (tx) => {
    const row = await findProposal(tx, id, { isLocked: true })
    if (row === null) return { refused: "missing" as const }
    if (row.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    if (!hasPassed(row.state)) return { refused: "notNow" as const }
    const [found] = isRecordId(directiveId) ? await directivesNamed(tx, [directiveId]) : []
    if (found === undefined) return { refused: "noLetter" as const }
    if (await nameLetter(tx, row, { directiveId, name: seat.name })) {
      await noted(tx, seat, row, "letter-named")
      const details = { directiveId }
      await journal(tx, { what: "proposal.letter-named", record: { kind: "proposal", id }, details })
    }
    return { done: true as const }
  })
}

export type Followed = { papers: ListedDocument[]; letters: Awaited<ReturnType<typeof directivesNamed>> }

export async function followedIn(tx: Tx, id: string): Promise<Followed> {
  return {
    papers: await documentsNamed(tx, await papersOf(tx, id)),
    letters: await directivesNamed(tx, await lettersOf(tx, id)),
  }
}

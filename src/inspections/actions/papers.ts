/** Papers of a check: written from its facts, handed to the way of outgoing documents (draft, review, signature, number, issue). */
import { colleaguesOf } from "../../accounts/index.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import { draftDocumentIn, inFull, symbolsOf } from "../../letters/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { codeOf } from "../domain/code.ts"
import { writableIn } from "../papers/kinds.ts"
import { writePaper } from "../papers/written.ts"
import { paths } from "../paths.ts"
import { insertPaper } from "../store/details.ts"
import { words } from "../words.ts"
import { type Seat, todayOf } from "./seat.ts"
import { factsOf } from "./take.ts"

export async function draftCheckPaper(
  seat: Seat,
  id: string,
  { kind, signerId }: { kind: string; signerId: string },
): Promise<{ documentId: string } | { refused: "notFound" | "notYours" | "paperNotNow" | "noSigner" }> {
  const signer = (await colleaguesOf(seat.desk)).find((one) => one.officerId === signerId)
  return seat.open(async (tx) => {
    const facts = await factsOf(tx, id, { isLocked: true })
    if (facts === null) return { refused: "notFound" as const }
    const { row } = facts
    if (row.bodyId !== seat.bodyId) return { refused: "notYours" as const }
    const written = writableIn(row.state).find((one) => one === kind)
    if (written === undefined) return { refused: "paperNotNow" as const }
    if (signer === undefined) return { refused: "noSigner" as const }
    const today = todayOf(seat)
    const bodies = bodiesOn(await loadChart(tx), today)
    const { bodyName, bodyKind } = seat.desk.officer
    const committee = bodies.find((body) => body.kind === "province-committee")
    const issuer = inFull(bodyName)
    const model = writePaper(written, {
      ...facts,
      cases: facts.cases.length,
      issuer: {
        parent: bodyKind === "department" && committee !== undefined ? inFull(committee.name) : null,
        name: issuer,
      },
      symbols: await symbolsOf(tx, issuer),
      place: province.exec(committee?.name ?? bodyName)?.[1] ?? "………",
      here: hereOf(seat.desk.house).kind,
      signer: { name: signer.name, title: signer.title },
      today,
    })
    const made = await draftDocumentIn(tx, seat.desk, {
      model,
      typedText: null,
      signerId,
      readBy: "inspection.read",
      source: { path: paths.inspection(id), label: words.vi.originOf(codeOf(row)) },
    })
    await insertPaper(tx, id, { kind: written, documentId: made.id, madeName: seat.name })
    await journal(tx, {
      what: "inspection.paper-drafted",
      record: { kind: "inspection", id },
      details: { kind: written, document: made.id },
    })
    return { documentId: made.id }
  })
}

const province = /(?:tỉnh|thành phố)\s+(.+)$/u

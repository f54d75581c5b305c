/** A proposal may serve a task of a letter: it is progress once it went up. */
import { type ServingRoom, servedOn, serveIn } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { paths } from "../paths.ts"
import { findProposal, namesOfProposals } from "../store/proposals.ts"
import { servingWords } from "../words-serving.ts"
import type { Seat } from "./seat.ts"

export const proposalRoom: ServingRoom = {
  kind: "proposal",
  name: (lang) => servingWords[lang].room,
  figure: (lang, n) => servingWords[lang].figure(n),
  words: ["nghiên cứu, đề xuất", "đề xuất", "kiến nghị", "tham mưu", "giải pháp"],
  read: async (tx, ids) =>
    (await namesOfProposals(tx, ids)).map(({ id, title }) => ({ id, title, href: paths.proposal(id) })),
}

export function nameTaskOfProposal(
  seat: Seat,
  id: string,
  { assignmentId }: { assignmentId: string | null },
): Promise<{ done: true } | { refused: "missing" | "noTask" }> {
  return seat.open(async (tx) => {
    const row = await findProposal(tx, id, { isLocked: true })
    if (row === null || row.bodyId !== seat.bodyId || row.state === "withdrawn")
      return { refused: "missing" as const }
    const of = { kind: proposalRoom.kind, recordId: id, assignmentId, doneOn: row.submittedOn }
    const served = await serveIn(tx, seat, of)
    return "refused" in served ? served : { done: true as const }
  })
}

/** It went up on that day; null: it was withdrawn and is no progress. */
export const markServedOn = (tx: Tx, id: string, doneOn: string | null): Promise<unknown> =>
  servedOn(tx, { kind: proposalRoom.kind, recordId: id }, doneOn)

/** An incident may serve a task of a letter: it is progress once it is repaired. */
import { type ServingRoom, serveIn } from "../../directives/index.ts"
import { localDateOf } from "../../kernel/time.ts"
import { incidentNumber } from "../domain/incident.ts"
import { paths } from "../paths.ts"
import { readIncidentRow, readIncidentRows } from "../store/incidents.ts"
import { words } from "../words.ts"
import { servingWords } from "../words-serving.ts"
import type { Seat } from "./seat.ts"

export const incidentRoom: ServingRoom = {
  kind: "incident",
  name: (lang) => servingWords[lang].room,
  figure: (lang, n) => servingWords[lang].figure(n),
  words: ["bảo vệ hạ tầng", "hạ tầng viễn thông", "trộm cắp", "phá hoại", "an toàn mạng lưới", "hạ tầng"],
  read: async (tx, ids, lang) =>
    (await readIncidentRows(tx, ids)).map((row) => ({
      id: row.id,
      title: `${incidentNumber(row.number)}: ${words[lang].titleOf(words[lang].kinds[row.kind], row.areaName)}`,
      href: paths.incident(row.id),
    })),
}

export function nameTaskOfIncident(
  seat: Seat,
  id: string,
  { assignmentId }: { assignmentId: string | null },
): Promise<{ done: true } | { refused: "gone" | "noTask" }> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null || row.state === "dismissed") return { refused: "gone" as const }
    const doneOn = row.resolvedAt === null ? null : localDateOf(new Date(row.resolvedAt))
    const served = await serveIn(tx, seat, { kind: incidentRoom.kind, recordId: id, assignmentId, doneOn })
    return "refused" in served ? served : { done: true as const }
  })
}

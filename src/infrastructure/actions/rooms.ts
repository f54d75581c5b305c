/** Records that may serve a task of a letter: an incident once it is repaired, a plan of patrols with each that was made. */
import { type ServingRoom, serveIn } from "../../directives/index.ts"
import { localDateOf } from "../../kernel/time.ts"
import { incidentNumber } from "../domain/incident.ts"
import { planNumber } from "../domain/patrol.ts"
import { paths } from "../paths.ts"
import { readIncidentRow, readIncidentRows } from "../store/incidents.ts"
import { readPlanRows } from "../store/patrols.ts"
import { words } from "../words.ts"
import { patrolWords } from "../words-patrol.ts"
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

export const patrolRoom: ServingRoom = {
  kind: "patrol",
  name: (lang) => patrolWords[lang].room,
  figure: (lang, n) => patrolWords[lang].figure(n),
  words: ["tuần tra", "canh gác", "bảo vệ hạ tầng", "hạ tầng viễn thông", "an toàn mạng lưới", "hạ tầng"],
  read: async (tx, ids) =>
    (await readPlanRows(tx, ids)).map((row) => ({
      id: row.id,
      title: `${planNumber(row.number)}: ${row.name}`,
      href: paths.patrolPlan(row.id),
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

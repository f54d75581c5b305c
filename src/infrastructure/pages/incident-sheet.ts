/** The list of incidents as a file: what who asks sees on the page, and nothing of the closed part. */
import { formatInstant } from "../../kernel/format.ts"
import type { Sheet } from "../../kernel/http/sheet.ts"
import type { Lang } from "../../kernel/words.ts"
import { incidentNumber } from "../domain/incident.ts"
import type { IncidentRow } from "../store/incidents.ts"
import { words } from "../words.ts"
import { cellSaid } from "./cell.ts"

export function incidentSheet(rows: readonly IncidentRow[], lang: Lang): Sheet {
  const t = words[lang]
  const { columns: h } = t
  const labels = [h.number, h.happened, h.kind, h.place, t.cell, h.owner, t.how, h.damage, h.state]
  return {
    fileName: "su-co",
    title: t.incidents,
    columns: labels.map((label) => ({ label, width: 22 })),
    rows: rows.map((row) => [
      incidentNumber(row.number),
      formatInstant(row.happenedAt, lang),
      t.kinds[row.kind],
      row.areaName,
      cellSaid(row, lang),
      row.ownerNames,
      t.tricks[row.trick],
      row.damageVnd,
      t.states[row.state],
    ]),
  }
}

/** What each exported list shows, column by column. Dates stay `YYYY-MM-DD`, so that they sort. */
import type { Lang } from "../../kernel/words.ts"
import type { WorkList } from "../actions/reading.ts"
import { words } from "../words.ts"
import type { Sheet } from "./export.ts"

export function workSheet(rows: WorkList["rows"], lang: Lang): Sheet {
  const t = words[lang]
  const { columns } = t
  return {
    fileName: "nhiem-vu",
    title: t.work.caption,
    columns: [
      { label: columns.directive, width: 20 },
      { label: columns.clause, width: 8 },
      { label: columns.task, width: 70 },
      { label: columns.body, width: 30 },
      { label: columns.period, width: 10 },
      { label: columns.state, width: 18 },
      { label: columns.due, width: 12 },
      { label: columns.percent, width: 10 },
      { label: columns.doneOn, width: 12 },
      { label: columns.handler, width: 24 },
    ],
    rows: rows.map((row) => [
      row.directiveName,
      row.taskPath,
      row.taskText,
      row.bodyName,
      row.period,
      t.states[row.state],
      row.dueOn,
      row.percent,
      row.doneOn,
      row.handlerName,
    ]),
  }
}

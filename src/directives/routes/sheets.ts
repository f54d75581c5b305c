/** What each exported list shows, column by column. Dates stay `YYYY-MM-DD`, so that they sort. */

import type { Sheet } from "../../kernel/http/sheet.ts"
import type { Lang } from "../../kernel/words.ts"
import type { WorkList } from "../actions/reading.ts"
import type { DirectiveList, RollUp } from "../actions/roll-up.ts"
import { nameOf } from "../domain/naming.ts"
import { isWorking } from "../domain/progress.ts"
import { words } from "../words.ts"
import { rollUpWords } from "../words-roll-up.ts"

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

export function directiveSheet(rows: DirectiveList["rows"], lang: Lang): Sheet {
  const { columns } = words[lang]
  return {
    fileName: "van-ban-chi-dao",
    title: words[lang].nav.directives,
    columns: [
      { label: columns.directive, width: 20 },
      { label: columns.subject, width: 60 },
      { label: columns.issuer, width: 30 },
      { label: columns.issuedOn, width: 12 },
      { label: columns.total, width: 10 },
      { label: columns.done, width: 10 },
      { label: columns.late, width: 10 },
    ],
    rows: rows.map((row) => [
      row.name,
      row.subject,
      row.issuerName,
      row.issuedOn,
      row.total,
      row.done,
      row.late,
    ]),
  }
}

/** One row an assignment, in the order of the letter: whoever opens it can filter and pivot as they like. */
export function rollUpSheet({ head, tasks, rows, today }: RollUp, lang: Lang): Sheet {
  const t = words[lang]
  const { columns } = t
  const order = new Map(tasks.map((task, i) => [task.id, i]))
  const ordered = [...rows].sort((a, b) => (order.get(a.taskId) ?? 0) - (order.get(b.taskId) ?? 0))
  return {
    fileName: `tong-hop-${nameOf(head)
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, 60)}`,
    title: rollUpWords[lang].sheet,
    columns: [
      { label: columns.clause, width: 8 },
      { label: columns.task, width: 70 },
      { label: columns.body, width: 36 },
      { label: columns.part, width: 12 },
      { label: columns.period, width: 10 },
      { label: columns.state, width: 18 },
      { label: columns.due, width: 12 },
      { label: columns.late, width: 8 },
      { label: columns.percent, width: 10 },
      { label: columns.doneOn, width: 12 },
      { label: columns.handler, width: 24 },
    ],
    rows: ordered.map((row) => [
      row.taskPath,
      row.taskText,
      row.bodyName,
      row.part === "lead" ? t.parts.lead : t.parts.assigned,
      row.period,
      t.states[row.state],
      row.dueOn,
      lateMark(row, today),
      row.percent,
      row.doneOn,
      row.handlerName,
    ]),
  }
}

/** "x" where the day has passed and the work is not done. */
function lateMark(row: RollUp["rows"][number], today: string): string | null {
  return isWorking(row.state) && row.dueOn !== null && row.dueOn < today ? "x" : null
}

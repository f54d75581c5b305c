/** The finders of directives and of the own body's tasks for the one search over everything (`/tim`). */
import { formatDate } from "../../kernel/format.ts"
import { type Finder, hitsMax } from "../../kernel/search/finder.ts"
import { paths } from "../paths.ts"
import { countDirectives, countWork, listDirectives, listWork, type WorkFilter } from "../store/lists.ts"
import { words } from "../words.ts"
import { todayOf } from "./today.ts"

export const findDirectives: Finder = async (tx, { desk, lang, text }) => {
  const at = { bodyId: desk.who.bodyId, today: todayOf(desk.house.clock) }
  const asked = { text, side: "all" } as const
  const rows = await listDirectives(tx, at, asked, {
    sort: "ngay",
    descending: true,
    limit: hitsMax,
    offset: 0,
  })
  return {
    kind: words[lang].nav.directives,
    total: await countDirectives(tx, at, asked),
    all: `${paths.directives}?${new URLSearchParams({ q: text })}`,
    hits: rows.map((row) => ({
      href: paths.directive(row.id),
      title: [row.name, row.subject].filter(Boolean).join(" · "),
      note: [row.issuerName, formatDate(row.issuedOn, lang)].join(" · "),
    })),
  }
}

export const findTasks: Finder = async (tx, { desk, lang, text }) => {
  const at = { bodyId: desk.who.bodyId, today: todayOf(desk.house.clock) }
  const asked: WorkFilter = { state: "all", side: "body", mine: null, text, directiveId: null, bodyId: null }
  const rows = await listWork(tx, at, asked, { limit: hitsMax, offset: 0 })
  const t = words[lang]
  return {
    kind: t.nav.tasks,
    total: (await countWork(tx, at, asked)).matching,
    all: `${paths.work}?${new URLSearchParams({ tt: "all", q: text })}`,
    hits: rows.map((row) => ({
      href: paths.assignment(row.id),
      title: `${row.taskPath} ${row.taskText}`,
      note: [row.directiveName, t.states[row.state], row.dueOn === null ? null : formatDate(row.dueOn, lang)]
        .filter(Boolean)
        .join(" · "),
    })),
  }
}

/** The finder of outgoing documents for the one search over everything (`/tim`). */
import { can } from "../../accounts/index.ts"
import { formatDate } from "../../kernel/format.ts"
import { type Finder, hitsMax } from "../../kernel/search/finder.ts"
import { paths } from "../paths.ts"
import { verbsOf } from "./actions.ts"
import { shownNumber } from "./domain.ts"
import { listDocuments } from "./store.ts"
import { words } from "./words.ts"

export const findDocuments: Finder = async (tx, { desk, lang, text }) => {
  if (!can(desk.officer, "document.read")) return null
  const t = words[lang]
  const { rows, total } = await listDocuments(
    tx,
    { state: null, text, limit: hitsMax, offset: 0 },
    verbsOf(desk),
  )
  return {
    kind: t.nav,
    total,
    all: `${paths.documents}?${new URLSearchParams({ q: text })}`,
    hits: rows.map((row) => ({
      href: paths.document(row.id),
      title: [row.number === null ? null : shownNumber(row.number, row.symbol), row.subject]
        .filter(Boolean)
        .join(" · "),
      note: [
        t.kinds[row.kind],
        t.states[row.state],
        row.datedOn === null ? null : formatDate(row.datedOn, lang),
      ]
        .filter(Boolean)
        .join(" · "),
    })),
  }
}

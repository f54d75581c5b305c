/** The finder of cases for the one search over everything (`/tim`). */
import { can } from "../../accounts/index.ts"
import { formatDate } from "../../kernel/format.ts"
import { type Finder, hitsMax } from "../../kernel/search/finder.ts"
import { paths } from "../paths.ts"
import { countCases, listCases } from "../store/cases.ts"
import { words } from "../words.ts"
import { maskedRows } from "./masking.ts"
import { questionOf } from "./reading.ts"
import { todayOf } from "./take.ts"

export const findCases: Finder = async (tx, { desk, lang, text }) => {
  if (desk.officer.bodyKind === "enterprise" || !can(desk.officer, "case.read")) return null
  const t = words[lang]
  const today = todayOf(desk)
  const asked = await questionOf(tx, desk, { text, state: "all" })
  const page = { sort: "so", descending: true, limit: hitsMax, offset: 0 } as const
  const found = await listCases(tx, { bodyId: desk.who.bodyId, today }, asked, page)
  const rows = await maskedRows(tx, desk, { rows: found, text })
  return {
    kind: t.nav.cases,
    total: (await countCases(tx, today, asked)) - (found.length - rows.length),
    all: `${paths.cases}?${new URLSearchParams({ tt: "all", q: text })}`,
    hits: rows.map((row) => ({
      href: paths.case(row.id),
      title: `${row.number} · ${row.title}`,
      note: [t.states[row.state], formatDate(row.openedOn, lang)].join(" · "),
    })),
  }
}

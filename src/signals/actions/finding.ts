/** The finder of tips for the one search over everything (`/tim`); masked words only, as in the queue. */
import { can } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { formatInstant } from "../../kernel/format.ts"
import { type Finder, hitsMax } from "../../kernel/search/finder.ts"
import { soughtIn } from "../domain/search.ts"
import { paths } from "../paths.ts"
import { casesOfTips, nothingDue, readQueue } from "../store/queue.ts"
import { deskWords } from "../words-desk.ts"
import { navWords } from "../words-nav.ts"

export const findSignals: Finder = async (tx, { desk, lang, text }) => {
  if (desk.officer.bodyKind === "enterprise" || !can(desk.officer, "signal.read")) return null
  const t = deskWords[lang]
  const asked = {
    drawer: "all",
    text,
    sought: soughtIn(text),
    urgency: "",
    type: "",
    since: nothingDue,
  } as const
  const { rows, total } = await readQueue(tx, asked, { order: "new", limit: hitsMax, offset: 0 })
  return {
    kind: navWords[lang].signals,
    total,
    all: `${paths.signals}?${new URLSearchParams({ ngan: "all", q: text })}`,
    hits: rows.map((row) => ({
      href: paths.signal(row.id),
      title: row.gist,
      note: [t.states[row.state], formatInstant(row.receivedAt, lang), row.place].filter(Boolean).join(" · "),
    })),
  }
}

/** Cases to which tips with this number, link, account or code belong; none where the text names nothing of the kind. */
export const casesWithTips = (tx: Tx, text: string) => casesOfTips(tx, text, soughtIn(text))

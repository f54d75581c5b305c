/** One number, account or address, and all that is known of it: this slice's tips, then what the slices above add. */
import { formatInstant } from "../../kernel/format.ts"
import type { Language } from "../../kernel/http/env.ts"
import { type AboutIdentifier, type AboutPart, aboutMax } from "../../kernel/search/about.ts"
import { spokenIdentifier } from "../catalogue.ts"
import { paths } from "../paths.ts"
import { readTarget } from "../read/read.ts"
import { type TipsNaming, tipsNaming } from "../store/about.ts"
import { deskWords } from "../words-desk.ts"
import { navWords } from "../words-nav.ts"
import type { Seat } from "./seat.ts"

export type About = {
  kind: string
  value: string
  tips: Omit<TipsNaming, "rows">
  parts: AboutPart[]
}

/** Null: what was asked for names no one thing. `asked` as people write it, or in the canonical form. */
export async function aboutIdentifier(
  seat: Seat,
  asked: { kind: string; value: string },
  { lang, others }: { lang: Language; others: readonly AboutIdentifier[] },
): Promise<About> {
  return seat.look(async (tx) => {
    const { rows, ...tips } = await tipsNaming(tx, asked, aboutMax)
    const t = deskWords[lang]
    const own: AboutPart = {
      title: navWords[lang].signals,
      total: tips.total,
      hits: rows.map((row) => ({
        href: paths.signal(row.id),
        title: row.gist,
        note: [t.states[row.state], formatInstant(row.receivedAt, lang), row.place]
          .filter(Boolean)
          .join(" · "),
      })),
      all:
        tips.total > rows.length
          ? `${paths.signals}?${new URLSearchParams({ ngan: "all", q: spokenIdentifier(asked.value) })}`
          : null,
    }
    const parts = [own]
    for (const other of others) parts.push(...(await other(tx, { desk: seat.desk, lang, ...asked })))
    return { ...asked, tips, parts }
  }, "step-by-step")
}

/** The one thing that typed words name; null where they name none or several. */
export function oneNamed(typed: string): { kind: string; value: string } | null {
  const [one, ...more] = readTarget(typed)
  return one === undefined || more.length > 0 ? null : { kind: one.kind, value: one.value }
}

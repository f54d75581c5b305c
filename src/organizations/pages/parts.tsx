/** What the pages of this slice have in common: their tabs, a body as a link, the days on which it exists. */
import { formatDay } from "../../kernel/format.ts"
import { Tabs, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ChartBody } from "../domain/chart.ts"
import { standingOn } from "../domain/directory.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"

export type Section = "bodies" | "groups" | "reforms"

/** Only who keeps the chart plans reforms, so that others do not see the tab. */
export function Sections({ lang, current, mayChange }: { lang: Lang; current: Section; mayChange: boolean }) {
  const t = pageWords[lang].tabs
  const shown: Section[] = mayChange ? ["bodies", "groups", "reforms"] : ["bodies", "groups"]
  return (
    <Tabs
      label={t.label}
      tabs={shown.map((one) => ({ href: paths[one], label: t[one], isCurrent: one === current }))}
    />
  )
}

export function BodyLink({ body }: { body: { slug: string; name: string } }) {
  return <a href={paths.body(body.slug)}>{body.name}</a>
}

export function validityOf(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  lang: Lang,
) {
  const t = pageWords[lang].validity
  const from = validFrom === "1900-01-01" ? null : formatDay(validFrom, lang)
  const to = validTo === null ? null : formatDay(validTo, lang)
  if (from !== null && to !== null) return t.both(from, to)
  if (to !== null) return t.until(to)
  return from === null ? t.always : t.from(from)
}

export function StandingTag({ body, day, lang }: { body: ChartBody; day: string; lang: Lang }) {
  const standing = standingOn(body, day)
  const tone = { now: "good", ended: "calm", coming: "brand" } as const
  return <Tag tone={tone[standing]}>{pageWords[lang].standings[standing]}</Tag>
}

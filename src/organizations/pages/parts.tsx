/** What the pages of this slice have in common: their tabs, a body as a link, the days on which it exists. */
import { formatDay } from "../../kernel/format.ts"
import { Tabs, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ChartBody } from "../domain/chart.ts"
import { standingOn } from "../domain/directory.ts"
import { paths } from "../paths.ts"
import { insideWords } from "../words-inside.ts"
import { pageWords } from "../words-pages.ts"

export type Section = "bodies" | "groups" | "reforms" | "units" | "delegations"

export function Sections(props: { lang: Lang; current: Section; sections: readonly Section[] }) {
  const t = { ...pageWords[props.lang].tabs, ...insideWords[props.lang].tabs }
  return (
    <Tabs
      label={t.label}
      tabs={props.sections.map((one) => ({
        href: paths[one],
        label: t[one],
        isCurrent: one === props.current,
      }))}
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

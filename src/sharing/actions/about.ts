/** Everything that is shared about one number, account or address: indicators, warnings that name it, sightings. */
import { can } from "../../accounts/index.ts"
import { formatInstant } from "../../kernel/format.ts"
import { type AboutIdentifier, type AboutPart, aboutAsked, firstOf } from "../../kernel/search/about.ts"
import { paths } from "../paths.ts"
import { indicatorsNaming, sightingsNaming, warningsOn } from "../store/about.ts"
import { words } from "../words.ts"
import { aboutWords } from "../words-about.ts"

export const sharedAbout: AboutIdentifier = async (tx, { desk, lang, kind, value }) => {
  if (!can(desk.officer, "warning.read")) return []
  const thing = { kind, value }
  const t = aboutWords[lang]
  const { states } = words[lang]
  const part = <T>(
    title: string,
    rows: readonly T[],
    hitOf: (one: T) => AboutPart["hits"][number],
  ): AboutPart => {
    const { shown, ...counted } = firstOf(rows)
    return { title, ...counted, hits: shown.map(hitOf), all: null }
  }
  const said = (parts: readonly string[]) => parts.filter((one) => one !== "").join(" · ")
  const indicators = await indicatorsNaming(tx, thing, aboutAsked)
  const warnings = await warningsOn(tx, thing, aboutAsked)
  const sightings = await sightingsNaming(tx, thing, aboutAsked)
  return [
    part(t.indicators, indicators, (one) => ({
      href: paths.indicator(one.id),
      title: one.bodyName,
      note: said([
        states[one.state],
        formatInstant(one.changedAt, lang),
        one.blocked === 0 ? "" : t.blocked(String(one.blocked)),
      ]),
    })),
    part(t.warnings, warnings, (one) => ({
      href: paths.warning(one.id),
      title: one.title,
      note: said([states[one.state], one.bodyName, formatInstant(one.changedAt, lang)]),
    })),
    part(t.sightings, sightings, (one) => ({
      href: paths.indicator(one.indicatorId),
      title: one.bodyName,
      note: said([formatInstant(one.seenAt, lang), one.note ?? ""]),
    })),
  ]
}

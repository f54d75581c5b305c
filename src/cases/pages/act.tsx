/** The acts of a case: who did what, under which row of which day, within which range, and what came before. */
import { formatDate, formatMoney, formatNumber } from "../../kernel/format.ts"
import { Card, type Definition, DefinitionList, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CaseReading, ShownAct } from "../actions/reading.ts"
import type { Repeat } from "../actions/repeats.ts"
import { type Range, rangeFor, type TypedRange, type Violation } from "../domain/fines.ts"
import { words } from "../words.ts"

export function Acts({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang].page
  return (
    <Card title={t.acts}>
      {reading.shownActs.length === 0 && <p class="quiet">{t.noActs}</p>}
      {reading.shownActs.map((one) => (
        <OneAct one={one} lang={lang} />
      ))}
    </Card>
  )
}

function OneAct({ one, lang }: { one: ShownAct; lang: Lang }) {
  const { act, violation, repeats } = one
  const t = words[lang]
  const facts: Definition[] = [
    { term: t.page.offender, value: `${act.offenderName} (${t.offenders[act.offenderKind]})` },
    { term: t.page.committed, value: formatDate(act.committedOn, lang) },
    { term: t.page.found, value: formatDate(act.foundOn, lang) },
    ...(act.units === null
      ? []
      : [{ term: t.page.units[act.units.kind], value: formatNumber(act.units.count, lang) }]),
    { term: t.page.article, value: provisionText(one, lang) },
    { term: t.page.range, value: rangeText(one, lang) },
  ]
  if (act.sanction !== null) {
    const { number, amount, remedy } = act.sanction
    const value =
      amount === null ? t.page.remedy(number, remedy) : t.page.fine(number, formatMoney(amount, lang))
    facts.push({ term: t.page.sanction, value })
  }
  return (
    <section>
      <h3>{act.description}</h3>
      <p class="quiet">{violation.behaviour}</p>
      <DefinitionList items={facts} />
      {repeats.map((repeat) => (
        <p>
          <Tag tone="soon">{repeatWords(repeat, lang)}</Tag>
        </p>
      ))}
      {repeats.length > 0 && <p class="quiet">{t.page.repeatHint}</p>}
      {violation.criminalThreshold !== "" && (
        <p class="quiet">{t.page.threshold(violation.criminalThreshold)}</p>
      )}
    </section>
  )
}

function repeatWords(repeat: Repeat, lang: Lang): string {
  const t = words[lang].page
  switch (repeat.is) {
    case "executed":
      return t.repeat(repeat.number)
    case "standing":
      return t.standing(repeat.number)
    case "several":
      return t.several(formatNumber(repeat.acts, lang), formatNumber(repeat.cases, lang))
  }
}

/** As the data or the officer have it; what nobody has verified says so. */
export function provisionText(
  { act, violation }: { act: { typed: TypedRange | null }; violation: Violation },
  lang: Lang,
): string {
  const said = `${violation.law}, ${act.typed?.article ?? violation.article}`
  const isSure = violation.verified || act.typed?.confirmedBy != null
  return isSure ? said : `${said} (${words[lang].clock.unverified})`
}

export const rangeWords = ({ min, max }: Range, lang: Lang) =>
  words[lang].page.rangeOf(formatMoney(min, lang), formatMoney(max, lang))

/** The range for whoever did it: as printed, or half or double of it, and whose word it is. */
function rangeText({ act, violation }: ShownAct, lang: Lang): string {
  const t = words[lang].page
  if (act.typed !== null) {
    const by = act.typed.confirmedBy === null ? t.rangeTyped : t.rangeSource(act.typed.source)
    return `${rangeWords(act.typed, lang)}: ${by}`
  }
  const range = violation.verified ? rangeFor(violation, act.offenderKind) : null
  if (range === null) return t.rangeUnknown
  const said = rangeWords(range, lang)
  if (violation.amountFor === act.offenderKind) return said
  return `${said} (${act.offenderKind === "individual" ? t.rangeHalf : t.rangeDouble})`
}

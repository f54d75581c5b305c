/** Who is in the case, and which other cases have something in common with it. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import { Card, type Definition, DefinitionList, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CaseReading } from "../actions/reading.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import { StateTag } from "./state-tag.tsx"

export function People({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = casefileWords[lang]
  const facts = [...outside(reading, lang), ...inside(reading, lang)]
  return (
    <Card title={t.people} id="nguoi">
      {facts.length === 0 ? <p class="quiet">{t.noPeople}</p> : <DefinitionList items={facts} />}
    </Card>
  )
}

/** Offenders, reporters, enterprises. */
function outside({ cast, bodyNames }: CaseReading, lang: Lang): Definition[] {
  const t = casefileWords[lang]
  const facts: Definition[] = []
  if (cast.offenders.length > 0)
    facts.push({
      term: t.offenders,
      value: cast.offenders.map((one) => (
        <p>
          {one.name} <span class="quiet">{words[lang].offenders[one.kind]}</span> ·{" "}
          {t.acts(formatNumber(one.acts, lang))}
        </p>
      )),
    })
  if (cast.reporters > 0)
    facts.push({
      term: t.reporters,
      value: (
        <>
          <Tag>{t.reportersSealed(formatNumber(cast.reporters, lang))}</Tag>
          <p class="quiet">{t.sealedHint}</p>
        </>
      ),
    })
  if (cast.senders.length > 0) facts.push({ term: t.senders, value: cast.senders.join("; ") })
  if (cast.asked.length > 0)
    facts.push({
      term: t.asked,
      value: cast.asked.map((one) => (
        <p>
          {bodyNames.get(one.bodyId)} · {t.requests(formatNumber(one.requests, lang))}{" "}
          {one.waiting > 0 && <Tag tone="soon">{t.waiting(formatNumber(one.waiting, lang))}</Tag>}{" "}
          {one.late > 0 && <Tag tone="late">{t.late(formatNumber(one.late, lang))}</Tag>}
        </p>
      )),
    })
  return facts
}

/** The police, officers whom the case names, officers who acted. */
function inside({ cast, namedOfficers, bodyNames }: CaseReading, lang: Lang): Definition[] {
  const t = casefileWords[lang]
  const facts: Definition[] = []
  if (cast.police.length > 0)
    facts.push({
      term: t.police,
      value: cast.police.map((one) => (
        <p>
          {bodyNames.get(one.bodyId)} · {formatDate(one.handedOn, lang)}{" "}
          {one.isBack && <Tag>{t.policeBack}</Tag>}
        </p>
      )),
    })
  if (namedOfficers.length > 0)
    facts.push({
      term: t.named,
      value: (
        <>
          {namedOfficers.map((one) => (
            <p>
              {one.name}: {one.reason} <span class="quiet">({t.namedBy(one.notedName)})</span>
            </p>
          ))}
          <p class="quiet">{t.namedHint}</p>
        </>
      ),
    })
  if (cast.acted.length > 0)
    facts.push({
      term: t.acted,
      value: cast.acted.map((one) => (
        <p>
          {one.name}
          {one.bodyId !== null && `, ${bodyNames.get(one.bodyId) ?? ""}`}{" "}
          <span class="quiet">{t.times(formatNumber(one.times, lang))}</span>
        </p>
      )),
    })
  return facts
}

export function RelatedCases({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = casefileWords[lang]
  if (reading.related.length === 0) return null
  return (
    <Card title={t.related} id="lien-quan">
      <ul class="plain stack">
        {reading.related.map(({ other, reasons }) => (
          <li>
            <a href={paths.case(other.id)}>
              {other.number} · {other.title}
            </a>{" "}
            <StateTag state={other.state} lang={lang} />
            {reasons.map((reason) => (
              <p class="quiet">{t.reasons[reason.kind](reason.value)}</p>
            ))}
          </li>
        ))}
      </ul>
      <p class="quiet">{t.relatedHint}</p>
    </Card>
  )
}

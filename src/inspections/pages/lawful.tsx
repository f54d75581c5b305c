/** "This check is lawful. Why?": each ground with its article, and what stands in the way. */
import { legalRules } from "../../kernel/calendar/data.ts"
import { formatDate } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CheckReading } from "../actions/reading.ts"
import { countsPolice } from "../domain/limits.ts"
import { isBusiness } from "../domain/subject.ts"
import type { Elsewhere } from "../store/inspections.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"

type Line = { isGood: boolean; title: string; text: string; basis: string | null }

export function Lawful({ reading, lang }: { reading: CheckReading; lang: Lang }) {
  const t = pageWords[lang]
  const lines = linesOf(reading, lang)
  const isLawful = lines.every(({ isGood }) => isGood)
  return (
    <details class={`notice ${isLawful ? "good" : "soon"}`} open>
      <summary>
        <b>{isLawful ? t.allowed : t.notAllowed}</b>
      </summary>
      <ul class="plain stack">
        {lines.map((line) => (
          <li>
            <span aria-hidden="true">{line.isGood ? "✓" : "!"}</span> <b>{line.title}</b> {line.text}
            {line.basis !== null && <p class="quiet">{line.basis}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function linesOf(reading: CheckReading, lang: Lang): Line[] {
  const { row, law } = reading
  const t = pageWords[lang]
  const lawBasis = law.isVerified ? law.basis : `${law.basis} (${words[lang].unverified})`
  return [
    { isGood: law.isLawful, title: t.why.power, text: law.says[lang], basis: lawBasis },
    {
      isGood: true,
      title: t.why.ground,
      text: `${words[lang].grounds[row.ground]}. ${row.groundNote}`,
      basis: row.legalBasis ?? lawBasis,
    },
    limitLine(reading, lang),
    overlapLine(reading, lang),
    timeLine(reading, lang),
    conflictLine(reading, lang),
  ]
}

function limitLine({ row, subject, standing }: CheckReading, lang: Lang): Line {
  const t = pageWords[lang]
  const title = t.why.limit
  const on = row.announcedOn ?? row.plannedOn
  if (row.power === "police-check" && !countsPolice(on, legalRules()))
    return { isGood: true, title, text: t.why.police, basis: null }
  if (!isBusiness(subject)) return { isGood: true, title, text: t.why.noBusiness, basis: null }
  const [first] = standing.limits
  if (first === undefined)
    return {
      isGood: true,
      title,
      text: t.why.noVisit(on.slice(0, 4)),
      basis: null,
    }
  const { rule, visit, why } = first
  const said = t.limits[why](visit.bodyName, formatDate(visit.on, lang))
  const passed = row.overrideReason === null ? "" : ` ${t.passed(row.overrideReason)}`
  const basis = rule.verified ? rule.basis : `${rule.basis} (${words[lang].unverified})`
  return { isGood: row.overrideReason !== null, title: t.why.limitPassed, text: `${said}${passed}`, basis }
}

function overlapLine({ standing }: CheckReading, lang: Lang): Line {
  const t = pageWords[lang]
  const said = standing.elsewhere.map((one) => elsewhereSaid(one, lang))
  const isGood = standing.elsewhere.every((one) => one.standing === "visited")
  return {
    isGood,
    title: isGood ? t.why.overlap : t.why.overlaps,
    text: said.length === 0 ? t.why.noOverlap : said.join(" "),
    basis: null,
  }
}

function timeLine({ counted, mostDays, today, row }: CheckReading, lang: Lang): Line {
  const t = pageWords[lang]
  const title = t.why.time
  if (mostDays === null) return { isGood: true, title, text: t.why.noRule, basis: null }
  if (counted === null) return { isGood: true, title, text: t.why.noTime, basis: null }
  const { due } = counted.deadline
  // Once the record is made the visit is over: it was in time or it was not.
  const isGood = due === null || (row.recordedOn ?? today) <= due
  return {
    isGood,
    title: isGood ? title : t.why.overTime,
    text: due === null ? t.clockPaused : t.clockDue(formatDate(due, lang)),
    basis: counted.rule.basis,
  }
}

function conflictLine({ members }: CheckReading, lang: Lang): Line {
  const t = pageWords[lang]
  const text = members.length === 0 ? t.why.notDeclared : t.why.declaredAll(String(members.length))
  return { isGood: true, title: t.why.conflict, text, basis: null }
}

/** Another body's visit in a sentence: without a name as long as its plan is not approved. */
export function elsewhereSaid(one: Elsewhere, lang: Lang): string {
  const t = pageWords[lang].elsewhere
  if (one.standing === "busy") return t.busy
  const power = words[lang].powers[one.power].toLocaleLowerCase(lang)
  return t[one.standing](one.bodyName, power, formatDate(one.onDay, lang))
}

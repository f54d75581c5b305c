/** The most that may be fined without a record, and the law and the day by which it was chosen. */
import { legalRules } from "../../kernel/calendar/data.ts"
import { formatDate, formatMoney } from "../../kernel/format.ts"
import { Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Whose } from "../domain/fines.ts"
import { spotLimitOn } from "../domain/on-the-spot.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"

type Found = { act: { foundOn: string; offenderKind: Whose } }

export function SpotLimits({ acts, lang }: { acts: readonly Found[]; lang: Lang }) {
  const limits = new Map(acts.map(({ act }) => [`${act.foundOn} ${act.offenderKind}`, act]))
  return (
    <>
      {[...limits.values()].map((act) => (
        <Limit act={act} lang={lang} />
      ))}
    </>
  )
}

function Limit({ act: { foundOn, offenderKind }, lang }: Found & { lang: Lang }) {
  const found = spotLimitOn(foundOn, offenderKind, legalRules())
  if (found === null) return null
  const { rule, most } = found
  const said = casefileWords[lang].spotLimit({
    most: formatMoney(most, lang),
    whose: words[lang].offenders[offenderKind],
    found: formatDate(foundOn, lang),
    basis: rule.basis,
    from: formatDate(rule.inForceFrom ?? foundOn, lang),
    until: rule.inForceTo === null ? "" : formatDate(rule.inForceTo, lang),
  })
  return (
    <p class="quiet">
      {said} {!rule.verified && <Tag tone="soon">{words[lang].clock.unverified}</Tag>}
    </p>
  )
}

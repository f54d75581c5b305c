/** That a hand-over may be due: a suggestion with its basis, beside the form that a person sends or does not. */
import { formatMoney } from "../../kernel/format.ts"
import { Banner, Tag } from "../../kernel/ui/index.ts"
import { forms } from "../forms.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import type { CaseView } from "./view.ts"

export function Suggestions({ view }: { view: CaseView }) {
  const { lang } = view.frame
  const t = casefileWords[lang]
  const { suggestions, steps } = view.reading
  if (suggestions.length === 0 || !steps.includes("transfer")) return null
  return (
    <Banner tone="soon" title={t.suggestion}>
      {suggestions.map((one) => (
        <p>
          {t.reaches(
            formatMoney(one.loss, lang),
            formatMoney(one.from, lang),
            `${one.article} (${one.behaviour})`,
          )}{" "}
          {!one.verified && <Tag tone="soon">{words[lang].clock.unverified}</Tag>}
        </p>
      ))}
      <p>
        {t.concludes}{" "}
        {view.may.includes("transfer") && <a href="#b-transfer">{forms.transfer.title[lang]}</a>}
      </p>
    </Banner>
  )
}

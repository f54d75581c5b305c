/** A risk score with the parts that make it: points and reason of each. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Risk } from "../domain/risk.ts"
import { subjectWords } from "../words-subject.ts"

export function RiskScore({
  risk,
  lang,
  isOpen = false,
}: {
  risk: Risk | undefined
  lang: Lang
  isOpen?: boolean
}) {
  const t = subjectWords[lang]
  if (risk === undefined) return null
  const n = (count: number) => formatNumber(count, lang)
  return (
    <details open={isOpen}>
      <summary>
        <b>{t.riskPoints(n(risk.points))}</b>
      </summary>
      {risk.parts.length === 0 ? (
        <p class="quiet">{t.riskNone}</p>
      ) : (
        <ul>
          {risk.parts.map((part) => (
            <li>
              {part.points > 0 ? "+" : "−"}
              {n(Math.abs(part.points))}:{" "}
              {t.riskParts[part.why](n(part.n), part.on === null ? "" : formatDate(part.on, lang))}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

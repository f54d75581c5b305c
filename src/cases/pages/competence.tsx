/** Which office may decide, as far as the data say; the rest is for a person to look up. */

import { Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { competenceOf, type Competence as Found, offices, type Violation } from "../domain/fines.ts"
import { words } from "../words.ts"
import { paperWords } from "../words-papers.ts"

const tones = { yes: "good", unsure: "soon", no: "calm" } as const

export function Competence({
  violations,
  on,
  lang,
}: {
  violations: readonly Violation[]
  on: string
  lang: Lang
}) {
  const t = paperWords[lang].competence
  return (
    <>
      <ul class="plain stack">
        {offices.map((office) => {
          const found = least(violations.map((one) => competenceOf(one, office, on)))
          return (
            <li>
              {words[lang].offices[office]} <Tag tone={tones[found]}>{t[found]}</Tag>
            </li>
          )
        })}
      </ul>
      <p class="quiet">{t.limit}</p>
    </>
  )
}

/** One decision covers every act: the office must be competent for each. */
function least(found: readonly Found[]): Found {
  if (found.includes("no")) return "no"
  return found.includes("unsure") ? "unsure" : "yes"
}

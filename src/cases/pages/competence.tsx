/** Which posts may decide, up to which amount, and who has held against the texts what the data do not have. */
import { formatDate, formatMoney } from "../../kernel/format.ts"
import { Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { allPowers } from "../catalogue.ts"
import { competenceOf, type Competence as Found, type Post, posts } from "../domain/competence.ts"
import { type RangeAnswer, rangeFor, type Violation } from "../domain/fines.ts"
import type { Act } from "../store/acts.ts"
import type { CaseRow } from "../store/cases.ts"
import { words } from "../words.ts"
import { paperWords } from "../words-papers.ts"

type Props = {
  acts: readonly { act: Act; violation: Violation; range: RangeAnswer }[]
  row: CaseRow
  on: string
  lang: Lang
}

export function Competence({ acts, row, on, lang }: Props) {
  const t = paperWords[lang].competence
  const shown = posts.flatMap((post) => {
    const found = least(acts, post, on)
    return found.is === "no" && found.why !== "amount" ? [] : [{ post, found }]
  })
  const isChecked = (post: Post) => post === row.checkedOffice
  const told = shown.filter(({ post, found }) => found.is !== "unread" || isChecked(post))
  const unread = shown.filter(({ post, found }) => found.is === "unread" && !isChecked(post))
  return (
    <>
      <ul class="plain stack">
        {told.map(({ post, found }) => (
          <li>
            {words[lang].offices[post]}{" "}
            {found.is === "unread" ? (
              <Tag tone="good">{t.confirmed}</Tag>
            ) : (
              <Tag tone={found.is === "yes" ? "good" : "soon"}>{saidOf(found, lang)}</Tag>
            )}
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <details class="quiet">
          <summary>{t.unreadPosts(unread.length)}</summary>
          <p>{unread.map(({ post }) => words[lang].offices[post]).join("; ")}</p>
        </details>
      )}
      {row.checkedName !== null && row.checkedOn !== null && (
        <p>
          {t.checked(
            row.checkedName,
            formatDate(row.checkedOn, lang),
            officeName(row.checkedOffice, lang),
            row.checkedSource ?? "",
          )}
        </p>
      )}
      {row.checkedName === null && shown.some(({ found }) => found.is === "unread") && (
        <p class="quiet">{t.limit}</p>
      )}
    </>
  )
}

const officeName = (office: string | null, lang: Lang) =>
  (words[lang].offices as Readonly<Record<string, string>>)[office ?? ""] ?? ""

function saidOf(found: Found, lang: Lang): string {
  const t = paperWords[lang].competence
  if (found.is === "yes") return t.upTo(formatMoney(found.limit, lang))
  return found.is === "no" && found.why === "amount" ? t.above(formatMoney(found.limit, lang)) : ""
}

/** One decision covers every act: the post must be competent for each. */
function least(acts: Props["acts"], post: Post, on: string): Found {
  const order = (found: Found) =>
    found.is === "no" ? (found.why === "amount" ? 1 : 0) : found.is === "unread" ? 2 : 3
  const found = acts.map(({ act, violation, range: usable }) => {
    const range = "refused" in usable ? (act.typed ?? rangeFor(violation, act.offenderKind)) : usable.range
    return competenceOf({ violation, post, on, whose: act.offenderKind, range }, allPowers())
  })
  return found.sort((one, other) => order(one) - order(other))[0] ?? { is: "no", why: "post" }
}

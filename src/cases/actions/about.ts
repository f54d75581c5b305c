/** Cases that know one number, account or address, and what enterprises were asked to do about it. */
import { can } from "../../accounts/index.ts"
import { formatInstant } from "../../kernel/format.ts"
import { type AboutIdentifier, aboutAsked, firstOf } from "../../kernel/search/about.ts"
import { spokenIdentifier } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { requestsNaming } from "../store/about.ts"
import { words } from "../words.ts"
import { targetWords } from "../words-targets.ts"
import { findCases } from "./finding.ts"

export const casesAbout: AboutIdentifier = async (tx, { desk, lang, value }) => {
  if (desk.officer.bodyKind === "enterprise" || !can(desk.officer, "case.read")) return []
  const spoken = spokenIdentifier(value)
  const found = await findCases(tx, { desk, lang, text: spoken })
  const { shown, ...counted } = firstOf(await requestsNaming(tx, spoken, aboutAsked))
  const t = words[lang]
  const answers: Readonly<Record<string, string>> = { ...t.answers, ...targetWords[lang].answers }
  const cases =
    found === null
      ? []
      : [
          {
            title: found.kind,
            total: found.total,
            hits: found.hits,
            all: found.total > found.hits.length ? found.all : null,
          },
        ]
  return [
    ...cases,
    {
      title: t.page.requests,
      ...counted,
      hits: shown.map((one) => ({
        href: paths.case(one.caseId),
        title: `${t.asks[one.asks]}: ${one.enterpriseName}`,
        note: [
          formatInstant(one.askedAt, lang),
          one.answer === null ? t.requests.waitingAnswer : (answers[one.answer] ?? one.answer),
          one.doneAt === null ? "" : formatInstant(one.doneAt, lang),
        ]
          .filter(Boolean)
          .join(" · "),
      })),
      all: null,
    },
  ]
}

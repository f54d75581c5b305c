/** Visits as the field engine takes them along: one form for each checklist, in the version of today. */
import { can } from "../accounts/index.ts"
import type { FieldForm } from "../kernel/field/routes.tsx"
import { deskOf } from "../kernel/http/env.ts"
import { say } from "../kernel/words.ts"
import { seatOf } from "../signals/index.ts"
import { allChecklists } from "./catalogue.ts"
import { VisitQuestions } from "./pages/visit.tsx"
import { paths } from "./paths.ts"
import { offerOf } from "./routes/visit.ts"
import { pageWords } from "./words-page.ts"

export const visitsInTheField: readonly FieldForm[] = allChecklists().map(({ id, name }) => ({
  slug: `kiem-tra-${id}`,
  title: say(pageWords.vi.visitOf(name.vi), pageWords.en.visitOf(name.en)),
  action: paths.visit(id),
  mayUse: (c) => {
    const { officer } = deskOf(c)
    return can(officer, "inspection.hold")
  },
  questions: async (c) => {
    const offer = await offerOf(seatOf(deskOf(c)), id)
    return offer === null ? null : <VisitQuestions offer={offer} />
  },
}))

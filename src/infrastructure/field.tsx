/** The forms of an incident and of a patrol as the field engine takes them along. */
import { can } from "../accounts/index.ts"
import type { FieldForm } from "../kernel/field/routes.tsx"
import { deskOf } from "../kernel/http/env.ts"
import { say } from "../kernel/words.ts"
import { seatOf } from "../signals/index.ts"
import { offeredFor } from "./actions/places.ts"
import { IncidentQuestions } from "./pages/new-incident.tsx"
import { PatrolQuestions } from "./pages/patrol.tsx"
import { paths } from "./paths.ts"
import { logOffer } from "./routes/patrols.ts"
import { words } from "./words.ts"
import { patrolWords } from "./words-patrol.ts"

export const incidentInTheField: FieldForm = {
  slug: "su-co",
  title: say(words.vi.report, words.en.report),
  action: paths.newIncident,
  mayUse: (c) => can(deskOf(c).officer, "incident.report"),
  questions: async (c) => <IncidentQuestions offered={await offeredFor(seatOf(deskOf(c)))} />,
}

export const patrolInTheField: FieldForm = {
  slug: "tuan-tra",
  title: say(patrolWords.vi.log, patrolWords.en.log),
  action: paths.logPatrol,
  mayUse: (c) => can(deskOf(c).officer, "incident.report"),
  questions: async (c) => <PatrolQuestions offer={await logOffer(seatOf(deskOf(c)))} />,
}

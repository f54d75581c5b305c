/** The form of an incident as the field engine takes it along. */
import { can } from "../accounts/index.ts"
import type { FieldForm } from "../kernel/field/routes.tsx"
import { deskOf } from "../kernel/http/env.ts"
import { say } from "../kernel/words.ts"
import { seatOf } from "../signals/index.ts"
import { offeredFor } from "./actions/places.ts"
import { IncidentQuestions } from "./pages/new-incident.tsx"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

export const incidentInTheField: FieldForm = {
  slug: "su-co",
  title: say(words.vi.report, words.en.report),
  action: paths.newIncident,
  mayUse: (c) => can(deskOf(c).officer, "incident.report"),
  questions: async (c) => <IncidentQuestions offered={await offeredFor(seatOf(deskOf(c)))} />,
}

/** The sentence about invitations to a joint team on the page of my work. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { paths } from "../paths.ts"
import { invitationsWaiting } from "../store/joint.ts"
import { jointWords } from "../words-joint.ts"

export const inspectionsWaiting: WaitingAt = async (tx, { officer }, lang) => {
  if (!can(officer, "inspection.plan")) return []
  const waiting = await invitationsWaiting(tx)
  return waiting.map((one) => ({
    href: paths.invitation(one.id),
    tone: "soon" as const,
    text: jointWords[lang].invitationOf(one.bodyName, one.subject),
  }))
}

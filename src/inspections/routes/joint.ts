/** Invitations to a joint team over HTTP. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { mountForms, type SendingOf } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { seatOf } from "../../signals/index.ts"
import {
  acceptInvitation,
  declineInvitation,
  type InvitationReading,
  readInvitation,
} from "../actions/joint.ts"
import { type InvitationFormName, invitationFormNames, invitationForms } from "../forms-joint.ts"
import { invitationPage } from "../pages/joint.tsx"
import { paths } from "../paths.ts"
import { jointWords } from "../words-joint.ts"
import type { To } from "./sending.ts"

const idPattern = record(":id")
export const jointRoutes = new Hono<Env>()
const seat = (c: Ctx) => seatOf(deskOf(c))

const sending = {
  accept: ({ seat: by, id }, input) => acceptInvitation(by, id, input),
  decline: ({ seat: by, id }, input) => declineInvitation(by, id, input),
} satisfies SendingOf<typeof invitationForms, To>

mountForms(jointRoutes, {
  forms: invitationForms,
  sending,
  page: paths.invitation(idPattern),
  path: (slug) => paths.invitationForm(idPattern, slug),
  reads: [requireOfficer, allow("inspection.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => readInvitation(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(invitationPage({ frame: frameOf(c), reading, may: offered(c, reading), ...shown }), status),
  last: ({ invitation }) =>
    invitation.answeredAt === null
      ? null
      : { at: invitation.answeredAt, by: invitation.answeredName, what: null },
  sentence: (c, refused) => jointWords[c.get("language")].refusals[refused],
  at: (refused) => (refused === "badJointMember" ? "members" : null),
  done: (c) => c.redirect(`${paths.invitation(idOf(c))}?xong=1`, 303),
})

function offered(c: Ctx, { invitation, isAsked }: InvitationReading): InvitationFormName[] {
  if (!isAsked || invitation.state !== "asked") return []
  return invitationFormNames.filter((name) => can(deskOf(c).officer, invitationForms[name].verb))
}

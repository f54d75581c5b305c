/** Coming in by link: invited to a post, or given a link for a new password. A link opens once and expires. */
import { asJob, asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk, Role } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { enqueue } from "../../kernel/queue.ts"
import type { InvitationView } from "../domain/account.ts"
import { type PasswordFault, passwordFault } from "../domain/password.ts"
import { invitationDays, passwordLinkHours } from "../domain/session.ts"
import { can } from "../policy.ts"
import { heldPosts, putPasswordHash, replaceRecoveryCodes, setTotp } from "../store/credentials.ts"
import {
  acceptInvitation,
  hasOutgrown,
  insertInvitation,
  openInvitation,
  openInvitations,
  revokeInvitation,
} from "../store/invitations.ts"
import {
  holdsPostAt,
  insertPost,
  lockPost,
  officerByEmail,
  putOfficer,
  servesElsewhere,
} from "../store/officers.ts"
import { revokeSessions } from "../store/sessions.ts"
import { mailsLinks } from "./mailing.ts"
import { hashPassword, newToken, tokenHash, tokenPattern } from "./secrets.ts"

export type InvitationInput = {
  email: string
  fullName: string
  title: string
  role: Role
  bodyId: string
  unitId?: string | null
}
/** `asked`: a second person must agree first. `mailed`: the link goes to the officer's own mail and is seen by nobody else. */
export type Sent = { at: "invited"; token: string } | { at: "mailed" } | { at: "asked" }
export type InviteResult = Sent | { at: "not-this-body" }

/** The keeper of the chart gives other bodies their administrators, and nothing else. */
export async function invite(desk: Desk, input: InvitationInput): Promise<InviteResult> {
  const isElsewhere = input.bodyId !== desk.who.bodyId
  const mayElsewhere = input.role === "administrator" && can(desk.officer, "administrator.invite-elsewhere")
  if (isElsewhere && !mayElsewhere) return { at: "not-this-body" }
  return asOfficer(desk.house.db, desk.who, (tx) => inviteIn(tx, desk, input))
}

/** For many at once, in one transaction; who may invite whom was asked before. */
export async function inviteIn(tx: Tx, desk: Desk, input: InvitationInput): Promise<Sent> {
  const token = newToken()
  const made = await insertInvitation(tx, {
    ...input,
    email: input.email.trim().toLowerCase(),
    purpose: "post",
    tokenHash: tokenHash(desk.house.keys, "invitation", token),
    invitedBy: desk.who.officerId,
    hours: invitationDays * 24,
  })
  const details = { role: input.role, body: input.bodyId, needsSecond: made.needsSecond }
  await journal(tx, { what: "officer.invited", record: { kind: "invitation", id: made.id }, details })
  return sent(tx, desk, made, token)
}

/** The same request in the name of who acts now; a link that had been asked for is a new one. */
export async function askAgain(tx: Tx, desk: Desk, asked: InvitationView): Promise<void> {
  const { bodyId, email, fullName, title, role, unitId, purpose } = asked
  const token = newToken()
  const made = await insertInvitation(tx, {
    ...{ bodyId, email, fullName, title, role, unitId, purpose },
    tokenHash: tokenHash(desk.house.keys, "invitation", token),
    invitedBy: desk.who.officerId,
    hours: purpose === "post" ? invitationDays * 24 : passwordLinkHours,
  })
  const what = purpose === "post" ? "officer.invited" : "password-link.made"
  const details = { role, body: bodyId, needsSecond: made.needsSecond }
  await journal(tx, { what, record: { kind: "invitation", id: made.id }, details })
  await sent(tx, desk, made, token)
}

/** Where the link goes now, if it goes anywhere yet. */
async function sent(
  tx: Tx,
  { house }: Desk,
  made: { id: string; needsSecond: boolean },
  token: string,
): Promise<Sent> {
  const mails = mailsLinks(house)
  if (mails)
    await enqueue(tx, made.needsSecond ? "accounts.mail-asked" : "accounts.mail-link", {
      invitation: made.id,
    })
  if (made.needsSecond) return { at: "asked" }
  return mails ? { at: "mailed" } : { at: "invited", token }
}

export type PasswordLinkResult = InviteResult | { at: "serves-elsewhere" }

/**
 * A link with which an officer of my body sets a new password and their second step falls away. Not for an officer
 * who also serves another body: its administrator has not agreed to let us in there.
 */
export function invitePassword(desk: Desk, postId: string): Promise<PasswordLinkResult> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post === null || post.bodyId !== desk.who.bodyId || post.hasEnded) return { at: "not-this-body" }
    if (await servesElsewhere(tx, post.officerId)) return { at: "serves-elsewhere" }
    const token = newToken()
    const made = await insertInvitation(tx, {
      bodyId: post.bodyId,
      purpose: "password",
      tokenHash: tokenHash(desk.house.keys, "invitation", token),
      email: post.email,
      fullName: post.name,
      title: post.title,
      role: post.role,
      invitedBy: desk.who.officerId,
      hours: passwordLinkHours,
    })
    const details = { officer: post.officerId, needsSecond: made.needsSecond }
    await journal(tx, { what: "password-link.made", record: { kind: "invitation", id: made.id }, details })
    return sent(tx, desk, made, token)
  })
}

export function listInvitations(desk: Desk): Promise<InvitationView[]> {
  return asOfficer(desk.house.db, desk.who, openInvitations)
}

export function endInvitation(desk: Desk, id: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const done = await revokeInvitation(tx, id)
    if (done) await journal(tx, { what: "invitation.revoked", record: { kind: "invitation", id } })
    return done
  })
}

/** `known`: the e-mail belongs to an officer who can sign in, and who must do so to take the post. */
export type Seen = { invitation: InvitationView; known: { officerId: string } | null }

export function readInvitation(house: House, token: string): Promise<Seen | null> {
  if (!tokenPattern.test(token)) return Promise.resolve(null)
  return asJob(house.db, "accounts.invitation", (tx) => see(tx, tokenHash(house.keys, "invitation", token)))
}

async function see(tx: Tx, hash: string): Promise<Seen | null> {
  const invitation = await openInvitation(tx, hash)
  if (invitation === null) return null
  const officer = await officerByEmail(tx, invitation.email)
  return { invitation, known: officer?.canSignIn ? { officerId: officer.officerId } : null }
}

export type AcceptInput = { token: string; name: string; password: string; signedInAs: string | null }
export type AcceptResult =
  | { at: "taken"; officerId: string; postId: string | null; bodyId: string }
  | { at: "gone" }
  | { at: "sign-in-first" }
  | { at: "serves-elsewhere" }
  | { at: "fault"; fault: PasswordFault }

/** The invitation is locked while it is taken, so that a link sent on to two people lets one in. */
export async function accept(house: House, input: AcceptInput): Promise<AcceptResult> {
  const seen = await readInvitation(house, input.token)
  if (seen === null) return { at: "gone" }
  const asKnown = seen.invitation.purpose === "post" && seen.known !== null
  if (asKnown && input.signedInAs !== seen.known?.officerId) return { at: "sign-in-first" }
  const fault = asKnown
    ? null
    : passwordFault(input.password, { email: seen.invitation.email, name: input.name })
  if (fault !== null) return { at: "fault", fault }
  // Hashed before the lock: it takes longer than all the rest.
  const hash = asKnown ? null : await hashPassword(input.password)
  return asJob(house.db, "accounts.invitation", async (tx) => {
    const again = await see(tx, tokenHash(house.keys, "invitation", input.token))
    if (again === null || (again.known === null) !== (seen.known === null)) return { at: "gone" }
    if (hash !== null && !again.invitation.keepsSecondStep && (await isElsewhere(tx, again.invitation)))
      return { at: "serves-elsewhere" }
    if (await hasOutgrown(tx, again.invitation.id)) return { at: "gone" }
    await acceptInvitation(tx, again.invitation.id)
    return again.invitation.purpose === "post"
      ? takePost(tx, again.invitation, { name: input.name, hash })
      : takePassword(tx, again.invitation, hash)
  })
}

/**
 * A link that sets a password may be shown to the administrator who made it. It must therefore never open an account
 * that already serves another body. One that the owner asked for went to their own mail.
 */
async function isElsewhere(tx: Tx, invitation: InvitationView): Promise<boolean> {
  const officer = await officerByEmail(tx, invitation.email)
  if (officer === null) return false
  const posts = await heldPosts(tx, officer.officerId)
  return posts.some((post) => post.bodyId !== invitation.bodyId)
}

async function takePost(
  tx: Tx,
  invitation: InvitationView,
  person: { name: string; hash: string | null },
): Promise<AcceptResult> {
  const { id: officerId } = await putOfficer(tx, { email: invitation.email, name: person.name })
  if (person.hash !== null) await putPasswordHash(tx, officerId, person.hash)
  const { bodyId, title, role, unitId } = invitation
  const postId = await insertPost(tx, { officerId, bodyId, title, role, unitId })
  const details = { invitation: invitation.id, officer: officerId, body: bodyId, role }
  await journal(tx, { what: "post.given", record: { kind: "post", id: postId }, details })
  return { at: "taken", officerId, postId, bodyId }
}

async function takePassword(tx: Tx, invitation: InvitationView, hash: string | null): Promise<AcceptResult> {
  const officer = await officerByEmail(tx, invitation.email)
  if (officer === null || hash === null || !(await holdsPostAt(tx, officer.officerId, invitation.bodyId)))
    return { at: "gone" }
  const { officerId } = officer
  await putPasswordHash(tx, officerId, hash)
  // Who asked for it alone, by a mail address, has shown one thing; the second step is the other.
  if (!invitation.keepsSecondStep) {
    await setTotp(tx, officerId, null, 0)
    await replaceRecoveryCodes(tx, officerId, [])
  }
  const ended = await revokeSessions(tx, { officerId, why: "password-changed" })
  const details = { invitation: invitation.id, sessionsEnded: ended.length }
  await journal(tx, { what: "password.replaced", record: { kind: "officer", id: officerId }, details })
  return { at: "taken", officerId, postId: null, bodyId: invitation.bodyId }
}

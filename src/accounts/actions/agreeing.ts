/** The second person: who asks for a link or a post of higher standing does not decide it (migration 0701). */
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { enqueue } from "../../kernel/queue.ts"
import type { AskedInvitation, RecoveryView } from "../domain/account.ts"
import { invitationDays, passwordLinkHours } from "../domain/session.ts"
import { agreeToInvitation, invitationsToAgree, recentRecoveries } from "../store/agreeing.ts"
import { mailsLinks } from "./mailing.ts"
import { newToken, tokenHash } from "./secrets.ts"

export function listToAgree(desk: Desk): Promise<AskedInvitation[]> {
  return asOfficer(desk.house.db, desk.who, invitationsToAgree)
}

/** Accounts that were opened on the machine itself within thirty days; none for who is no administrator. */
export function listRecoveries(desk: Desk): Promise<RecoveryView[]> {
  return asOfficer(desk.house.db, desk.who, recentRecoveries)
}

export type AgreeResult =
  | { at: "not-found" }
  | { at: "mailed"; name: string }
  /** This installation sends no mail: the second person hands the link over. */
  | { at: "agreed"; name: string; token: string }

/** The link is made anew, so that who asked has never seen it; it goes to the officer's own mail. */
export function agree(desk: Desk, id: string): Promise<AgreeResult> {
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<AgreeResult> => {
    const asked = (await invitationsToAgree(tx)).find((one) => one.id === id)
    if (asked === undefined) return { at: "not-found" }
    const token = newToken()
    const hours = asked.purpose === "post" ? invitationDays * 24 : passwordLinkHours
    const hash = tokenHash(desk.house.keys, "invitation", token)
    if (!(await agreeToInvitation(tx, { id, hash, hours }))) return { at: "not-found" }
    const details = { purpose: asked.purpose, role: asked.role }
    await journal(tx, { what: "invitation.agreed", record: { kind: "invitation", id }, details })
    if (!mailsLinks(desk.house)) return { at: "agreed", name: asked.fullName, token }
    await enqueue(tx, "accounts.mail-link", { invitation: id })
    return { at: "mailed", name: asked.fullName }
  })
}

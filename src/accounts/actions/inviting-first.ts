/** The first administrators: nobody is there to invite them, so the set-up does, and again while nobody has come in. */
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import type { Keys } from "../../kernel/keys.ts"
import { invitationDays } from "../domain/session.ts"
import { firstInvitations, insertInvitation, revokeInvitation } from "../store/invitations.ts"
import { bodyBySlug, hasAdministrator } from "../store/officers.ts"
import { newToken, tokenHash } from "./secrets.ts"

export type FirstAdministrator = { name: string; email: string; title: string; bodySlug: string }
/** The token of the link with which they choose their password themselves. */
export type FirstInvited = { name: string; email: string; token: string }

/** As the set-up's job, in its transaction. */
export async function inviteFirst(tx: Tx, keys: Keys, person: FirstAdministrator): Promise<FirstInvited> {
  const bodyId = await bodyBySlug(tx, person.bodySlug)
  if (bodyId === null) throw new Error(`no body has the slug ${person.bodySlug}`)
  const token = newToken()
  const { name, email, title } = person
  const { id } = await insertInvitation(tx, {
    ...{ bodyId, email, title, fullName: name, purpose: "post", role: "administrator", invitedBy: null },
    tokenHash: tokenHash(keys, "invitation", token),
    hours: invitationDays * 24,
  })
  const details = { role: "administrator", body: bodyId, by: "setup" }
  await journal(tx, { what: "officer.invited", record: { kind: "invitation", id }, details })
  return { name, email, token }
}

/** One more, as long as nobody administers: where the first never came and their invitations are gone. Null: somebody does. */
export async function inviteFirstAnew(
  tx: Tx,
  keys: Keys,
  person: FirstAdministrator,
): Promise<FirstInvited | "no-body" | null> {
  if (await hasAdministrator(tx)) return null
  return (await bodyBySlug(tx, person.bodySlug)) === null ? "no-body" : inviteFirst(tx, keys, person)
}

/** New links for those who have not come, the links before are dead; null: an administrator is there to invite them. */
export async function inviteFirstAgain(
  tx: Tx,
  keys: Keys,
): Promise<(FirstInvited & { body: string })[] | null> {
  if (await hasAdministrator(tx)) return null
  const invited: (FirstInvited & { body: string })[] = []
  for (const { id, body, ...person } of await firstInvitations(tx)) {
    await revokeInvitation(tx, id)
    await journal(tx, { what: "invitation.revoked", record: { kind: "invitation", id } })
    invited.push({ ...(await inviteFirst(tx, keys, person)), body })
  }
  return invited
}

/** The last resort, on the machine itself: journaled, told to the owner, shown to every administrator for thirty days. */
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { journal } from "../../kernel/journal.ts"
import { ownLinkHours } from "../domain/session.ts"
import { keepRecovery } from "../store/agreeing.ts"
import { heldPosts } from "../store/credentials.ts"
import { insertInvitation } from "../store/invitations.ts"
import { bodyNameOf, officerByEmail } from "../store/officers.ts"
import { newToken, tokenHash } from "./secrets.ts"

export type Recovered = { token: string; name: string; hours: number }

/** Null: no officer who holds a post today has this address. */
export function recoverAccount(house: Pick<House, "db" | "keys">, email: string): Promise<Recovered | null> {
  const address = email.trim().toLowerCase()
  return asJob(house.db, "accounts.recover", async (tx) => {
    const officer = await officerByEmail(tx, address)
    const [post] = officer === null ? [] : await heldPosts(tx, officer.officerId)
    if (officer === null || post === undefined) return null
    const token = newToken()
    const { id } = await insertInvitation(tx, {
      bodyId: post.bodyId,
      purpose: "password",
      tokenHash: tokenHash(house.keys, "invitation", token),
      email: address,
      fullName: officer.name,
      title: "",
      role: post.role,
      invitedBy: null,
      hours: ownLinkHours,
    })
    const { officerId, name } = officer
    await keepRecovery(tx, { officerId, fullName: name, bodyName: await bodyNameOf(tx, post.bodyId) })
    const details = { officer: officerId, by: "machine" }
    await journal(tx, { what: "account.recovered", record: { kind: "invitation", id }, details })
    return { token, name, hours: ownLinkHours }
  })
}

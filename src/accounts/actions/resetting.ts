/** Forgotten: anyone may ask a link to the mail address of their own record. Whether an address is known is never told. */
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { journal } from "../../kernel/journal.ts"
import { enqueue } from "../../kernel/queue.ts"
import { ownLinkHours } from "../domain/session.ts"
import { heldPosts } from "../store/credentials.ts"
import { insertInvitation } from "../store/invitations.ts"
import { officerByEmail } from "../store/officers.ts"
import { accountHash, type From, resetBuckets, takeTry } from "./door.ts"
import { newToken, tokenHash } from "./secrets.ts"

export type ResetResult = { at: "asked" } | { at: "wait"; minutes: number }

/** Counted whether or not the address is known, so that the wait tells nothing either. */
export async function askReset(house: House, email: string, from: From): Promise<ResetResult> {
  const address = email.trim().toLowerCase().slice(0, 254)
  const allowed = await takeTry(house, resetBuckets(accountHash(house.keys, address), from))
  if (allowed.minutes > 0) return { at: "wait", minutes: allowed.minutes }
  await asJob(house.db, "accounts.reset", async (tx) => {
    const officer = await officerByEmail(tx, address)
    const [post] = officer === null ? [] : await heldPosts(tx, officer.officerId)
    if (officer === null || !officer.canSignIn || post === undefined) return
    const { id } = await insertInvitation(tx, {
      bodyId: post.bodyId,
      purpose: "password",
      // Nobody holds this one: the worker makes the one that it mails.
      tokenHash: tokenHash(house.keys, "invitation", newToken()),
      email: address,
      fullName: officer.name,
      title: "",
      role: post.role,
      invitedBy: null,
      keepsSecondStep: true,
      hours: ownLinkHours,
    })
    const details = { officer: officer.officerId }
    await journal(tx, { what: "password-link.asked", record: { kind: "invitation", id }, details })
    await enqueue(tx, "accounts.mail-link", { invitation: id })
  })
  return { at: "asked" }
}

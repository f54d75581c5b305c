import type { Tx } from "../../kernel/db/database.ts"
import type { Role } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { putPasswordHash } from "../store/credentials.ts"
import { bodyBySlug, heldPost, insertPost, putOfficer } from "../store/officers.ts"
import { hashPassword } from "./secrets.ts"

export type OfficerToCreate = {
  email: string
  name: string
  bodySlug: string
  role: Role
  title: string
  /** Absent: the officer cannot sign in until an invitation is accepted. */
  password?: string
  /** Absent: from the program's today. */
  validFrom?: string
}

/** For seeds and the demo, in a job's transaction; may run twice. An existing officer gets the post, not the password. */
export async function createOfficer(
  tx: Tx,
  input: OfficerToCreate,
): Promise<{ officerId: string; postId: string; bodyId: string }> {
  const bodyId = await bodyBySlug(tx, input.bodySlug)
  if (bodyId === null) throw new Error(`no body has the slug ${input.bodySlug}`)
  const officer = await putOfficer(tx, { email: input.email.trim().toLowerCase(), name: input.name })
  if (officer.isNew && input.password !== undefined)
    await putPasswordHash(tx, officer.id, await hashPassword(input.password))
  const held = await heldPost(tx, { officerId: officer.id, bodyId, role: input.role })
  if (held !== null) return { officerId: officer.id, postId: held, bodyId }
  const postId = await insertPost(tx, {
    officerId: officer.id,
    bodyId,
    title: input.title,
    role: input.role,
    ...(input.validFrom === undefined ? {} : { validFrom: input.validFrom }),
  })
  const details = { role: input.role, body: bodyId, officer: officer.id }
  await journal(tx, { what: "post.given", record: { kind: "post", id: postId }, details })
  return { officerId: officer.id, postId, bodyId }
}

/** The administrator keeps who serves this body, in which role. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk, Role } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import type { OfficerView, PostRefusal } from "../domain/account.ts"
import type { OfficerHolder } from "../holdings.ts"
import { isHighStanding } from "../policy.ts"
import { administratorsOf, bodiesToday, lockPost, postsOfBody, setRole } from "../store/officers.ts"
import { endPostOf, heldAt } from "./handover.ts"

export function listOfficers(desk: Desk): Promise<OfficerView[]> {
  return asOfficer(desk.house.db, desk.who, (tx) => postsOfBody(tx, desk.who.bodyId))
}

export function listBodies(desk: Desk): Promise<{ id: string; name: string }[]> {
  return asOfficer(desk.house.db, desk.who, bodiesToday)
}

export type PostResult = { at: "done" } | { at: "refused"; why: PostRefusal }

/**
 * Downwards or sideways only: a post of higher standing comes by an invitation to which a second person agreed. What the new
 * role could not go on with is handed over first.
 */
export function changeRole(
  desk: Desk,
  holders: readonly OfficerHolder[],
  postId: string,
  role: Role,
): Promise<PostResult> {
  if (isHighStanding(role)) return Promise.resolve({ at: "refused", why: "needs-second" })
  return onPost(desk, postId, async (tx, post) => {
    const held = await heldAt(tx, holders, post, [role])
    if (held.some(({ holder }) => holder.takes !== null)) return "holds"
    await setRole(tx, postId, role)
    const details = { from: post.role, to: role, officer: post.officerId }
    await journal(tx, { what: "post.role-changed", record: { kind: "post", id: postId }, details })
    return null
  })
}

/**
 * At once, not at midnight: the next request of a session at this desk finds nobody signed in. Refused while something hangs
 * on it: `handOver` ends it then.
 */
export function closePost(
  desk: Desk,
  holders: readonly OfficerHolder[],
  postId: string,
): Promise<PostResult> {
  return onPost(desk, postId, async (tx, post) => {
    if ((await heldAt(tx, holders, post)).length > 0) return "holds"
    await endPostOf(tx, desk, post)
    return null
  })
}

/** A body always keeps an administrator, and nobody changes their own post by mistake. */
function onPost(
  desk: Desk,
  postId: string,
  change: (tx: Tx, post: OfficerView) => Promise<PostRefusal | null>,
): Promise<PostResult> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const administrators = await administratorsOf(tx, desk.who.bodyId)
    const post = await lockPost(tx, postId)
    const refused = (why: PostRefusal): PostResult => ({ at: "refused", why })
    if (post === null || post.hasEnded || post.bodyId !== desk.who.bodyId) return refused("not-found")
    if (postId === desk.officer.postId) return refused("own-post")
    if (post.role === "administrator" && administrators < 2) return refused("last-administrator")
    const why = await change(tx, post)
    return why === null ? { at: "done" } : refused(why)
  })
}

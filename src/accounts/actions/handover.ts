/** A leaving officer: what hangs on them in this body, who takes it over, and the end of the post, in one transaction. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk, Role } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import type { OfficerView, PostRefusal } from "../domain/account.ts"
import type { Holding, OfficerHolder } from "../holdings.ts"
import { rolesThatMay } from "../policy.ts"
import { administratorsOf, endPost, lockPost, postsOfBody } from "../store/officers.ts"
import type { Colleague } from "./colleagues.ts"
import { reasked } from "./reasking.ts"

export const shownMax = 200
const atOnce = 500
/** Ten thousand things of one kind: more than one person's work. */
const roundsMax = 20

export type Held = { holder: OfficerHolder; items: readonly Holding[]; takers: readonly Colleague[] }
export type Handover = { post: OfficerView; held: readonly Held[] }

/** Null: no such post here, or it has ended. */
export function readHandover(
  desk: Desk,
  holders: readonly OfficerHolder[],
  postId: string,
): Promise<Handover | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post === null || post.hasEnded || post.bodyId !== desk.who.bodyId) return null
    return { post, held: await heldAt(tx, holders, post) }
  })
}

/** Empty: nothing hangs on this post that no other post of the same officer in this body could go on with. */
export async function heldAt(
  tx: Tx,
  holders: readonly OfficerHolder[],
  post: OfficerView,
  keeps: readonly Role[] = [],
): Promise<Held[]> {
  const posts = (await postsOfBody(tx, post.bodyId)).filter((one) => !one.hasEnded)
  const others = posts.filter((one) => one.officerId === post.officerId && one.postId !== post.postId)
  const roles = [...keeps, ...others.map(({ role }) => role)]
  const held: Held[] = []
  for (const holder of [...holders, reasked]) {
    const mayGoOn = roles.some((role) => holder.takes !== null && rolesThatMay(holder.takes).includes(role))
    const items = mayGoOn ? [] : await holder.heldBy(tx, post, shownMax + 1)
    if (items.length > 0) held.push({ holder, items, takers: takersOf(holder, posts, post) })
  }
  return held
}

function takersOf(holder: OfficerHolder, posts: readonly OfficerView[], leaving: OfficerView): Colleague[] {
  const { takes } = holder
  if (takes === null) return []
  const fit = posts.filter(
    ({ role, officerId }) => officerId !== leaving.officerId && rolesThatMay(takes).includes(role),
  )
  return [...new Map(fit.map((one) => [one.officerId, one])).values()]
}

export type HandoverInput = { takers: Readonly<Record<string, string>>; ends: boolean }
export type HandoverResult =
  | { at: "done"; passed: number }
  | { at: "refused"; why: PostRefusal }
  /** Kinds of things for which nobody, or nobody who may, was chosen. */
  | { at: "nobody"; kinds: readonly string[] }

export function handOver(
  desk: Desk,
  holders: readonly OfficerHolder[],
  postId: string,
  { takers, ends }: HandoverInput,
): Promise<HandoverResult> {
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<HandoverResult> => {
    const administrators = await administratorsOf(tx, desk.who.bodyId)
    const post = await lockPost(tx, postId)
    if (post === null || post.hasEnded || post.bodyId !== desk.who.bodyId)
      return { at: "refused", why: "not-found" }
    if (postId === desk.officer.postId) return { at: "refused", why: "own-post" }
    if (ends && post.role === "administrator" && administrators < 2)
      return { at: "refused", why: "last-administrator" }
    const held = await heldAt(tx, holders, post)
    const chosen = held.map((one) => ({
      ...one,
      to: one.takers.find(({ officerId }) => officerId === takers[one.holder.name]) ?? null,
    }))
    const kinds = chosen.filter(({ holder, to }) => holder.takes !== null && to === null)
    if (kinds.length > 0) return { at: "nobody", kinds: kinds.map(({ holder }) => holder.name) }
    let passed = 0
    for (const { holder, to } of chosen)
      if (ends || holder.takes !== null) passed += await passAll(tx, desk, { holder, post, to })
    if (ends) await endPostOf(tx, desk, post)
    return { at: "done", passed }
  })
}

export async function endPostOf(tx: Tx, desk: Desk, post: OfficerView): Promise<void> {
  await endPost(tx, { postId: post.postId, bodyId: post.bodyId, endedBy: desk.who.officerId })
  const details = { role: post.role, officer: post.officerId }
  await journal(tx, { what: "post.ended", record: { kind: "post", id: post.postId }, details })
}

type Passing = { holder: OfficerHolder; post: OfficerView; to: Colleague | null }

async function passAll(tx: Tx, desk: Desk, { holder, post, to }: Passing): Promise<number> {
  let passed = 0
  for (let round = 0; ; round += 1) {
    const ids = (await holder.heldBy(tx, post, atOnce)).map(({ id }) => id)
    if (ids.length === 0) break
    if (round === roundsMax)
      throw new Error(`${holder.name}: more hangs on this officer than one handover moves`)
    if (holder.takes === null) await holder.settle(tx, desk, post, ids)
    else if (to !== null) await holder.pass(tx, desk, post, ids, to)
    passed += ids.length
  }
  const details = { officer: post.officerId, to: to?.officerId ?? null, kind: holder.name, count: passed }
  await journal(tx, { what: "officer.handed-over", record: { kind: "post", id: post.postId }, details })
  return passed
}

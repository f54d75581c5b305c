/** Who sits at the desks of my body: for slices that hand work to a colleague. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk, Role } from "../../kernel/http/env.ts"
import { postsOfBody } from "../store/officers.ts"

export type Colleague = { officerId: string; name: string; title: string; role: Role }

/** Each person once, by name, though they hold two posts; administrators do no casework. */
export function colleaguesOf(desk: Desk): Promise<Colleague[]> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const posts = await postsOfBody(tx, desk.who.bodyId)
    const held = posts.filter((post) => !post.hasEnded && post.role !== "administrator")
    const byOfficer = new Map(held.map((post) => [post.officerId, post]))
    return [...byOfficer.values()].map(({ officerId, name, title, role }) => ({
      officerId,
      name,
      title,
      role,
    }))
  })
}

/** Officers of my body who may sign its papers. */
export const signersOf = async (desk: Desk): Promise<Colleague[]> =>
  (await colleaguesOf(desk)).filter((one) => one.role === "leader")

/** Null: nobody who sits at a desk of that body. */
export async function nameOfColleague(tx: Tx, bodyId: string, officerId: string): Promise<string | null> {
  const posts = await postsOfBody(tx, bodyId)
  return posts.find((post) => post.officerId === officerId && !post.hasEnded)?.name ?? null
}

/** The posts at which an officer sits at that body today; empty: none. */
export async function postsHeldIn(
  tx: Tx,
  bodyId: string,
  officerId: string,
): Promise<{ postId: string; name: string; title: string }[]> {
  const posts = await postsOfBody(tx, bodyId)
  return posts
    .filter((post) => post.officerId === officerId && !post.hasEnded)
    .map(({ postId, name, title }) => ({ postId, name, title }))
}

export type Contact = { officerId: string; name: string; email: string; role: Role }

/** For jobs that write to people: who holds a post at that body today. */
export async function contactsOf(tx: Tx, bodyId: string): Promise<Contact[]> {
  const posts = await postsOfBody(tx, bodyId)
  return posts
    .filter((post) => !post.hasEnded)
    .map(({ officerId, name, email, role }) => ({ officerId, name, email, role }))
}

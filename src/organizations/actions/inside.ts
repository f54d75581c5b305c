/** What an administrator keeps for their own body: its units, and who signs for whom. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { existsOn } from "../domain/chart.ts"
import { type DelegationRefusal, mayStandFor, type NewDelegation, refusalOf } from "../domain/delegation.ts"
import { type Unit, unitsOf } from "../store/bodies.ts"
import {
  delegationsOf,
  endDelegation,
  endUnit,
  insertDelegation,
  insertUnit,
  lockDelegations,
  type NamedDelegation,
  type Post,
  postsOn,
} from "../store/inside.ts"

export type InsideView = { units: Unit[]; delegations: NamedDelegation[]; posts: Post[]; today: string }

export function readInside(desk: Desk): Promise<InsideView> {
  const { bodyId } = desk.who
  return asOfficer(desk.house.db, desk.who, async (tx) => ({
    units: await unitsOf(tx, bodyId),
    delegations: await delegationsOf(tx, bodyId),
    posts: await postsOn(tx, bodyId, todayOf(desk)),
    today: todayOf(desk),
  }))
}

/** A unit of that name may come again once the earlier one has ended. */
export function addUnit(desk: Desk, name: string): Promise<{ done: true } | { refused: "known" }> {
  const { bodyId } = desk.who
  const today = todayOf(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const units = await unitsOf(tx, bodyId)
    if (units.some((unit) => unit.name === name && existsOn(unit, today)))
      return { refused: "known" as const }
    const id = await insertUnit(tx, { bodyId, name, validFrom: today })
    await journal(tx, { what: "unit.added", record: { kind: "unit", id } })
    return { done: true as const }
  })
}

/** Today is its last day. */
export function closeUnit(desk: Desk, id: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    if (!(await endUnit(tx, id, todayOf(desk)))) return false
    await journal(tx, { what: "unit.ended", record: { kind: "unit", id } })
    return true
  })
}

export function giveDelegation(
  desk: Desk,
  wanted: NewDelegation,
): Promise<{ done: true } | { refused: DelegationRefusal | "postUnknown" }> {
  const { bodyId } = desk.who
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    await lockDelegations(tx, bodyId)
    const posts = new Set((await postsOn(tx, bodyId, todayOf(desk))).map((post) => post.id))
    if (!posts.has(wanted.fromPostId) || !posts.has(wanted.toPostId))
      return { refused: "postUnknown" as const }
    const refused = refusalOf(wanted, await delegationsOf(tx, bodyId))
    if (refused !== null) return { refused }
    const id = await insertDelegation(tx, { ...wanted, bodyId })
    const { form, validFrom, validTo } = wanted
    await journal(tx, {
      what: "delegation.given",
      record: { kind: "delegation", id },
      details: { form, validFrom, validTo },
    })
    return { done: true as const }
  })
}

/** Today is its last day: what was signed under it stays signed. */
export function withdrawDelegation(desk: Desk, id: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    if (!(await endDelegation(tx, id, todayOf(desk)))) return false
    await journal(tx, { what: "delegation.ended", record: { kind: "delegation", id } })
    return true
  })
}

/** For whom a post of the acting body may sign on a day, with the form that stands before the signature. */
export async function signingPowersOf(
  tx: Tx,
  of: { bodyId: string; postId: string; day: string },
): Promise<NamedDelegation[]> {
  const given = await delegationsOf(tx, of.bodyId)
  const ids = new Set(mayStandFor(given, of.postId, of.day).map((one) => one.id))
  return given.filter((one) => ids.has(one.id))
}

const todayOf = (desk: Desk) => localDateOf(desk.house.clock.now())

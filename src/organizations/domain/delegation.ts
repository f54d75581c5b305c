/**
 * Signing for another (Nghị định 30/2020/NĐ-CP, Điều 13): KT. by the deputy of a head, TL. by the head of a unit on a
 * head's order, TUQ. by authorisation. An authorisation is written, limited in time and in matter, and whoever holds it
 * may not authorise a third.
 */
import { existsOn, type Validity } from "./chart.ts"

export const delegationForms = ["KT", "TL", "TUQ"] as const
export type DelegationForm = (typeof delegationForms)[number]

export type Delegation = Validity & {
  id: string
  fromPostId: string
  toPostId: string
  form: DelegationForm
  scope: string
  basis: string
}
export type NewDelegation = Omit<Delegation, "id">
export type DelegationRefusal = "itself" | "needsEnd" | "endsBeforeStart" | "authorisedAgain" | "givenAlready"

/** Null: it may be given. */
export function refusalOf(wanted: NewDelegation, given: readonly Delegation[]): DelegationRefusal | null {
  if (wanted.fromPostId === wanted.toPostId) return "itself"
  if (wanted.validTo !== null && wanted.validTo < wanted.validFrom) return "endsBeforeStart"
  if (wanted.form === "TUQ" && wanted.validTo === null) return "needsEnd"
  const together = given.filter((one) => overlap(one, wanted))
  if (
    wanted.form === "TUQ" &&
    together.some((one) => one.form === "TUQ" && one.toPostId === wanted.fromPostId)
  )
    return "authorisedAgain"
  const isSame = (one: Delegation) =>
    one.form === wanted.form &&
    one.fromPostId === wanted.fromPostId &&
    one.toPostId === wanted.toPostId &&
    one.scope === wanted.scope
  return together.some(isSame) ? "givenAlready" : null
}

function overlap(one: Validity, other: Validity): boolean {
  const ends = (a: Validity, b: Validity) => a.validTo !== null && a.validTo < b.validFrom
  return !ends(one, other) && !ends(other, one)
}

/** For whom a post may sign on a day. */
export function mayStandFor(given: readonly Delegation[], postId: string, day: string): Delegation[] {
  return given.filter((one) => one.toPostId === postId && existsOn(one, day))
}

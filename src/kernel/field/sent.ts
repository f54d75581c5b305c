/** What a form that came from a device in the field says besides its answers. */
import type { Ctx, Lists } from "../http/env.ts"
import { onceOf } from "../http/once.ts"

/** `key`: made on the device, the same however often it sends. `deviceAt`: by the clock of the device, which may be wrong. */
export type FieldSent = { key: string; deviceAt: Date | null }

/** Null for a form of a page. "otherOfficer": who is signed in is not who wrote it, so nothing of it may be theirs. */
export function fieldSent(c: Ctx, lists: Lists): FieldSent | null | "otherOfficer" {
  const writer = lists.fieldOfficer?.at(-1)
  const key = onceOf(c)
  if (writer === undefined || key === null) return null
  if (writer !== c.get("officer")?.officerId) return "otherOfficer"
  const at = new Date(lists.deviceAt?.at(-1) ?? "")
  return { key, deviceAt: Number.isNaN(at.getTime()) ? null : at }
}

/** The private look-up for apps: they send the beginning of a print and compare the rest on the device. */
import { readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { padded, type prefixKinds } from "../domain/prefix.ts"
import { printsBeginning } from "../store/public.ts"

export async function printsFor(
  house: House,
  kind: (typeof prefixKinds)[number],
  prefix: string,
): Promise<string[]> {
  const prints = await readAsPublic(house.db, (tx) => printsBeginning(tx, kind, prefix))
  return padded(prefix, prints, (n) => house.keys.hmac("session", `padding ${kind} ${prefix} ${n}`))
}

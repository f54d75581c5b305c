/** Asking for warnings by mail, confirming, leaving. The address lies under a seal, and goes when it is left. */
import { asPublic, asReporter } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import {
  askFor,
  confirmOwn,
  leaveOwn,
  ownSubscription,
  type Standing,
  type Wanted,
} from "../store/subscriptions.ts"

export async function subscribe(
  house: House,
  { address, ...wanted }: Wanted & { address: string },
): Promise<void> {
  const plain = address.trim().toLowerCase()
  const sealed = house.keys.seal("identity", Buffer.from(plain))
  const hash = house.keys.hmac("receipt", `subscriber ${plain}`)
  await asPublic(house.db, (tx) => askFor(tx, { ...wanted, sealed, hash }))
}

/** The token in the links of its mails; made anew from a key outside the database, and kept nowhere. */
export const tokenOf = ({ keys }: Pick<House, "keys">, id: string): string =>
  keys.hmac("receipt", `subscription ${id}`)
export const hashOf = ({ keys }: Pick<House, "keys">, token: string): string =>
  keys.hmac("receipt", `subscription-link ${token}`)

export const standingOf = (house: House, token: string): Promise<Standing | null> =>
  asReporter(house.db, hashOf(house, token), ownSubscription)
export const confirm = (house: House, token: string): Promise<Standing | null> =>
  asReporter(house.db, hashOf(house, token), async (tx) => {
    await confirmOwn(tx)
    return ownSubscription(tx)
  })
export const leave = (house: House, token: string): Promise<Standing | null> =>
  asReporter(house.db, hashOf(house, token), async (tx) => {
    await leaveOwn(tx)
    return ownSubscription(tx)
  })

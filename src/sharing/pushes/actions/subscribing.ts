/** A browser asks to be told, and leaves. Its address lies under a seal; who holds it may end it. */
import { createECDH } from "node:crypto"
import { asPublic, asReporter } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import type { Browser } from "../domain/browser.ts"
import { askForPush, leaveAsBrowser } from "../store/pushes.ts"

/** Made anew from a key outside the database. The private half is 32 bytes, below the order of the curve but for one in 2^32. */
export function vapidOf({ keys }: Pick<House, "keys">): { publicKey: string; privateKey: string } {
  const secret = Buffer.from(keys.hmac("token", "vapid"), "hex")
  const curve = createECDH("prime256v1")
  curve.setPrivateKey(secret)
  return {
    publicKey: curve.getPublicKey().toString("base64url"),
    privateKey: secret.toString("base64url"),
  }
}

export async function subscribeBrowser(
  house: House,
  { browser, area, trick }: { browser: Browser; area: string; trick: string },
): Promise<void> {
  const sealed = house.keys.seal("identity", Buffer.from(JSON.stringify(browser)))
  const hash = hashOf(house, browser.endpoint)
  await asPublic(house.db, (tx) => askForPush(tx, { sealed, hash, area, trick }))
}

/** Everything that this browser was told of, whichever places and tricks. */
export const leaveBrowser = (house: House, endpoint: string): Promise<void> =>
  asReporter(house.db, hashOf(house, endpoint), leaveAsBrowser)

const hashOf = ({ keys }: Pick<House, "keys">, endpoint: string) => keys.hmac("receipt", `push ${endpoint}`)

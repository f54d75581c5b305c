/** Who told a tip, as far as it lies under the seal: asked for where other words are compared with it, and forgotten. */
import type { Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { bareValue, ownIn, type Reporter } from "../domain/own.ts"
import { type UnderSeal, underSeals } from "../store/beside.ts"

/**
 * For each of these tips: name and contact as told at the portal, what its words and later messages name as the reporter's
 * own, and what an officer said is theirs. None for a tip that was withdrawn. Asks once, however many tips.
 */
export async function tellersOf(
  tx: Tx,
  house: Pick<House, "keys">,
  signalIds: readonly string[],
): Promise<Reporter[]> {
  return (await underSeals(tx, house, signalIds)).map(tellerIn)
}

function tellerIn({ name, contact, words, theirs, meant }: UnderSeal): Reporter {
  const own = words.map(ownIn)
  // What stands among the clues in the clear is no secret, though the reading took it for the reporter's.
  const clear = new Set(meant.map(bareValue))
  return {
    names: [name, ...own.flatMap(({ names }) => names)],
    contacts: [
      contact,
      ...theirs.map(bareValue),
      ...own.flatMap(({ contacts }) => contacts).filter((value) => !clear.has(value)),
    ],
  }
}

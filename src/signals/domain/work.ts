/**
 * The proof of work that a browser does while a person types: a number that, hashed behind the form's own token, begins
 * with enough zero bits. Machines that send thousands pay for each; a phone pays a second once. Without it a tip is
 * taken all the same: after more of them from one network a person looks first.
 */
import { createHash } from "node:crypto"

export const zeroBits = 15

/** Tips a day from one network that join the queue at once; many homes share one address, so these are not small. */
export const withoutWorkMax = 20
export const withWorkMax = 200

export function isWork(once: string, answer: string | undefined): boolean {
  if (answer === undefined || !/^\d{1,12}$/.test(answer)) return false
  const hash = createHash("sha256").update(`${once}:${answer}`).digest()
  return Math.clz32(hash.readUInt32BE(0)) >= zeroBits
}

export const isTooMany = (soFar: number, hasWork: boolean) => soFar > (hasWork ? withWorkMax : withoutWorkMax)

/**
 * Keys, certificates and signatures as `aside.ts` has them worked on: all come from outside, and the libraries that open
 * them stay out of the process that answers people. A key lives here for one signature, in memory only.
 */
import { type KeyRefusal, openP12 } from "./p12.ts"
import { type Claim, signPdf } from "./sign.ts"
import { type TrialOwner, trialKey } from "./trial-key.ts"

export { verifyPdf } from "./verify.ts"

export const trialKeyOf = (asked: { owner: TrialOwner; passphrase: string }) =>
  trialKey(asked.owner, asked.passphrase)

export type ToSign = { pdf: Uint8Array; p12: Uint8Array; passphrase: string; claim: Claim }

export async function signWithP12({
  pdf,
  p12,
  passphrase,
  claim,
}: ToSign): Promise<{ signed: Uint8Array } | { refused: KeyRefusal }> {
  const key = await openP12(p12, passphrase)
  return "refused" in key ? key : { signed: await signPdf(pdf, key, claim) }
}

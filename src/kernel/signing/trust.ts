/**
 * Who signed, judged by keys that did not come with what they signed.
 *
 * A file can bring any key and any name of a key. So a signature counts only under a key that the reader already has: one
 * of this installation's own, also those that sign no longer, or one that a person laid beside them. The id of a key is
 * computed from the key (the first 16 digits of its fingerprint); an id that a file states is never believed.
 */
import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto"

export type TrustedKey = {
  key: KeyObject
  /** Null: this installation itself; else the name of the file in `known/`. */
  whose: string | null
}
export type Trust = readonly TrustedKey[]

/** SHA-256 of the public key (SPKI, DER), hex. Two people compare it over the telephone, on paper or on a page. */
export function fingerprintOf(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex")
}

export const keyIdOf = (key: KeyObject): string => fingerprintOf(key).slice(0, 16)

export const pemOf = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString()

/** In groups of four, as it is read aloud. */
export const spokenFingerprint = (fingerprint: string): string =>
  (fingerprint.match(/.{1,4}/g) ?? []).join(" ")

/** Without the known installations: where only what we signed ourselves counts. */
export const ownOf = (trust: Trust): Trust => trust.filter(({ whose }) => whose === null)

/** The trusted key under which these bytes were signed; null where none of them did. Ed25519, RFC 8032. */
export function signerOf(bytes: Uint8Array, signature: Uint8Array, trust: Trust): TrustedKey | null {
  return trust.find(({ key }) => isSignedBy(bytes, signature, key)) ?? null
}

export function isSignedBy(bytes: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  return key.asymmetricKeyType === "ed25519" && verify(null, bytes, key, signature)
}

/** Public key of a PEM, also where the PEM holds the private one. Null: no Ed25519 key. */
export function publicKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === "ed25519" ? key : null
  } catch {
    // The text is no key, and that is the answer.
    return null
  }
}

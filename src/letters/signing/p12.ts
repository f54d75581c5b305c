/**
 * A PKCS#12 file opened: a private key and its certificate, in memory only. For trials and for offices whose key is a
 * file; a key on a token never leaves it, and its owner signs outside and uploads the signed PDF.
 */
import { fromBER } from "asn1js"
import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from "pkijs"

export type OpenKey = { key: CryptoKey; certificate: Certificate; others: Certificate[] }
export type KeyRefusal = "key.broken" | "key.passphrase" | "key.kind" | "key.none"

export const p12BytesMax = 200_000
/** Rounds of the passphrase's derivation (RFC 7292, appendix B); files in use have up to some hundred thousand. */
const roundsMax = 1_000_000

export async function openP12(
  bytes: Uint8Array,
  passphrase: string,
): Promise<OpenKey | { refused: KeyRefusal }> {
  if (bytes.length > p12BytesMax) return { refused: "key.broken" }
  const password = bufferOf(new TextEncoder().encode(passphrase))
  const pfx = read(bytes)
  if (pfx === null || (pfx.macData?.iterations ?? 0) > roundsMax) return { refused: "key.broken" }
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: true })
  } catch {
    // The integrity value is made from the passphrase: it fails on a wrong one, and on a damaged file.
    return { refused: "key.passphrase" }
  }
  const bags = await bagsOf(pfx, password)
  // Old files are encrypted with RC2 or 3DES, which the platform's cryptography no longer has.
  if (bags === null) return { refused: "key.kind" }
  return keyIn(bags, password)
}

function read(bytes: Uint8Array): PFX | null {
  const { offset, result } = fromBER(bufferOf(bytes))
  if (offset === -1) return null
  try {
    return new PFX({ schema: result })
  } catch {
    return null
  }
}

async function bagsOf(pfx: PFX, password: ArrayBuffer): Promise<SafeBag[] | null> {
  const safe = pfx.parsedValue?.authenticatedSafe
  if (safe === undefined) return null
  try {
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) })
  } catch {
    return null
  }
  const parsed = safe.parsedValue as { safeContents: { value: { safeBags: SafeBag[] } }[] }
  return parsed.safeContents.flatMap(({ value }) => value.safeBags)
}

async function keyIn(
  bags: readonly SafeBag[],
  password: ArrayBuffer,
): Promise<OpenKey | { refused: KeyRefusal }> {
  let info: PrivateKeyInfo | null = null
  const certificates: Certificate[] = []
  for (const { bagValue } of bags) {
    if (bagValue instanceof PrivateKeyInfo) info = bagValue
    if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)
      certificates.push(bagValue.parsedValue)
    if (bagValue instanceof PKCS8ShroudedKeyBag) {
      // `parseInternalValues` is the library's own way in, declared protected by oversight.
      await (bagValue as unknown as PFX).parseInternalValues({ password })
      info = bagValue.parsedValue ?? null
    }
  }
  if (info === null || certificates.length === 0) return { refused: "key.none" }
  const key = await keyOf(info)
  if (key === null) return { refused: "key.kind" }
  const own = await ownerOf(key, certificates)
  if (own === null) return { refused: "key.none" }
  return { key, certificate: own, others: certificates.filter((one) => one !== own) }
}

const rsa = "1.2.840.113549.1.1.1"
const ec = "1.2.840.10045.2.1"
const curves: Readonly<Record<string, string>> = {
  "1.2.840.10045.3.1.7": "P-256",
  "1.3.132.0.34": "P-384",
  "1.3.132.0.35": "P-521",
}

function algorithmOf(info: PrivateKeyInfo): RsaHashedImportParams | EcKeyImportParams | null {
  const { algorithmId, algorithmParams } = info.privateKeyAlgorithm
  if (algorithmId === rsa) return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
  const curve = curves[String(algorithmParams?.valueBlock ?? "")]
  return algorithmId === ec && curve !== undefined ? { name: "ECDSA", namedCurve: curve } : null
}

async function keyOf(info: PrivateKeyInfo): Promise<CryptoKey | null> {
  const algorithm = algorithmOf(info)
  if (algorithm === null) return null
  return crypto.subtle.importKey("pkcs8", info.toSchema().toBER(), algorithm, false, ["sign"])
}

/** The certificate whose public key answers to the private one. */
async function ownerOf(key: CryptoKey, certificates: readonly Certificate[]): Promise<Certificate | null> {
  const probe = new TextEncoder().encode("whose key is this")
  const by = { name: key.algorithm.name, hash: "SHA-256" }
  const signed = await crypto.subtle.sign(by, key, probe)
  for (const certificate of certificates) {
    const answers = await certificate
      .getPublicKey()
      .then((open) => crypto.subtle.verify(by, open, signed, probe))
      // A public key of another kind than ours is not ours.
      .catch(() => false)
    if (answers) return certificate
  }
  return null
}

/** The library takes only whole buffers. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

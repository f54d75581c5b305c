/**
 * The dossier of a hand-over: one ZIP whose `manifest.json` names every other file with its SHA-256 and is signed
 * (Ed25519, RFC 8032) in `manifest.sig.json`. It is checked without us by anybody who has the ZIP and has our public
 * key from elsewhere: the key inside is there for convenience and proves nothing.
 */
import { createHash } from "node:crypto"
import { z } from "zod"
import { isSignedBy, keyIdOf, publicKeyOf, signerOf, type Trust } from "../../kernel/signing/trust.ts"
import { readZip } from "../../kernel/zip.ts"

export const dossierFormat = "lienphong-dossier-1"
export const manifestName = "manifest.json"
export const signatureName = "manifest.sig.json"
export const dossierBytesMax = 200_000_000
export const dossierFilesMax = 400

export type DossierFile = { path: string; bytes: number; sha256: string; what: string }
export type OriginalEvidence = {
  /** Of the sealed original, as it was received. */
  originalSha256: string
  mediaType: string
  /** An anonymous reporter may have asked that it be not kept. */
  isKept: boolean
  receivedAt: string
  /** The copy without hidden data that is in this ZIP; null where none could be made. */
  copy: string | null
}
export type Manifest = {
  format: typeof dossierFormat
  case: { number: string; title: string }
  transfer: { from: string; to: string; handedOn: string; reason: string }
  madeAt: string
  files: DossierFile[]
  evidence: OriginalEvidence[]
}
export type ManifestSignature = { keyId: string; algorithm: "Ed25519"; signature: string; publicKey: string }

export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** `id`: the path of the file inside the ZIP; `untrusted`: signed, by a key that nobody here has reason to believe. */
export type Broken = {
  id: string
  why: "missing" | "altered" | "extra" | "signature" | "format" | "untrusted" | "duplicate" | "path"
}
export type Verified = {
  ok: boolean
  /** Whether one of the trusted keys signed the list, whatever became of the files since. */
  trusted: boolean
  files: number
  /** Computed from the key that signed; null where no key is known to have signed. */
  keyId: string | null
  firstBroken: Broken | null
  /** Whose key it is: null for this installation's own, or the one given by hand. */
  signedBy: string | null
}

/** What it says of itself is looked at only once one of the `trust`ed keys is found to have signed its list. */
export function verifyDossier(zip: Buffer, trust: Trust, name = "hồ sơ"): Verified {
  const read = readZip(zip, name, { bytesMax: dossierBytesMax, entriesMax: 2 * dossierFilesMax })
  return "fault" in read ? broken(read.fault) : verifyEntries(read.entries, trust)
}

function verifyEntries(entries: ReadonlyMap<string, Uint8Array>, trust: Trust): Verified {
  const listBytes = entries.get(manifestName)
  const signatureBytes = entries.get(signatureName)
  if (listBytes === undefined) return broken({ id: manifestName, why: "missing" })
  if (signatureBytes === undefined) return broken({ id: signatureName, why: "missing" })
  const list = listed.safeParse(parsed(listBytes))
  if (!list.success) return broken({ id: manifestName, why: "format" })
  const { files } = list.data
  const claim = claimed.safeParse(parsed(signatureBytes))
  if (!claim.success) return broken({ id: signatureName, why: "signature" }, files.length)
  const signature = Buffer.from(claim.data.signature, "base64")
  const signer = signerOf(listBytes, signature, trust)
  if (signer === null) return unsigned(listBytes, signature, claim.data.publicKey, files.length)
  const firstBroken = firstWrong(files, entries)
  const keyId = keyIdOf(signer.key)
  const { whose } = signer
  return { ok: firstBroken === null, trusted: true, files: files.length, keyId, firstBroken, signedBy: whose }
}

const listed = z.object({
  format: z.literal(dossierFormat),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })).max(dossierFilesMax),
})
const claimed = z.object({ signature: z.string(), publicKey: z.string().optional() })

/** The key that came with it tells one thing only: whether the list was changed, or signed by somebody else. */
function unsigned(list: Uint8Array, signature: Buffer, pem: string | undefined, files: number): Verified {
  const key = pem === undefined ? null : publicKeyOf(pem)
  const isTheirs = key !== null && isSignedBy(list, signature, key)
  const fault = { id: signatureName, why: isTheirs ? "untrusted" : "signature" } as const
  return { ...broken(fault, files), keyId: isTheirs ? keyIdOf(key) : null }
}

function firstWrong(
  files: readonly { path: string; sha256: string }[],
  entries: ReadonlyMap<string, Uint8Array>,
): Broken | null {
  const named = new Set([manifestName, signatureName])
  for (const { path, sha256 } of files) {
    if (named.has(path)) return { id: path, why: "duplicate" }
    named.add(path)
    const bytes = entries.get(path)
    if (bytes === undefined) return { id: path, why: "missing" }
    if (sha256Of(bytes) !== sha256) return { id: path, why: "altered" }
  }
  const extra = [...entries.keys()].find((path) => !named.has(path))
  return extra === undefined ? null : { id: extra, why: "extra" }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"))
  } catch {
    // What is no JSON is no manifest; the caller says so.
    return null
  }
}

const broken = (firstBroken: Broken, files = 0): Verified => ({
  ok: false,
  trusted: false,
  files,
  keyId: null,
  firstBroken,
  signedBy: null,
})

/** A name that any file system takes, in the order of the list. */
export function fileNameOf(position: number, title: string, ending: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
  return `${String(position).padStart(2, "0")}-${plain || "tai-lieu"}.${ending}`
}

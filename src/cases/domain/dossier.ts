/**
 * The dossier of a hand-over: one ZIP whose `manifest.json` names every other file with its SHA-256 and is signed
 * (Ed25519, RFC 8032) in `manifest.sig.json`. Whoever has the ZIP and the public key can check it without us.
 */
import { createHash, createPublicKey, verify } from "node:crypto"

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

/** `id`: the path of the file inside the ZIP. */
export type Broken = {
  id: string
  why: "missing" | "altered" | "extra" | "signature" | "format" | "otherKey"
}
export type Verified = { ok: boolean; files: number; keyId: string | null; firstBroken: Broken | null }

/** `publicKey`: PEM of the installation's key, where the reader has it from elsewhere; the ZIP's own proves only itself. */
export function verifyDossier(entries: ReadonlyMap<string, Uint8Array>, publicKey: string | null): Verified {
  const manifestBytes = entries.get(manifestName)
  const signatureBytes = entries.get(signatureName)
  if (manifestBytes === undefined) return broken(0, null, { id: manifestName, why: "missing" })
  if (signatureBytes === undefined) return broken(0, null, { id: signatureName, why: "missing" })
  const manifest = parsed(manifestBytes) as Partial<Manifest> | null
  const signature = parsed(signatureBytes) as Partial<ManifestSignature> | null
  if (manifest?.format !== dossierFormat || !Array.isArray(manifest.files))
    return broken(0, null, { id: manifestName, why: "format" })
  const keyId = typeof signature?.keyId === "string" ? signature.keyId : null
  if (publicKey !== null && publicKey.trim() !== (signature?.publicKey ?? "").trim())
    return broken(manifest.files.length, keyId, { id: signatureName, why: "otherKey" })
  if (!isSigned(manifestBytes, signature, publicKey))
    return broken(manifest.files.length, keyId, { id: signatureName, why: "signature" })
  const wrong = firstWrong(manifest.files, entries)
  return { ok: wrong === null, files: manifest.files.length, keyId, firstBroken: wrong }
}

function firstWrong(files: readonly DossierFile[], entries: ReadonlyMap<string, Uint8Array>): Broken | null {
  for (const { path, sha256 } of files) {
    const bytes = entries.get(path)
    if (bytes === undefined) return { id: path, why: "missing" }
    if (sha256Of(bytes) !== sha256) return { id: path, why: "altered" }
  }
  const named = new Set([...files.map((file) => file.path), manifestName, signatureName])
  const extra = [...entries.keys()].find((path) => !named.has(path))
  return extra === undefined ? null : { id: extra, why: "extra" }
}

function isSigned(
  bytes: Uint8Array,
  of: Partial<ManifestSignature> | null,
  publicKey: string | null,
): boolean {
  if (typeof of?.signature !== "string") return false
  try {
    const key = createPublicKey(publicKey ?? of.publicKey ?? "")
    return verify(null, bytes, key, Buffer.from(of.signature, "base64"))
  } catch {
    // A key that is none cannot have signed.
    return false
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"))
  } catch {
    // What is no JSON is no manifest; the caller says so.
    return null
  }
}

const broken = (files: number, keyId: string | null, firstBroken: Broken): Verified => ({
  ok: false,
  files,
  keyId,
  firstBroken,
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

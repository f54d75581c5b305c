/** The ZIP of a hand-over packed, and one unpacked to be judged: up to 200 MB at once, so that it runs apart. */
import { zipSync } from "fflate"
import { publicKeyOf } from "../../kernel/signing/trust.ts"
import { type Verified, verifyDossier } from "../domain/dossier.ts"

export type ToPack = {
  files: readonly { path: string; bytes: Uint8Array }[]
  /** ISO 8601: the date that every entry bears. */
  at: string
}

export function packDossier({ files, at }: ToPack): Uint8Array {
  const entries = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]))
  return zipSync(entries, { level: 6, mtime: new Date(at) })
}

/** A key that cannot be read is left out: what it signed is then not trusted. */
export function verifyParcel({
  zip,
  trust,
}: {
  zip: Uint8Array
  trust: readonly { pem: string; whose: string | null }[]
}): Verified {
  const keys = trust.flatMap(({ pem, whose }) => {
    const key = publicKeyOf(pem)
    return key === null ? [] : [{ key, whose }]
  })
  return verifyDossier(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), keys)
}

/** The ZIP of a hand-over packed, and one unpacked to be judged: up to 200 MB at once, so that it runs apart. */
import { zipSync } from "fflate"
import { publicKeyOf } from "../../kernel/signing/trust.ts"
import { readZip } from "../../kernel/zip.ts"
import { dossierBytesMax, dossierFilesMax, type Verified, verifyDossier } from "../domain/dossier.ts"

export type ToPack = {
  files: readonly { path: string; bytes: Uint8Array }[]
  /** ISO 8601: the date that every entry bears. */
  at: string
}

export function packDossier({ files, at }: ToPack): Uint8Array {
  const entries = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]))
  return zipSync(entries, { level: 6, mtime: new Date(at) })
}

/** All but these and what is no text in that folder, and a note of which they are; as it is where none is there. */
export function withoutEntries({ zip, paths, folder, note, at }: ToLeaveOut): Uint8Array {
  const entries = [...entriesOf(zip)]
  const isLeft = (path: string) =>
    paths.includes(path) || (path.startsWith(folder) && !path.endsWith(`.${plainEnding}`))
  const left = entries.map(([path]) => path).filter(isLeft)
  if (left.length === 0) return zip
  const said = { path: note.path, bytes: Buffer.from(`${[note.words, ...left].join("\n")}\n`) }
  const kept = entries.filter(([path]) => !isLeft(path)).map(([path, bytes]) => ({ path, bytes }))
  return packDossier({ files: [said, ...kept], at })
}

export type ToLeaveOut = {
  zip: Uint8Array
  paths: readonly string[]
  /** Copies of what tips brought: only their texts are masked. */
  folder: string
  note: { path: string; words: string }
  at: string
}
const plainEnding = "txt"

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

/** The dossier's text, to be compared with the seals: the words of each DOCX (its PDF says the same), the manifest, the names. */
export function wordsOfParcel({ zip }: { zip: Uint8Array }): string {
  const entries = entriesOf(zip)
  const said = [...entries].map(([path, bytes]) => {
    if (path.endsWith(".json")) return `${path} ${Buffer.from(bytes).toString("utf8")}`
    if (!path.endsWith(".docx")) return path
    const xml = entriesOf(bytes).get("word/document.xml")
    return `${path} ${xml === undefined ? "" : plainWords(Buffer.from(xml).toString("utf8"))}`
  })
  return said.join("\n").slice(0, wordsMax)
}

const wordsMax = 5_000_000

function entriesOf(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const read = readZip(bytes, "hồ sơ", { bytesMax: dossierBytesMax, entriesMax: 2 * dossierFilesMax })
  return "fault" in read ? new Map() : read.entries
}

const plainWords = (xml: string) =>
  xml
    .replace(/<\/w:p>|<w:tab\/>|<w:br\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "")
const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }

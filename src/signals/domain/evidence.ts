/** What a file is, by its bytes and never by its name or the sender's word; and how many, how large. */

export const evidenceFilesMax = 5
/** With its first words and all later ones; more is a delivery that somebody takes in at a counter. */
export const filesOfTipMax = 20
export const evidenceBytesMax = 25_000_000
/** So many first bytes decide. */
export const sniffBytes = 64

export const accepted = ".jpg,.jpeg,.png,.webp,.heic,.pdf,.mp3,.m4a,.ogg,.wav,.amr"

type Magic = { type: string; at: number; bytes: string }
const magics: readonly Magic[] = [
  { type: "image/jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { type: "image/png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "application/pdf", at: 0, bytes: "%PDF-" },
  { type: "audio/mpeg", at: 0, bytes: "ID3" },
  { type: "audio/ogg", at: 0, bytes: "OggS" },
  { type: "audio/amr", at: 0, bytes: "#!AMR" },
  { type: "image/heic", at: 4, bytes: "ftypheic" },
  { type: "image/heic", at: 4, bytes: "ftypheix" },
  { type: "image/heic", at: 4, bytes: "ftypmif1" },
  { type: "audio/mp4", at: 4, bytes: "ftypM4A" },
  { type: "audio/mp4", at: 4, bytes: "ftypmp42" },
  { type: "audio/mp4", at: 4, bytes: "ftypisom" },
  { type: "audio/mp4", at: 4, bytes: "ftyp3gp" },
]

/** Null: nothing that evidence may be. */
export function typeOfBytes(first: Uint8Array): string | null {
  const head = Buffer.from(first).toString("latin1")
  const found = magics.find(({ at, bytes }) => head.startsWith(bytes, at))
  if (found !== undefined) return found.type
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "image/webp"
  if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) return "audio/wav"
  const [one = 0, two = 0] = first
  // An MPEG audio frame without a tag before it: eleven bits set, layer III.
  return one === 0xff && (two & 0xe6) === 0xe2 ? "audio/mpeg" : null
}

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "application/pdf": "pdf",
  "text/plain": "txt",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "audio/amr": "amr",
}
export const endingOf = (type: string) => endings[type] ?? "bin"

/** Recordings without what they say about who, where and with what; the sound itself is untouched. */

/** Without ID3 tags, which hold names, places and cover pictures. */
export function withoutTags(mp3: Buffer): Buffer {
  const size = mp3.subarray(6, 10)
  const isTagged = mp3.subarray(0, 3).toString("latin1") === "ID3"
  const start = isTagged ? 10 + size.reduce((sum, byte) => sum * 128 + (byte & 127), 0) : 0
  const hasEnd = mp3.length >= 128 && mp3.subarray(-128, -125).toString("latin1") === "TAG"
  return mp3.subarray(Math.min(start, mp3.length), hasEnd ? mp3.length - 128 : mp3.length)
}

/** Only the format and the samples of a WAV: its other chunks are notes. Null: broken. */
export function soundOnly(wav: Buffer): Buffer | null {
  const kept: Buffer[] = []
  let at = 12
  for (let chunk = 0; chunk < 100 && at + 8 <= wav.length; chunk += 1) {
    const name = wav.subarray(at, at + 4).toString("latin1")
    const length = wav.readUInt32LE(at + 4)
    const end = Math.min(wav.length, at + 8 + length + (length % 2))
    if (name === "fmt " || name === "data") kept.push(wav.subarray(at, end))
    at = end
  }
  if (kept.length !== 2) return null
  const body = Buffer.concat(kept)
  const head = Buffer.from("RIFF\0\0\0\0WAVE", "latin1")
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/** Boxes that hold others on the way to what must go, and boxes that are only about the recording (ISO/IEC 14496-12). */
const parents = new Set(["moov", "trak", "mdia", "minf", "stbl"])
const sounding = new Set(
  "ftyp moov mdat trak mdia minf stbl mvhd tkhd mdhd smhd hdlr dinf stsd stts stsc stsz stco co64 edts tref iods".split(
    " ",
  ),
)
const boxesMax = 2_000

/**
 * An MP4 recording in which every box that the sound does not need (`udta`, `meta`, `uuid`, …: place, device, name)
 * is emptied where it stands, so that no offset moves. Null: the boxes do not add up.
 */
export function mutedBoxes(mp4: Buffer): Buffer | null {
  const made = Buffer.from(mp4)
  const left: [number, number][] = [[0, made.length]]
  let boxes = 0
  let hasSound = false
  for (let range = left.pop(); range !== undefined; range = left.pop()) {
    let [at, end] = range
    while (at < end) {
      boxes += 1
      const length = lengthOfBox(made, at, end)
      if (length === null || boxes > boxesMax) return null
      const name = made.subarray(at + 4, at + 8).toString("latin1")
      hasSound ||= name === "mdat"
      if (parents.has(name)) left.push([at + 8, at + length])
      else if (!sounding.has(name)) {
        made.write("free", at + 4, "latin1")
        made.fill(0, at + 8, at + length)
      } else if (name === "mvhd" || name === "tkhd" || name === "mdhd")
        made.fill(0, at + 12, at + timesEnd(made, at))
      at += length
    }
  }
  return hasSound ? made : null
}

function lengthOfBox(mp4: Buffer, at: number, end: number): number | null {
  if (at + 8 > end) return null
  const short = mp4.readUInt32BE(at)
  // 0: to the end of the file; 1: a length of 64 bits follows.
  const length =
    short === 0 ? end - at : short === 1 && at + 16 <= end ? Number(mp4.readBigUInt64BE(at + 8)) : short
  return length >= 8 && at + length <= end ? length : null
}

/** When it was made and changed: four bytes each, eight in version 1. */
const timesEnd = (mp4: Buffer, at: number) => (mp4.readUInt8(at + 8) === 1 ? 28 : 20)

/**
 * An Ogg recording (voice messages of Telegram, WhatsApp) whose comments are blanked and whose page gets its new
 * checksum. Null: the comments are not whole on one page, or it is neither Opus nor Vorbis.
 */
export function withoutComments(ogg: Buffer): Buffer | null {
  const made = Buffer.from(ogg)
  let at = 0
  for (let page = 0; page < 4 && at + 27 <= made.length; page += 1) {
    if (made.subarray(at, at + 4).toString("latin1") !== "OggS") return null
    const segments = made.readUInt8(at + 26)
    const sizes = made.subarray(at + 27, at + 27 + segments)
    const start = at + 27 + segments
    const end = start + sizes.reduce((sum, size) => sum + size, 0)
    const from = commentsAt(made, start)
    if (from !== null) {
      if (end > made.length || !blank(made, from, end)) return null
      made.writeUInt32LE(0, at + 22)
      made.writeUInt32LE(oggChecksum(made.subarray(at, end)), at + 22)
      return made
    }
    at = end
  }
  return null
}

function commentsAt(ogg: Buffer, start: number): number | null {
  if (ogg.subarray(start, start + 8).toString("latin1") === "OpusTags") return start + 8
  return ogg.subarray(start, start + 7).toString("latin1") === "\x03vorbis" ? start + 7 : null
}

/** The vendor and each comment keep their length and become spaces. */
function blank(ogg: Buffer, from: number, end: number): boolean {
  let at = from
  let left = 1
  for (let comment = -1; comment < left - 1; comment += 1) {
    if (at + 4 > end) return false
    const length = ogg.readUInt32LE(at)
    if (at + 4 + length > end) return false
    ogg.fill(0x20, at + 4, at + 4 + length)
    at += 4 + length
    if (comment === -1) {
      if (at + 4 > end) return false
      left = ogg.readUInt32LE(at) + 1
      if (left > 1_000) return false
      at += 4
    }
  }
  return true
}

/** CRC-32 of the Ogg container (RFC 3533): polynomial 0x04c11db7, not reflected, no inversion. */
export function oggChecksum(page: Buffer): number {
  let sum = 0
  for (const byte of page) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}

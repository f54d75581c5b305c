/**
 * A ZIP read as strictly as a sealed parcel is opened (APPNOTE 6.3.10): the list at its end, the heads before each file and
 * the bytes between must tell one story, so that no other program can unpack something that was not checked here.
 *
 * Refused: a name twice, also by letter case, composition (NFC, NFD) or ending dot; a name that leads out of the folder;
 * links and devices; bytes that no entry owns, before, between and after; encryption, ZIP64 and several disks.
 * Folders are no files: their entries are looked at and left out.
 */
import { crc32, inflateRawSync } from "node:zlib"

export type ZipFault = { id: string; why: "format" | "duplicate" | "path" }
export type ZipRead = { entries: Map<string, Uint8Array> } | { fault: ZipFault }
export type ZipLimits = {
  /** Of all files together, unpacked. */
  bytesMax: number
  /** Folders count too. */
  entriesMax: number
}

/** `name` says which file is meant where the parcel itself is wrong. */
export function readZip(zip: Buffer, name: string, limits: ZipLimits): ZipRead {
  try {
    return { entries: entriesIn(zip, name, limits) }
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault }
    // Reading past the end, or data that does not unfold: the bytes are no ZIP.
    return { fault: { id: name, why: "format" } }
  }
}

class Faulty extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(`${fault.why}: ${fault.id}`)
    this.fault = fault
  }
}

type Entry = {
  name: string
  rawName: Buffer
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  at: number
  isFolder: boolean
}

const signatures = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50 } as const
const flag = {
  encrypted: 1 << 0,
  sizesFollow: 1 << 3,
  strong: 1 << 6,
  utf8: 1 << 11,
  masked: 1 << 13,
} as const
const stored = 0
const deflated = 8

function entriesIn(zip: Buffer, name: string, limits: ZipLimits): Map<string, Uint8Array> {
  const end = zip.length - 22
  must(end >= 0 && zip.readUInt32LE(end) === signatures.end && zip.readUInt16LE(end + 20) === 0, name)
  const count = zip.readUInt16LE(end + 10)
  const listAt = zip.readUInt32LE(end + 16)
  must(zip.readUInt32LE(end + 4) === 0 && zip.readUInt16LE(end + 8) === count, name)
  must(count <= limits.entriesMax && listAt + zip.readUInt32LE(end + 12) === end, name)
  const listed = listOf(zip, name, { from: listAt, to: end, count })
  must(listed.reduce((sum, { size }) => sum + size, 0) <= limits.bytesMax, name)
  refuseTwins(listed)
  return unpacked(zip, name, listAt, listed)
}

function listOf(zip: Buffer, name: string, list: { from: number; to: number; count: number }): Entry[] {
  const found: Entry[] = []
  let at = list.from
  for (let n = 0; n < list.count; n += 1) {
    must(zip.readUInt32LE(at) === signatures.entry, name)
    const rawName = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const extra = zip.subarray(at + 46 + rawName.length, at + 46 + rawName.length + zip.readUInt16LE(at + 30))
    const entry = entryAt(zip, at, rawName)
    refuseName(entry.name, rawName, extra)
    refuseKind(zip, at, entry)
    found.push(entry)
    at += 46 + rawName.length + extra.length + zip.readUInt16LE(at + 32)
    must(at <= list.to, name)
  }
  must(at === list.to, name)
  return found
}

function entryAt(zip: Buffer, at: number, rawName: Buffer): Entry {
  const flags = zip.readUInt16LE(at + 8)
  // Without the mark of UTF-8 the letters beyond ASCII depend on who reads: they are kept apart byte by byte.
  const name = rawName.toString((flags & flag.utf8) !== 0 ? "utf8" : "latin1")
  return {
    name,
    rawName,
    flags,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
    isFolder: name.endsWith("/"),
  }
}

/** Nothing that leads elsewhere on any system, nor a second name beside the first (Info-ZIP's Unicode path, 0x7075). */
function refuseName(name: string, raw: Buffer, extra: Buffer): void {
  const parts = name.replace(/\/$/, "").split("/")
  const isPlain =
    raw.length > 0 &&
    !/[\\:\p{Cc}\p{Cf}\uFFFD]/u.test(name) &&
    parts.every((part) => part !== "" && part !== "." && part !== ".." && part.trim() !== "")
  if (!isPlain || extraIds(extra).includes(0x7075)) throw new Faulty({ id: name, why: "path" })
}

function extraIds(extra: Buffer): number[] {
  const ids: number[] = []
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    ids.push(extra.readUInt16LE(at))
  return ids
}

/**
 * Plain files and folders only: a link, a device or a pipe would be followed by who unpacks. The Unix kind is read
 * whichever system the entry says it was made on, as 7-Zip does.
 */
function refuseKind(zip: Buffer, at: number, { name, flags, method, size, isFolder }: Entry): void {
  const kind = zip.readUInt32LE(at + 38) >>> 28
  const isKnown = kind === 0 || kind === (isFolder ? 0x4 : 0x8)
  if (!isKnown) throw new Faulty({ id: name, why: "path" })
  const isReadable =
    (flags & (flag.encrypted | flag.strong | flag.masked)) === 0 &&
    (method === stored || method === deflated) &&
    zip.readUInt16LE(at + 34) === 0 &&
    !(isFolder && size > 0)
  must(isReadable, name)
}

/** Two names that one file system or another takes for the same, and a file that is a folder as well. */
function refuseTwins(listed: readonly Entry[]): void {
  const files = new Set<string>()
  const folders = new Set<string>()
  for (const { name, isFolder } of listed) {
    const parts = folded(name.replace(/\/$/, "")).split("/")
    const whole = parts.join("/")
    const above = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("/"))
    const clashes =
      above.some((one) => files.has(one)) || files.has(whole) || (!isFolder && folders.has(whole))
    if (clashes) throw new Faulty({ id: name, why: "duplicate" })
    for (const one of above) folders.add(one)
    if (isFolder) folders.add(whole)
    else files.add(whole)
  }
}

const folded = (name: string) =>
  name
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .split("/")
    .map((part) => part.replace(/[. ]+$/, ""))
    .join("/")

/** File by file in the order of their bytes: each begins where the one before it ended, the list where the last did. */
function unpacked(
  zip: Buffer,
  name: string,
  listAt: number,
  listed: readonly Entry[],
): Map<string, Uint8Array> {
  const bytes = new Map<Entry, Uint8Array>()
  let at = 0
  for (const entry of listed.toSorted((a, b) => a.at - b.at)) {
    must(entry.at === at, name)
    at = endOfHead(zip, entry)
    const packed = zip.subarray(at, at + entry.packed)
    must(packed.length === entry.packed, entry.name)
    bytes.set(entry, contentOf(entry, packed))
    at = endOfDescriptor(zip, entry, at + entry.packed)
  }
  must(at === listAt, name)
  return new Map(listed.filter(({ isFolder }) => !isFolder).map((one) => [one.name, bytesOf(bytes, one)]))
}

function bytesOf(bytes: ReadonlyMap<Entry, Uint8Array>, entry: Entry): Uint8Array {
  return bytes.get(entry) ?? new Uint8Array()
}

/** The head before the file says the same as the list at the end. */
function endOfHead(zip: Buffer, { name, rawName, flags, method, crc, packed, size, at }: Entry): number {
  const nameAt = at + 30
  const extraAt = nameAt + zip.readUInt16LE(at + 26)
  const end = extraAt + zip.readUInt16LE(at + 28)
  const follow = (flags & flag.sizesFollow) !== 0
  const same = (offset: number, value: number) => {
    const said = zip.readUInt32LE(at + offset)
    return said === value || (follow && said === 0)
  }
  const isSame =
    zip.readUInt32LE(at) === signatures.file &&
    zip.readUInt16LE(at + 6) === flags &&
    zip.readUInt16LE(at + 8) === method &&
    same(14, crc) &&
    same(18, packed) &&
    same(22, size)
  must(isSame, name)
  const isSameName = zip.subarray(nameAt, extraAt).equals(rawName)
  if (!isSameName || extraIds(zip.subarray(extraAt, end)).includes(0x7075))
    throw new Faulty({ id: name, why: "path" })
  return end
}

/** Sizes that follow the file (bit 3), with or without their own mark. */
function endOfDescriptor(zip: Buffer, { name, flags, crc, packed, size }: Entry, at: number): number {
  if ((flags & flag.sizesFollow) === 0) return at
  const from = zip.readUInt32LE(at) === signatures.descriptor ? at + 4 : at
  const said = [zip.readUInt32LE(from), zip.readUInt32LE(from + 4), zip.readUInt32LE(from + 8)]
  must(said[0] === crc && said[1] === packed && said[2] === size, name)
  return from + 12
}

function contentOf({ name, method, size, crc }: Entry, packed: Buffer): Uint8Array {
  const bytes = method === stored ? packed : inflated(packed, size, name)
  must(bytes.length === size && crc32(bytes) === crc, name)
  return bytes
}

/** Stops at the size that was said, and takes all the bytes that were said to be packed. */
function inflated(packed: Buffer, size: number, name: string): Buffer {
  try {
    const options = { maxOutputLength: Math.max(size, 1), info: true } as const
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    must(engine.bytesWritten === packed.length, name)
    return buffer
  } catch {
    // It unfolds to more than it says, or not at all.
    throw new Faulty({ id: name, why: "format" })
  }
}

function must(isRight: boolean, id: string): asserts isRight {
  if (!isRight) throw new Faulty({ id, why: "format" })
}

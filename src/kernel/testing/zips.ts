/** ZIPs written entry by entry, so that a test can make them say one thing here and another there. */
import { crc32, deflateRawSync } from "node:zlib"

export type ZipEntry = {
  name: string
  bytes?: Buffer
  /** What the head before the file says instead of `name`. */
  headName?: string
  /** Unix file type and rights: 0o120777 is a link. */
  mode?: number
  /** Extra field of the list at the end. */
  extra?: Buffer
  deflate?: boolean
  /** Said instead of the true size, in the list and in the head. */
  size?: number
  /** Of the list alone. */
  listCrc?: number
  /** Bytes before this file's head that no entry owns. */
  gap?: Buffer
  encrypted?: boolean
}

export type ZipShape = { prefix?: Buffer; tail?: Buffer; comment?: Buffer; count?: number }

export function zipOf(entries: readonly ZipEntry[], shape: ZipShape = {}): Buffer {
  const prefix = shape.prefix ?? Buffer.alloc(0)
  const parts: Buffer[] = [prefix]
  const list: Buffer[] = []
  let at = prefix.length
  for (const entry of entries) {
    const bytes = entry.bytes ?? Buffer.alloc(0)
    const packed = entry.deflate === true ? deflateRawSync(bytes) : bytes
    const gap = entry.gap ?? Buffer.alloc(0)
    const said = { bytes, packed, at: at + gap.length }
    const file = Buffer.concat([gap, headOf(entry, said), packed])
    parts.push(file)
    list.push(listedOf(entry, said))
    at += file.length
  }
  const listBytes = Buffer.concat(list)
  const comment = shape.comment ?? Buffer.alloc(0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(shape.count ?? entries.length, 8)
  end.writeUInt16LE(shape.count ?? entries.length, 10)
  end.writeUInt32LE(listBytes.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...parts, listBytes, end, comment, shape.tail ?? Buffer.alloc(0)])
}

type Said = { bytes: Buffer; packed: Buffer; at: number }

/** The fields that stand in both places, from the flags on. */
function common({ deflate, size, encrypted }: ZipEntry, { bytes, packed }: Said, crc: number, name: Buffer) {
  const field = Buffer.alloc(22)
  field.writeUInt16LE((1 << 11) | (encrypted === true ? 1 : 0), 0)
  field.writeUInt16LE(deflate === true ? 8 : 0, 2)
  field.writeUInt32LE(crc, 8)
  field.writeUInt32LE(packed.length, 12)
  field.writeUInt32LE(size ?? bytes.length, 16)
  field.writeUInt16LE(name.length, 20)
  return field
}

function headOf(entry: ZipEntry, said: Said): Buffer {
  const name = Buffer.from(entry.headName ?? entry.name)
  const start = Buffer.alloc(6)
  start.writeUInt32LE(0x04034b50, 0)
  return Buffer.concat([start, common(entry, said, crc32(said.bytes), name), Buffer.alloc(2), name])
}

function listedOf(entry: ZipEntry, said: Said): Buffer {
  const name = Buffer.from(entry.name)
  const extra = entry.extra ?? Buffer.alloc(0)
  const start = Buffer.alloc(8)
  start.writeUInt32LE(0x02014b50, 0)
  start.writeUInt8(3, 5)
  const rest = Buffer.alloc(16)
  rest.writeUInt16LE(extra.length, 0)
  rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 8)
  rest.writeUInt32LE(said.at, 12)
  const crc = entry.listCrc ?? crc32(said.bytes)
  return Buffer.concat([start, common(entry, said, crc, name), rest, name, extra])
}

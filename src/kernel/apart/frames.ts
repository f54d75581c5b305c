/** Values between two processes over a stream: four bytes of length, then the value as structured clone writes it. */
import { deserialize, serialize } from "node:v8"

const headBytes = 4

export function frameOf(value: unknown): Buffer {
  const body = serialize(value)
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(body.length)
  return Buffer.concat([head, body])
}

export class FrameTooLarge extends Error {}

/** Takes pieces as they come and gives each whole value. Throws `FrameTooLarge` before a longer one is read. */
export class FrameReader {
  #pieces: Buffer[] = []
  #bytes = 0
  readonly #bytesMax: () => number

  constructor(bytesMax: () => number) {
    this.#bytesMax = bytesMax
  }

  take(piece: Buffer): unknown[] {
    this.#pieces.push(piece)
    this.#bytes += piece.length
    const values: unknown[] = []
    for (let body = this.#next(); body !== null; body = this.#next()) values.push(deserialize(body))
    return values
  }

  #next(): Buffer | null {
    if (this.#bytes < headBytes) return null
    const length = this.#length()
    if (length > this.#bytesMax()) throw new FrameTooLarge(`${length} bytes`)
    if (this.#bytes < headBytes + length) return null
    const all = Buffer.concat(this.#pieces)
    const rest = all.subarray(headBytes + length)
    this.#pieces = rest.length === 0 ? [] : [rest]
    this.#bytes = rest.length
    return all.subarray(headBytes, headBytes + length)
  }

  #length(): number {
    const [first] = this.#pieces
    if (first !== undefined && first.length >= headBytes) return first.readUInt32BE()
    const head = Buffer.concat(this.#pieces)
    this.#pieces = [head]
    return head.readUInt32BE()
  }
}

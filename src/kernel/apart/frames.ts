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
  readonly #head = Buffer.alloc(headBytes)
  #body: Buffer | null = null
  #filled = 0
  readonly #bytesMax: () => number

  constructor(bytesMax: () => number) {
    this.#bytesMax = bytesMax
  }

  take(piece: Buffer): unknown[] {
    const values: unknown[] = []
    for (let rest = piece; rest.length > 0; ) {
      const target = this.#body ?? this.#head
      const copied = rest.copy(target, this.#filled)
      this.#filled += copied
      rest = rest.subarray(copied)
      if (this.#filled < target.length) break
      this.#filled = 0
      if (this.#body === null) this.#body = this.#bodyOf(this.#head.readUInt32BE())
      else {
        const whole = this.#body
        this.#body = null
        values.push(deserialize(whole))
      }
    }
    return values
  }

  #bodyOf(length: number): Buffer {
    if (length > this.#bytesMax()) throw new FrameTooLarge(`${length} bytes`)
    return Buffer.allocUnsafeSlow(length)
  }
}

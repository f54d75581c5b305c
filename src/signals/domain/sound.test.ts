import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mutedBoxes, oggChecksum, soundOnly, withoutComments, withoutTags } from "./sound.ts"

const samples = Buffer.from("the sound itself, byte for byte")
const box = (name: string, body: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, "latin1")
  return Buffer.concat([head, body])
}
const note = Buffer.from("place +20.85+106.05/ device MAY-CUA-SEN")
const header = Buffer.concat([
  Buffer.alloc(4),
  Buffer.from("\x01\x02\x03\x04\x05\x06\x07\x08rest of it", "latin1"),
])

describe("recordings are shared without what they say about who, where and with what", () => {
  test("an MP4: its notes are emptied where they stand and no offset moves", () => {
    const moov = box(
      "moov",
      Buffer.concat([
        box("mvhd", header),
        box("udta", note),
        box("trak", box("udta", note)),
        box("meta", note),
      ]),
    )
    const mp4 = Buffer.concat([
      box("ftyp", Buffer.from("M4A ")),
      moov,
      box("uuid", note),
      box("mdat", samples),
    ])
    const made = mutedBoxes(mp4)
    expect(made?.length).toBe(mp4.length)
    expect(made?.includes("MAY-CUA-SEN")).toBe(false)
    expect(made?.indexOf(samples)).toBe(mp4.indexOf(samples))
    expect(made?.includes("\x01\x02\x03\x04")).toBe(false)
    expect(made?.includes("rest of it")).toBe(true)
  })

  test("an Ogg of Opus: the comments are blank, and its page has the right checksum again", () => {
    const text = (words: string) => {
      const length = Buffer.alloc(4)
      length.writeUInt32LE(Buffer.byteLength(words))
      return Buffer.concat([length, Buffer.from(words)])
    }
    const count = Buffer.from([1, 0, 0, 0])
    const tags = Buffer.concat([Buffer.from("OpusTags"), text("Lavf SEN"), count, text("ARTIST=MAY-CUA-SEN")])
    const page = (body: Buffer) => {
      const head = Buffer.alloc(28)
      head.write("OggS", "latin1")
      head.set([1, body.length], 26)
      const whole = Buffer.concat([head, body])
      whole.writeUInt32LE(oggChecksum(whole), 22)
      return whole
    }
    const ogg = Buffer.concat([page(Buffer.from("OpusHead")), page(tags), page(samples)])
    const made = withoutComments(ogg) ?? Buffer.alloc(0)
    expect(made.length).toBe(ogg.length)
    expect(made.includes("SEN")).toBe(false)
    expect(made.includes(samples)).toBe(true)
    const second = Buffer.from(
      made.subarray(page(Buffer.from("OpusHead")).length, made.length - page(samples).length),
    )
    const said = second.readUInt32LE(22)
    second.writeUInt32LE(0, 22)
    expect(said).toBe(oggChecksum(second))
    expect(oggChecksum(Buffer.from("123456789"))).toBe(0x89a1897f)
  })

  test("whatever bytes come, nothing breaks: there is a copy as long as the original, or none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom("", "OggS", "RIFF"), (bytes, mark) => {
        const file = Buffer.concat([Buffer.from(mark, "latin1"), Buffer.from(bytes)])
        for (const made of [mutedBoxes(file), withoutComments(file)])
          expect([file.length, undefined]).toContain(made?.length)
        soundOnly(file)
        expect(withoutTags(file).length).toBeLessThanOrEqual(file.length)
      }),
      { numRuns: 500, seed: 3 },
    )
  })
})

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mask } from "../read/redact.ts"
import {
  contactCharsMax,
  maskedMessageCharsMax,
  maskedWithin,
  nameCharsMax,
  readTip,
  redactedCharsMax,
  type Tip,
  textCharsMax,
  withoutIdentity,
} from "./intake.ts"

const tip = (fields: Partial<Tip>): Tip => ({
  path: "other",
  text: "",
  target: "",
  place: "",
  name: "",
  contact: "",
  ...fields,
})

const story = "Có người gọi xưng công an (số 0988 222 111), đòi chuyển tiền - tôi không chuyển..."

describe("a contact that names nobody", () => {
  test.each(["......", "------", "( ) ( )", "++++++", "+++ ---", "_ _ _", "....12", "n/a", "???", "** **"])(
    "somebody who writes %j for a contact is read as they wrote",
    (contact) => {
      expect(withoutIdentity(story, { name: "", contact })).toBe(story)
    },
  )

  test("whatever has neither letter nor digit hides nothing", () => {
    const signs = fc.stringMatching(/^[\s.,;:+()*/_-]{0,40}$/)
    fc.assert(
      fc.property(signs, signs, (contact, name) => {
        expect(withoutIdentity(story, { name, contact })).toBe(story)
      }),
    )
  })

  test("a number is still hidden however it is spaced, and so is a name", () => {
    for (const contact of ["0912345678", "+84 912 345 678", "0912.345.678", "(0912) 345-678"])
      expect(withoutIdentity("Gọi tôi 0912 345 678 nhé", { name: "", contact })).toBe(`Gọi tôi ${mask} nhé`)
    expect(withoutIdentity("tôi là NGUYEN THI LAN", { name: "Nguyễn Thị Lan", contact: "" })).toBe(
      `tôi là ${mask}`,
    )
  })
})

describe("masking never makes a text that its column refuses", () => {
  const word = fc.constantFrom(
    "an",
    "An",
    "đã",
    "che",
    "Đã Che",
    "12",
    "a1",
    ".",
    " ",
    "\n",
    "0912345678",
    "😀",
    "x",
  )
  const words = (most: number) => fc.array(word, { maxLength: most }).map((all) => all.join(" "))

  test("whatever name, contact and text somebody gives", () => {
    fc.assert(
      fc.property(
        words(30),
        words(30),
        words(40),
        fc.integer({ min: 1, max: 400 }),
        (name, contact, part, times) => {
          const text = part.repeat(times).slice(0, textCharsMax)
          const who = { name: name.slice(0, nameCharsMax), contact: contact.slice(0, contactCharsMax) }
          const read = readTip(tip({ ...who, text, target: text.slice(0, 1_000) }))
          expect(read.redactedText.length).toBeLessThanOrEqual(redactedCharsMax)
          const message = maskedWithin(withoutIdentity(text.slice(0, 4_000), who), maskedMessageCharsMax)
          expect(message.length).toBeLessThanOrEqual(maskedMessageCharsMax)
          expect(message.isWellFormed()).toBe(true)
        },
      ),
      {
        numRuns: 60,
        // Cut to 4,000 it ends in half a smile.
        examples: [["", "", "😀 Đã Che 0912345678 an Đã Che Đã Che an an", 94]],
      },
    )
  })

  test("a message of a reporter called An that says so two thousand times is cut, and says that it is", () => {
    const masked = withoutIdentity("an ".repeat(1_333), { name: "An", contact: "" })
    expect(masked.length).toBeGreaterThan(maskedMessageCharsMax)
    expect(maskedWithin(masked, maskedMessageCharsMax)).toMatch(/\[…\]$/)
  })

  test("a mask is not masked again by a name that is a word of it", () => {
    expect(withoutIdentity("Lan và Che", { name: "Lan", contact: "che" })).toBe(`${mask} và ${mask}`)
  })
})

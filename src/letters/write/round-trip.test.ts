import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readLetter } from "../read/aside.ts"
import { anyLetter, anyTitled } from "../testing/any-letter.ts"
import { visitMinutes } from "../testing/documents.ts"
import { type OfficialDocument, officialDocument } from "./model.ts"
import { kindNames } from "./words.ts"
import { writeDocx, writePdf } from "./writer.ts"

const runs = Number(process.env.LIENPHONG_RUNS ?? 8)
const forms = [
  ["PDF", writePdf],
  ["DOCX", writeDocx],
] as const

describe("what we write, we read again", () => {
  test.each(forms)("any letter written as %s gives back who wrote what to whom", async (form, write) => {
    await fc.assert(
      fc.asyncProperty(anyLetter, async (input) => {
        const reading = await readLetter(await write(input), `letter.${form.toLowerCase()}`)
        if ("refused" in reading) throw new Error(`refused: ${reading.refused}`)
        expect(readingOf(reading)).toEqual(expectedOf(officialDocument.parse(input)))
      }),
      { numRuns: runs },
    )
  })
})

describe("a document of another kind", () => {
  test.each(forms)(
    "any written as %s gives back its kind, head, recipients and who signs",
    async (form, write) => {
      await fc.assert(
        fc.asyncProperty(anyTitled, async (input) => {
          const reading = await readLetter(await write(input), `document.${form.toLowerCase()}`)
          if ("refused" in reading) throw new Error(`refused: ${reading.refused}`)
          const { clauses: _read, ...read } = readingOf(reading)
          const { clauses: _written, ...written } = expectedOf(officialDocument.parse(input))
          expect(read).toEqual(written)
        }),
        { numRuns: runs },
      )
    },
  )
})

test.each(forms)(
  "minutes written as %s give back their kind, number, subject and recipients",
  async (form, write) => {
    const reading = await readLetter(await write(visitMinutes), `minutes.${form.toLowerCase()}`)
    expect(reading).toMatchObject({
      type: "biên bản",
      number: "03/BB-ĐKT",
      issuer: visitMinutes.issuer.name,
      subject: visitMinutes.subject,
      recipients: visitMinutes.recipients,
    })
  },
)

type Read = Exclude<Awaited<ReturnType<typeof readLetter>>, { refused: unknown }>

/** Capitals are the layout's, and so is "./."; "UBND" and "Ủy ban nhân dân" are one. */
const same = (text: string | null) =>
  text === null
    ? null
    : text
        .toLocaleLowerCase("vi")
        .replaceAll("ủy ban nhân dân", "ubnd")
        .replace(/[\s\u00a0]+/g, " ")
        .replace(/[./;]+$/, "")
        .trim()

function readingOf(reading: Read) {
  return {
    issuer: same(reading.issuer),
    number: reading.number,
    date: reading.date,
    type: reading.type,
    subject: same(reading.subject),
    addressees: reading.addressees.map(same),
    clauses: reading.clauses.map(({ path, tasks }) => ({ path, tasks: tasks.map(({ text }) => same(text)) })),
    recipients: reading.recipients.map(same),
    signer: {
      authority: same(reading.signer.authority),
      position: same(reading.signer.position),
      name: reading.signer.name,
    },
  }
}

function expectedOf(document: OfficialDocument): ReturnType<typeof readingOf> {
  const signature = document.signatures[0]
  // The reader calls what is signed for the authority: a head who signs in the own office has no position beside it.
  const stead = signature?.inStead.at(-1)
  const position = same(signature?.position ?? null)
  const { number, symbol } = document
  return {
    issuer: same(document.issuer.name),
    number: number === null ? null : `${number.padStart(2, "0")}/${symbol}`,
    date: document.date,
    type: kindNames[document.kind].name.toLocaleLowerCase("vi"),
    subject: same(document.subject),
    addressees: document.addressees.map(same),
    clauses: document.blocks.flatMap((block) =>
      block.is === "section"
        ? [
            {
              path: block.mark ?? "",
              tasks: block.blocks.flatMap((one) => (one.is === "list" ? one.items.map(same) : [])),
            },
          ]
        : [],
    ),
    recipients: document.recipients.map(same),
    signer: {
      authority: stead === undefined ? position : same(`${stead.form}. ${stead.of}`),
      position: stead === undefined ? null : position,
      name: signature?.name ?? null,
    },
  }
}

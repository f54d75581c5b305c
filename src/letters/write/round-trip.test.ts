import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readLetter } from "../read/aside.ts"
import { type Asked, anyMinutes, anyTitled, titledKinds } from "../testing/any-document.ts"
import { anyLetter } from "../testing/any-letter.ts"
import { compose } from "./compose.ts"
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

describe.each(titledKinds)("any document of the kind %s", (kind) => {
  test.each(forms)(
    "written as %s gives back its head, its whole text, what it asks, recipients and signer",
    async (form, write) => {
      await fc.assert(
        fc.asyncProperty(anyTitled(kind), async ({ input, asked }) => {
          const file = await write(input)
          const reading = await readLetter(file, `document.${form.toLowerCase()}`)
          if ("refused" in reading) throw new Error(`refused: ${reading.refused}`)
          const { clauses: _read, ...read } = readingOf(reading)
          const document = officialDocument.parse(input)
          const { clauses: _written, ...written } = expectedOf(document)
          expect(read).toEqual(written)
          if (asked !== null) expect(askedIn(reading)).toEqual(asked.map(smallAsked))
          expectWholeText(reading, document)
        }),
        { numRuns: runs },
      )
    },
  )
})

describe("any minutes", () => {
  test.each(forms)(
    "written as %s give back their head, their whole text and everybody who signs",
    async (form, write) => {
      await fc.assert(
        fc.asyncProperty(anyMinutes, async (input) => {
          const reading = await readLetter(await write(input), `minutes.${form.toLowerCase()}`)
          if ("refused" in reading) throw new Error(`refused: ${reading.refused}`)
          const { clauses: _read, ...read } = readingOf(reading)
          const document = officialDocument.parse(input)
          const { clauses: _written, ...written } = expectedOf(document)
          expect(read).toEqual(written)
          expectWholeText(reading, document)
        }),
        { numRuns: runs },
      )
    },
  )
})

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
    signers: reading.signers.map(({ authority, position, name }) => ({
      authority: same(authority),
      position: same(position),
      name,
    })),
  }
}

const smallAsked = ({ path, to, tasks }: Asked) => ({
  path,
  to: to?.map(same) ?? null,
  tasks: tasks.map(same),
})
const askedIn = ({ clauses }: Read) =>
  clauses
    .filter(({ tasks }) => tasks.length > 0)
    .map(({ path, addressees, tasks }) => ({
      path,
      to: addressees.map(same),
      tasks: tasks.map(({ text }) => same(text)),
    }))

/** Every paragraph, item and heading of the body, in order; page numbers stand between them. */
function expectWholeText({ normalizedText }: Read, document: OfficialDocument): void {
  const text = normalizedText
    .split("\n")
    .filter((line) => !/^\s*\d{1,3}\s*$/.test(line) && !line.startsWith("Địa chỉ:"))
    .join(" ")
    .replace(/\s+/g, " ")
  let at = 0
  for (const part of compose(document).parts) {
    if (part.is !== "text") continue
    const words = `${part.lead === null ? "" : `${part.lead} `}${part.text}`.replace(/\s+/g, " ")
    const found = text.indexOf(words, at)
    if (found < 0) throw new Error(`"${words}" is not in the text from ${at} on:\n${text.slice(at)}`)
    at = found + words.length
  }
}

function expectedOf(document: OfficialDocument): ReturnType<typeof readingOf> {
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
    signers: document.signatures.map(signerOf),
  }
}

/** The reader calls what is signed for the authority: a head who signs in the own office has no position beside it. */
function signerOf({ inStead, acting, position, name }: OfficialDocument["signatures"][number]) {
  const stead = inStead.at(-1)
  const own = same(`${acting ? "Q. " : ""}${position}`)
  return {
    authority: stead === undefined ? own : same(`${stead.form}. ${stead.of}`),
    position: stead === undefined ? null : own,
    name,
  }
}

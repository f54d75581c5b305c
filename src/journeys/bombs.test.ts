/**
 * Each reader of foreign files is fed what fills a machine or never ends, while others ask for their pages from the same
 * process. What is asserted is an order, not a time: pages go on being served before the file is answered.
 */
import { beforeAll, describe, expect, test } from "vitest"
import { createApp } from "../app.ts"
import { readersOf, scanPages } from "../directives/import/readers.ts"
import { readForeignTable } from "../kernel/tables/read.ts"
import * as bombs from "../kernel/testing/bombs.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { readLetter } from "../letters/index.ts"
import { signWithP12, trialKeyOf, verifyPdf } from "../letters/signing/aside.ts"
import { derived } from "../signals/actions/evidence.ts"

const app = createApp(houseOf(await freshDatabase()))
const pages = ["/readyz", "/bao-tin"]
const ask = async (path: string) => (await app.request(path)).status

beforeAll(async () => {
  // What is loaded at the first page is not what is looked at.
  for (const path of pages) await ask(path)
})

const table = (file: () => Uint8Array) => () => readForeignTable(file(), { rowsMax: 501, columnsMax: 50 })
const evidence = (file: () => Uint8Array, mediaType: string) => () => derived({ bytes: file(), mediaType })

const opened = (p12: Uint8Array) =>
  signWithP12({
    pdf: new Uint8Array(),
    p12,
    passphrase: "x",
    claim: { name: "A", reason: "B", at: new Date() },
  })
/** The number of rounds, 100,000 as our own trial keys have it, is overwritten with the largest of the same length. */
const endlessKey = Buffer.from(
  await trialKeyOf({
    owner: { name: "A", organization: "B", from: new Date("2020-01-01"), to: new Date("2030-01-01") },
    passphrase: "x",
  }),
)
for (
  let at = endlessKey.indexOf("02030186a0", 0, "hex");
  at !== -1;
  at = endlessKey.indexOf("02030186a0", at + 1, "hex")
)
  endlessKey.set([0x7f, 0xff, 0xff], at + 2)

/** The bomb is built first; what is awaited is its reading alone. */
const heavy: readonly (readonly [string, () => Promise<unknown>, unknown])[] = [
  [
    "an XLSX with too many cells",
    table(bombs.xlsxOfCells),
    expect.objectContaining({ refused: expect.any(String) }),
  ],
  [
    "a DOCX of too many paragraphs",
    () => readLetter(bombs.docxOfParagraphs(), "a.docx"),
    { refused: expect.any(String) },
  ],
  [
    "a PDF letter of two million words in one place",
    () => readLetter(bombs.pdfOfOperators(), "a.pdf"),
    { refused: "tooLong" },
  ],
  [
    "a PDF letter that unfolds twice",
    () => readLetter(bombs.pdfOfBlanks(), "a.pdf"),
    { refused: expect.any(String) },
  ],
  ["a PDF as evidence that unfolds twice", evidence(bombs.pdfOfBlanks, "application/pdf"), null],
]

/** Refused at the first look: too quick for an order of events to say anything. */
const quick: readonly (readonly [string, () => Promise<unknown>, unknown])[] = [
  [
    "an XLSX with one cell at the end of its sheet",
    table(bombs.xlsxOfOneCell),
    expect.objectContaining({ refused: expect.any(String) }),
  ],
  [
    "a PDF letter whose tree of pages loops",
    () => readLetter(bombs.pdfOfLoops(), "a.pdf"),
    { refused: expect.any(String) },
  ],
  [
    "a text of a million line breaks",
    () => readLetter(Buffer.from(`a${"\n".repeat(1_000_000)}`), "a.txt"),
    { refused: "tooLong" },
  ],
  ["a PDF as evidence whose tree of pages loops", evidence(bombs.pdfOfLoops, "application/pdf"), null],
  ["a picture of too many dots", evidence(bombs.pictureOfDots, "image/webp"), null],
  [
    "a scan that promises a giant picture",
    () => readersOf("2026-03-02").scanPage(bombs.pdfOfOnePicture(), 1),
    null,
  ],
  ["a recording of boxes without end", evidence(bombs.mp4OfBoxes, "audio/mp4"), null],
  ["a recording of chunks without end", evidence(bombs.wavOfChunks, "audio/wav"), null],
  ["a recording of pages without end", evidence(bombs.oggOfPages, "audio/ogg"), null],
  [
    "a signature of sets within sets",
    () => verifyPdf(bombs.pdfOfNestedSignature()),
    [expect.objectContaining({ isIntact: false, level: "broken" })],
  ],
  [
    "a key file whose passphrase is to be turned millions of times",
    () => opened(endlessKey),
    { refused: "key.broken" },
  ],
  [
    "a key file of sets within sets",
    () => opened(Buffer.alloc(190_000, "3080", "hex")),
    { refused: "key.broken" },
  ],
  ["a scan whose tree of pages loops", () => scanPages(bombs.pdfOfLoops()), expect.any(Number)],
]

async function besides(read: () => Promise<unknown>) {
  let isAnswered = false
  const reading = read().finally(() => {
    isAnswered = true
  })
  const served: number[] = []
  do for (const path of pages) served.push(await ask(path))
  while (!isAnswered)
  return { answer: await reading, served }
}

describe("while a file that unfolds is read, everybody else is answered", () => {
  test.each(heavy)("%s", { timeout: 180_000 }, async (_name, read, expected) => {
    const { answer, served } = await besides(read)
    expect(answer).toEqual(expected)
    expect(new Set(served)).toEqual(new Set([200]))
    // A reader on this thread would let only those pages through that were on their way already.
    expect(served.length).toBeGreaterThan(2)
  })

  test.each(quick)("%s", { timeout: 180_000 }, async (_name, read, expected) => {
    const { answer, served } = await besides(read)
    expect(answer).toEqual(expected)
    expect(new Set(served)).toEqual(new Set([200]))
  })
})

/**
 * One model of an official document, from which DOCX and PDF are written alike (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 *
 * Texts are as a person would write them in a sentence ("Ủy ban nhân dân tỉnh Mẫu"): capitals, bold, dashes,
 * semicolons and the closing "./." are the layout's work. Every list and text has a limit.
 */
import { z } from "zod"

/** Công văn, báo cáo, phiếu chuyển, biên bản, tờ trình, kế hoạch, quyết định, thông báo: see docs/glossary.md. */
export const documentKinds = [
  "letter",
  "report",
  "referral",
  "minutes",
  "submission",
  "plan",
  "decision",
  "announcement",
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Nothing that XML or a printed line cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u

const text = (max: number) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !unprintable.test(value), { error: "unprintable" })

const cell = z
  .string()
  .normalize("NFC")
  .trim()
  .max(4_000)
  .refine((value) => !unprintable.test(value), { error: "unprintable" })

const paragraph = z.object({
  is: z.literal("paragraph"),
  text: text(20_000),
  align: z.enum(["justify", "left", "centre"]).default("justify"),
  weight: z.enum(["regular", "bold", "italic"]).default("regular"),
})

/** Dashes are printed "- …"; numbers "1. …" and letters "a) …" are counted here. */
const list = z.object({
  is: z.literal("list"),
  mark: z.enum(["dash", "plus", "number", "letter"]).default("dash"),
  items: z.array(text(20_000)).min(1).max(500),
})

const column = z.object({
  title: text(300),
  /** Share of the table's width against the other columns'. */
  share: z.number().min(0.1).max(20).default(1),
  align: z.enum(["left", "centre", "right"]).default("left"),
})

const table = z
  .object({
    is: z.literal("table"),
    caption: text(500).optional(),
    columns: z.array(column).min(1).max(14),
    rows: z.array(z.array(cell)).max(2_000),
    note: text(2_000).optional(),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
    error: "each row has one cell per column",
  })

/** A picture of figures; the same figures belong in a table beside it, and `says` is read aloud in its place. */
const picture = z.object({
  is: z.literal("picture"),
  png: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 5_000_000, { error: "over 5 MB" }),
  widthMm: z.number().min(20).max(260),
  caption: text(500).optional(),
  says: text(2_000),
})

const number = z.number().min(-1e12).max(1e12)

/** Figures drawn: bars for long names, columns and lines for periods. Drawn by the writer; no picture is needed. */
const chart = z
  .object({
    is: z.literal("chart"),
    form: z.enum(["bars", "columns", "lines"]),
    caption: text(500),
    categories: z.array(text(100)).min(1).max(60),
    series: z
      .array(z.object({ name: text(100), values: z.array(number.nullable()) }))
      .min(1)
      .max(6),
    heightMm: z.number().min(30).max(200).default(70),
  })
  .refine(({ categories, series }) => series.every(({ values }) => values.length === categories.length), {
    error: "each series has one value per category",
  })

export type Chart = z.output<typeof chart>
export type Block =
  | z.output<typeof paragraph | typeof list | typeof table | typeof picture | typeof chart>
  | Section
export type BlockInput =
  | z.input<typeof paragraph | typeof list | typeof table | typeof picture | typeof chart>
  | SectionInput
export type Table = z.output<typeof table>
export type Picture = z.output<typeof picture>
/** `mark` as printed without its point: "I", "1", "a", "Điều 1"; null for a heading without one. */
export type Section = { is: "section"; mark: string | null; title: string | null; blocks: Block[] }
export type SectionInput = {
  is: "section"
  mark: string | null
  title?: string | null | undefined
  blocks: BlockInput[]
}

const section: z.ZodType<Section, SectionInput> = z
  .object({
    is: z.literal("section"),
    mark: text(20).nullable(),
    title: text(2_000).nullable().default(null),
    get blocks(): z.ZodArray<z.ZodType<Block, BlockInput>> {
      return z.array(block).max(500)
    },
  })
  .refine(({ title, blocks }) => title !== null || blocks.length > 0, { error: "an empty section" })

const block: z.ZodType<Block, BlockInput> = z.union([paragraph, list, table, picture, chart, section])

/**
 * Who signs and in whose stead (Phụ lục I): `inStead` is printed line by line above the position, as in
 * "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; `acting` puts "Q." before the position.
 */
const signature = z.object({
  inStead: z
    .array(z.object({ form: z.enum(["TM", "KT", "TL", "TUQ"]), of: text(200) }))
    .max(3)
    .default([]),
  acting: z.boolean().default(false),
  position: text(200),
  name: text(100).nullable(),
})
export type Signature = z.output<typeof signature>

/** An ISO day, shorter where the day or the month is still to be filled in by hand. */
const partialDate = z.union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)])

/** What minutes of a meeting say before and after their body (mẫu 1.9). Moments as printed: "8 giờ 00, ngày 15 tháng 9 năm 2023". */
const meeting = z.object({
  began: text(200),
  place: text(300),
  present: z.array(text(300)).min(1).max(100),
  chair: text(200),
  secretary: text(200),
  ended: text(200),
})

const annex = z.object({
  title: text(500),
  blocks: z.array(block).min(1).max(500),
  /** A wide table lies on its side. */
  turn: z.enum(["portrait", "landscape"]).default("portrait"),
})

/** Cells, items and paragraphs of a whole document: about 400 pages. Longer lists belong in a spreadsheet beside it. */
const leavesMax = 30_000

function leavesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.is === "table") return sum + block.rows.length * block.columns.length
    if (block.is === "list") return sum + block.items.length
    return sum + 1 + (block.is === "section" ? leavesOf(block.blocks) : 0)
  }, 0)
}

export const officialDocument = z
  .object({
    kind: z.enum(documentKinds),
    issuer: z.object({ parent: text(200).nullable().default(null), name: text(200) }),
    /** Null until the clerk takes it from the book: printed blank. */
    number: z
      .string()
      .regex(/^\d{1,6}[a-zA-Zđ]?$/)
      .nullable(),
    /** After the slash: "UBND-KGVX", "BC-STTTT". */
    symbol: z.string().regex(/^[\p{Lu}\p{Ll}\d-]{1,40}$/u),
    place: text(100),
    date: partialDate,
    urgency: z.enum(["urgent", "very-urgent", "express"]).nullable().default(null),
    /** "Chỉ dẫn về phạm vi lưu hành". */
    circulation: z.enum(["return-after-reading", "internal"]).nullable().default(null),
    subject: text(1_000),
    addressees: z.array(text(300)).max(60).default([]),
    /** Who decides, above the grounds of a decision: "Chủ tịch Ủy ban nhân dân tỉnh Mẫu". */
    authority: text(300).nullable().default(null),
    grounds: z.array(text(2_000)).max(40).default([]),
    meeting: meeting.nullable().default(null),
    blocks: z.array(block).min(1).max(500),
    /** One signs beside the recipients; several (minutes, joint documents) sign in rows of two. */
    signatures: z.array(signature).min(1).max(8),
    recipients: z.array(text(300)).max(60).default([]),
    /** Who drafted it and how many copies go out: "NVA.(30)". */
    drafter: z
      .string()
      .regex(/^[\p{L}\d]{1,10}\.?(\(\d{1,5}\))?$/u)
      .nullable()
      .default(null),
    /** Address, telephone, e-mail, web site of the body: at the foot of the first page. */
    contact: z.array(text(200)).max(3).default([]),
    annexes: z.array(annex).max(20).default([]),
    /** Points; the decree allows 13 and 14. */
    bodySize: z.union([z.literal(13), z.literal(14)]).default(14),
  })
  .refine(({ kind, authority }) => kind !== "decision" || authority !== null, {
    path: ["authority"],
    error: "a decision names who decides",
  })
  // Minutes of a violation follow a form of their own and say in their text who was there.
  .refine(({ kind, meeting }) => kind === "minutes" || meeting === null, {
    path: ["meeting"],
    error: "only minutes tell of a meeting",
  })
  .refine(
    ({ blocks, annexes }) => leavesOf([...blocks, ...annexes.flatMap((one) => one.blocks)]) <= leavesMax,
    {
      error: "too long a document",
    },
  )

export type OfficialDocument = z.output<typeof officialDocument>
/** What a caller gives: defaults may be left out. */
export type OfficialDocumentInput = z.input<typeof officialDocument>

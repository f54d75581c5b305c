/** The styles of a written DOCX: a clerk changes one and the whole document follows. Sizes of Phụ lục I. */
import { type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx"
import { styleNames } from "./words.ts"

export type StyleId = keyof typeof styleNames

const font = "Times New Roman"
/** Twips: 6 pt between paragraphs is the least the decree allows. */
const apart = 120
/** Twips: a paragraph begins 1.27 cm in. */
const firstLine = 720

type Look = {
  size: number
  bold?: true
  italics?: true
  align?: "center" | "both" | "left"
  before?: number
  after?: number
  indent?: { firstLine?: number; left?: number; hanging?: number }
  keepNext?: true
  /** Lines of body text stand 1.08 apart; those of the head single. */
  line?: number
  outline?: number
}

function looks(body: 13 | 14): Record<StyleId, Look> {
  const centred = { align: "center" } as const
  const text = { size: body, align: "both", after: apart, line: 260 } as const
  const name = { size: 14, bold: true, align: "center", keepNext: true } as const
  return {
    nation: { size: 12, bold: true, ...centred },
    motto: { size: 13, bold: true, ...centred },
    parent: { size: 12, ...centred },
    issuer: { size: 12, bold: true, ...centred },
    number: { size: 13, ...centred, before: apart },
    placeDate: { size: 13, italics: true, ...centred, before: apart },
    about: { size: 12, ...centred, before: apart },
    urgency: { size: 13, bold: true, ...centred, before: apart },
    kind: { ...name, before: 360 },
    title: { ...name, after: 60 },
    addressees: { ...text, align: "left" },
    authority: { ...text, align: "center", bold: true },
    ground: { ...text, italics: true, indent: { firstLine } },
    order: { ...text, align: "center", bold: true, keepNext: true },
    body: { ...text, indent: { firstLine } },
    heading: { ...text, bold: true, indent: { firstLine }, keepNext: true },
    centre: { ...text, align: "center" },
    left: { ...text, align: "left" },
    caption: { ...text, size: 13, align: "center", bold: true },
    note: { size: 12, italics: true, align: "both", before: 60, after: apart },
    cellHead: { size: 12, bold: true, ...centred },
    cell: { size: 12 },
    signature: { size: body, bold: true, ...centred, keepNext: true },
    signer: { size: body, bold: true, ...centred },
    recipientsLead: { size: 12, bold: true, italics: true },
    recipient: { size: 11, indent: { left: 110, hanging: 110 } },
    drafter: { size: 11, before: 60 },
    contact: { size: 11, ...centred },
    annex: { ...name, after: 60, outline: 0 },
    annexTitle: { ...name, after: 60 },
    enclosed: { size: body, italics: true, ...centred },
    rule: { size: 2, ...centred },
    pageNumber: { size: 13, ...centred },
  }
}

export function documentStyles(body: 13 | 14): IStylesOptions {
  const own = Object.entries(looks(body)).map(([id, look]) => styleOf(id as StyleId, look))
  return {
    default: { document: { run: { font, size: halfPoints(body), language: { value: "vi-VN" } } } },
    paragraphStyles: own,
  }
}

function styleOf(id: StyleId, look: Look): IParagraphStyleOptions {
  const { size, bold, italics, align, before = 0, after = 0, indent, keepNext, line = 240, outline } = look
  return {
    id,
    name: styleNames[id],
    basedOn: "Normal",
    quickFormat: true,
    run: { font, size: halfPoints(size), ...(bold && { bold }), ...(italics && { italics }) },
    paragraph: {
      // Said aloud: some programs take a line without its rule for so many points, and tear lines and pictures.
      spacing: { before, after, line, lineRule: LineRuleType.AUTO },
      ...(align && { alignment: align }),
      ...(indent && { indent }),
      ...(keepNext && { keepNext }),
      ...(outline !== undefined && { outlineLevel: outline }),
    },
  }
}

/** Numbers only: "14pt" is lawful too, and some programs do not read it. */
const halfPoints = (points: number) => points * 2

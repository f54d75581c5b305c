/** A sheet as DOCX: the same places and words as the PDF, in styles that a clerk can change. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx"
import { headLeftMm, pageMm } from "./compose.ts"
import { blank, broken, type Child, invisible, line, page, row, rule, spacer, twips } from "./docx-lines.ts"
import { drawn } from "./docx-parts.ts"
import { documentStyles } from "./docx-styles.ts"
import { textWidth } from "./metrics.ts"
import type { Sheet, SignatureBlock } from "./sheet.ts"

export async function docxOf(sheet: Sheet): Promise<Uint8Array> {
  const main = [
    headOf(sheet.head),
    ...titleOf(sheet),
    ...addresseesOf(sheet),
    ...sheet.parts.flatMap((part, i) => drawn(part, pageMm.portrait, i === sheet.parts.length - 1)),
    ...closingOf(sheet.closing),
  ]
  const annexes = sheet.annexes.map((annex) => {
    const width = pageMm[annex.turn]
    const rest = annex.parts.flatMap((part) => drawn(part, width))
    const enclosed = [broken("enclosed", annex.enclosed), rule(30, width)]
    return section(
      [line("annex", annex.heading), broken("annexTitle", annex.title), ...enclosed, ...rest],
      annex.turn,
    )
  })
  const document = new Document({
    title: sheet.name,
    creator: [...sheet.head.issuer].join(" "),
    styles: documentStyles(sheet.size),
    sections: [section(main, "portrait", sheet.contact), ...annexes],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A4; the number stands in the top margin from the second page on; each annex counts its own pages. */
function section(children: Child[], turn: "portrait" | "landscape", contact: string[] = []): ISectionOptions {
  const isTurned = turn === "landscape"
  const number = new Paragraph({
    style: "pageNumber",
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps the two sides of a page that lies down.
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(page.top),
          bottom: twips(page.bottom),
          left: twips(page.left),
          right: twips(page.right),
          header: twips(10),
          footer: twips(10),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [blank()] }) },
    ...(contact.length > 0 && { footers: { first: new Footer({ children: [underRule(contact)] }) } }),
    children,
  }
}

function underRule(contact: string[]): Paragraph {
  const top = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 4 }
  return broken("contact", contact, { border: { top } })
}

function headOf(head: Sheet["head"]): Table {
  const rightMm = pageMm.portrait - headLeftMm
  const widest = (lines: string[]) =>
    Math.max(...lines.map((one) => textWidth(one, 12, "bold"))) * (25.4 / 72)
  const left = [
    ...head.parent.map((one) => line("parent", one)),
    ...head.issuer.map((one) => line("issuer", one)),
    rule(widest(head.issuer) * 0.4, headLeftMm - 2),
  ]
  const mottoMm = textWidth(head.motto, 13, "bold") * (25.4 / 72)
  const right = [line("nation", head.nation), line("motto", head.motto), rule(mottoMm, rightMm - 2)]
  const under = [
    line("number", head.number),
    ...(head.about.length === 0 ? [] : [broken("about", head.about)]),
    ...head.marks.map(boxed),
  ]
  const when = [head.placeDate === null ? blank() : line("placeDate", head.placeDate)]
  const widths = [headLeftMm, rightMm]
  return invisible(widths, [row([left, right], widths), row([under, when], widths)])
}

function boxed(text: string): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 2 }
  const side = Math.round((twips(headLeftMm - 2) - textWidth(text, 13, "bold") * 20) / 2) - 160
  return line("urgency", text, {
    border: { top: edge, bottom: edge, left: edge, right: edge },
    indent: { left: side, right: side },
  })
}

function titleOf({ title }: Sheet): Child[] {
  if (title === null) return []
  return [line("kind", title.kind), broken("title", title.about), rule(30, pageMm.portrait)]
}

function addresseesOf({ addressees }: Sheet): Child[] {
  if (addressees === null) return []
  const [first = "", ...others] = addressees.lines
  if (others.length === 0) {
    const centred = { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } }
    return [line("addressees", `${addressees.lead} ${first}`, centred)]
  }
  const indent = { left: twips(46), hanging: twips(4) }
  return [
    line("addressees", addressees.lead, {
      indent: { left: twips(30) },
      spacing: { before: 240 },
      keepNext: true,
    }),
    ...addressees.lines.map((one) => line("addressees", one, { indent })),
  ]
}

/** Rows are kept whole and with what precedes them, so that no signature stands alone on a page. */
function closingOf({ signatures, recipients, drafter }: Sheet["closing"]): Child[] {
  const beside = recipients?.beside ?? 0
  const half = pageMm.portrait / 2
  const indent = { left: 110, hanging: 110, ...(signatures.length === 1 && { right: twips(half) }) }
  const all = (recipients?.lines ?? []).map((one, i) => line("recipient", one, i < beside ? {} : { indent }))
  const last = drafter === null ? [] : [line("drafter", drafter)]
  const [first, others] = [all.slice(0, beside), all.slice(beside)]
  const lead = recipients === null ? [] : [line("recipientsLead", recipients.lead)]
  const to = [...lead, ...first, ...(others.length === 0 ? last : [])]
  const more = others.length === 0 ? [] : [...others, ...last]
  const [only] = signatures
  if (only !== undefined && signatures.length === 1) {
    const left = to.length === 0 ? [blank()] : to
    const signed = [...officesOf(only), nameOf(only, 24)]
    return [spacer(), invisible([half, half], [row([left, signed], [half, half])]), ...more]
  }
  const roomMm = signatures.length > 2 ? 18 : 24
  const rows = signatures.flatMap((_, i) => {
    if (i % 2 === 1) return []
    const two = signatures.slice(i, i + 2)
    // An odd one signs in the middle of its row.
    const widths = two.length === 1 ? [pageMm.portrait] : [half, half]
    const span = two.length === 1 ? 2 : 1
    const lines = Math.max(...two.map((one) => one.lines.length))
    const signed = two.map((one) => [...officesOf(one, lines), nameOf(one, roomMm)])
    return [row(signed, widths, span)]
  })
  return [spacer(), invisible([half, half], rows), ...to, ...more]
}

/** Filled up to `lines`, so that of two who sign side by side the names stand on one line. */
const officesOf = ({ lines }: SignatureBlock, count = lines.length) =>
  Array.from({ length: count }, (_, i) => line("signature", lines[i] ?? ""))
const nameOf = ({ name }: SignatureBlock, roomMm: number) =>
  broken("signer", name, { spacing: { before: twips(roomMm), after: 120 } })

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
import { headLeftMm } from "./compose.ts"
import {
  blank,
  broken,
  type Child,
  invisible,
  line,
  page,
  row,
  rule,
  spacer,
  twips,
  widthLandscape,
  widthPortrait,
} from "./docx-lines.ts"
import { drawn } from "./docx-parts.ts"
import { documentStyles } from "./docx-styles.ts"
import { textWidth } from "./metrics.ts"
import type { Sheet, SignatureBlock } from "./sheet.ts"

export async function docxOf(sheet: Sheet): Promise<Uint8Array> {
  const main = [
    headOf(sheet.head),
    ...titleOf(sheet),
    ...addresseesOf(sheet),
    ...sheet.parts.flatMap((part, i) => drawn(part, widthPortrait, i === sheet.parts.length - 1)),
    ...closingOf(sheet.closing),
  ]
  const annexes = sheet.annexes.map((annex) => {
    const width = annex.turn === "landscape" ? widthLandscape : widthPortrait
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
  const rightMm = widthPortrait - headLeftMm
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
  return [line("kind", title.kind), broken("title", title.about), rule(30, widthPortrait)]
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
  const to = [
    ...(recipients === null ? [] : [line("recipientsLead", recipients.lead)]),
    ...(recipients?.lines ?? []).map((one) => line("recipient", one)),
    ...(drafter === null ? [] : [line("drafter", drafter)]),
  ]
  const half = widthPortrait / 2
  const [only, ...others] = signatures
  if (only !== undefined && others.length === 0) {
    const left = to.length === 0 ? [blank()] : to
    return [spacer(), invisible([half, half], [row([left, signed(only)], [half, half])])]
  }
  const rows = signatures.flatMap((signature, i) => {
    if (i % 2 === 1) return []
    const beside = signatures[i + 1]
    // An odd one signs in the middle of its row.
    if (beside === undefined) return [row([signed(signature)], [widthPortrait], 2)]
    return [row([signed(signature), signed(beside)], [half, half])]
  })
  return [spacer(), invisible([half, half], rows), ...to]
}

function signed({ lines, name }: SignatureBlock): Paragraph[] {
  const room = twips(24)
  return [
    ...lines.map((one) => line("signature", one)),
    broken("signer", name, { spacing: { before: room, after: 120 } }),
  ]
}

/** From the document to its sheet: what is printed, word by word, in which place. Pure. */
import { chartPart } from "./chart.ts"
import { fitted } from "./columns.ts"
import { balanced, tie, tied } from "./lines.ts"
import { textWidth } from "./metrics.ts"
import type { Block, OfficialDocument, Section, Signature } from "./model.ts"
import type { Part, Sheet, SignatureBlock, TextPart } from "./sheet.ts"
import { kindNames, printed } from "./words.ts"

/** Points: the head's left column, less its padding (`official.typ` and `docx.ts` use the same). */
export const headLeftMm = 66
/** Between the margins, upright and lying; and how much of it a line in the middle takes. */
export const pageMm = { portrait: 165, landscape: 252 } as const
const lineMm = { portrait: 140, landscape: 220 } as const

export function compose(document: OfficialDocument): Sheet {
  const { kind, subject, addressees, bodySize } = document
  return {
    name: [kindNames[kind].name, subject].join(" "),
    size: bodySize,
    head: headOf(document),
    title:
      kind === "letter" ? null : { kind: upper(kindNames[kind].name), about: wide(subject, lineMm.portrait) },
    addressees:
      addressees.length === 0
        ? null
        : {
            lead: printed.addressees,
            lines: addressees.length === 1 ? addressees.map(tied) : itemised(addressees.map(tied)),
          },
    parts: finished([
      ...openingOf(document),
      ...partsOf(document.blocks, pageMm.portrait),
      ...endOf(document),
    ]),
    closing: {
      signatures: document.signatures.map((one) => signatureOf(one, bodySize)),
      recipients:
        document.recipients.length === 0 ? null : recipientsOf(itemised(document.recipients.map(tied))),
      drafter: document.drafter === null ? null : upper(document.drafter),
    },
    contact: document.contact,
    annexes: document.annexes.map((annex, i) => ({
      heading: document.annexes.length === 1 ? printed.annex : `${printed.annex} ${roman(i + 1)}`,
      title: wide(upper(annex.title), lineMm[annex.turn]),
      enclosed: within(lineMm[annex.turn], tied(enclosedIn(document)), bodySize, "regular"),
      turn: annex.turn,
      parts: partsOf(annex.blocks, pageMm[annex.turn]),
    })),
  }
}

function headOf(document: OfficialDocument): Sheet["head"] {
  const { kind, issuer, place, date, subject, urgency, circulation } = document
  const narrow = (text: string, size: number, weight: "regular" | "bold") =>
    within(headLeftMm - 2, text, size, weight)
  const about = `${printed.about} ${subject}`
  return {
    parent: issuer.parent === null ? [] : narrow(upper(issuer.parent), 12, "regular"),
    issuer: narrow(upper(issuer.name), 12, "bold"),
    number: `${printed.number} ${numberAndSymbol(document.number, document.symbol)}`,
    nation: printed.nation,
    motto: printed.motto,
    // Minutes tell their time and place in their text (mẫu 1.9).
    placeDate: kind === "minutes" ? null : `${place}, ${printedDate(date).replaceAll(" ", tie)}`,
    about: kind === "letter" ? narrow(about, 12, "regular") : [],
    marks: [
      ...(urgency === null ? [] : [printed.urgency[urgency]]),
      ...(circulation === null ? [] : [printed.circulation[circulation]]),
    ],
  }
}

/** A number below 10 carries a zero; one not yet taken leaves room for the pen. */
function numberAndSymbol(number: string | null, symbol: string): string {
  const shown = number === null ? tie.repeat(8) : /^\d$/.test(number) ? `0${number}` : number
  return `${shown}/${symbol}`
}

/** Days below 10 and the months 1 and 2 carry a zero; what is not known yet stays blank. */
export function printedDate(date: string): string {
  const [year = "", month, day] = date.split("-")
  const blank = tie.repeat(6)
  const shortMonth = month === undefined ? blank : Number(month) <= 2 ? month : String(Number(month))
  return printed.day(day ?? blank, shortMonth, year)
}

/** What stands between the addressees and the body. */
function openingOf({ kind, authority, grounds, meeting }: OfficialDocument): Part[] {
  const who = authority === null ? [] : [part("authority", upper(authority), { weight: "bold" })]
  const why = grounds.map((ground, i) =>
    part("ground", `${bare(ground)}${i === grounds.length - 1 ? "." : ";"}`, { weight: "italic" }),
  )
  const order =
    kind === "decision"
      ? [part("order", `${upper(kindNames.decision.name)}:`, { weight: "bold", sticky: true })]
      : []
  if (meeting === null) return [...who, ...why, ...order]
  const words = printed.meeting
  const told = [
    `${words.began} ${meeting.began}`,
    `${words.place} ${meeting.place}`,
    words.present,
    ...itemised(meeting.present),
    `${words.chair} ${meeting.chair}`,
    `${words.secretary} ${meeting.secretary}`,
    words.content,
  ]
  return [...who, ...why, ...told.map((line) => part("body", line, { sticky: line.endsWith(":") }))]
}

function endOf({ meeting }: OfficialDocument): Part[] {
  return meeting === null ? [] : [part("body", printed.meeting.ended(meeting.ended))]
}

function partsOf(blocks: readonly Block[], widthMm: number, level = 1): Part[] {
  return blocks.flatMap((block) => blockParts(block, widthMm, level))
}

function blockParts(block: Block, widthMm: number, level: number): Part[] {
  switch (block.is) {
    case "paragraph": {
      const style = block.align === "justify" ? "body" : block.align
      return [part(style, block.text, { weight: block.weight })]
    }
    case "list":
      return block.items.map((item, i) => part("body", `${markOf(block.mark, i)} ${item}`))
    case "section":
      return sectionParts(block, widthMm, level)
    case "table": {
      const shares = fitted(block, widthMm)
      return [
        { ...block, columns: block.columns.map((one, i) => ({ ...one, share: shares[i] ?? one.share })) },
      ]
    }
    case "picture":
      return [block]
    case "chart":
      return [chartPart(block)]
  }
}

function markOf(mark: "dash" | "plus" | "number" | "letter", i: number): string {
  switch (mark) {
    case "dash":
      return "-"
    case "plus":
      return "+"
    case "number":
      return `${i + 1}.`
    case "letter":
      return `${vietnameseLetters[i] ?? i + 1})`
  }
}
const vietnameseLetters = [..."abcdđeghiklmnopqrstuvxy"]

/** A titled section is a heading of its own; one without a title begins its first paragraph with the mark. */
function sectionParts({ mark, title, blocks }: Section, widthMm: number, level: number): Part[] {
  const lead = mark === null ? null : `${mark}${/^\p{Ll}$/u.test(mark) ? ")" : "."}`
  const inside = partsOf(blocks, widthMm, level + 1)
  if (title !== null) {
    const heading = [lead, title].filter((word) => word !== null).join(" ")
    return [part("heading", heading, { weight: "bold", sticky: inside.length > 0, level }), ...inside]
  }
  const [first, ...others] = inside
  if (lead === null || first === undefined) return inside
  if (first.is !== "text") return [part("heading", lead, { weight: "bold", sticky: true, level }), ...inside]
  const isArticle = mark !== null && /\s/.test(mark)
  return isArticle
    ? [{ ...first, lead }, ...others]
    : [{ ...first, text: tied(`${lead} ${first.text}`) }, ...others]
}

function part(
  style: TextPart["style"],
  text: string,
  options: { weight?: TextPart["weight"]; sticky?: boolean; level?: number } = {},
): TextPart {
  return {
    is: "text",
    style,
    lead: null,
    text: tied(text),
    weight: options.weight ?? "regular",
    level: options.level ?? null,
    sticky: options.sticky ?? false,
  }
}

/** The closing "./." after the last words, which then stay with the signature. */
function finished(parts: Part[]): Part[] {
  const last = parts.at(-1)
  if (last === undefined || last.is !== "text") return parts
  const text = `${last.text.replace(/[./;,\s]+$/u, "")}${printed.end}`
  return [...parts.slice(0, -1), { ...last, text, sticky: true }]
}

function signatureOf({ inStead, acting, position, name }: Signature, size: number): SignatureBlock {
  const own = `${acting ? `Q.${tie}` : ""}${upper(position)}`
  const said = [...inStead.map(({ form, of }) => `${form}.${tie}${upper(of)}`), own]
  const halved = (text: string) => within(76, text, size, "bold")
  return { lines: said.flatMap(halved), name: name === null ? [] : halved(name) }
}

/** "- Như trên;" … the last ends with a point. */
function itemised(items: readonly string[]): string[] {
  return items.map((item, i) => `- ${bare(item)}${i === items.length - 1 ? "." : ";"}`)
}

/** Sixty recipients are taller than a page: no more than a third of one stands in the block that is never torn. */
function recipientsOf(lines: string[]): NonNullable<Sheet["closing"]["recipients"]> {
  let height = 0
  const beside = lines.findIndex((one) => {
    height += Math.ceil(textWidth(one, 11, "regular") / points(80)) * 13.5 + 3
    return height > points(90)
  })
  return { lead: printed.recipients, lines, beside: beside < 0 ? lines.length : beside }
}

function enclosedIn({ kind, number, symbol, date, issuer }: OfficialDocument): string {
  const shown = numberAndSymbol(number, symbol)
  return printed.enclosed(kindNames[kind].name, shown, printedDate(date).replaceAll(" ", tie), issuer.name)
}

/** Lines in the middle of the page. */
const wide = (text: string, mm: number) => within(mm, tied(text), 14, "bold")

function within(mm: number, text: string, size: number, weight: "regular" | "bold"): string[] {
  return balanced(text, points(mm), (line) => textWidth(line, size, weight))
}

const points = (mm: number) => mm * (72 / 25.4)
const bare = (text: string) => text.replace(/[;.,\s]+$/u, "")
const upper = (text: string) => text.toLocaleUpperCase("vi")

function roman(count: number): string {
  const tens = "X".repeat(Math.floor(count / 10))
  return tens + (["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][count % 10] ?? "")
}

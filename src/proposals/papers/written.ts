/** The paper of a proposal in official layout (tờ trình, công văn), from what was written, kept and answered. Pure. */
import {
  type BlockInput,
  type BodySymbols,
  inFull,
  type OfficialDocumentInput,
  signatureFor,
  symbolOf,
} from "../../letters/index.ts"
import type { KeptFigure, ProposalOption } from "../domain/matter.ts"
import { printed } from "./printed.ts"

export const paperKinds = ["submission", "letter"] as const
export type PaperKind = (typeof paperKinds)[number]

export type PaperOpinion = { body: string; said: string | null; taken: string | null }
export type PaperContent = {
  title: string
  toName: string
  problem: string
  unaskedReason: string | null
  figures: readonly (KeptFigure & { name: string; periodName: string; shown: string; sourceName: string })[]
  options: readonly ProposalOption[]
  opinions: readonly PaperOpinion[]
  issuer: { parent: string | null; name: string }
  symbols: BodySymbols
  place: string
  signer: { name: string; title: string }
  today: string
  day(on: string): string
}

type Paper = Omit<OfficialDocumentInput, "number" | "date">

export function writePaper(kind: PaperKind, content: PaperContent): Paper {
  const { title, toName, issuer, symbols, place, signer } = content
  return {
    kind,
    issuer,
    symbol: symbolOf(kind, symbols.abbreviation, symbols.field),
    place,
    subject: clean(title),
    addressees: [inFull(toName)],
    blocks: sections(content),
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
    recipients: [printed.asAbove, printed.keep],
    annexes:
      content.opinions.length === 0
        ? []
        : [{ title: printed.annex, turn: "landscape", blocks: [opinionTable(content)] }],
  }
}

/** Numbered from 1, whichever of them there are. */
function sections(content: PaperContent): BlockInput[] {
  const { problem, figures, options, opinions, unaskedReason } = content
  const said: [string, BlockInput[]][] = [
    [printed.need, paragraphs(problem)],
    ...(figures.length === 0 ? [] : [part(printed.figures, [figureTable(content)])]),
    [printed.options, options.flatMap((one, at) => optionBlocks(one, at + 1))],
    ...(opinions.length === 0 && unaskedReason === null
      ? []
      : [part(printed.opinions, opinionWords(content))]),
    [printed.asked, asked(content)],
  ]
  return said
    .filter(([, blocks]) => blocks.length > 0)
    .map(([title, blocks], at) => ({ is: "section", mark: String(at + 1), title, blocks }))
}
const part = (title: string, blocks: BlockInput[]): [string, BlockInput[]] => [title, blocks]

function figureTable({ figures, day }: PaperContent): BlockInput {
  const standing = (isLocked: boolean) => (isLocked ? printed.locked : printed.running)
  return {
    is: "table",
    columns: printed.figureColumns.map((title, at) => ({ title, share: [1, 5, 3, 3, 4][at] ?? 3 })),
    rows: figures.map((one, at) => [
      ...[String(at + 1), one.name, one.periodName, one.shown],
      printed.takenOn(one.sourceName, standing(one.isLocked), day(one.takenOn)),
    ]),
  }
}

const optionBlocks = (one: ProposalOption, nth: number): BlockInput[] => [
  { is: "paragraph", weight: "bold", text: printed.option(String(nth), clean(one.title)) },
  ...paragraphs(printed.effects(one.effects)),
  ...(one.cost === null ? [] : paragraphs(printed.cost(one.cost))),
  ...(one.isProposed ? paragraphs(printed.proposed) : []),
]

function opinionWords({ opinions, unaskedReason }: PaperContent): BlockInput[] {
  if (opinions.length === 0) return unaskedReason === null ? [] : paragraphs(printed.unasked(unaskedReason))
  // A body that was asked twice is one body.
  const answered = new Set(opinions.flatMap(({ body, said }) => (said === null ? [] : [body])))
  const all = new Set(opinions.map(({ body }) => body))
  return paragraphs(printed.opinionsSaid(String(answered.size), String(all.size)))
}

const opinionTable = ({ opinions }: PaperContent): BlockInput => ({
  is: "table",
  columns: printed.opinionColumns.map((title, at) => ({ title, share: [1, 4, 8, 8][at] ?? 4 })),
  rows: opinions.map(({ body, said, taken }, at) => [
    String(at + 1),
    body,
    said === null ? printed.noAnswer : cell(said),
    cell(taken ?? ""),
  ]),
})

function asked({ toName, title, options }: PaperContent): BlockInput[] {
  const chosen = options.find(({ isProposed }) => isProposed)
  return [
    ...paragraphs(printed.asks(inFull(toName), unended(clean(title)))),
    ...(chosen === undefined ? [] : paragraphs(printed.asksOption(unended(clean(chosen.title))))),
  ]
}

const paragraphs = (text: string): BlockInput[] =>
  text
    .split(/\n+/)
    .map(clean)
    .filter((line) => line !== "")
    .map((line) => ({ is: "paragraph", text: line }))

/** What a printed line cannot hold becomes a space. */
const clean = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
const cell = (text: string) => clean(text).slice(0, 4_000)
const unended = (text: string) => text.replace(/\.$/, "")

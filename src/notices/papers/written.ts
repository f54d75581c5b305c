/** The notice in official layout. Vietnamese: the English of it is on the page to copy. Pure. */
import {
  type BlockInput,
  type BodySymbols,
  type OfficialDocumentInput,
  signatureFor,
  symbolOf,
} from "../../letters/index.ts"
import type { Ground } from "../domain/measures.ts"
import type { Notice } from "../store/notices.ts"
import { words } from "../words.ts"
import { publicWords } from "../words-public.ts"

export type NoticeContent = {
  notice: Notice
  ground: Ground | null
  issuer: { parent: string | null; name: string }
  symbols: BodySymbols
  place: string
  signer: { name: string; title: string }
  /** Where and with which code the holder objects. */
  object: { address: string; code: string }
  at(instant: string): string
  day(on: string): string
}

export function writeNotice(content: NoticeContent): Omit<OfficialDocumentInput, "number" | "date"> {
  const { notice, issuer, symbols, place, signer } = content
  const t = publicWords.vi.notice
  return {
    kind: "letter",
    issuer,
    symbol: symbolOf("letter", symbols.abbreviation, symbols.field),
    place,
    subject: clean(t.paperSubject(notice.platform)),
    addressees: [notice.platform],
    blocks: partsOf(content).map(([title, text], at): BlockInput => {
      return { is: "section", mark: String(at + 1), title, blocks: paragraphs(text) }
    }),
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
    recipients: [t.paperAsAbove, t.paperKeep],
  }
}

function partsOf({ notice, ground, object, at, day }: NoticeContent): [string, string][] {
  const t = publicWords.vi.notice
  const due =
    notice.askedOn === null
      ? notice.dueAt === null
        ? ""
        : t.paperDue(at(notice.dueAt))
      : t.asked(day(notice.askedOn))
  const unverified = ground?.verified === "no" ? ` (${words.vi.one.unverified})` : ""
  const all: [string, string][] = [
    [t.content, [notice.url, notice.holder ?? ""].join(" ").trim()],
    [t.ground, ground === null ? "" : `${ground.name.vi}: ${ground.law}, ${ground.article}${unverified}`],
    [
      t.evidence,
      [t.seen(at(notice.seenAt)), notice.copyHash === null ? "" : t.hash(notice.copyHash)].join(" ").trim(),
    ],
    [t.measure, notice.measure === null ? "" : words.vi.measures[notice.measure]],
    [t.why, notice.proportionality ?? ""],
    [t.lesser, notice.lesser ?? ""],
    [words.vi.one.due, due],
    [t.object, t.objectHow(object.address, object.code)],
  ]
  return all.filter(([, text]) => text !== "")
}

const paragraphs = (text: string): BlockInput[] =>
  text
    .split(/\n+/)
    .map(clean)
    .filter((line) => line !== "")
    .map((line) => ({ is: "paragraph", text: line }))
const clean = (text: string) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu, " ").trim()

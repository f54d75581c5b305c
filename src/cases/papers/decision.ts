/** Quyết định xử phạt vi phạm hành chính; past the deadline, quyết định áp dụng biện pháp khắc phục hậu quả. */
import { type BlockInput, signatureFor } from "../../letters/index.ts"
import { blank, lawInFull, unverifiedMark } from "../domain/articles.ts"
import { deputyOf } from "../domain/competence.ts"
import { answerOf, isRead, offendersOf, type PaperContent } from "./content.ts"
import {
  actText,
  amountText,
  cleanLines,
  clipped,
  headOf,
  longDay,
  offenderBlocks,
  offenderNames,
  type Paper,
  paragraph,
  rangeText,
  sentence,
  titled,
  typedText,
  within,
} from "./parts.ts"
import { printed } from "./printed.ts"

export const sanctionDecision = (content: PaperContent): Paper => fining(content, "sanction")

/** Quyết định xử phạt theo thủ tục không lập biên bản (Luật XLVPHC Đ56): its bases are other articles, and no record. */
export const spotDecision = (content: PaperContent): Paper => fining(content, "spot")

function fining(content: PaperContent, kind: "sanction" | "spot"): Paper {
  const opening =
    kind === "sanction" ? printed.decision.opening : printed.spot.opening(within(typedText(content, "place")))
  return {
    ...decisionOf(content, kind),
    blocks: [
      article("Điều 1", [
        paragraph(opening),
        titled("1", printed.decision.offenders, offenderBlocks(content)),
        titled("2", printed.decision.acts, [actsOf(content, true)]),
        { is: "section", mark: "3", blocks: [paragraph(sentence(circumstances(content)))] },
        titled("4", printed.decision.sanctions, [sanctionsOf(content)]),
      ]),
      article("Điều 2", [paragraph(effectiveOf(content))]),
      article("Điều 3", [
        paragraph(executionOf(content)),
        paragraph(printed.decision.treasury(within(typedText(content, "treasury", printed.treasury)))),
        paragraph(printed.decision.complain),
      ]),
      article("Điều 4", [paragraph(printed.decision.remain(content.issuer.name))]),
    ],
    recipients: [...printed.decision.recipients],
  }
}

export function remedyDecision(content: PaperContent): Paper {
  const t = printed.remedy
  const due = content.terms.decide?.due ?? null
  const confiscated = typedText(content, "additional", printed.decision.none)
  const measures = {
    is: "list" as const,
    mark: "letter" as const,
    items: [t.confiscated(confiscated), t.measures(remedyText(content))].map(sentence),
  }
  return {
    ...decisionOf(content, "remedy"),
    blocks: [
      article("Điều 1", [
        paragraph(t.opening),
        titled("1", t.offenders, offenderBlocks(content)),
        titled("2", printed.decision.acts, [actsOf(content, false)]),
        { is: "section", mark: "3", blocks: [paragraph(t.why(due === null ? "" : t.due(longDay(due))))] },
        titled("4", t.measuresTitle, [measures]),
      ]),
      article("Điều 2", [paragraph(effectiveOf(content))]),
      article("Điều 3", [paragraph(t.serve(offenderNames(content))), paragraph(printed.decision.complain)]),
      article("Điều 4", [paragraph(printed.decision.remain(content.issuer.name))]),
    ],
    recipients: [...t.recipients],
  }
}

/** "Điều 1." stands before its first words; numbered parts follow on lines of their own. */
function article(mark: string, blocks: BlockInput[]): BlockInput {
  return { is: "section", mark, blocks }
}

function decisionOf(content: PaperContent, kind: "spot" | "sanction" | "remedy") {
  const { signer, issuer } = content
  return {
    ...headOf(content, { kind: "decision", symbol: printed.symbols[kind], subject: printed.subjects[kind] }),
    authority: clipped(authorityOf(signer.title, issuer.name), 300),
    grounds: groundsOf(content, kind),
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
  } satisfies Partial<Paper>
}

/** "Giám đốc" of "Sở Mẫu" is "Giám đốc Sở Mẫu"; a deputy decides in the head's stead. */
export function authorityOf(title: string, body: string): string {
  const head = title.replace(/^phó\s+/iu, "")
  const own = head.charAt(0).toLocaleUpperCase("vi") + head.slice(1)
  const [first = ""] = body.split(" ")
  return own.endsWith(` ${first}`) ? `${own}${body.slice(first.length)}` : `${own} ${body}`
}

function groundsOf(content: PaperContent, kind: "spot" | "sanction" | "remedy"): string[] {
  const t = printed.decision
  const { record, explanation, acts } = content
  const laws = [...new Set(acts.map(({ violation }) => lawInFull(violation.law)))]
  const isInTransition = acts.some(({ act, violation }) =>
    isOfDecreeBefore2026(violation, { act, on: content.today }),
  )
  return [
    lawOn(content.today),
    kind === "spot" ? printed.spot.articles : printed.decision.articles,
    ...laws.map(t.decree),
    ...(isInTransition ? [printed.transition] : []),
    ...(record === null ? [] : [t.record(record.number ?? blank, longDay(record.on))]),
    ...(explanation === null ? [] : [explanationOf(explanation)]),
    ...delegationsOf(content),
  ]
}

/** The law on sanctions as it had been amended by the day of the paper. */
export function lawOn(day: string): string {
  const laws = lawAmendments.filter(({ from }) => day >= from).map(({ law }) => law)
  return printed.law(laws.length === 0 ? "" : printed.amended(laws.join(" và ")))
}
const lawAmendments = [
  { from: "2022-01-01", law: "Luật số 67/2020/QH14" },
  { from: "2025-07-01", law: "Luật số 88/2025/QH15" },
]

/** An act that had ended before NĐ 174/2026 took the place of its decree, and is decided since (NĐ 174/2026 Đ115). */
const isOfDecreeBefore2026 = (
  { law, inForceTo }: PaperContent["acts"][number]["violation"],
  { act, on }: { act: PaperContent["acts"][number]["act"]; on: string },
) => law.startsWith("NĐ 15/2020") && inForceTo === "2026-06-30" && on >= "2026-07-01" && !act.isOngoing

/** A deputy decides by a delegation, which the decision cites (Luật XLVPHC Đ54). */
export function delegationsOf(content: PaperContent): string[] {
  const [number, on] = [answerOf(content, "delegation"), answerOf(content, "delegatedOn")]
  const cited = deputyOf(content.signer.title) && number !== "" && on !== ""
  return cited ? [printed.decision.delegation(within(cleanLines(number).join(" ")), longDay(on))] : []
}

function explanationOf({ way, number, on }: NonNullable<PaperContent["explanation"]>): string {
  const t = printed.decision
  return way === "oral" ? t.hearing(number ?? blank, longDay(on)) : t.explained(longDay(on))
}

function actsOf(content: PaperContent, withFines: boolean): BlockInput {
  const isChecked = isRead(content)
  const items = content.acts.map((one) => {
    const said = actText(content, one)
    if (!withFines) return sentence(said)
    const fine = content.sanctions.find(({ actId }) => actId === one.act.id)?.amount ?? null
    const amount = printed.fine(fine === null ? blank : amountText(fine))
    return sentence(`${said}; ${rangeText(one, isChecked)}; ${amount}`)
  })
  return { is: "list", mark: "letter", items }
}

function circumstances(content: PaperContent): string {
  const t = printed.decision
  return [
    t.aggravating(typedText(content, "aggravating", t.none)),
    t.mitigating(typedText(content, "mitigating", t.none)),
  ].join("; ")
}

function sanctionsOf(content: PaperContent): BlockInput {
  const t = printed.decision
  return {
    is: "list",
    mark: "letter",
    items: [
      ...finesOf(content),
      t.additional(typedText(content, "additional", t.none)),
      t.remedy(remedyText(content, t.none)),
    ].map(sentence),
  }
}

/** Each pays for their own acts: sums of several people are never put together. */
function finesOf({ acts, sanctions }: PaperContent): string[] {
  const t = printed.decision
  const offenders = offendersOf(acts)
  return offenders.map(({ key, name }) => {
    const own = acts.filter((one) => offendersOf([one])[0]?.key === key).map(({ act }) => act.id)
    const sum = sanctions
      .filter(({ actId }) => own.includes(actId))
      .reduce((total, { amount }) => total + (amount ?? 0), 0)
    const fine = t.main(sum === 0 ? blank : amountText(sum))
    return offenders.length === 1 ? fine : t.mainOf(name, fine)
  })
}

/** With the day by which it is carried out; a blank to be filled in by hand where none was given. */
function remedyText(content: PaperContent, without?: string): string {
  const said = within(typedText(content, "remedy", without))
  const by = answerOf(content, "remedyBy")
  return said === without ? said : `${said}${printed.decision.remedyBy(by === "" ? blank : longDay(by))}`
}

function effectiveOf(content: PaperContent): string {
  const on = answerOf(content, "effectiveOn")
  return printed.decision.effective(on === "" ? printed.decision.signingDay : longDay(on))
}

function executionOf(content: PaperContent): string {
  const t = printed.decision
  const { pay } = content.terms
  const isSure = pay !== null && (pay.isVerified || isRead(content))
  const limit = pay === null ? blank : t.within(pay.quantity)
  const mark = isSure ? "" : ` ${unverifiedMark}`
  return `${t.serve(offenderNames(content))} ${limit}${mark}${t.late}. ${t.pay(typedText(content, "payAt"))}`
}

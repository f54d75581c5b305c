/** Papers beside record and decision: the notice of a session, the decision to keep what was seized, the decision to enforce. */
import { type BlockInput, signatureFor } from "../../letters/index.ts"
import { blank } from "../domain/articles.ts"
import { answerOf, type PaperContent } from "./content.ts"
import { authorityOf, delegationsOf, lawOn } from "./decision.ts"
import {
  actText,
  amountText,
  cleanLines,
  clipped,
  headOf,
  hourOf,
  longDay,
  offenderBlocks,
  offenderNames,
  type Paper,
  paragraph,
  sentence,
  titled,
  typedLines,
  typedText,
  within,
} from "./parts.ts"
import { type DecisionKind, printed } from "./printed.ts"

/** Thông báo tổ chức phiên giải trình trực tiếp (Luật XLVPHC Đ61.3). */
export function sessionNotice(content: PaperContent): Paper {
  const t = printed.session
  const { signer, issuer } = content
  const [hour, minute] = hourOf(answerOf(content, "beganAt"))
  const when = printed.began(
    hour,
    minute,
    longDay(answerOf(content, "madeOn")),
    within(typedText(content, "place")),
  )
  const others = cleanLines(answerOf(content, "present"))
  return {
    ...headOf(content, {
      kind: "announcement",
      symbol: printed.symbols.session,
      subject: printed.subjects.session,
    }),
    blocks: [
      paragraph(t.opening(offenderNames(content) || blank, issuer.name)),
      {
        is: "list",
        mark: "number",
        items: [
          t.when(when),
          t.about(content.acts.map((one) => within(actText(content, one))).join("; ") || blank),
          t.chair(`${signer.name}, ${signer.title}`),
          ...(others.length === 0 ? [] : [sentence(t.others(others.map(within).join("; ")))]),
          t.represented,
        ],
      },
      paragraph(t.absent),
    ],
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
    recipients: [...t.recipients],
  }
}

/** Quyết định tạm giữ tang vật, phương tiện (Đ125). Its last day is typed by whoever read the article: a blank else. */
export function keepingDecision(content: PaperContent): Paper {
  const t = printed.keeping
  const until = answerOf(content, "keptUntil")
  return {
    ...measure(content, "keeping"),
    grounds: [lawOn(content.today), t.articles, ...recordOf(content), ...delegationsOf(content)],
    blocks: [
      article("Điều 1", [
        paragraph(t.opening),
        titled("1", t.whose, whoseOf(content)),
        titled("2", t.things, [{ is: "list", items: typedLines(content, "things").map(sentence) }]),
        titled("3", t.why, typedLines(content, "why").map(paragraph)),
        titled("4", t.term, [
          paragraph(t.days(longDay(answerOf(content, "madeOn")), until === "" ? blank : longDay(until))),
          paragraph(sentence(t.place(within(typedText(content, "keptAt"))))),
        ]),
      ]),
      article("Điều 2", [paragraph(t.effective)]),
      article("Điều 3", [
        paragraph(t.serve(offenderNames(content) || blank)),
        paragraph(printed.decision.complain),
      ]),
    ],
    recipients: [...t.recipients],
  }
}

/** Quyết định cưỡng chế thi hành quyết định xử phạt (Đ86 đến Đ88). */
export function enforcementDecision(content: PaperContent): Paper {
  const t = printed.enforcement
  const { owed } = content
  const sum =
    owed.fines + owed.late === 0
      ? []
      : [paragraph(t.sum(amountText(owed.fines), amountText(owed.late), longDay(content.today)))]
  const helpers = cleanLines(answerOf(content, "helpers"))
  return {
    ...measure(content, "enforcement"),
    grounds: [lawOn(content.today), t.articles, ...decisionsOf(content), ...delegationsOf(content)],
    blocks: [
      article("Điều 1", [
        paragraph(t.opening),
        titled("1", t.whose, whoseOf(content)),
        titled("2", t.force, typedLines(content, "force").map(paragraph)),
        titled("3", t.why, [paragraph(t.because), ...sum]),
        titled("4", t.costs, [
          paragraph(t.borne),
          paragraph(printed.decision.pay(typedText(content, "payAt"))),
        ]),
      ]),
      article("Điều 2", [paragraph(t.effective)]),
      article("Điều 3", [
        paragraph(t.serve(offenderNames(content) || blank)),
        ...(helpers.length === 0 ? [] : [paragraph(sentence(t.helpers(helpers.map(within).join("; "))))]),
        paragraph(printed.decision.complain),
      ]),
    ],
    recipients: [...t.recipients],
  }
}

/** Head and signature of a decision beside the sanction itself. */
export function measure(content: PaperContent, kind: Exclude<DecisionKind, "sanction" | "remedy" | "spot">) {
  const { signer, issuer } = content
  return {
    ...headOf(content, { kind: "decision", symbol: printed.symbols[kind], subject: printed.subjects[kind] }),
    authority: clipped(authorityOf(signer.title, issuer.name), 300),
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
  } satisfies Partial<Paper>
}

export const article = (mark: string, blocks: BlockInput[]): BlockInput => ({ is: "section", mark, blocks })

/** The decisions that are executed, each once. */
export const decisionsOf = ({ acts }: PaperContent): string[] => [
  ...new Set(
    acts.flatMap(({ act: { sanction } }) =>
      sanction === null
        ? []
        : [printed.enforcement.decision(within(sanction.number) || blank, longDay(sanction.decidedOn))],
    ),
  ),
]

export const recordOf = ({ record }: PaperContent) =>
  record === null ? [] : [printed.decision.record(record.number ?? blank, longDay(record.on))]

/** Things may be kept before anybody is known to have done anything. */
export const whoseOf = (content: PaperContent): BlockInput[] =>
  content.acts.length === 0 ? [paragraph(blank)] : offenderBlocks(content)

/**
 * Decisions about what was decided already: execution is suspended or goes on, payment is put off or divided, things are
 * confiscated. Their official forms (NĐ 118/2021) were not seen: names and order of parts are as far as the law tells.
 */
import { moneyOf } from "../../kernel/forms/ask.ts"
import type { BlockInput } from "../../letters/index.ts"
import { blank } from "../domain/articles.ts"
import { answerOf, type PaperContent } from "./content.ts"
import { delegationsOf, lawOn } from "./decision.ts"
import type { PaperField } from "./kinds.ts"
import { article, decisionsOf, measure, recordOf, whoseOf } from "./measures.ts"
import {
  amountText,
  longDay,
  offenderNames,
  type Paper,
  paragraph,
  sentence,
  titled,
  typedLines,
  typedText,
  within,
} from "./parts.ts"
import { printed } from "./printed.ts"

type Kind = "confiscation" | "postponement" | "instalments" | "halt" | "continuation"

/** Quyết định tạm đình chỉ thi hành quyết định xử phạt (Luật XLVPHC Đ62.2). */
export const haltDecision = (content: PaperContent): Paper =>
  written(content, "halt", [paragraph(printed.halt.until)])

/** Quyết định tiếp tục thi hành quyết định xử phạt (Đ62.3). */
export const continuationDecision = (content: PaperContent): Paper =>
  written(content, "continuation", [
    paragraph(printed.continuation.from),
    paragraph(printed.decision.pay(typedText(content, "payAt"))),
  ])

/** Quyết định hoãn thi hành quyết định phạt tiền (Đ76). */
export const postponementDecision = (content: PaperContent): Paper =>
  written(content, "postponement", [
    ...owedOf(content),
    paragraph(printed.postponement.until(dayOf(content, "untilOn"))),
  ])

/** Quyết định nộp tiền phạt nhiều lần (Đ79). */
export function instalmentsDecision(content: PaperContent): Paper {
  const t = printed.instalments
  const times = (
    [
      ["firstOn", "firstAmount"],
      ["secondOn", "secondAmount"],
      ["thirdOn", "thirdAmount"],
    ] as const
  ).flatMap(([on, amount], i) => {
    const [day, sum] = [answerOf(content, on), moneyOf(answerOf(content, amount))]
    return day === "" || !(sum > 0) ? [] : [t.time(String(i + 1), amountText(sum), longDay(day))]
  })
  return written(content, "instalments", [
    ...owedOf(content),
    { is: "list", items: times.length === 0 ? [blank] : times.map(sentence) },
    paragraph(printed.decision.pay(typedText(content, "payAt"))),
  ])
}

/** Quyết định tịch thu tang vật, phương tiện, where no sanction says it (Đ65.2, Đ126). */
export const confiscationDecision = (content: PaperContent): Paper =>
  written(content, "confiscation", [{ is: "list", items: typedLines(content, "things").map(sentence) }])

function written(content: PaperContent, kind: Kind, ordered: BlockInput[]): Paper {
  const t = printed[kind]
  const { row } = content
  const halted =
    kind === "continuation" && row.haltedNumber !== null && row.haltedOn !== null
      ? [printed.continuation.halted(within(row.haltedNumber), longDay(row.haltedOn))]
      : []
  const rests = kind === "confiscation" ? recordOf(content) : decisionsOf(content)
  return {
    ...measure(content, kind),
    grounds: [lawOn(content.today), t.articles, ...rests, ...halted, ...delegationsOf(content)],
    blocks: [
      article("Điều 1", [
        paragraph(t.opening),
        titled(
          "1",
          kind === "confiscation" ? printed.confiscation.whose : printed.execution.whose,
          whoseOf(content),
        ),
        titled("2", t.ordered, ordered),
        titled(
          "3",
          printed.execution.why,
          typedLines(content, "why").map((line) => paragraph(sentence(line))),
        ),
      ]),
      article("Điều 2", [paragraph(printed.execution.effective)]),
      article("Điều 3", [
        paragraph(printed.execution.serve(offenderNames(content) || blank)),
        paragraph(printed.decision.complain),
      ]),
    ],
    recipients: [...printed.execution.recipients],
  }
}

const dayOf = (content: PaperContent, name: PaperField) => {
  const on = answerOf(content, name)
  return on === "" ? blank : longDay(on)
}

const owedOf = ({ owed, today }: PaperContent) =>
  owed.fines + owed.late === 0
    ? []
    : [paragraph(printed.enforcement.sum(amountText(owed.fines), amountText(owed.late), longDay(today)))]

/** Notices to the offender: more time to explain, and that the file went to the police. Their official forms were not seen. */
import { signatureFor } from "../../letters/index.ts"
import { blank } from "../domain/articles.ts"
import type { PaperContent } from "./content.ts"
import { recordOf } from "./measures.ts"
import {
  actText,
  headOf,
  longDay,
  offenderNames,
  type Paper,
  paragraph,
  sentence,
  typedLines,
  within,
} from "./parts.ts"
import { printed } from "./printed.ts"

/** Thông báo gia hạn thời hạn giải trình (Luật XLVPHC Đ61.2: in writing, once). */
export function explainingNotice(content: PaperContent): Paper {
  const t = printed.explaining
  const until = content.explainingUntil
  return {
    ...noticeOf(content, "explaining"),
    blocks: [
      paragraph(t.opening(offenderNames(content) || blank, content.issuer.name)),
      ...recordOf(content).map((record) => paragraph(sentence(record))),
      paragraph(t.until(until === null ? blank : longDay(until))),
      ...typedLines(content, "why").map((line) => paragraph(sentence(t.why(within(line))))),
      paragraph(t.after),
    ],
    recipients: [...t.recipients],
  }
}

/** Thông báo chuyển hồ sơ vụ vi phạm có dấu hiệu tội phạm (Đ62.4). */
export function transferNotice(content: PaperContent): Paper {
  const t = printed.transferNotice
  const { transfer, issuer, row } = content
  const acts = content.acts.map((one) => within(actText(content, one))).join("; ") || blank
  return {
    ...noticeOf(content, "transfer-notice"),
    blocks: [
      paragraph(t.opening(issuer.name, offenderNames(content) || blank)),
      paragraph(
        t.handed(
          row.number,
          transfer === null ? blank : transfer.to,
          transfer === null ? blank : longDay(transfer.on),
        ),
      ),
      paragraph(sentence(t.about(acts))),
      paragraph(meanwhile(content)),
    ],
    recipients: [...t.recipients],
  }
}

/** Who was sanctioned already is told that the decision is not executed meanwhile, and by which decision (Đ62.2). */
function meanwhile({ row, acts }: PaperContent): string {
  const t = printed.transferNotice
  if (row.returnsTo !== "decided") return t.meanwhile
  const numbers = [...new Set(acts.flatMap(({ act }) => act.sanction?.number ?? []))]
  const sanctions = numbers.map((number) => t.sanction(within(number))).join(", ") || t.sanction(blank)
  const { haltedNumber, haltedOn } = row
  return t.halted(
    sanctions,
    haltedNumber === null ? blank : within(haltedNumber),
    haltedOn === null ? blank : longDay(haltedOn),
  )
}

function noticeOf(content: PaperContent, kind: "explaining" | "transfer-notice") {
  const { signer } = content
  return {
    ...headOf(content, {
      kind: "announcement",
      symbol: printed.symbols[kind],
      subject: printed.subjects[kind],
    }),
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
  } satisfies Partial<Paper>
}

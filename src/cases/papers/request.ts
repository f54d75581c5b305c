/** Công văn yêu cầu doanh nghiệp ngăn chặn: it says what the request says, and nothing of the case. */
import { signatureFor, symbolOf } from "../../letters/index.ts"
import type { PaperContent } from "./content.ts"
import { cleanLines, headOf, longDay, type Paper, paragraph, within } from "./parts.ts"
import { printed } from "./printed.ts"

/** More targets than this stand in an annex. */
const listedMax = 8

export function requestLetter(content: PaperContent, requestId: string): Paper {
  const t = printed.request
  const { issuer, signer, symbols } = content
  const asked = content.requests.find(({ id }) => id === requestId)
  if (asked === undefined) throw new Error(`no request ${requestId} in this case`)
  const targets = asked.targets.flatMap(cleanLines)
  const isLong = targets.length > listedMax
  const subject = `${printed.subjects.request[asked.asks]} để ngăn chặn hành vi vi phạm`
  return {
    ...headOf(content, {
      kind: "letter",
      symbol: symbolOf("letter", symbols.abbreviation, symbols.field),
      subject,
    }),
    addressees: [asked.enterprise],
    blocks: [
      paragraph(t.opening(issuer.name, within(cleanLines(asked.basis).join("; ")))),
      {
        is: "list",
        mark: "number",
        items: [
          `${t.asks[asked.asks]} ${isLong ? t.annexed(String(targets.length)) : t.targets(targets.join("; "))}`,
          t.answer(issuer.name, longDay(asked.dueOn)),
        ],
      },
      paragraph(t.thanks),
    ],
    signatures: [signatureFor({ position: signer.title, name: signer.name })],
    recipients: [...t.recipients],
    ...(isLong ? { annexes: [annexOf(targets)] } : {}),
  }
}

function annexOf(targets: readonly string[]): NonNullable<Paper["annexes"]>[number] {
  const t = printed.request
  return {
    title: t.annex,
    blocks: [
      {
        is: "table",
        columns: [
          { title: t.columns.order, share: 1, align: "centre" },
          { title: t.columns.target, share: 8 },
        ],
        rows: targets.map((target, i) => [String(i + 1), target]),
      },
    ],
  }
}

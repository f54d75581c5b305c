/** The list of outgoing documents as a table to keep: the columns of a clerk's book (Nghị định 30/2020/NĐ-CP, Phụ lục IV). */
import type { Sheet } from "../../kernel/http/sheet.ts"
import type { Lang } from "../../kernel/words.ts"
import { shownNumber } from "./domain.ts"
import type { ListedDocument } from "./store.ts"
import { words } from "./words.ts"

export function bookSheet(rows: readonly ListedDocument[], lang: Lang): Sheet {
  const t = words[lang]
  return {
    fileName: "so-van-ban-di",
    title: t.list.title,
    columns: [
      { label: t.list.number, width: 20 },
      { label: t.list.day, width: 12 },
      { label: t.list.kind, width: 16 },
      { label: t.list.subject, width: 60 },
      { label: t.list.signer, width: 24 },
      { label: t.list.recipients, width: 40 },
      { label: t.list.by, width: 24 },
      { label: t.list.state, width: 16 },
    ],
    rows: rows.map((row) => [
      row.number === null ? "" : shownNumber(row.number, row.symbol),
      row.datedOn,
      t.kinds[row.kind],
      row.subject,
      row.signerName,
      row.recipients.join("; "),
      row.draftedName,
      t.states[row.state],
    ]),
  }
}

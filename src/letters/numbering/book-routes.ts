/** `/van-ban-di/so`: the body's book of numbers, as a page and as a file. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse, type Sheet, xlsxResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import type { Lang } from "../../kernel/words.ts"
import { shownNumber } from "../documents/domain.ts"
import { words } from "../documents/words.ts"
import { paths } from "../paths.ts"
import { type BookRow, exportBook, readBook } from "./book.ts"
import { bookPage } from "./pages/book.tsx"
import { bookWords } from "./words-book.ts"

const mayRead = [requireOfficer, allow("document.read")] as const

export const bookRoutes = new Hono<Env>().get(paths.book, ...mayRead, async (c) => {
  const { state, asked } = askedOf(c)
  const book = await readBook(deskOf(c), { ...asked, limit: state.perPage, offset: state.offset })
  return c.html(bookPage({ frame: frameOf(c), ...book, state }))
})

for (const format of ["csv", "xlsx"] as const)
  bookRoutes.get(paths.bookExport(format), ...mayRead, async (c) => {
    const sheet = sheetOf(await exportBook(deskOf(c), askedOf(c).asked), c.get("language"))
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

function askedOf(c: Ctx) {
  const state = listState(c.req.url, { filters: ["q", "nam"], sorts: ["moi"] })
  const year = /^\d{4}$/.test(state.filters.nam) ? Number(state.filters.nam) : null
  return { state, asked: { year, text: state.filters.q } }
}

function sheetOf(rows: readonly BookRow[], lang: Lang): Sheet {
  const [t, all] = [bookWords[lang], words[lang]]
  return {
    fileName: "so-van-ban-di",
    title: t.title,
    columns: [
      { label: t.number, width: 20 },
      { label: t.day, width: 12 },
      { label: t.kind, width: 16 },
      { label: t.subject, width: 60 },
      { label: t.signer, width: 24 },
      { label: t.recipients, width: 40 },
    ],
    rows: rows.map((row) => [
      shownNumber(row.number, row.symbol),
      row.datedOn,
      row.kind === null ? "" : all.kinds[row.kind],
      row.subject ?? t.closed,
      row.signerName,
      row.recipients.join("; "),
    ]),
  }
}

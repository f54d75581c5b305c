/** What a proposal says: figures as they were kept beside today's, options with what follows from them. */
import { formatDate } from "../../kernel/format.ts"
import { type Column, DataTable, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { type FigureNow, hasMoved, type KeptFigure, type ProposalOption, todayOf } from "../domain/matter.ts"
import type { FigureBook } from "../figure-book.ts"
import { words } from "../words.ts"

export type FiguresView = {
  lang: Lang
  book: FigureBook
  kept: readonly KeptFigure[]
  /** Null: whoever reads it was sent the figures as they were. */
  now: readonly FigureNow[] | null
}

export function Figures({ lang, book, kept, now }: FiguresView) {
  const t = words[lang].one
  if (kept.length === 0) return <p class="quiet">{t.figuresNone}</p>
  const names = new Map(book.figures(lang).map(({ id, name }) => [id, name]))
  const columns: Column<KeptFigure>[] = [
    {
      key: "chi-tieu",
      label: t.figureColumns.name,
      heading: true,
      cell: (row) => (
        <>
          {now === null ? (
            names.get(row.figure)
          ) : (
            <a href={book.href(row.figure, row.period)}>{names.get(row.figure)}</a>
          )}
          <br />
          <span class="quiet">{book.periodNamed(row.period, lang)}</span>
        </>
      ),
    },
    {
      key: "da-giu",
      label: t.figureColumns.kept,
      cell: (row) => (
        <>
          <b>{book.said(row.figure, row.value, lang)}</b>
          <br />
          <span class="quiet">{t.keptOn(formatDate(row.takenOn, lang))}</span>
        </>
      ),
    },
    {
      key: "nguon",
      label: t.figureColumns.source,
      cell: (row) => `${words[lang].sources[row.source]}, ${row.isLocked ? t.locked : t.running}`,
    },
    ...(now === null
      ? []
      : [
          {
            key: "hom-nay",
            label: t.figureColumns.now,
            cell: (row: KeptFigure) => <Today row={row} now={now} book={book} lang={lang} />,
          },
        ]),
  ]
  return <DataTable caption={t.figures} quietCaption columns={columns} rows={kept} />
}

function Today(of: { row: KeptFigure; now: readonly FigureNow[]; book: FigureBook; lang: Lang }) {
  const { row, lang } = of
  const t = words[lang].one
  const found = todayOf(row, of.now)
  if (found === null) return <span class="quiet">{t.notCounted}</span>
  if (!hasMoved(row, found)) return <span class="quiet">{t.same}</span>
  return <Tag tone="soon">{of.book.said(row.figure, found.value, lang)}</Tag>
}

export function Options({ options, lang }: { options: readonly ProposalOption[]; lang: Lang }) {
  const t = words[lang].one
  if (options.length === 0) return <p class="quiet">{t.optionsNone}</p>
  return (
    <ol class="stack">
      {options.map((one) => (
        <li>
          <b>{one.title}</b> {one.isProposed && <Tag tone="good">{t.proposed}</Tag>}
          <br />
          {t.effects}: {one.effects}
          {one.cost !== null && (
            <>
              <br />
              {t.cost}: {one.cost}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

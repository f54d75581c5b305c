/** The figures of a period as a file, one row a figure; numbers stay numbers. */
import type { Sheet } from "../../kernel/http/sheet.ts"
import type { Lang } from "../../kernel/words.ts"
import type { PeriodReading } from "../actions/figures.ts"
import { words } from "../words.ts"
import { reportWords } from "../words-report.ts"

export function figureSheet({ current, figures }: PeriodReading, lang: Lang): Sheet {
  const [t, said] = [words[lang], reportWords[lang]]
  const { columns, sources } = t.figures
  return {
    fileName: `so-lieu-${current.period.label.toLowerCase()}`,
    title: said.sheetTitle,
    columns: [
      { label: said.code, width: 10 },
      { label: columns.figure, width: 60 },
      { label: said.unit, width: 14 },
      { label: columns.now, width: 18 },
      { label: columns.previous, width: 18 },
      { label: columns.lastYear, width: 18 },
      { label: said.parts, width: 60 },
      { label: said.source, width: 22 },
    ],
    rows: figures.map(({ definition, value, previous, lastYear, parts, source }) => [
      definition.id,
      lang === "vi" ? definition.name : definition.nameEn,
      definition.unit,
      value,
      previous,
      lastYear,
      definition.parts.length > 1
        ? parts.map((one) => `${t.parts[one.part] ?? one.part}: ${one.value}`).join("; ")
        : null,
      sources[source],
    ]),
  }
}

/** What a proposal knows of figures: the slice of reports, which is above this one, brings its own (`src/app.ts`). */
import type { Tx } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import type { KeptFigure } from "./domain/matter.ts"

export type FigureBook = {
  /** In the order of the report's outline. */
  figures(lang: Lang): { id: string; name: string }[]
  /** Those that may be kept on that day: the one that runs, and those before it. */
  periods(today: string, lang: Lang): { label: string; name: string }[]
  periodNamed(label: string, lang: Lang): string
  /** With its unit: "12 tin". */
  said(figure: string, value: number | null, lang: Lang): string
  /** Where its records are opened. */
  href(figure: string, period: string): string
  /** Every figure of a period as it stands on the day on which it is asked. */
  read(tx: Tx, desk: Desk, period: string): Promise<Omit<KeptFigure, "takenOn">[]>
}

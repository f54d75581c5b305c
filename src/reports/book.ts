/** Figures as proposals keep them (`src/proposals/figure-book.ts`): of a period, as it stands on the day on which they ask. */
import type { FigureBook } from "../proposals/index.ts"
import { scopesOf, standingIn, todayOf } from "./actions/figures.ts"
import { before, periodOf, periodOn, upTo, windowOf } from "./domain/windows.ts"
import { allFigures, figureOf } from "./outline.ts"
import { figureName, figureValue } from "./pages/values.ts"
import { paths } from "./paths.ts"
import { nameOfPeriod } from "./period-name.ts"

export const figureBook: FigureBook = {
  figures: (lang) => allFigures().map((one) => ({ id: one.id, name: figureName(one, lang) })),
  periods(today, lang) {
    const half = periodOn(today, "half-year")
    const year = periodOn(today, "year")
    const offered = [half, before(half), before(before(half)), year, before(year)]
    return offered.map((one) => ({ label: one.label, name: nameOfPeriod(one, lang) }))
  },
  periodNamed(label, lang) {
    const period = periodOf(label)
    return period === null ? "" : nameOfPeriod(period, lang)
  },
  said(id, value, lang) {
    const definition = figureOf(id)
    return definition === null ? "–" : figureValue(definition, value, lang)
  },
  href: (id, period) => paths.figure(period, id),
  async read(tx, desk, label) {
    const period = periodOf(label)
    if (period === null) return []
    const window = upTo(windowOf(period), todayOf(desk))
    const scope = scopesOf(desk)[0] ?? "own"
    const { figures, lock } = await standingIn(tx, window, { bodyId: desk.who.bodyId, scope })
    return figures.map(({ definition, value, source }) => ({
      ...{ figure: definition.id, period: label, value, source, isLocked: lock !== null },
    }))
  },
}

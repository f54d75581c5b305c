/** The rows of figures that a report may carry: as typed, and what is wrong with one. */
import { figureEntry } from "../inputs.ts"
import type { FigureEntry } from "../store/assignments.ts"

/** How many rows the form shows. */
const rows = [1, 2, 3] as const

/** An empty row is none; `wrong`: by the field of the row's first question. */
export function figuresIn(fields: Readonly<Record<string, string>>): {
  entries: readonly FigureEntry[]
  wrong: Record<string, "figures" | "figureTwice">
} {
  const entries: FigureEntry[] = []
  const wrong: Record<string, "figures" | "figureTwice"> = {}
  for (const row of rows) {
    const [figure = "", period = "", value = "", note = ""] = ["figure", "period", "value", "note"].map(
      (part) => (fields[`${part}-${row}`] ?? "").trim(),
    )
    if (`${figure}${period}${value}${note}` === "") continue
    const read = figureEntry.safeParse({
      figure,
      period,
      value: value === "" ? Number.NaN : Number(value),
      note,
    })
    if (!read.success) wrong[`figure-${row}`] = "figures"
    else if (entries.some((one) => one.figure === figure && one.period === period))
      wrong[`figure-${row}`] = "figureTwice"
    else entries.push(read.data)
  }
  return { entries, wrong }
}

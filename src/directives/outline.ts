/** The figures that bodies may report: `data/report-outline.json`, the ids of the half-year report. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"

const outline = z.object({
  sections: z.array(
    z.object({
      title_vi: z.string(),
      figures: z.array(z.object({ id: z.string(), name_vi: z.string(), unit: z.string().nullish() })),
    }),
  ),
})

export type ReportFigure = { id: string; name: string; unit: string | null; section: string }

let figures: readonly ReportFigure[] | null = null

/** Read once. The names are those of the official report, in Vietnamese. */
export function reportFigures(): readonly ReportFigure[] {
  figures ??= read()
  return figures
}

export function isFigure(id: string): boolean {
  return reportFigures().some((figure) => figure.id === id)
}

function read(): ReportFigure[] {
  const path = join(import.meta.dirname, "../../data/report-outline.json")
  const parsed = outline.parse(JSON.parse(readFileSync(path, "utf8")))
  return parsed.sections.flatMap((section) =>
    section.figures.map((one) => ({
      id: one.id,
      name: one.name_vi,
      unit: one.unit ?? null,
      section: section.title_vi,
    })),
  )
}

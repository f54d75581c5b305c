/** The outline of the half-year report and how each figure is counted: two files of `data/`, read once and joined. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import type { FigureDefinition, SectionDefinition } from "./domain/figures.ts"

const outlineShape = z.object({
  title_vi: z.string(),
  rules: z.array(z.string()),
  sections: z.array(
    z.object({
      id: z.string(),
      title_vi: z.string(),
      directive_clause: z.string().nullable(),
      figures: z.array(
        z.object({ id: z.string(), name_vi: z.string(), unit: z.string(), definition: z.string() }),
      ),
    }),
  ),
})

const countedShape = z.object({
  figures: z.array(
    z.object({
      id: z.string(),
      sentence: z.string().includes("{value}"),
      name_en: z.string(),
      question: z.string(),
      question_en: z.string(),
      source: z.enum(["system", "bodies", "records"]),
      slice: z
        .enum([
          "signals",
          "cases",
          "directives",
          "sharing",
          "infrastructure",
          "inspections",
          "awareness",
          "notices",
          "proposals",
        ])
        .nullable(),
      counts: z.enum(["records", "sum", "median", "share", "once"]),
      window: z.enum(["event", "open"]),
      total: z.enum(["sum", "first"]),
      parts: z.array(z.string()).min(1),
      owner: z.string(),
      note: z.string().nullable(),
    }),
  ),
})

export type Outline = { title: string; rules: string[]; sections: SectionDefinition[] }

let outline: Outline | null = null

export function reportOutline(): Outline {
  outline ??= joined()
  return outline
}

export function allFigures(): FigureDefinition[] {
  return reportOutline().sections.flatMap((section) => section.figures)
}

export function figureOf(id: string): FigureDefinition | null {
  return allFigures().find((one) => one.id === id) ?? null
}

function joined(): Outline {
  const shape = outlineShape.parse(fileOf("report-outline.json"))
  const counted = new Map(
    countedShape.parse(fileOf("report-figures.json")).figures.map((one) => [one.id, one]),
  )
  const sections = shape.sections.map((section) => ({
    id: section.id,
    title: section.title_vi,
    clause: section.directive_clause,
    figures: section.figures.map((figure): FigureDefinition => {
      const how = counted.get(figure.id)
      if (how === undefined) throw new Error(`data/report-figures.json lacks ${figure.id}`)
      const { name_en: nameEn, question_en: questionEn, window: _, ...rest } = how
      const { name_vi: name, unit, definition } = figure
      return { ...rest, name, nameEn, questionEn, unit, definition, section: section.id }
    }),
  }))
  return { title: shape.title_vi, rules: shape.rules, sections }
}

function fileOf(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../data", name), "utf8"))
}

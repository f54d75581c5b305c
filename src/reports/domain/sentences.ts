/** What a figure says in a sentence of the report, and in a cell of its tables. */
import { printed } from "../words-document.ts"
import type { Printing, ReportFigure } from "./content.ts"
import type { Change, FigureDefinition } from "./figures.ts"

export function sentenceOf(figure: ReportFigure, print: Printing): string {
  const { definition, parts } = figure
  const several = parts.filter((one) => one.value !== 0)
  const counted = definition.total === "first" ? parts : several.length > 1 ? several : []
  const inside = counted
    .map((one) => `${print.part(one.part)} ${bare(definition, one.value, print)}`)
    .join(", ")
  const main = printed.figure(
    definition.name.split(":")[0] ?? definition.name,
    withUnit(definition, figure.value, print),
  )
  // Without last year's figures the period before is what remains to compare with.
  const compared =
    figure.lastYear !== null
      ? [
          printed.lastYear(bare(definition, figure.lastYear, print)),
          changeOf(figure, figure.sinceLastYear, print),
        ]
      : figure.previous !== null
        ? [
            printed.previous(bare(definition, figure.previous, print)),
            changeOf(figure, figure.sincePrevious, print),
          ]
        : []
  const from =
    figure.source === "bodies" ? [printed.byBodies(print.number(figure.reported?.bodies ?? 0))] : compared
  const behind = from.filter((one) => one !== "").join(", ")
  return `${main}${inside === "" ? "" : printed.parts(inside)}${behind === "" ? "" : `; ${behind}`}.`
}

export function changeOf({ definition }: ReportFigure, change: Change | null, print: Printing): string {
  if (change === null) return ""
  const { by, share } = change
  if (by === 0) return printed.same
  const size = bare(definition, Math.abs(by), print)
  const said = by > 0 ? printed.up(size) : printed.down(size)
  if (share === null || definition.counts === "share") return said
  return `${said} (${printed.share(print.number(Math.abs(share) * 100, 1))})`
}

export function bare(definition: FigureDefinition, value: number | null, print: Printing): string {
  if (value === null) return "–"
  return definition.counts === "share" ? printed.share(print.number(value * 100, 0)) : print.number(value)
}

function withUnit(definition: FigureDefinition, value: number | null, print: Printing): string {
  const unit = definition.counts === "share" || value === null ? "" : ` ${unitOf(definition)}`
  return `${bare(definition, value, print)}${unit}`
}

export const unitOf = ({ unit }: FigureDefinition) => (unit === "VND" ? "đồng" : (unit.split(";")[0] ?? unit))

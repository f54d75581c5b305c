/** What a figure says in a sentence of the report, and in a cell of its tables. */
import { printed } from "../words-document.ts"
import type { Printing, ReportFigure } from "./content.ts"
import type { Change, FigureDefinition } from "./figures.ts"

/** "Tiếp nhận 236 tin báo …, tăng 72 (43,9 %) so với cùng kỳ năm trước (164)." */
export function sentenceOf(figure: ReportFigure, print: Printing): string {
  const { definition, parts, source } = figure
  const several = parts.filter((one) => one.value !== 0)
  const counted = definition.total === "first" ? parts : several.length > 1 ? several : []
  const inside = counted
    .map((one) => `${print.part(one.part)} ${bare(definition, one.value, print)}`)
    .join(", ")
  const main = definition.sentence.replace("{value}", withUnit(definition, figure.value, print))
  const behind =
    source === "bodies"
      ? `, ${printed.byBodies(print.number(figure.reported?.bodies ?? 0))}`
      : comparedOf(figure, print)
  return `${main}${inside === "" ? "" : printed.parts(inside)}${behind}.`
}

/** Without last year's figures the period before is what remains to compare with. */
function comparedOf(figure: ReportFigure, print: Printing): string {
  const { definition, lastYear, previous } = figure
  if (lastYear !== null) {
    const [value, moved] = [bare(definition, lastYear, print), changeOf(figure, figure.sinceLastYear, print)]
    return moved === "" ? printed.lastYearOnly(value) : `, ${moved} ${printed.lastYear(value)}`
  }
  if (previous === null) return ""
  const [value, moved] = [bare(definition, previous, print), changeOf(figure, figure.sincePrevious, print)]
  return moved === "" ? printed.previousOnly(value) : `, ${moved} ${printed.previous(value)}`
}

/** Nothing happened and nothing had happened: named together, not each in a sentence of its own. */
export const isEmpty = ({ value, previous, lastYear, source }: ReportFigure): boolean =>
  source === "system" && value === 0 && !previous && !lastYear

/** A share or a middle of nothing. */
export const isUncounted = ({ value, source }: ReportFigure): boolean => source === "system" && value === null

export const hasNoLastYear = (figures: readonly ReportFigure[]) =>
  figures.every(({ definition, lastYear }) => definition.source !== "system" || lastYear === null)

export function changeOf({ definition }: ReportFigure, change: Change | null, print: Printing): string {
  if (change === null) return ""
  const { by, share } = change
  if (by === 0) return printed.same
  const isShare = definition.counts === "share"
  const size = isShare
    ? printed.points(print.number(Math.abs(by) * 100, 1))
    : bare(definition, Math.abs(by), print)
  const said = by > 0 ? printed.up(size) : printed.down(size)
  if (share === null || isShare) return said
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

/** In a list of names: "Đã gỡ; gỡ trong 24 giờ" is "đã gỡ". */
export function shortName({ name }: FigureDefinition): string {
  const [first = name] = name.split(/[:;]/)
  return first.charAt(0).toLocaleLowerCase("vi") + first.slice(1)
}

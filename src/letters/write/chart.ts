/** A chart laid out but not drawn: its scale and its numbers as printed, the same in DOCX and PDF. Pure. */
import { formatNumber } from "../../kernel/format.ts"
import type { Chart } from "./model.ts"

export type ChartPart = Chart & {
  scale: { minimum: number; maximum: number; interval: number }
  ticks: { at: number; label: string }[]
  /** One a value, beside its bar or over its point; empty where there are too many to read. */
  labels: string[][]
  says: string
}

const labelsMax = 48

export function chartPart(chart: Chart): ChartPart {
  const values = chart.series.flatMap((one) => one.values.filter((value) => value !== null))
  const scale = scaleOf(values)
  const count = Math.round((scale.maximum - scale.minimum) / scale.interval)
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const at = scale.minimum + i * scale.interval
    return { at, label: number(at) }
  })
  const isReadable = values.length <= labelsMax
  const labels = chart.series.map((one) =>
    one.values.map((value) => (value === null || !isReadable ? "" : number(value))),
  )
  return { ...chart, scale, ticks, labels, says: saidOf(chart) }
}

/** From zero, in four to eight steps of 1, 2 or 5 times a power of ten: a bar cut at its foot lies. */
function scaleOf(values: readonly number[]): ChartPart["scale"] {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const rough = (high - low || 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const interval = ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power
  const minimum = Math.floor(low / interval) * interval
  const maximum = Math.max(Math.ceil(high / interval) * interval, minimum + interval)
  return { minimum, maximum, interval }
}

/** What is read aloud: every figure, in order. */
function saidOf({ caption, categories, series }: Chart): string {
  const said = series.map(({ name, values }) => {
    const each = categories.map((category, i) => {
      const value = values[i]
      return `${category} ${value === null || value === undefined ? "–" : number(value)}`
    })
    return `${name}: ${each.join(", ")}`
  })
  return [caption, ...said].join(". ")
}

const number = (value: number) => formatNumber(value, "vi")

/** Pictures of figures as SVG, each with the same figures as a table beside it. Nothing in them is said by colour alone. */
import { formatNumber } from "../../../kernel/format.ts"
import type { Lang } from "../../../kernel/words.ts"
import { provinceMap } from "../domain/map.ts"
import { words } from "../words.ts"

/** A standing file has no page's stylesheet: it carries its own colour. */
const ink = "#0b5a5a"

export function MapPicture({
  values,
  label,
  asFile,
}: {
  values: ReadonlyMap<string, number>
  label: string
  asFile?: boolean
}) {
  const { width, height, communes } = provinceMap()
  const most = Math.max(1, ...values.values())
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={asFile === true ? width * 2 : "100%"}
      height={asFile === true ? height * 2 : undefined}
      role="img"
      aria-label={label}
      xmlns="http://www.w3.org/2000/svg"
      color={asFile === true ? ink : undefined}
    >
      <title>{label}</title>
      {communes.map(({ code, name, path }) => {
        const value = values.get(code) ?? 0
        return (
          <path
            d={path}
            fill="currentColor"
            fill-opacity={(0.06 + 0.84 * Math.sqrt(value / most)).toFixed(2)}
            stroke="currentColor"
            stroke-opacity="0.35"
            stroke-width="0.6"
          >
            <title>{`${name}: ${value}`}</title>
          </path>
        )
      })}
    </svg>
  )
}

export function MapTable({ values, lang }: { values: ReadonlyMap<string, number>; lang: Lang }) {
  const t = words[lang]
  const named = provinceMap()
    .communes.map(({ code, name }) => ({ name, value: values.get(code) ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name, "vi"))
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t.commune}</th>
          <th scope="col" class="number">
            {t.tips}
          </th>
        </tr>
      </thead>
      <tbody>
        {named.map(({ name, value }) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="number" data-label={t.tips}>
              {formatNumber(value, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type Months = readonly { month: string; value: number }[]
const [chartWidth, chartHeight, ground, top] = [360, 120, 100, 14]

/** Columns by month, the highest with its number. */
export function MonthsPicture({
  months,
  label,
  asFile,
}: {
  months: Months
  label: string
  asFile?: boolean
}) {
  const most = Math.max(1, ...months.map((one) => one.value))
  const step = chartWidth / Math.max(1, months.length)
  const tall = (value: number) => ((ground - top) * value) / most
  return (
    <svg
      viewBox={`0 0 ${chartWidth} ${chartHeight}`}
      width={asFile === true ? chartWidth * 2 : "100%"}
      height={asFile === true ? chartHeight * 2 : undefined}
      role="img"
      aria-label={label}
      xmlns="http://www.w3.org/2000/svg"
      color={asFile === true ? ink : undefined}
      font-size="9"
      font-family="sans-serif"
    >
      <title>{label}</title>
      <line x1="0" x2={chartWidth} y1={ground} y2={ground} stroke="currentColor" stroke-opacity="0.4" />
      {months.map(({ month, value }, i) => (
        <>
          <rect
            x={(i * step + 3).toFixed(1)}
            y={(ground - tall(value)).toFixed(1)}
            width={(step - 6).toFixed(1)}
            height={tall(value).toFixed(1)}
            fill="currentColor"
          />
          {value === most && (
            <text
              x={(i * step + step / 2).toFixed(1)}
              y={(ground - tall(value) - 3).toFixed(1)}
              text-anchor="middle"
              fill="currentColor"
            >
              {value}
            </text>
          )}
          <text x={(i * step + step / 2).toFixed(1)} y={ground + 12} text-anchor="middle" fill="currentColor">
            {Number(month.slice(5))}
          </text>
        </>
      ))}
    </svg>
  )
}

export function MonthsTable({ months, label, lang }: { months: Months; label: string; lang: Lang }) {
  const t = words[lang]
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t.month}</th>
          <th scope="col" class="number">
            {label}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, value }) => (
          <tr>
            <th scope="row">{`${month.slice(5)}/${month.slice(0, 4)}`}</th>
            <td class="number" data-label={label}>
              {formatNumber(value, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

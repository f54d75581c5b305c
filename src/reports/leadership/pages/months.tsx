/** One figure over twelve months as columns, each with its number; the month that runs is drawn lighter. */
import { formatNumber } from "../../../kernel/format.ts"
import type { Lang } from "../../../kernel/words.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"

export type Months = readonly { month: string; value: number }[]
export type MonthsView = { figure: string; months: Months; label: string; today: string; lang: Lang }

const [width, height, ground, top] = [360, 150, 128, 18]
const file = { ink: "#0b5a5c", paper: "#ffffff", text: "#1b2430" } as const

export function MonthsPicture({ figure, months, label, today, lang }: MonthsView) {
  return (
    <figure class="picture">
      <svg class="months" viewBox={`0 0 ${width} ${height}`} width="100%">
        <title>{label}</title>
        <Ground />
        {columnsOf(months, today).map((one) => (
          <>
            {one.value === 0 ? null : (
              <a
                href={leadershipPaths.records({ figure, month: one.month })}
                aria-label={`${monthName(one.month)}: ${formatNumber(one.value, lang)}`}
              >
                <Column one={one} />
              </a>
            )}
            <ColumnWords one={one} lang={lang} />
          </>
        ))}
      </svg>
    </figure>
  )
}

type Drawn = Months[number] & { x: number; wide: number; tall: number; isRunning: boolean }

function columnsOf(months: Months, today: string): Drawn[] {
  const most = Math.max(1, ...months.map((one) => one.value))
  const step = width / Math.max(1, months.length)
  return months.map((one, i) => ({
    ...one,
    x: i * step,
    wide: step,
    tall: ((ground - top) * one.value) / most,
    isRunning: today.startsWith(one.month),
  }))
}

const Ground = () => (
  <line x1="0" x2={width} y1={ground} y2={ground} stroke="currentColor" stroke-opacity="0.4" />
)

function Column({ one }: { one: Drawn }) {
  return (
    <>
      {/* As tall as the chart, so that a small number is as easy to press as a large one. */}
      <rect
        x={one.x.toFixed(1)}
        y="0"
        width={one.wide.toFixed(1)}
        height={height}
        fill="none"
        pointer-events="all"
      />
      <rect
        x={(one.x + 3).toFixed(1)}
        y={(ground - one.tall).toFixed(1)}
        width={(one.wide - 6).toFixed(1)}
        height={one.tall.toFixed(1)}
        fill="currentColor"
        fill-opacity={one.isRunning ? 0.45 : 0.95}
      />
    </>
  )
}

/** Beside the link, not in it: its name says month and number as one. */
function ColumnWords({ one, lang }: { one: Drawn; lang: Lang }) {
  const middle = (one.x + one.wide / 2).toFixed(1)
  return (
    <>
      {one.value > 0 && (
        <text
          class="months-number"
          x={middle}
          y={(ground - one.tall - 5).toFixed(1)}
          text-anchor="middle"
          pointer-events="none"
        >
          {formatNumber(one.value, lang)}
        </text>
      )}
      <text class="months-name" x={middle} y={ground + 16} text-anchor="middle" pointer-events="none">
        {Number(one.month.slice(5))}
      </text>
    </>
  )
}

export const monthName = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`

export function MonthsTable({ figure, months, label, lang }: Omit<MonthsView, "today">) {
  return (
    <table class="table">
      <caption class="hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{words[lang].month}</th>
          <th scope="col" class="number">
            {label}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, value }) => (
          <tr>
            <th scope="row">
              {value === 0 ? (
                monthName(month)
              ) : (
                <a href={leadershipPaths.records({ figure, month })}>{monthName(month)}</a>
              )}
            </th>
            <td class="number" data-label={label}>
              {formatNumber(value, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A picture that stands alone. */
export function MonthsFile({ months, label, today, lang }: Omit<MonthsView, "figure">) {
  const head = 46
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width + 16} ${height + head + 8}`}
      width={(width + 16) * 2}
      height={(height + head + 8) * 2}
      font-family="Be Vietnam Pro, Noto Sans, DejaVu Sans, sans-serif"
      font-size="11"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <rect width="100%" height="100%" fill={file.paper} />
      <text x="8" y="18" font-size="13" font-weight="600" fill={file.text}>
        {label}
      </text>
      <text x="8" y="33" font-size="9" fill={file.text}>
        {words[lang].trendsLead(monthName(months[0]?.month ?? ""), monthName(months.at(-1)?.month ?? ""))}
      </text>
      <g transform={`translate(8 ${head})`} color={file.ink} fill={file.text}>
        <Ground />
        {columnsOf(months, today).map((one) => (
          <>
            <Column one={one} />
            <ColumnWords one={one} lang={lang} />
          </>
        ))}
      </g>
    </svg>
  )
}

import type { Child } from "hono/jsx"
import { formatNumber, formatPercent } from "../format.ts"
import { useLang, useWords } from "./language.ts"
import type { Tone } from "./notices.tsx"

/** A surface with one subject. `title` is its heading. */
export function Card({
  title,
  id,
  href,
  children,
}: {
  title?: Child
  id?: string
  href?: string
  children?: Child
}) {
  return (
    <section class="card stack" id={id}>
      {title !== undefined && <h2>{href === undefined ? title : <a href={href}>{title}</a>}</h2>}
      {children}
    </section>
  )
}

/** A large link to one of the few things people come for. */
export function Door({ href, title, children }: { href: string; title: string; children?: Child }) {
  return (
    <a class="card door" href={href}>
      <b>{title}</b>
      {children}
    </a>
  )
}

export function Cards({ children }: { children?: Child }) {
  return <div class="cards">{children}</div>
}

/** Two columns on a desk, one on a phone. "wide" gives the first more room. */
export function Split({ wide, children }: { wide?: boolean; children?: Child }) {
  return <div class={wide === true ? "split wide" : "split"}>{children}</div>
}

export function Stack({ children }: { children?: Child }) {
  return <div class="stack">{children}</div>
}

export type Definition = { term: string; value: Child }

/** Facts about one thing. A value that is nothing is left out by the caller, not shown as a dash. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl class="facts">
      {items.map((item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type FigureProps = {
  label: string
  value: string
  /** Against the period before: words, and whether it is good news. */
  change?: { text: string; tone: Tone }
  /** Where the figure opens down to its records. */
  href?: string
  /** Oldest first; drawn as a line, said nowhere else, so it must not be the only place of a fact. */
  trend?: readonly number[]
  children?: Child
}

export function Figure({ label, value, change, href, trend = [], children }: FigureProps) {
  return (
    <section class="card figure">
      <p class="quiet">{label}</p>
      <p class="figure-value">{href === undefined ? value : <a href={href}>{value}</a>}</p>
      {change !== undefined && <p class={`change ${change.tone}`}>{change.text}</p>}
      {trend.length > 1 && <Spark values={trend} />}
      {children}
    </section>
  )
}

function Spark({ values }: { values: readonly number[] }) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const span = most - least || 1
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * 120
    return `${x.toFixed(1)},${(31 - ((value - least) / span) * 28).toFixed(1)}`
  })
  return (
    <svg class="spark" viewBox="0 0 120 34" preserveAspectRatio="none" aria-hidden="true">
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  )
}

export type MeterPart = { label: string; value: number; tone: "good" | "brand" | "soon" | "late" }

/** Parts of a whole as one bar, and the same in words: "12 xong, 5 đang làm, 2 trễ". `total` may exceed the sum. */
export function Meter({
  parts,
  total,
  quiet,
}: {
  parts: readonly MeterPart[]
  total?: number
  quiet?: string
}) {
  const lang = useLang()
  const t = useWords().meter
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const whole = Math.max(total ?? sum, sum, 1)
  const said = parts
    .filter((part) => part.value > 0)
    .map((part) => `${formatNumber(part.value, lang)} ${part.label}`)
  const share = (value: number) => (value / whole) * 100
  let at = 0
  const bars = parts.map((part) => {
    const x = at
    at += share(part.value)
    return (
      <rect
        class={part.tone}
        x={`${x.toFixed(2)}%`}
        y="0"
        width={`${share(part.value).toFixed(2)}%`}
        height="8"
      />
    )
  })
  return (
    <div class="meter">
      <svg width="100%" height="8" aria-hidden="true">
        {bars}
      </svg>
      <p class="quiet">{quiet ?? (said.join(", ") || t.none)}</p>
    </div>
  )
}

/** One share of a whole, with its per cent. */
export function Share({ label, value, total }: { label: string; value: number; total: number }) {
  const share = total === 0 ? 0 : value / total
  return (
    <Meter
      parts={[{ label, value, tone: "good" }]}
      total={total}
      quiet={`${formatPercent(share, useLang())} ${label}`}
    />
  )
}

export type Tab = { href: string; label: string; count?: number; isCurrent?: boolean }

/** Links, not scripts: each tab is a page with an address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.isCurrent === true ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The public board of one day, from counts of tips: what is too small to be told is left out here, before anything is kept. Pure. */
import { addDays, type LocalDate } from "../../../kernel/time.ts"

/** Below so many tips a place is a range, a trick has no number and a sum of money is not told. */
export const fewest = 5
/** Nor is a sum of which one tip makes more than this share: it would tell that tip's loss, or repeat an invented one. */
const largestShare = 0.8
const tricksMax = 5

export const spans = ["yesterday", "month", "yearAgo"] as const
export type Span = (typeof spans)[number]
export type Window = { from: LocalDate; to: LocalDate }

/** One kind of tips, or one commune, in one span. `losses` tips told a loss; `largest` is the highest of them. */
export type Count = {
  span: Span
  type: string | null
  code: string | null
  tips: number
  losses: number
  loss: number
  largest: number
}

/** Money is in đồng, rounded; null: held back. */
type Sum = { tips: number; money: number | null }
/** The most first. */
export const ranges = ["50+", "20-49", "10-19", "5-9", "1-4", "0"] as const
export type Range = (typeof ranges)[number]
export type Board = {
  on: LocalDate
  windows: Record<Span, Window>
  /** A year ago null: nobody counted yet, which is not nought. */
  sums: { yesterday: Sum; month: Sum; yearAgo: Sum | null }
  /** Tips of the month; null: under `fewest`. */
  byTips: { type: string; tips: number | null }[]
  byMoney: { type: string; money: number }[]
  /** By the commune's code, where anything was told in the month. Empty in a month of under `fewest` tips; a year ago so: null. */
  communes: { code: string; month: Range; yearAgo: Range | null }[]
  /** Rows of before this was kept have none. */
  moved?: Moved
}
/**
 * What had come when the figures of the running month last changed: they change by `fewest` tips or losses at a time. `ofDays`: losses of
 * its days whose sums were told.
 */
type Moved = {
  tips: number
  losses: number
  ofTrick: Record<string, number>
  ofDays: number
  yearAgo: number
}

/** `on`: the last day that is counted. "The same days a year ago" end on the same day of the month. */
export function windowsOn(on: LocalDate): Record<Span, Window> {
  const from = `${on.slice(0, 8)}01`
  const yearAgo = (day: LocalDate) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  // 29 February has no day a year ago: that window ends on the 28th.
  const to = on.endsWith("-02-29") ? yearAgo(addDays(on, -1)) : yearAgo(on)
  return {
    yesterday: { from: on, to: on },
    month: { from, to: on },
    yearAgo: { from: yearAgo(from), to },
  }
}

export type Known = {
  /** The kinds that are tricks; tips of other kinds count in the sums alone. */
  tricks: readonly string[]
  /** The day of the first tip of all. */
  since: LocalDate
}

/** `before`: the board of the morning before, from which on a month moves. */
export function boardOf(
  on: LocalDate,
  counts: readonly Count[],
  { tricks, since }: Known,
  before: Board | null = null,
): Board {
  const windows = windowsOn(on)
  const seen = (span: Span): Seen => ({
    whole: counts.find((one) => one.span === span && one.type === null && one.code === null) ?? nothing,
    types: counts.flatMap((one) =>
      one.span === span && one.type !== null
        ? [{ ...one, type: one.type, isTrick: tricks.includes(one.type) }]
        : [],
    ),
  })
  const [yesterday, month, yearAgo] = [seen("yesterday"), seen("month"), seen("yearAgo")]
  const last = before?.moved !== undefined && before.on.slice(0, 7) === on.slice(0, 7) ? before : null
  const moved = last?.moved ?? { tips: 0, losses: 0, ofTrick: {}, ofDays: 0, yearAgo: 0 }
  const isKnown = since <= windows.yearAgo.from
  const moneyOfDay = moneyOf(yesterday.whole)
  const ofDays = moved.ofDays + (moneyOfDay === null ? 0 : yesterday.whole.losses)
  const told = moneyTold(month, last, { ...moved, ofDays })
  const moneyAgo =
    last !== null && isStill(yearAgo.whole.losses, moved.yearAgo)
      ? (last.sums.yearAgo?.money ?? null)
      : wholeOf(yearAgo, toldOf(yearAgo))
  const keepsTips = last !== null && isStill(month.whole.tips, moved.tips)
  const isQuiet = month.whole.tips < fewest
  return {
    on,
    windows,
    sums: {
      yesterday: { tips: yesterday.whole.tips, money: moneyOfDay },
      month: { tips: month.whole.tips, money: told.money },
      yearAgo: isKnown ? { tips: yearAgo.whole.tips, money: moneyAgo } : null,
    },
    byTips: keepsTips ? last.byTips : isQuiet ? [] : byTipsOf(month),
    byMoney: told.byMoney,
    communes: keepsTips
      ? last.communes
      : isQuiet
        ? []
        : communesOf(counts, isKnown && yearAgo.whole.tips >= fewest),
    moved: {
      tips: keepsTips ? moved.tips : isQuiet ? 0 : month.whole.tips,
      losses: told.losses,
      ofTrick: told.ofTrick,
      ofDays,
      yearAgo:
        moneyAgo === null
          ? 0
          : isStill(yearAgo.whole.losses, moved.yearAgo)
            ? moved.yearAgo
            : yearAgo.whole.losses,
    },
  }
}

const nothing = { tips: 0, losses: 0, loss: 0, largest: 0 }
type Losses = Pick<Count, "losses" | "loss" | "largest">
type Seen = {
  whole: Losses & { tips: number }
  types: readonly (Losses & { type: string; tips: number; isTrick: boolean })[]
}
/** A trick's sum as it is told, with the losses that were in it then. */
type Told = { type: string; money: number; losses: number }

/** Something was told, and since then fewer than `fewest` came: the difference would tell of them. */
const isStill = (now: number, then: number): boolean => then > 0 && Math.abs(now - then) < fewest

/** No trick is named of a hidden rest that is too small: it would be the one that has just so many. */
function byTipsOf({ whole, types }: Seen): Board["byTips"] {
  const listed = types
    .filter(({ isTrick }) => isTrick)
    .toSorted((a, b) => b.tips - a.tips || a.type.localeCompare(b.type))
    .slice(0, tricksMax)
    .map(({ type, tips }) => ({ type, tips: tips < fewest ? null : tips }))
  const rest = whole.tips - listed.reduce((sum, { tips }) => sum + (tips ?? 0), 0)
  return rest < fewest ? listed.filter(({ tips }) => tips !== null) : listed
}

/** Sums of tricks that may be told, the largest first; one to which fewer than `fewest` losses came stays as it was told. */
function toldOf({ types }: Seen, last: Board | null = null, then: Moved["ofTrick"] = {}): Told[] {
  return types
    .flatMap(({ type, isTrick, ...one }) => {
      const money = isTrick ? moneyOf(one) : null
      if (money === null) return []
      const kept = last?.byMoney.find((row) => row.type === type)
      const losses = then[type] ?? 0
      return [
        kept !== undefined && isStill(one.losses, losses)
          ? { ...kept, losses }
          : { type, money, losses: one.losses },
      ]
    })
    .toSorted((a, b) => b.money - a.money)
    .slice(0, tricksMax)
}

/** The sum of all; null also where what no trick shows of it, which falls out by subtraction, is too small to be told. */
function wholeOf({ whole, types }: Seen, told: readonly Told[]): number | null {
  const shown = new Map(told.map((one) => [one.type, one.losses]))
  const hidden = types.filter(({ type, losses }) => shown.get(type) !== losses)
  const rest = {
    losses: whole.losses - told.reduce((sum, one) => sum + one.losses, 0),
    loss: whole.loss - told.reduce((sum, one) => sum + one.money, 0),
    largest: Math.max(...hidden.map(({ largest }) => largest), types.length === 0 ? whole.largest : 0),
  }
  return rest.losses === 0 || moneyOf(rest) !== null ? moneyOf(whole) : null
}

function moneyTold(
  month: Seen,
  last: Board | null,
  moved: Moved,
): Pick<Board, "byMoney"> & Pick<Moved, "losses" | "ofTrick"> & { money: number | null } {
  const told = toldOf(month, last, moved.ofTrick)
  const grown = told.reduce((sum, { type, losses }) => sum + losses - (moved.ofTrick[type] ?? losses), 0)
  const others = month.whole.losses - moved.losses - grown
  const stays =
    isStill(month.whole.losses, moved.losses) ||
    (moved.losses > 0 && others !== 0 && Math.abs(others) < fewest)
  if (last !== null && stays) return { ...moved, money: last.sums.month.money, byMoney: last.byMoney }
  // Days that held their sums back, taken together, fall out as well where the others are taken off.
  const held = month.whole.losses - moved.ofDays
  const money = held > 0 && held < fewest ? null : wholeOf(month, told)
  return {
    money,
    byMoney: told.map(({ type, money: sum }) => ({ type, money: sum })),
    losses: money === null && told.length === 0 ? 0 : month.whole.losses,
    ofTrick: Object.fromEntries(told.map(({ type, losses }) => [type, losses])),
  }
}

function moneyOf({ losses, loss, largest }: Losses): number | null {
  if (losses < fewest || largest > loss * largestShare) return null
  const step = loss >= 1_000_000_000 ? 100_000_000 : loss >= 10_000_000 ? 1_000_000 : 100_000
  return Math.round(loss / step) * step
}

/** Ranges, so that the difference between two mornings does not tell of one neighbour. */
export function rangeOf(tips: number): Range {
  if (tips === 0) return "0"
  if (tips < fewest) return "1-4"
  if (tips < 10) return "5-9"
  return tips < 20 ? "10-19" : tips < 50 ? "20-49" : "50+"
}

function communesOf(counts: readonly Count[], isKnown: boolean): Board["communes"] {
  const of = (span: Span) =>
    new Map(
      counts.flatMap((one) =>
        one.span === span && one.code !== null && one.code !== "" ? [[one.code, one.tips] as const] : [],
      ),
    )
  const [month, yearAgo] = [of("month"), of("yearAgo")]
  return [...month]
    .toSorted(([a, x], [b, y]) => rank(y) - rank(x) || a.localeCompare(b))
    .map(([code, tips]) => ({
      code,
      month: rangeOf(tips),
      yearAgo: isKnown ? rangeOf(yearAgo.get(code) ?? 0) : null,
    }))
}

/** Communes of one range stand by their code: their order tells nothing more. */
const rank = (tips: number) => -ranges.indexOf(rangeOf(tips))

/** What stands behind a number of the leader's page: how many were counted, and which of them this officer may open. */
import { asOfficer, type Tx } from "../../../kernel/db/database.ts"
import type { Desk } from "../../../kernel/http/env.ts"
import { hereOf } from "../../../kernel/installation.ts"
import { groundOn } from "../../../kernel/outlines/ground.ts"
import { bodiesOn, loadChart } from "../../../organizations/index.ts"
import { type Scope, scopesOf, todayOf, upTo } from "../../actions/figures.ts"
import { type Period, periodOf, periodOn, type Window, windowOf } from "../../domain/windows.ts"
import { figureOf } from "../../outline.ts"
import { recordsOf } from "../../store/figures.ts"
import { scamTypes } from "../catalogue.ts"
import { communeOf } from "../domain/areas.ts"
import { lastDayOf } from "../domain/notable.ts"
import { type Count, caseDays, countsBy } from "../store/counts.ts"
import { type Asked, placesShown, recordsBehind, type Spread, spreadBehind } from "../store/records.ts"
import { casesByCommune, readPlaces, type Sum, tipsByCommune } from "./places.ts"

export type AskedRecords = { type: string; commune: string; month: string; figure: string; period: string }
export type OpenedRecords = {
  /** What was counted: a trick, a commune, or a month of a figure. */
  of:
    | { is: "type"; type: string }
    | { is: "commune"; name: string }
    | { is: "month"; month: string; figure: string }
  window: Window
  period: Period
  counted: { signal: number; case: number }
  rows: { kind: "signal" | "case"; id: string | null; body: string; day: string; type: string | null }[]
  open: number
  /** How the counted tips are spread, the most first: by commune (its code) or by trick, and by the body that keeps them. */
  spread: { communes: Part[]; tricks: Part[]; bodies: Part[] }
}
/** `key`: a commune's code, a trick's slug; null where it has none to be opened by. */
export type Part = { key: string | null; name: string; tips: number }
type Page = { limit: number; offset: number }

/** Null: nothing of that name is counted. */
export async function openRecords(
  desk: Desk,
  asked: AskedRecords,
  page: Page,
): Promise<OpenedRecords | null> {
  const today = todayOf(desk)
  const period = periodOf(asked.period) ?? periodOn(today, "half-year")
  const scope: Scope = scopesOf(desk)[0] ?? "own"
  if (scope === "province") await readPlaces(desk.house)
  const at = { desk, scope, page, period, window: upTo(windowOf(period), today) }
  const isTrick = scamTypes("vi").has(asked.type)
  const ground = groundOn({ province: hereOf(desk.house).code, outlines: null }, today)
  const commune = ground.map.communes.find((one) => one.code === asked.commune)
  if (isTrick) return ofTrick(at, asked.type)
  if (commune !== undefined)
    return ofCommune(at, { name: commune.name, codes: ground.communesOf(commune.code) })
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked.month) ? ofMonth(at, asked, today) : null
}

type At = { desk: Desk; scope: Scope; page: Page; period: Period; window: Window }

const sumOf = (counts: readonly Count[]) => counts.reduce((sum, one) => sum + one.records, 0)

function ofTrick({ desk, scope, page, period, window }: At, type: string) {
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<OpenedRecords> => {
    const counts = await countsBy(tx, "type", window, scope)
    const found = await recordsBehind(tx, { by: "type", keys: [type] }, window, { ...page, scope })
    const spread = await spreadOf(tx, { by: "type", keys: [type] }, { desk, scope, window })
    return {
      spread: { ...spread, tricks: [] },
      ...{ of: { is: "type", type }, period, window, open: found.total },
      counted: { signal: sumOf(counts.filter(({ key }) => key === type)), case: 0 },
      rows: await named(tx, desk, found.rows),
    }
  })
}

function ofCommune(
  { desk, scope, page, period, window }: At,
  { name, codes }: { name: string; codes: readonly string[] },
) {
  const here = { scope, province: hereOf(desk.house).code }
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<OpenedRecords> => {
    const tips = await tipsByCommune(tx, window, here)
    const cases = await casesByCommune(tx, window, here)
    const countOf = (sums: readonly Sum[]) =>
      sums.reduce((sum, { key, value }) => sum + (codes.includes(key) ? value : 0), 0)
    const shown = await placesShown(tx, window, scope)
    const keys = shown.filter((place) => codes.includes(communeOf(here.province, place) ?? ""))
    const found = await recordsBehind(tx, { by: "area", keys }, window, { ...page, scope })
    const spread = await spreadOf(tx, { by: "area", keys: [...codes] }, { desk, scope, window })
    return {
      spread: { ...spread, communes: [] },
      ...{ of: { is: "commune", name }, period, window, open: found.total },
      counted: { signal: countOf(tips), case: countOf(cases) },
      rows: await named(tx, desk, found.rows),
    }
  })
}

function ofMonth(
  { desk, scope, page, period }: At,
  { month, figure }: AskedRecords,
  today: string,
): Promise<OpenedRecords | null> {
  const definition = figureOf(figure)
  if (definition === null || definition.source !== "system" || definition.slice === "directives")
    return Promise.resolve(null)
  const window = upTo({ from: `${month}-01`, to: lastDayOf(month) }, today)
  return asOfficer(desk.house.db, desk.who, async (tx): Promise<OpenedRecords> => {
    const counted =
      definition.slice === "signals"
        ? sumOf((await countsBy(tx, "month", window, scope)).filter((one) => one.figure === figure))
        : (await caseDays(tx, window, scope))
            .filter((one) => one.figure === figure)
            .reduce((sum, one) => sum + one.records, 0)
    const onlyBody = scope === "own" ? desk.who.bodyId : null
    const found = await recordsOf(tx, definition, window, { ...page, onlyBody })
    const kind = definition.slice === "signals" ? "signal" : "case"
    return {
      spread: { communes: [], tricks: [], bodies: [] },
      ...{ of: { is: "month", month, figure }, period, window, open: found.total },
      counted: { signal: 0, case: 0, [kind]: counted },
      rows: await named(
        tx,
        desk,
        found.rows.map(({ id, bodyId, day }) => ({ kind, id, bodyId, day, type: null })),
      ),
    }
  })
}

type Row = { kind: "signal" | "case"; id: string | null; bodyId: string; day: string; type: string | null }

async function named(tx: Tx, desk: Desk, rows: readonly Row[]): Promise<OpenedRecords["rows"]> {
  const names = new Map(bodiesOn(await loadChart(tx), todayOf(desk)).map((body) => [body.id, body.name]))
  return rows.map(({ bodyId, ...row }) => ({ ...row, body: names.get(bodyId) ?? "" }))
}

const partsMax = 12

async function spreadOf(
  tx: Tx,
  asked: Asked,
  { desk, scope, window }: Pick<At, "desk" | "scope" | "window">,
): Promise<OpenedRecords["spread"]> {
  if (scope === "own") return { communes: [], tricks: [], bodies: [] }
  const rows = await spreadBehind(tx, asked, window)
  const bodies = new Map(bodiesOn(await loadChart(tx), todayOf(desk)).map((body) => [body.id, body.name]))
  const ground = groundOn({ province: hereOf(desk.house).code, outlines: null }, todayOf(desk))
  const shapes = new Map(ground.map.communes.map(({ code, name }) => [code, name]))
  return {
    communes: partsOf(rows, ({ place }) => {
      const shape = ground.shapeOf(place) ?? ""
      const name = shapes.get(shape) ?? ""
      return { key: name === "" ? null : shape, name }
    }),
    tricks: partsOf(rows, ({ type }) => ({ key: type, name: type })),
    bodies: partsOf(rows, ({ bodyId }) => ({ key: null, name: bodies.get(bodyId) ?? "" })),
  }
}

function partsOf(rows: readonly Spread[], of: (row: Spread) => Omit<Part, "tips">): Part[] {
  const sums = new Map<string, Part>()
  for (const row of rows) {
    const part = of(row)
    const id = part.key ?? part.name
    sums.set(id, { ...part, tips: (sums.get(id)?.tips ?? 0) + row.tips })
  }
  return [...sums.values()].sort((a, b) => b.tips - a.tips).slice(0, partsMax)
}

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { desksIn } from "../../cases/testing/hub.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { tallyTips } from "../../signals/index.ts"
import type { FigureDefinition } from "../domain/figures.ts"
import { periodOf, type Window, windowOf } from "../domain/windows.ts"
import { allFigures } from "../outline.ts"
import { recordsOf } from "../store/figures.ts"
import { type Agency, anyHistory, type History, write } from "../testing/history.ts"
import { middleOf, type Row, rowsIn, sumOf } from "../testing/recount.ts"
import { countedIn, readFigures } from "./figures.ts"

const db = await freshDatabase()
const desks = await desksIn(db)
const deskOfBody = { hub: desks.lan, police: desks.son, stranger: desks.ngoai, telco: desks.tam }
const ids = {
  hub: desks.lan.who.bodyId,
  police: desks.son.who.bodyId,
  stranger: desks.ngoai.who.bodyId,
  telco: desks.tam.who.bodyId,
}
const keyOf = new Map(Object.entries(ids).map(([key, id]) => [id, key]))
const anyWindow = fc
  .constantFrom("2023-H2", "2023-H1", "2023-Q3", "2023-07", "2023")
  .map((label) => windowOf(periodOf(label) ?? raise()))
const systemFigures = () => allFigures().filter((one) => one.source === "system")
/** The province as an agency reads it, and each agency and the enterprise their own. */
const readers = [
  { desk: desks.ngoai, scope: "province" as const, only: null },
  ...(["hub", "police", "stranger", "telco"] as const).map((body) => ({
    desk: deskOfBody[body],
    scope: "own" as const,
    only: body,
  })),
]

describe("for any history, a system figure is what a person counting by hand would find", () => {
  test("each figure, of the province and of each body", { timeout: 300_000 }, async () => {
    const seen = new Set<string>()
    await forAnyHistory(async (history, window) => {
      for (const { desk, scope, only } of readers) {
        const figures = await asOfficer(db, desk.who, (tx) => readFigures(tx, window, scope))
        const rows = rowsIn(history, window, only)
        for (const { definition, value } of figures) {
          if (definition.source !== "system") continue
          const expected = byHand(definition, of(definition, rows))
          expect([definition.id, scope, value]).toEqual([definition.id, scope, expected])
          if (value !== 0 && value !== null) seen.add(definition.id)
        }
      }
    }, 20)
    // The histories reach every figure that the system counts: none of them equals by being empty.
    expect([...seen].sort()).toEqual(
      systemFigures()
        .map((one) => one.id)
        .sort(),
    )
  })

  test("each part and each body of each figure, to the last cell", { timeout: 300_000 }, async () => {
    const seen = new Set<string>()
    await forAnyHistory(async (history, window) => {
      for (const { desk, scope, only } of readers) {
        const cells = await asOfficer(db, desk.who, (tx) => countedIn(tx, window, scope))
        const counted = cells.map((one) => {
          const by = one.byBodyId === null ? "all bodies" : (keyOf.get(one.byBodyId) ?? "?")
          return [`${one.figure}/${one.part}/${by}`, cellOf(one.figure, one)] as const
        })
        expect(Object.fromEntries(counted)).toEqual(cellsByHand(rowsIn(history, window, only)))
        for (const one of cells) seen.add(`${one.figure}/${one.part}`)
      }
    }, 20)
    // These histories share no indicators: `src/sharing/routes/figures.test.ts` counts their blocks.
    const parts = systemFigures().flatMap(({ id, parts }) =>
      parts.filter((part) => part !== "shared").map((part) => `${id}/${part}`),
    )
    expect([...seen].sort()).toEqual(parts.sort())
  })

  test("the records that a body opens are as many as its own count says, whatever part or body it asks for", {
    timeout: 300_000,
  }, async () => {
    await forAnyHistory(async (history, window) => {
      for (const only of ["hub", "stranger", "telco"] as const) await asMany(history, window, only)
    }, 6)
  })

  test("every figure of the outline says how it is counted", () => {
    expect(systemFigures().length).toBe(14)
    for (const one of allFigures()) expect([one.id, one.question.endsWith("?")]).toEqual([one.id, true])
  })
})

function forAnyHistory(check: (history: History, window: Window) => Promise<void>, numRuns: number) {
  const property = fc.asyncProperty(anyHistory, anyWindow, async (history, window) => {
    await write(db, ids, history)
    await tallyTips({ db })
    await check(history, window)
  })
  return fc.assert(property, { numRuns, seed: 841 })
}

async function asMany(history: History, window: Window, only: Agency | "telco"): Promise<void> {
  const { who } = deskOfBody[only]
  const rows = rowsIn(history, window, only)
  await asOfficer(db, who, async (tx) => {
    for (const definition of systemFigures()) {
      const own = of(definition, rows)
      const asked = [{ part: null, by: null }, ...own.map(({ part, by }) => ({ part, by }))]
      for (const { part, by } of asked) {
        const page = {
          limit: 500,
          offset: 0,
          onlyBody: who.bodyId,
          part,
          byBody: by === null ? null : ids[by],
        }
        const found = await recordsOf(tx, definition, window, page)
        const expected = own.filter((one) => part === null || (one.part === part && one.by === by))
        expect([definition.id, part, found.rows.length]).toEqual([definition.id, part, expected.length])
        expect(found.total).toBe(expected.length)
      }
    }
  })
}

const of = ({ id }: FigureDefinition, rows: readonly Row[]) => rows.filter((one) => one.figure === id)

function byHand({ counts, total, parts }: FigureDefinition, rows: readonly Row[]): number | null {
  const counted = total === "first" ? rows.filter((one) => one.part === parts[0]) : rows
  switch (counts) {
    case "records":
      return counted.length
    case "sum":
      return sumOf(counted)
    case "once":
      return new Set(counted.map(({ once }) => once)).size
    case "median":
      return middleOf(counted)
    case "share":
      return counted.length === 0 ? null : sumOf(counted) / counted.length
  }
}

type Cell = { records: number; amount: number | null; middle: number | null; once: number | null }
const countsOf = (figure: string) => systemFigures().find(({ id }) => id === figure)?.counts

/** Of a cell, what its figure is made of. */
function cellOf(figure: string, { records, amount, middle, once }: Cell): unknown {
  switch (countsOf(figure)) {
    case "sum":
    case "share":
      return { records, amount }
    case "median":
      return { records, middle }
    case "once":
      return { records, once }
    default:
      return { records }
  }
}

function cellsByHand(rows: readonly Row[]): Record<string, unknown> {
  const keys = (one: Row) => [`${one.figure}/${one.part}/all bodies`, `${one.figure}/${one.part}/${one.by}`]
  const groups = Map.groupBy(
    rows.flatMap((row) => keys(row).map((key) => ({ key, row }))),
    ({ key }) => key,
  )
  const cells = [...groups].map(([key, found]) => {
    const own = found.map(({ row }) => row)
    const once = new Set(own.map((one) => one.once)).size
    const cell = { records: own.length, amount: sumOf(own), middle: middleOf(own), once }
    return [key, cellOf(key.split("/")[0] ?? "", cell)] as const
  })
  return Object.fromEntries(cells)
}

function raise(): never {
  throw new Error("not found")
}

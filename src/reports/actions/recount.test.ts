import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { desksIn } from "../../cases/testing/hub.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { tallyTips } from "../../signals/index.ts"
import type { FigureReading } from "../domain/figures.ts"
import { periodOf, windowOf } from "../domain/windows.ts"
import { allFigures } from "../outline.ts"
import { recordsOf } from "../store/figures.ts"
import { anyHistory, recount, write } from "../testing/history.ts"
import { readFigures } from "./figures.ts"

const db = await freshDatabase()
const desks = await desksIn(db)
const deskOfBody = { hub: desks.lan, police: desks.son, stranger: desks.ngoai }
const ids = {
  hub: desks.lan.who.bodyId,
  police: desks.son.who.bodyId,
  stranger: desks.ngoai.who.bodyId,
  telco: desks.tam.who.bodyId,
}
const anyWindow = fc
  .constantFrom("2023-H2", "2023-H1", "2023-Q3", "2023-07", "2023")
  .map((label) => windowOf(periodOf(label) ?? raise()))

describe("for any history, a system figure is what a person counting by hand would find", () => {
  test("the province, and each body its own", { timeout: 120_000 }, async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(anyHistory, anyWindow, async (history, window) => {
        await write(db, ids, history)
        await tallyTips({ db })
        const province = await asOfficer(db, desks.ngoai.who, (tx) => readFigures(tx, window, "province"))
        expect(asRecount(province)).toEqual(recount(history, window, null))
        for (const [body, desk] of Object.entries(deskOfBody)) {
          const own = await asOfficer(db, desk.who, (tx) => readFigures(tx, window, "own"))
          expect(asRecount(own)).toEqual(recount(history, window, body as keyof typeof deskOfBody))
        }
        for (const one of province) if (one.value !== 0 && one.value !== null) seen.add(one.definition.id)
      }),
      { numRuns: 20, seed: 841 },
    )
    // The histories reach every figure that the system counts: none of them equals by being empty.
    expect([...seen].sort()).toEqual(
      systemFigures()
        .map((one) => one.id)
        .sort(),
    )
  })
  test("the records that a body opens are as many as its own count says", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyWindow, async (history, window) => {
        await write(db, ids, history)
        const { who } = desks.lan
        await asOfficer(db, who, async (tx) => {
          const figures = await readFigures(tx, window, "own")
          for (const { definition, parts } of figures) {
            if (definition.source !== "system") continue
            const page = { limit: 500, offset: 0, onlyBody: who.bodyId }
            const { rows, total } = await recordsOf(tx, definition, window, page)
            expect(rows.length).toBe(total)
            expect(total).toBe(parts.reduce((sum, part) => sum + part.records, 0))
          }
        })
      }),
      { numRuns: 6, seed: 36 },
    )
  })
  test("every figure of the outline says how it is counted", () => {
    expect(systemFigures().length).toBe(14)
    for (const one of allFigures()) expect([one.id, one.question.endsWith("?")]).toEqual([one.id, true])
  })
})

const systemFigures = () => allFigures().filter((one) => one.source === "system")

function asRecount(figures: readonly FigureReading[]): Record<string, unknown> {
  const entries = figures.flatMap(({ definition: { id, source }, value, parts }): [string, unknown][] => {
    const part = (name: string) => parts.find((one) => one.part === name)?.value ?? 0
    if (source !== "system") return []
    if (id === "III.1.4") return ["decided", "paid"].map((name) => [`${id}.${name}`, part(name)])
    if (id === "II.2")
      return [
        [
          id,
          Object.fromEntries(
            ["done-on-time", "done-late", "overdue", "open"].map((name) => [name, part(name)]),
          ),
        ],
      ]
    return [[id, value]]
  })
  return Object.fromEntries(entries)
}

function raise(): never {
  throw new Error("not found")
}

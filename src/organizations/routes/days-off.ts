/** Days off over HTTP: only who keeps the chart enters one. */
import { Hono } from "hono"
import type { DeadlineHolder } from "../../kernel/calendar/holders.ts"
import { formatNumber } from "../../kernel/format.ts"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { type Moved, movedSince, tellMoved } from "../../kernel/http/opened.ts"
import { record } from "../../kernel/http/record.ts"
import { enterDayOff, readDaysOff, takeBackDayOff } from "../actions/days-off.ts"
import { dayOff } from "../forms.ts"
import { type DaysOffView, daysOffPage } from "../pages/days-off.tsx"
import { paths } from "../paths.ts"
import { daysOffWords } from "../words-days-off.ts"
import type { Guards } from "./guards.ts"

/** `holders`: whose deadlines a day off moves. */
export function daysOffRoutes(guards: Guards, holders: readonly DeadlineHolder[]): Hono<Env> {
  const routes = new Hono<Env>()
  const mayChange = [guards.requireOfficer, guards.allow("organization.change")] as const

  routes.get(paths.daysOff, ...mayChange, (c) => {
    const moved = c.req.query("doi")
    return shown(
      c,
      holders,
      moved === undefined ? {} : { said: { text: saidOf(c, Number(moved)), isGood: true } },
      200,
    )
  })

  routes.post(paths.daysOff, ...mayChange, async (c) => {
    const answers = await listsOf(c)
    const lang = c.get("language")
    const read = readForm(dayOff, answers, lang)
    if ("errors" in read) return shown(c, holders, { answers, errors: read.errors }, 422)
    const done = await enterDayOff(deskOf(c), read.input, holders)
    if ("refused" in done) {
      tellMoved(c, movedSince(c, await enteredOn(c, read.input.on)))
      return shown(c, holders, { answers, errors: { on: daysOffWords[lang].known } }, 409)
    }
    return c.redirect(`${paths.daysOff}?doi=${done.moved.length}`, 303)
  })

  routes.post(paths.dayOffRemoval(record(":id")), ...mayChange, async (c) => {
    const done = await takeBackDayOff(deskOf(c), c.req.param("id") ?? "", holders)
    const { gone } = daysOffWords[c.get("language")]
    if ("refused" in done) return shown(c, holders, { said: { text: gone, isGood: false } }, 409)
    return c.redirect(`${paths.daysOff}?doi=${done.moved.length}`, 303)
  })

  return routes
}

/** Who entered this day before. */
async function enteredOn(c: Ctx, on: string): Promise<Moved | null> {
  const { days } = await readDaysOff(deskOf(c))
  const day = days.find((one) => one.on === on)
  if (day === undefined) return null
  const what = daysOffWords[c.get("language")].kinds[day.kind]
  return { at: day.enteredAt, by: day.enteredName, what: `${what}: ${day.name}` }
}

function saidOf(c: Ctx, moved: number): string {
  const lang = c.get("language")
  const t = daysOffWords[lang]
  return moved > 0 ? t.moved(formatNumber(moved, lang)) : t.movedNone
}

async function shown(
  c: Ctx,
  holders: readonly DeadlineHolder[],
  more: Partial<DaysOffView>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const reading = await readDaysOff(deskOf(c))
  const view = { frame: frameOf(c), reading, holders, answers: {}, errors: {}, said: null, ...more }
  return c.html(daysOffPage(view), status)
}

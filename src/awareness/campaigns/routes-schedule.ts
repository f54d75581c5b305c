/** The schedule over HTTP: a page and a calendar for everybody, a calendar of one campaign at an officer's desk. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { seatOf } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { publicSchedule, scheduleOf } from "./actions/schedule.ts"
import { calendarOf, type Entry } from "./domain/calendar.ts"
import { schedulePage } from "./pages/schedule.tsx"
import type { ScheduledSession } from "./store/schedule.ts"
import { scheduleWords } from "./words-schedule.ts"

export const scheduleRoutes = new Hono<Env>()

scheduleRoutes.get(paths.schedule, async (c) =>
  c.html(schedulePage({ frame: frameOf(c), found: await publicSchedule(c.get("house")) })),
)

scheduleRoutes.get(paths.scheduleFile, async (c) => {
  const { sessions, campaigns } = await publicSchedule(c.get("house"))
  const url = linkTo(c.get("house").config, paths.schedule)
  const spans = campaigns.map(
    (one): Entry => ({
      ...{ id: one.id, title: one.title, details: `${one.summary}\n${one.bodyName}`, location: null, url },
      ...{
        madeAt: `${one.startedOn}T00:00:00Z`,
        cancelledAt: null,
        firstOn: one.beginsOn,
        lastOn: one.endsOn,
      },
    }),
  )
  c.header("cache-control", "public, max-age=3600")
  return sent(c, [...spans, ...sessions.map((one) => entryOf(one, url))])
})

scheduleRoutes.get(
  paths.campaignSchedule(record(":id")),
  requireOfficer,
  allow("awareness.read"),
  async (c) => {
    const found = await scheduleOf(seatOf(deskOf(c)), idOf(c))
    if (found === null) return missingPage(c)
    const url = linkTo(c.get("house").config, paths.campaign(idOf(c)))
    return sent(
      c,
      found.sessions.map((one) => entryOf(one, url)),
    )
  },
)

const entryOf = (one: ScheduledSession, url: string): Entry => ({
  ...{ id: one.id, title: one.what, details: `${one.campaign}\n${one.bodyName}`, url },
  location: [one.place, one.areaName].filter((part) => part !== null).join(", "),
  ...{ madeAt: one.madeAt, cancelledAt: one.cancelledAt },
  ...{ on: one.heldOn, from: one.beginsAt, until: one.endsAt },
})

function sent(c: Ctx, entries: readonly Entry[]): Response {
  const lang = c.get("language")
  const t = scheduleWords[lang]
  const name = t.calendar(c.get("house").province?.name ?? "")
  c.header("content-type", "text/calendar; charset=utf-8")
  c.header("content-disposition", `inline; filename="${t.fileName}"`)
  return c.body(calendarOf({ name, description: t.lead, lang }, entries))
}

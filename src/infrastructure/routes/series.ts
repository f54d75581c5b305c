/** Series and alarms over HTTP. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { casePaths } from "../../cases/index.ts"
import { mountForms, type SendingOf } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { seatOf } from "../../signals/index.ts"
import type { Seat } from "../actions/seat.ts"
import {
  type AlarmReading,
  noteAlarm,
  openAlarm,
  openCaseOfAlarm,
  openCaseOfSeries,
  openProposed,
  proposedSeries,
  raiseAlarm,
  seesSeries,
} from "../actions/series.ts"
import {
  type AlarmFormName,
  alarmFormNames,
  alarmForms,
  type SeriesFormName,
  seriesFormNames,
  seriesForms,
} from "../forms-series.ts"
import { alarmPage, proposedPage, seriesListPage } from "../pages/series.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { seriesWords } from "../words-series.ts"

const idPattern = record(":id")

export const seriesRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("infrastructure.read")] as const

seriesRoutes.get(paths.series, ...mayRead, async (c) => {
  const seat = seatOf(deskOf(c))
  const found = await proposedSeries(seat)
  return c.html(seriesListPage({ frame: frameOf(c), ...found, sees: seesSeries(seat) }))
})

type To = { seat: Seat; id: string }
const toSeat = (c: Parameters<typeof deskOf>[0]) => ({ seat: seatOf(deskOf(c)), id: idOf(c) })

const sendingSeries = {
  alarm: ({ seat, id }, input) => raiseAlarm(seat, id, input),
  openCase: ({ seat, id }) => openCaseOfSeries(seat, id),
} satisfies SendingOf<typeof seriesForms, To>

mountForms(seriesRoutes, {
  forms: seriesForms,
  sending: sendingSeries,
  page: paths.proposed(idPattern),
  path: (slug) => paths.proposedForm(idPattern, slug),
  reads: mayRead,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openProposed(seatOf(deskOf(c)), idOf(c)),
  to: toSeat,
  offers: offered,
  show: (c, reading, { failed, refused }, status) => {
    const view = { frame: frameOf(c), seriesKey: idOf(c), reading, may: offered(c), failed, refused }
    return c.html(proposedPage(view), status)
  },
  last: () => null,
  sentence: caseRefused,
  done: (c, _name, done) =>
    c.redirect(
      "caseId" in done ? casePaths.case(done.caseId) : `${paths.alarm(done.seriesId)}?xong=phat`,
      303,
    ),
})

function offered(c: Ctx): SeriesFormName[] {
  const { officer } = deskOf(c)
  return seriesFormNames.filter((name) => can(officer, seriesForms[name].verb))
}

const sendingAlarm = {
  note: ({ seat, id }) => noteAlarm(seat, id),
  openCase: ({ seat, id }) => openCaseOfAlarm(seat, id),
} satisfies SendingOf<typeof alarmForms, To>

mountForms(seriesRoutes, {
  forms: alarmForms,
  sending: sendingAlarm,
  page: paths.alarm(idPattern),
  path: (slug) => paths.alarmForm(idPattern, slug),
  reads: mayRead,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openAlarm(seatOf(deskOf(c)), idOf(c)),
  to: toSeat,
  offers: offeredOfAlarm,
  show: (c, reading, shown, status) => {
    const isNew = c.req.query("xong") === "phat"
    const may = offeredOfAlarm(c, reading)
    return c.html(alarmPage({ frame: frameOf(c), reading, may, isNew, ...shown }), status)
  },
  last: () => null,
  sentence: caseRefused,
  done: (c, _name, done) =>
    c.redirect("caseId" in done ? casePaths.case(done.caseId) : `${paths.alarm(idOf(c))}?xong=1`, 303),
})

function offeredOfAlarm(c: Ctx, { mayNote, hasUncased }: AlarmReading): AlarmFormName[] {
  const { officer } = deskOf(c)
  const isOpen = { note: mayNote, openCase: hasUncased }
  return alarmFormNames.filter((name) => isOpen[name] && can(officer, alarmForms[name].verb))
}

function caseRefused(c: Ctx, refused: string): string {
  const { language } = c.var
  return refused === "caseOpened" ? words[language].refusals.caseOpened : seriesWords[language].gone
}

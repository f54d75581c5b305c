/** Alerts of children in danger over HTTP, for the committee that was told and for the body that told it. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { mountForms, type SendingOf } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { seatOf } from "../../signals/index.ts"
import type { Seat } from "../actions/reading.ts"
import { type AlertReading, alertsToUs, finishAlert, openAlert, takeAlert } from "./actions/alerts.ts"
import { type ChildFormName, childFormNames, childForms } from "./forms.ts"
import { alertPage, alertsPage } from "./pages/alerts.tsx"
import { childPaths } from "./paths.ts"
import { childVerb } from "./verb.ts"
import { childWords } from "./words.ts"

export const childRoutes = new Hono<Env>()
const idPattern = record(":id")
const reads = [requireOfficer, allow("notice.read")] as const
const opens = [requireOfficer, allow(childVerb)] as const
const seat = (c: Ctx) => seatOf(deskOf(c))

childRoutes.get(childPaths.alerts, ...reads, async (c) => {
  const now = c.get("house").clock.now().toISOString()
  return c.html(alertsPage({ frame: frameOf(c), rows: await alertsToUs(seat(c)), now }))
})

const sending = {
  receive: ({ seat: at, id }) => takeAlert(at, id),
  close: ({ seat: at, id }, { note }) => finishAlert(at, id, note),
} satisfies SendingOf<typeof childForms, { seat: Seat; id: string }>

mountForms(childRoutes, {
  forms: childForms,
  sending,
  page: childPaths.alert(idPattern),
  path: (slug) => childPaths.alertForm(idPattern, slug),
  reads: opens,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openAlert(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(alertPage({ frame: frameOf(c), reading, may: offered(c, reading), ...shown }), status),
  last: ({ alert }) =>
    alert.doneAt !== null
      ? { at: alert.doneAt, by: alert.doneName, what: null }
      : alert.receivedAt !== null
        ? { at: alert.receivedAt, by: alert.receivedName, what: null }
        : { at: alert.sentAt, by: alert.sentName, what: null },
  sentence: (c, refused) => childWords[c.get("language")].refusals[refused],
  at: (refused, name) => (refused === "short" && name === "close" ? "note" : null),
  done: (c) => c.redirect(`${childPaths.alert(idOf(c))}?xong=1`, 303),
})

function offered(c: Ctx, { alert, isOurs }: AlertReading): ChildFormName[] {
  if (!isOurs || alert.doneAt !== null) return []
  return childFormNames.filter(
    (name) =>
      can(deskOf(c).officer, childForms[name].verb) && (name === "close" || alert.receivedAt === null),
  )
}

/** Incidents over HTTP: the list, telling of one, one with what was done. */
import { Hono } from "hono"
import { allow, can, refuse, requireOfficer } from "../../accounts/index.ts"
import { casePaths } from "../../cases/index.ts"
import { hasTask, namingWords } from "../../directives/index.ts"
import { fieldSent } from "../../kernel/field/sent.ts"
import { type Errors, mountForms, readForm, type SendingOf, type Shown } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { csvResponse, xlsxResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { endingOf, seatOf } from "../../signals/index.ts"
import { openCaseOf } from "../actions/case.ts"
import {
  giveBackGoods,
  type OpenedWitness,
  openWitness,
  recoverGoods,
  sealWitness,
} from "../actions/evidence.ts"
import { fieldsNamingTeller } from "../actions/from-tip.ts"
import {
  dismissIncident,
  type IncidentReading,
  joinIncident,
  maySeePhotos,
  openIncident,
  readIncidents,
  readPhoto,
  receiveIncident,
  resolveIncident,
  showIncident,
  takesNote,
} from "../actions/incidents.ts"
import { offeredFor } from "../actions/places.ts"
import { reportIncident, tellerAt } from "../actions/reporting.ts"
import { nameTaskOfIncident } from "../actions/rooms.ts"
import { mayTellDealers } from "../actions/scrap.ts"
import type { Seat } from "../actions/seat.ts"
import { type IncidentFormName, incidentFormNames, incidentForms, newIncident } from "../forms.ts"
import { incidentPage } from "../pages/incident.tsx"
import { incidentSheet } from "../pages/incident-sheet.ts"
import { incidentsPage } from "../pages/incidents.tsx"
import { newIncidentPage } from "../pages/new-incident.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { evidenceWords } from "../words-evidence.ts"
import { tipWords } from "../words-tip.ts"
import { uploadWords } from "../words-upload.ts"
import { readPhotos, takesPhotos } from "./upload.ts"

const idPattern = record(":id")
const photoPattern = record(":photo")
const exportMax = 5_000

export const incidentRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("infrastructure.read")] as const
const mayReport = [requireOfficer, allow("incident.report")] as const

const stateOf = (c: Ctx) =>
  listState(c.req.url, { filters: ["tim", "loai", "tinh-trang", "noi"], sorts: ["moi"] })
const filterOf = ({ filters }: ReturnType<typeof stateOf>) => ({
  text: filters.tim,
  kind: filters.loai,
  state: filters["tinh-trang"],
  area: filters.noi,
})

incidentRoutes.get(paths.incidents, ...mayRead, async (c) => {
  const state = stateOf(c)
  const found = await readIncidents(seatOf(deskOf(c)), filterOf(state), {
    limit: state.perPage,
    offset: state.offset,
  })
  const mayTell = can(deskOf(c).officer, "incident.report")
  return c.html(incidentsPage({ frame: frameOf(c), ...found, state, mayTell }))
})

for (const format of ["csv", "xlsx"] as const)
  incidentRoutes.get(paths.incidentsFile(format), ...mayRead, async (c) => {
    const { rows } = await readIncidents(seatOf(deskOf(c)), filterOf(stateOf(c)), {
      limit: exportMax,
      offset: 0,
    })
    const sheet = incidentSheet(rows, c.get("language"))
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

incidentRoutes.get(paths.newIncident, ...mayReport, (c) => form(c, {}, {}, 200))

incidentRoutes.post(paths.newIncident, ...mayReport, takesPhotos, async (c) => {
  const { files, trouble, troubled, keep } = await readPhotos(c)
  const lists = c.get("sent") ?? {}
  const lang = c.get("language")
  const read = readForm(newIncident, lists, lang)
  const said = trouble === null ? null : uploadWords[lang].troubles[trouble](troubled)
  const errors = {
    ...("errors" in read ? read.errors : {}),
    ...(said === null ? {} : { [trouble === "undeclared" ? "declared" : "file"]: said }),
  }
  if ("errors" in read || Object.keys(errors).length > 0) return form(c, lists, errors, 422)
  const field = fieldSent(c, lists)
  if (field === "otherOfficer") return form(c, lists, { "": words[lang].refusals.otherOfficer }, 409)
  const { file: _file, declared: _declared, ...asked } = read.input
  const done = await reportIncident(tellerAt(seatOf(deskOf(c))), asked, {
    origin: field === null ? "form" : "field",
    deviceAt: field?.deviceAt ?? null,
    sentKey: field?.key ?? null,
    keep: async () => {
      await keep()
      return files
    },
  })
  if ("refused" in done)
    return form(c, lists, { [fieldOf[done.refused]]: words[lang].refusals[done.refused] }, 422)
  return c.redirect(`${paths.incident(done.id)}?xong=bao`, 303)
})

const fieldOf = {
  ahead: "happenedOn",
  foundBefore: "foundOn",
  sayHow: "damageBasis",
  noPlace: "areaCode",
  assetUnknown: "assets",
  notAPoint: "lat",
  elsewhere: "lat",
  outageHalf: "outageHours",
  noBody: "ownerId",
} as const

async function form(c: Ctx, answers: Lists, errors: Errors, status: 200 | 409 | 422): Promise<Response> {
  const offered = await offeredFor(seatOf(deskOf(c)))
  return c.html(newIncidentPage({ frame: frameOf(c), offered, answers, errors }), status)
}

incidentRoutes.get(paths.photo(idPattern, photoPattern), ...mayRead, async (c) => {
  const found = await readPhoto(seatOf(deskOf(c)), idOf(c), c.req.param("photo") ?? "")
  if (found === null) return missingPage(c)
  if ("refused" in found) return refuse(c, "signal.open-text")
  const name = `su-co-${found.photo.position}.${endingOf(found.photo.mediaType)}`
  return sendFile(c, found.bytes, { name, type: found.photo.mediaType })
})

type To = { seat: Seat; id: string }
const sending = {
  openCase: ({ seat, id }) => openCaseOf(seat, [id]),
  recover: ({ seat, id }, input) => recoverGoods(seat, id, input),
  giveBack: ({ seat, id }, input) => giveBackGoods(seat, id, input),
  witness: ({ seat, id }, input) => sealWitness(seat, id, input),
  openWitness: ({ seat, id }, input) => openWitness(seat, id, input),
  receive: ({ seat, id }, input) => receiveIncident(seat, id, input),
  resolve: ({ seat, id }, input) => resolveIncident(seat, id, input),
  grant: ({ seat, id }, input) => showIncident(seat, id, input),
  join: ({ seat, id }, { into }) => joinIncident(seat, id, into),
  serve: ({ seat, id }, input) => nameTaskOfIncident(seat, id, input),
  dismiss: ({ seat, id }, input) => dismissIncident(seat, id, input),
} satisfies SendingOf<typeof incidentForms, To>

mountForms(incidentRoutes, {
  forms: incidentForms,
  sending,
  page: paths.incident(idPattern),
  path: (slug) => paths.incidentForm(idPattern, slug),
  reads: mayRead,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openIncident(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) => page(c, reading, shown, status),
  last: ({ row, events }) => {
    const last = events.at(-1)
    return { at: row.changedAt, by: last?.byName ?? null, what: null }
  },
  check: async (c, name, lists) => {
    const typed = Object.fromEntries(freeText.map((one) => [one, lists[one]?.at(-1) ?? ""]))
    const shown = name === "grant" ? "bodies" : null
    const named = await fieldsNamingTeller(seatOf(deskOf(c)), idOf(c), typed, shown)
    const t = tipWords[c.get("language")].naming
    return Object.fromEntries(named.map((one) => [one, one === shown ? t.alreadyThere : t.inWords]))
  },
  sentence: (c, refused) => {
    const lang = c.get("language")
    const noTask = namingWords.gone[lang]
    return { ...words[lang].refusals, ...evidenceWords[lang].refusals, noTask }[refused]
  },
  at: (refused, name) => {
    if (refused === "ahead") return dayOf[name] ?? null
    if (refused === "foundBefore") return "on"
    return (
      { noBody: "bodies", noTask: "assignmentId", returnedBefore: "returnedOn", namesWitness: "saw" }[
        refused
      ] ?? null
    )
  },
  done: async (c, _name, done) => {
    if ("witness" in done) {
      const reading = await openIncident(seatOf(deskOf(c)), idOf(c))
      const none = { failed: null, refused: null, isDone: false }
      return reading === null ? missingPage(c) : page(c, reading, none, 200, done.witness)
    }
    if ("caseId" in done) return c.redirect(casePaths.case(done.caseId), 303)
    return c.redirect(`${paths.incident("into" in done ? done.into : idOf(c))}?xong=1`, 303)
  },
})
/** Fields of all forms of an incident that take words. */
const freeText = ["note", "reason", "saw", "what", "amount", "marks", "foundAt", "keptAt", "returnedTo"]
const dayOf: Partial<Record<IncidentFormName, string>> = {
  resolve: "on",
  recover: "recoveredOn",
  giveBack: "returnedOn",
}

function offered(c: Ctx, reading: IncidentReading): IncidentFormName[] {
  const desk = deskOf(c)
  const isOpen = reading.row.state === "open"
  const fits: Readonly<Record<IncidentFormName, boolean>> = {
    openCase: reading.case === null && reading.row.state !== "dismissed",
    receive: takesNote(seatOf(desk), reading),
    resolve: reading.isOurs && isOpen,
    grant: reading.isOurs && reading.row.state !== "dismissed",
    recover: !reading.isClosed,
    giveBack: reading.goods.some((one) => one.bodyId === desk.who.bodyId && one.returnedOn === null),
    witness: !reading.isClosed,
    openWitness: reading.witnesses.length > 0,
    join: reading.isOurs && isOpen && reading.likely.length > 0,
    serve: reading.row.state !== "dismissed" && hasTask(reading.serving),
    dismiss: reading.isOurs && isOpen,
  }
  return incidentFormNames.filter((name) => fits[name] && can(desk.officer, incidentForms[name].verb))
}

function page(
  c: Ctx,
  reading: IncidentReading,
  shown: Shown<IncidentFormName>,
  status: 200 | 409 | 422,
  opened: OpenedWitness | null = null,
) {
  const { officer, who } = deskOf(c)
  const view = {
    mayOpenCase: who.bodyId === reading.case?.bodyId && can(officer, "case.read"),
    mayTellDealers: mayTellDealers(seatOf(deskOf(c))) && can(officer, "incident.report"),
    isNew: c.req.query("xong") === "bao",
    maySeePhotos: maySeePhotos(seatOf(deskOf(c)), reading.row),
  }
  const may = offered(c, reading)
  const own = who.bodyId
  return c.html(incidentPage({ frame: frameOf(c), reading, may, own, opened, ...view, ...shown }), status)
}

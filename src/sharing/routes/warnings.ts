/** Warnings at the officers' desks over HTTP: the list, writing one, one warning with its forms. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import {
  type Errors,
  freeTextIn,
  type InputOf,
  mountForms,
  readForm,
  type SendingOf,
  type Shown,
} from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { addDays } from "../../kernel/time.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { scamTypes, seatOf } from "../../signals/index.ts"
import { isAuthority, todayOf } from "../actions/proposing.ts"
import {
  attachableTo,
  openEvidence,
  openWarning,
  openWarnings,
  type WarningReading,
} from "../actions/reading-warnings.ts"
import type { Seat } from "../actions/seat.ts"
import { nameTask, tasksFor } from "../actions/serving.ts"
import { recallShared, takeStep } from "../actions/steps.ts"
import { keepWarning, releaseWarning, rewriteWarning, writeWarning } from "../actions/warning.ts"
import { drawers } from "../domain/drawers.ts"
import {
  clausesOf,
  itemsOf,
  signsMax,
  stepsMax,
  type WarningText,
  warningDaysUsual,
} from "../domain/warning.ts"
import { newWarning, type WarningFormName, warningFormNames, warningForms } from "../forms-warning.ts"
import { type NewWarningView, newWarningPage } from "../pages/new-warning.tsx"
import { warningPage } from "../pages/warning.tsx"
import { answersOf } from "../pages/warning-release.tsx"
import { warningsPage } from "../pages/warnings.tsx"
import { paths } from "../paths.ts"
import { warningWords } from "../words-warning.ts"
import { lastChange } from "./last.ts"
import { namedIn } from "./naming.ts"
import { tricksFor } from "./tricks.ts"

const idPattern = record(":id")

export const warningRoutes = new Hono<Env>()

warningRoutes.get(paths.warnings, requireOfficer, allow("warning.read"), async (c) => {
  const { officer } = deskOf(c)
  const drawer = drawers.find((one) => one === c.req.query("ngan")) ?? "released"
  const state = listState<"q" | "ngan", "luc">(c.req.url, { filters: ["q", "ngan"], sorts: ["luc"] })
  const asked = { drawer, text: state.filters.q }
  const page = { limit: state.perPage, offset: state.offset }
  const mayWrite = can(officer, "warning.propose")
  const list = await openWarnings(seatOf(deskOf(c)), asked, page, mayWrite && can(officer, "signal.read"))
  return c.html(warningsPage({ frame: frameOf(c), list, state, drawer, tricks: tricksFor(c), mayWrite }))
})

warningRoutes.get(paths.newWarning, requireOfficer, allow("warning.propose"), async (c) => {
  const seat = seatOf(deskOf(c))
  const old = await oldOf(c, c.req.query("thay") ?? "")
  const trick = knownTrick(old?.row.trick ?? c.req.query("thu-doan") ?? "")
  const expiresOn = addDays(todayOf(seat), warningDaysUsual)
  const evidence = await evidenceFor(c, trick)
  const answers =
    old === null
      ? {
          severity: "warning",
          audience: "public",
          ...draftOf(trick),
          areas: (evidence?.of.places ?? []).map(({ place }) => place).join("\n"),
          expiresOn,
        }
      : { ...answersOf(old.row, old.attached), expiresOn }
  return c.html(newWarningPage(await newView(c, { evidence, old, answers, errors: {} })))
})

/** The catalogue's words about the trick: a beginning that the writer puts into the words of this province. */
function draftOf(trick: string | null) {
  const type = scamTypes().find((one) => one.value === trick)
  if (type === undefined) return {}
  const signs = clausesOf(type.signs)
  return {
    title: type.label,
    trick: type.value,
    looksLike: type.signs,
    signs: signs.slice(0, Math.min(3, signsMax)).join("\n"),
    whatToDo: clausesOf(type.advice).slice(0, stepsMax).join("\n"),
  }
}

warningRoutes.post(paths.newWarning, requireOfficer, allow("warning.propose"), async (c) => {
  const lists = await listsOf(c)
  const old = await oldOf(c, lists.thay?.at(-1) ?? "")
  const again = async (errors: Errors, status: 409 | 422) => {
    const evidence = await evidenceFor(c, knownTrick(lists.trick?.at(-1) ?? ""))
    return c.html(newWarningPage(await newView(c, { evidence, old, answers: lists, errors })), status)
  }
  const read = readForm(newWarning, lists, c.get("language"))
  if ("errors" in read) return again(read.errors, 422)
  const named = await namedIn(c, { indicators: attachedIn(lists) }, freeTextIn(newWarning, lists))
  if (Object.keys(named).length > 0) return again(named, 422)
  const done = await writeWarning(
    seatOf(deskOf(c)),
    textOf(read.input),
    old?.row.id ?? null,
    read.input.assignmentId,
  )
  if ("id" in done) return c.redirect(`${paths.warning(done.id)}?xong=1`, 303)
  const said = warningWords[c.get("language")].refusals[done.refused]
  return again({ [fieldOf(done.refused) ?? ""]: said }, 422)
})

const attachedIn = (lists: Lists) => (lists.indicators ?? []).filter(isRecordId)

const textOf = (input: Omit<InputOf<typeof newWarning>, "assignmentId">): WarningText => ({
  ...input,
  trick: knownTrick(input.trick ?? ""),
  signs: itemsOf(input.signs),
  whatToDo: itemsOf(input.whatToDo),
  areas: itemsOf(input.areas ?? ""),
  indicators: (input.indicators ?? []).filter(isRecordId),
})

function fieldOf(refused: string): string | null {
  switch (refused) {
    case "noSigns":
    case "tooManySigns":
    case "itemTooLong":
      return "signs"
    case "noSteps":
    case "tooManySteps":
      return "whatToDo"
    case "tooManyAreas":
      return "areas"
    case "onlyAuthorities":
      return "audience"
    case "endsTooEarly":
    case "endsTooLate":
      return "expiresOn"
    case "notAttachable":
      return "indicators"
    default:
      return null
  }
}

const knownTrick = (slug: string) => scamTypes().find((one) => one.value === slug)?.value ?? null

/** Masked words of tips are shown only to who reads tips. */
async function evidenceFor(c: Ctx, trick: string | null): Promise<NewWarningView["evidence"]> {
  if (trick === null || !can(deskOf(c).officer, "signal.read")) return null
  return { trick, of: await openEvidence(seatOf(deskOf(c)), trick) }
}

async function oldOf(c: Ctx, id: string): Promise<WarningReading | null> {
  const old = isRecordId(id) ? await openWarning(seatOf(deskOf(c)), id) : null
  return old?.isOurs === true && old.row.state === "released" ? old : null
}

type NewMore = Pick<NewWarningView, "evidence" | "answers" | "errors"> & { old: WarningReading | null }

async function newView(c: Ctx, { old, ...more }: NewMore): Promise<NewWarningView> {
  const seat = seatOf(deskOf(c))
  const trick = more.evidence?.trick ?? old?.row.trick ?? null
  return {
    frame: frameOf(c),
    tricks: tricksFor(c),
    isAuthority: isAuthority(seat),
    attachable: await attachableTo(seat, trick),
    tasks: await tasksFor(seat, "warning"),
    replaces: old === null ? null : { id: old.row.id, code: old.row.code ?? 0 },
    seesTips: can(deskOf(c).officer, "signal.read"),
    ...more,
  }
}

type To = { seat: Seat; id: string }
const of = (id: string) => ({ kind: "warning", id }) as const

const sending = {
  release: ({ seat, id }) => releaseWarning(seat, id),
  giveBack: ({ seat, id }, { reason }) => takeStep(seat, of(id), { step: "giveBack", note: reason }),
  refuse: ({ seat, id }, { reason }) => takeStep(seat, of(id), { step: "refuse", note: reason }),
  takeBack: ({ seat, id }) => takeStep(seat, of(id), { step: "takeBack" }),
  edit: ({ seat, id }, input) => rewriteWarning(seat, id, textOf(input)),
  send: ({ seat, id }) => takeStep(seat, of(id), { step: "send" }),
  drop: ({ seat, id }, { reason }) => takeStep(seat, of(id), { step: "drop", note: reason }),
  recall: ({ seat, id }, { reason }) => recallShared(seat, of(id), reason),
  keep: ({ seat, id }, { reason }) => keepWarning(seat, id, reason),
  serve: ({ seat, id }, { assignmentId }) => nameTask(seat, of(id), assignmentId),
} satisfies SendingOf<typeof warningForms, To>

mountForms(warningRoutes, {
  forms: warningForms,
  sending,
  page: paths.warning(idPattern),
  path: (slug) => paths.warningForm(idPattern, slug),
  reads: [requireOfficer, allow("warning.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openWarning(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show,
  last: (reading, _name, c) => lastChange(reading, c),
  check: (c, name, lists) =>
    namedIn(c, { warning: idOf(c), indicators: attachedIn(lists) }, freeTextIn(warningForms[name], lists)),
  sentence: (c, refused) => warningWords[c.get("language")].refusals[refused],
  at: fieldOf,
  done: (c) => c.redirect(`${paths.warning(idOf(c))}?xong=1`, 303),
})

function offered(c: Ctx, { steps, serving, row, doubts }: WarningReading): WarningFormName[] {
  const { officer } = deskOf(c)
  const lawful = new Set<string>(steps)
  if (serving !== null && row.state !== "refused") lawful.add("serve")
  if (doubts.length > 0) lawful.add("keep")
  return warningFormNames.filter((name) => can(officer, warningForms[name].verb) && lawful.has(name))
}

async function show(c: Ctx, reading: WarningReading, shown: Shown<WarningFormName>, status: 200 | 409 | 422) {
  const seat = seatOf(deskOf(c))
  const may = offered(c, reading)
  return c.html(
    warningPage({
      frame: frameOf(c),
      reading,
      may,
      tricks: tricksFor(c),
      attachable: may.includes("edit") ? await attachableTo(seat, reading.row.trick) : [],
      isAuthority: isAuthority(seat),
      mayWrite: reading.isOurs && can(deskOf(c).officer, "warning.propose"),
      ...shown,
    }),
    status,
  )
}

/** Indicators over HTTP: the list and its file, proposing, one indicator with its forms. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Errors, freeTextIn, mountForms, readForm, type Shown } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { addDays, localDateOf } from "../../kernel/time.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { papersIn, seatOf, signalPaths } from "../../signals/index.ts"
import { clueOf, isAuthority, proposeIndicator, todayOf } from "../actions/proposing.ts"
import {
  exportIndicators,
  type IndicatorReading,
  openIndicator,
  openIndicators,
  placesOf,
} from "../actions/reading.ts"
import { tasksFor } from "../actions/serving.ts"
import { isDone } from "../domain/answers.ts"
import { drawers } from "../domain/drawers.ts"
import { indicatorKinds, validDaysUsual } from "../domain/indicator.ts"
import { type FormName, formNames, forms, newFromTip, newIndicator } from "../forms.ts"
import { indicatorPage } from "../pages/indicator.tsx"
import { indicatorsPage } from "../pages/indicators.tsx"
import { type NewIndicatorView, newIndicatorPage } from "../pages/new-indicator.tsx"
import { spoken } from "../pages/spoken.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { indicatorWords } from "../words-indicator.ts"
import { lastChange } from "./last.ts"
import { namedIn } from "./naming.ts"
import { arePlaces, sending } from "./sending.ts"
import { tricksFor } from "./tricks.ts"

const idPattern = record(":id")

export const indicatorRoutes = new Hono<Env>()

indicatorRoutes.get(paths.sharing, requireOfficer, allow("warning.read"), async (c) => {
  const { state, asked } = askedOf(c)
  const list = await openIndicators(seatOf(deskOf(c)), asked, { limit: state.perPage, offset: state.offset })
  return c.html(
    indicatorsPage({
      frame: frameOf(c),
      list,
      state,
      drawer: asked.drawer,
      tricks: tricksFor(c),
      mayPropose: can(deskOf(c).officer, "indicator.propose"),
      mayDecide: can(deskOf(c).officer, "contest.decide"),
    }),
  )
})

indicatorRoutes.get(paths.indicatorsFile, requireOfficer, allow("warning.read"), async (c) => {
  const { asked } = askedOf(c)
  const { rows, stayed } = await exportIndicators(seatOf(deskOf(c)), asked)
  const lang = c.get("language")
  const t = indicatorWords[lang]
  const tricks = new Map(tricksFor(c).map(({ value, label }) => [value, label]))
  return csvResponse(c, {
    fileName: "chi-bao",
    title: t.list.caption,
    columns: [
      { label: t.list.thing, width: 30 },
      { label: t.list.kind, width: 20 },
      { label: t.list.trick, width: 30 },
      { label: "TLP", width: 14 },
      { label: t.list.state, width: 20 },
      { label: t.page.owner, width: 30 },
      { label: t.page.released, width: 14 },
      { label: t.page.valid, width: 14 },
    ],
    rows: [
      ...rows.map((row) => [
        spoken(row),
        t.kinds[row.kind],
        tricks.get(row.trick ?? "") ?? row.trick,
        row.tlp,
        words[lang].states[row.state],
        row.bodyName,
        row.releasedAt === null ? null : localDateOf(new Date(row.releasedAt)),
        row.validUntil,
      ]),
      ...(stayed === 0 ? [] : [[t.list.stayed(String(stayed)), null, null, null, null, null, null, null]]),
    ],
  })
})

indicatorRoutes.get(paths.newIndicator, requireOfficer, allow("indicator.propose"), async (c) => {
  const seat = seatOf(deskOf(c))
  const from = await fromOf(c, c.req.query("tin") ?? "", c.req.query("dau-moi") ?? "")
  const answers = { confidence: "medium", validUntil: addDays(todayOf(seat), validDaysUsual) }
  return c.html(newIndicatorPage(await newView(c, { from, answers, errors: {} })))
})

indicatorRoutes.post(paths.newIndicator, requireOfficer, allow("indicator.propose"), async (c) => {
  const lists = await listsOf(c)
  const last = (name: string) => lists[name]?.at(-1) ?? ""
  const from = await fromOf(c, last("tip"), last("clue"))
  const again = async (errors: Errors, status: 409 | 422) =>
    c.html(newIndicatorPage(await newView(c, { from, answers: lists, errors })), status)
  const read = readProposal(c, lists, from)
  if ("errors" in read) return again(read.errors, 422)
  const named = await namedIn(c, from === null ? {} : { tip: from.tipId }, { reasons: read.input.reasons })
  if (from === null && papersIn(read.input.reasons).length > 0)
    return again({ reasons: indicatorWords[c.get("language")].refusals.namesSomebody }, 422)
  if (named.reasons !== undefined) return again({ reasons: named.reasons }, 422)
  const seat = seatOf(deskOf(c))
  const { recipients } = read.input
  const t = indicatorWords[c.get("language")].refusals
  if (!(await arePlaces(seat, recipients))) return again({ recipients: t.noPlace }, 422)
  const done = await proposeIndicator(seat, read.input)
  if ("id" in done) return c.redirect(`${paths.indicator(done.id)}?xong=1`, 303)
  return again({ [fieldOf(done.refused, from === null)]: t[done.refused] }, 422)
})

type From = NewIndicatorView["from"]

function readProposal(c: Ctx, lists: Lists, from: From) {
  const lang = c.get("language")
  if (from !== null) {
    const read = readForm(newFromTip, lists, lang)
    if ("errors" in read) return read
    // What it names is taken from the tip; the kind is not asked.
    const tip = { id: from.tipId, clueId: from.clueId }
    return {
      input: {
        ...read.input,
        recipients: read.input.recipients ?? [],
        kind: "phone" as const,
        typed: "",
        tip,
      },
    }
  }
  const read = readForm(newIndicator, lists, lang)
  if ("errors" in read) return read
  const { value, recipients, ...rest } = read.input
  return { input: { ...rest, recipients: recipients ?? [], typed: value, tip: null } }
}

function fieldOf(refused: string, isTyped: boolean): string {
  switch (refused) {
    case "audienceTooWide":
    case "onlyAuthorities":
      return "audience"
    case "noRecipients":
      return "recipients"
    case "widerThanSource":
      return "tlp"
    case "endsTooEarly":
    case "endsTooLate":
      return "validUntil"
    default:
      return isTyped ? "value" : ""
  }
}

async function fromOf(c: Ctx, tipId: string, clueId: string): Promise<From> {
  if (!isRecordId(tipId) || !isRecordId(clueId)) return null
  const clue = await seatOf(deskOf(c)).open((tx) => clueOf(tx, { id: tipId, clueId }))
  return { tipId, clueId, clue: clue ?? "gone" }
}

async function newView(
  c: Ctx,
  more: Pick<NewIndicatorView, "from" | "answers" | "errors">,
): Promise<NewIndicatorView> {
  const seat = seatOf(deskOf(c))
  const places = await placesOf(seat)
  const tasks = await tasksFor(seat, "indicator")
  return { tasks, frame: frameOf(c), tricks: tricksFor(c), places, isAuthority: isAuthority(seat), ...more }
}

mountForms(indicatorRoutes, {
  forms,
  sending,
  page: paths.indicator(idPattern),
  path: (slug) => paths.indicatorForm(idPattern, slug),
  reads: [requireOfficer, allow("warning.read")],
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openIndicator(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show,
  last: (reading, _name, c) => lastChange(reading, c),
  check: (c, name, lists) => namedIn(c, { indicators: [idOf(c)] }, freeTextIn(forms[name], lists)),
  sentence: (c, refused) => indicatorWords[c.get("language")].refusals[refused],
  at: (refused, name) => {
    if (refused === "noPlace") return "recipients"
    if (refused === "namesSomebody") return "note"
    if (refused === "noTime" || refused === "ahead") return name === "sight" ? "seenOn" : "doneOn"
    if (refused === "sayWhy") return "note"
    if (refused === "noTask") return "assignmentId"
    return isContent(refused) ? fieldOf(refused, true) : null
  },
  done: (c) => c.redirect(`${paths.indicator(idOf(c))}?xong=1`, 303),
})

const isContent = (refused: string) => fieldOf(refused, true) !== "value"

/** Lawful now, and allowed to this role: who wrote it is offered no release. */
function offered(c: Ctx, { steps, isOurs, row, answers }: IndicatorReading): FormName[] {
  const { officer } = deskOf(c)
  const lawful: readonly string[] = steps
  const isAnswered = !isOurs && row.state === "released"
  const hasBlocked = answers.some((one) => one.bodyId === deskOf(c).who.bodyId && isDone(one.answer))
  const isServing = isOurs ? row.state !== "refused" : hasBlocked
  const isLawful = (name: FormName) => {
    if (name === "answer") return isAnswered
    if (name === "sight") return row.state === "released"
    return name === "serve" ? isServing : lawful.includes(name)
  }
  return formNames.filter((name) => can(officer, forms[name].verb) && isLawful(name))
}

async function show(c: Ctx, reading: IndicatorReading, shown: Shown<FormName>, status: 200 | 409 | 422) {
  const seat = seatOf(deskOf(c))
  const may = offered(c, reading)
  return c.html(
    indicatorPage({
      frame: frameOf(c),
      reading,
      may,
      tricks: tricksFor(c),
      places: may.includes("edit") ? await placesOf(seat) : [],
      isAuthority: isAuthority(seat),
      tipHref: can(deskOf(c).officer, "signal.read") ? signalPaths.signal : null,
      ...shown,
    }),
    status,
  )
}

function askedOf(c: Ctx) {
  const drawer = drawers.find((one) => one === c.req.query("ngan")) ?? "released"
  const state = listState<"q" | "ngan" | "loai" | "thu-doan", "luc">(c.req.url, {
    filters: ["q", "ngan", "loai", "thu-doan"],
    sorts: ["luc"],
  })
  const { q, loai } = state.filters
  const kind = indicatorKinds.find((one) => one === loai) ?? ""
  return { state, asked: { drawer, text: q, kind, trick: state.filters["thu-doan"] } }
}

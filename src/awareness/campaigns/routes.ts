/** Campaigns over HTTP, at an officer's desk. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { hasTask, taskChosen, taskOptions } from "../../directives/index.ts"
import { formatDate } from "../../kernel/format.ts"
import { type Errors, mountForms, type Options, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { hereOf } from "../../kernel/installation.ts"
import type { Answers } from "../../kernel/ui/index.ts"
import { seatOf } from "../../signals/index.ts"
import { newMaterial } from "../materials/forms.ts"
import { paths } from "../paths.ts"
import {
  editCampaign,
  endCampaign,
  makeCampaign,
  moveEnd,
  nameTaskOfCampaign,
  startCampaign,
  type To,
  tellPublicly,
} from "./actions/campaigns.ts"
import {
  acceptPart,
  askBodies,
  declinePart,
  dropSession,
  enterResult,
  planSession,
  strikeOut,
} from "./actions/doings.ts"
import { areasToAim, type CampaignReading, campaignsOf, openCampaign } from "./actions/reading.ts"
import { type CampaignFormName, campaignFormNames, campaignForms, newCampaign } from "./forms.ts"
import { campaignPage } from "./pages/campaign.tsx"
import { campaignsPage, newCampaignPage } from "./pages/list.tsx"
import { campaignWords } from "./words.ts"

export const campaignRoutes = new Hono<Env>()

const reads = [requireOfficer, allow("awareness.read")] as const
const changes = [requireOfficer, allow(newCampaign.verb)] as const
const idPattern = record(":id")
const seat = (c: Ctx) => seatOf(deskOf(c))

campaignRoutes.get(paths.campaigns, ...reads, async (c) => {
  const rows = await campaignsOf(seat(c))
  const mayMake = can(deskOf(c).officer, newCampaign.verb)
  const isDone = c.req.query("xong") !== undefined
  return c.html(campaignsPage({ frame: frameOf(c), rows, mayMake, isDone }))
})

campaignRoutes.get(paths.newCampaign, ...changes, (c) => newForm(c, {}, {}, 200))

campaignRoutes.post(paths.newCampaign, ...changes, async (c) => {
  const lists = await listsOf(c)
  const lang = c.get("language")
  const read = readForm(newCampaign, lists, lang)
  if ("errors" in read) return newForm(c, lists, read.errors, 422)
  const done = await makeCampaign(seat(c), read.input)
  if ("id" in done) return c.redirect(`${paths.campaign(done.id)}?xong=1`, 303)
  const at = done.refused === "noPlace" ? "areas" : "endsOn"
  return newForm(c, lists, { [at]: campaignWords[lang].refusals[done.refused] }, 422)
})

async function newForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const areas = await areasToAim(seat(c))
  return c.html(newCampaignPage({ frame: frameOf(c), areas, answers, errors }), status)
}

const sending = {
  edit: editCampaign,
  start: startCampaign,
  accept: acceptPart,
  decline: declinePart,
  result: enterResult,
  strike: strikeOut,
  session: planSession,
  dropSession,
  ask: askBodies,
  serve: nameTaskOfCampaign,
  tell: tellPublicly,
  extend: moveEnd,
  end: endCampaign,
} satisfies SendingOf<typeof campaignForms, To>

mountForms(campaignRoutes, {
  forms: campaignForms,
  sending,
  page: paths.campaign(idPattern),
  path: (slug) => paths.campaignForm(idPattern, slug),
  reads,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openCampaign(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show(c, reading, shown, status) {
    const house = c.get("house")
    return c.html(
      campaignPage({
        ...{ frame: frameOf(c), reading, may: offered(c, reading), ...shown },
        mayWriteMaterial: can(deskOf(c).officer, newMaterial.verb),
        here: { province: hereOf(house).code, outlines: house.outlines },
        options: optionsOf(c, reading),
        start: startsOf(reading),
      }),
      status,
    )
  },
  last: () => null,
  check(c, name, lists) {
    const field = recordField[name]
    if (field === undefined || isRecordId(lists[field]?.at(-1) ?? "")) return {}
    return { [field]: campaignWords[c.get("language")].refusals.notYours }
  },
  sentence: (c, refused) => campaignWords[c.get("language")].refusals[refused],
  at: (refused) => fieldOf[refused] ?? null,
  // Who declined reads the campaign no more.
  done: (c, name) =>
    c.redirect(`${name === "decline" ? paths.campaigns : paths.campaign(idOf(c))}?xong=1`, 303),
})

/** The field of a form that names a record of the campaign. */
const recordField: Partial<Record<CampaignFormName, string>> = {
  strike: "resultId",
  dropSession: "sessionId",
}

/** The field at which a refusal is put right. */
const fieldOf: Readonly<Record<string, string>> = {
  untilBefore: "endsOn",
  noTask: "assignmentId",
  dueBefore: "dueOn",
  nobody: "toBodyId",
  askedBefore: "toBodyId",
  tooEarly: "heldOn",
  tooLate: "heldOn",
  outside: "heldOn",
  endsFirst: "endsAt",
}

function offered(c: Ctx, reading: CampaignReading): CampaignFormName[] {
  const { officer } = deskOf(c)
  return campaignFormNames.filter((name) => can(officer, campaignForms[name].verb) && fits(name, reading))
}

function fits(name: CampaignFormName, reading: CampaignReading): boolean {
  const { campaign, isOurs, mine } = reading
  const { bodyId } = campaign
  const isRunning = campaign.state === "running"
  const takesPart = isOurs || mine?.state === "accepted"
  switch (name) {
    case "edit":
    case "start":
      return isOurs && campaign.state === "draft"
    case "accept":
    case "decline":
      return mine?.state === "asked" && bodyId !== mine.toBodyId && campaign.state !== "ended"
    case "result":
      return isRunning && takesPart
    case "strike":
      return ownResults(reading).length > 0 && takesPart
    case "session":
      return campaign.state !== "ended" && takesPart
    case "dropSession":
      return ownSessions(reading).length > 0
    case "ask":
      return isOurs && campaign.state !== "ended"
    case "serve":
      return isOurs && hasTask(reading.serving)
    case "tell":
      return isOurs
    case "extend":
    case "end":
      return isOurs && isRunning
  }
}

const bodyOf = ({ campaign, isOurs, mine }: CampaignReading) => (isOurs ? campaign.bodyId : mine?.toBodyId)
const ownResults = (reading: CampaignReading) =>
  reading.results.filter((one) => !one.isStruck && one.bodyId === bodyOf(reading))
/** One's own; of whoever runs it, all. */
const ownSessions = (reading: CampaignReading) =>
  reading.sessions.filter((one) => !one.isCancelled && (reading.isOurs || one.bodyId === bodyOf(reading)))

const struckFrom = 200

function optionsOf(c: Ctx, reading: CampaignReading): Options {
  const lang = c.get("language")
  const t = campaignWords[lang]
  const places = reading.places.map(({ code, name }) => ({ value: code, label: name }))
  return {
    areas: places,
    areaCode: places,
    toBodyId: reading.bodies.map(({ id, name }) => ({ value: id, label: name })),
    assignmentId: taskOptions(reading.serving, lang),
    resultId: ownResults(reading)
      .slice(0, struckFrom)
      .map((one) => ({
        value: one.id,
        label: `${formatDate(one.heldOn, lang)}, ${one.areaName ?? t.whole}: ${t.amounts[one.channel](one.amount)}`,
      })),
    sessionId: ownSessions(reading).map((one) => ({
      value: one.id,
      label: `${t.whenLine(formatDate(one.heldOn, lang), one.beginsAt, one.endsAt)}: ${one.what} (${one.bodyName})`,
    })),
  }
}

function startsOf({
  campaign,
  serving,
  ownArea,
  today,
}: CampaignReading): Partial<Record<CampaignFormName, Answers>> {
  const { title, aim, audiences, channels, beginsOn, endsOn, areas, publicSummary } = campaign
  const place = ownArea === null ? {} : { areaCode: ownArea }
  return {
    edit: { title, aim, audiences, channels, beginsOn, endsOn, areas },
    serve: taskChosen(serving),
    tell: { publicSummary: publicSummary ?? "" },
    extend: { endsOn },
    result: { ...place, heldOn: today },
    session: place,
  }
}

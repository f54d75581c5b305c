/** Notices at an officer's desk. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { hasTask, namingWords } from "../../directives/index.ts"
import { mountForms, type SendingOf } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { letterPaths } from "../../letters/index.ts"
import { seatOf } from "../../signals/index.ts"
import {
  approve,
  assess,
  decideObjection,
  giveBack,
  mayDecide,
  noteAnswer,
  refuseComplaint,
  reviewEmergency,
  tellOne,
} from "../actions/handling.ts"
import { fieldsNamingWriter } from "../actions/naming.ts"
import { draftNoticePaper } from "../actions/papers.ts"
import { type NoticeReading, noticesOf, openNotice, type Seat } from "../actions/reading.ts"
import { nameTaskOfNotice } from "../actions/rooms.ts"
import { groundById, grounds } from "../catalogue.ts"
import { type AlertRefusal, tellCommune } from "../children/actions/alerts.ts"
import { childWords } from "../children/words.ts"
import { type NoticeFormName, noticeFormNames, noticeForms } from "../forms.ts"
import { noticesPage } from "../pages/list.tsx"
import { noticePage } from "../pages/notice.tsx"
import { noticeTextPage } from "../pages/text.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { formWords } from "../words-forms.ts"

export const deskRoutes = new Hono<Env>()
const idPattern = record(":id")
const reads = [requireOfficer, allow("notice.read")] as const

deskRoutes.get(paths.notices, ...reads, async (c) =>
  c.html(noticesPage({ frame: frameOf(c), rows: await noticesOf(seatOf(deskOf(c))) })),
)

deskRoutes.get(paths.noticeText(idPattern), ...reads, async (c) => {
  const reading = await openNotice(seatOf(deskOf(c)), idOf(c))
  if (reading === null || reading.notice.measure === null) return missingPage(c)
  const address = linkTo(c.get("house").config, paths.follow)
  const ground = groundById(reading.notice.ground ?? "")
  return c.html(noticeTextPage({ frame: frameOf(c), reading, ground, address }))
})

type To = { seat: Seat; id: string }
const sending = {
  assess: ({ seat, id }, input) => assess(seat, id, input),
  tellCommune: ({ seat, id }, input) => tellCommune(seat, id, input),
  approve: ({ seat, id }) => approve(seat, id),
  giveBack: ({ seat, id }, { note }) => giveBack(seat, id, note),
  refuse: ({ seat, id }, { reason }) => refuseComplaint(seat, id, reason),
  paper: ({ seat, id }, input) => draftNoticePaper(seat, id, input),
  answer: ({ seat, id }, input) => noteAnswer(seat, id, input),
  decide: ({ seat, id }, input) => decideObjection(seat, id, input),
  review: ({ seat, id }, input) => reviewEmergency(seat, id, input),
  tell: ({ seat, id }, input) => tellOne(seat, id, input),
  serve: ({ seat, id }, input) => nameTaskOfNotice(seat, id, input),
} satisfies SendingOf<typeof noticeForms, To>

mountForms(deskRoutes, {
  forms: noticeForms,
  sending,
  page: paths.notice(idPattern),
  path: (slug) => paths.noticeForm(idPattern, slug),
  reads,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openNotice(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(
      noticePage({ frame: frameOf(c), reading, grounds: grounds(), may: offered(c, reading), ...shown }),
      status,
    ),
  last: ({ history }) => {
    const last = history.at(-1)
    return last === undefined ? null : { at: last.at, by: last.byName, what: null }
  },
  check: async (c, name, lists) => {
    const t = formWords[c.get("language")]
    const spoken = spokenOf[name] ?? []
    const typed = Object.fromEntries(spoken.map((field) => [field, lists[field]?.at(-1) ?? ""]))
    const named = await fieldsNamingWriter(seatOf(deskOf(c)), idOf(c), typed)
    if (named.length > 0) return Object.fromEntries(named.map((field) => [field, t.namesWriter]))
    const isShort = (typed: readonly string[] | undefined) =>
      (typed?.at(-1) ?? "").trim().length < reasonCharsMin
    if (name === "assess" && isShort(lists.proportionality)) return { proportionality: t.proportionalityHint }
    if ((name === "decide" || name === "review") && isShort(lists.reasons)) return { reasons: t.reasons }
    return {}
  },
  sentence: (c, refused) =>
    refused === "noTask"
      ? namingWords.gone[c.get("language")]
      : isOfAlert(refused)
        ? childWords[c.get("language")].refusals[refused]
        : words[c.get("language")].refusals[refused],
  at: (refused, name) => fieldOf[name === "assess" ? "assessing" : "answering"][refused] ?? null,
  done: (c, _, done) =>
    c.redirect(
      "documentId" in done ? letterPaths.document(done.documentId) : `${paths.notice(idOf(c))}?xong=1`,
      303,
    ),
})

/** The answers that others read, in free words. */
const spokenOf: Partial<Record<NoticeFormName, readonly string[]>> = {
  assess: ["proportionality", "lesser", "communeHow"],
  giveBack: ["note"],
  refuse: ["reason"],
  answer: ["note"],
  decide: ["reasons"],
  review: ["reasons"],
  tell: ["how"],
}
const reasonCharsMin = 20
const isOfAlert = (refused: string): refused is AlertRefusal => refused in childWords.vi.refusals
const fieldOf: Record<"assessing" | "answering", Readonly<Record<string, string>>> = {
  assessing: {
    noGround: "ground",
    noPolice: "police",
    noLines: "counted",
    notCounted: "counted",
    notYetLaw: "measure",
    police: "measure",
    lesser: "lesser",
    userData: "proportionality",
    emergency: "emergency",
    child: "commune",
  },
  answering: {
    ahead: "on",
    sayWhy: "note",
    told: "told",
    noTask: "assignmentId",
    noSigner: "signerId",
    noCommune: "toBody",
    again: "toBody",
    short: "facts",
  },
}

/** The forms that this officer may send now; the actions and the database hold the same. */
function offered(c: Ctx, reading: NoticeReading): NoticeFormName[] {
  const { notice, objections, told, officerId, bodyId, serving, communes } = reading
  const { officer } = deskOf(c)
  const { state } = notice
  const isOurs = notice.bodyId === bodyId
  const isSecond = notice.assessedBy !== officerId
  const signs = state === "assessed" && notice.signingBodyId === bodyId && isSecond
  const isAtOnce = notice.emergency !== null && notice.sentAt !== null && notice.reviewedBy === null
  const now: Record<NoticeFormName, boolean> = {
    assess: isOurs && state === "received",
    refuse: isOurs && state === "received",
    tellCommune: isOurs && state !== "refused" && communes.length > 0,
    approve: signs,
    giveBack: signs,
    paper:
      notice.signingBodyId === bodyId &&
      notice.measure !== null &&
      state !== "received" &&
      state !== "reversed" &&
      state !== "refused",
    answer: isOurs && state === "sent",
    decide: isOurs && mayDecide(notice, objections, officerId),
    review: isOurs && isAtOnce && isSecond && state !== "reversed",
    serve: isOurs && state !== "refused" && state !== "reversed" && hasTask(serving),
    tell: isOurs && told.some(({ toldAt }) => toldAt === null),
  }
  return noticeFormNames.filter((name) => now[name] && can(officer, noticeForms[name].verb))
}

/** Notices to dealers of scrap over HTTP. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Errors, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { addDays } from "../../kernel/time.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../../signals/index.ts"
import {
  mayTellDealers,
  noteDealers,
  openScrap,
  readScrapNotices,
  type ScrapReading,
  scrapOffer,
  scrapStart,
  tellDealers,
  withdrawScrap,
} from "../actions/scrap.ts"
import { type Seat, todayOf } from "../actions/seat.ts"
import { newScrapNotice, type ScrapFormName, scrapForms } from "../forms-scrap.ts"
import { newScrapPage, scrapListPage, scrapPage } from "../pages/scrap.tsx"
import { paths } from "../paths.ts"
import { scrapWords } from "../words-scrap.ts"

const idPattern = record(":id")
const usualDays = 30
export const scrapRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("infrastructure.read")] as const
const mayTell = [requireOfficer, allow(newScrapNotice.verb)] as const

scrapRoutes.get(paths.scrap, ...mayRead, async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["moi"] })
  const seat = seatOf(deskOf(c))
  const found = await readScrapNotices(seat, { limit: state.perPage, offset: state.offset })
  const may = mayTellDealers(seat) && can(deskOf(c).officer, newScrapNotice.verb)
  return c.html(scrapListPage({ frame: frameOf(c), ...found, state, mayTell: may, today: todayOf(seat) }))
})

scrapRoutes.get(paths.newScrap, ...mayTell, async (c) => {
  const seat = seatOf(deskOf(c))
  const of = c.req.query("su-co")
  const start = of !== undefined && isRecordId(of) ? await scrapStart(seat, of) : null
  const until = { untilOn: [addDays(todayOf(seat), usualDays)] }
  const answers =
    start === null ? until : { ...until, incidentId: [of ?? ""], goods: [start.goods], areas: start.areas }
  return form(c, answers, {}, 200)
})
scrapRoutes.post(paths.newScrap, ...mayTell, async (c) => {
  const lists = await listsOf(c)
  const lang = c.get("language")
  const read = readForm(newScrapNotice, lists, lang)
  if ("errors" in read) return form(c, lists, read.errors, 422)
  const { incidentId } = read.input
  const t = scrapWords[lang].refusals
  if (incidentId !== null && !isRecordId(incidentId)) return form(c, lists, { incidentId: t.noIncident }, 422)
  const done = await tellDealers(seatOf(deskOf(c)), read.input)
  if ("id" in done) return c.redirect(`${paths.scrapNotice(done.id)}?xong=1`, 303)
  const at = { noPlace: "areas", untilBefore: "untilOn", noIncident: "incidentId", gone: "" }[done.refused]
  return form(c, lists, { [at]: t[done.refused] }, 422)
})

async function form(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422) {
  const offer = await scrapOffer(seatOf(deskOf(c)))
  return c.html(newScrapPage({ frame: frameOf(c), offer, answers, errors }), status)
}

type To = { seat: Seat; id: string }
const sending = {
  note: ({ seat, id }, input) => noteDealers(seat, id, input),
  withdraw: ({ seat, id }) => withdrawScrap(seat, id),
} satisfies SendingOf<typeof scrapForms, To>

function offered(c: Ctx, { row, isOurs, mayNote }: ScrapReading): ScrapFormName[] {
  if (!can(deskOf(c).officer, newScrapNotice.verb)) return []
  return [
    ...(mayNote ? (["note"] as const) : []),
    ...(isOurs && row.withdrawnAt === null ? (["withdraw"] as const) : []),
  ]
}

mountForms(scrapRoutes, {
  forms: scrapForms,
  sending,
  page: paths.scrapNotice(idPattern),
  path: (slug) => paths.scrapForm(idPattern, slug),
  reads: mayRead,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openScrap(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) => {
    const view = { frame: frameOf(c), reading, may: offered(c, reading), today: todayOf(seatOf(deskOf(c))) }
    return c.html(scrapPage({ ...view, ...shown }), status)
  },
  last: () => null,
  sentence: (c, refused) => scrapWords[c.get("language")].refusals[refused],
  done: (c) => c.redirect(`${paths.scrapNotice(idOf(c))}?xong=1`, 303),
})

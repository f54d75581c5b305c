/** Contests over HTTP: the public's form, receipt and follow page; the officers' list and decision. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { ruleNamed } from "../../kernel/calendar/term.ts"
import { mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { limitOfNetworks } from "../../kernel/http/asks.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { newOnce, onceOf } from "../../kernel/http/once.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { localDateOf } from "../../kernel/time.ts"
import { normalReceipt, seatOf } from "../../signals/index.ts"
import {
  type ContestReading,
  contestsOf,
  decideContest,
  figuresOfContests,
  followContest,
  openContest,
  sendContest,
} from "../actions/contesting.ts"
import type { Seat } from "../actions/seat.ts"
import { contestRule } from "../domain/contest.ts"
import { contestForm, contestForms } from "../forms-contest.ts"
import {
  askContestCodePage,
  contestFiguresPage,
  contestPage,
  contestReceiptPage,
  followContestPage,
} from "../pages/contest.tsx"
import { contestCasePage, contestsPage } from "../pages/contest-desk.tsx"
import { paths } from "../paths.ts"
import { contestWords } from "../words-contest.ts"

export const contestRoutes = new Hono<Env>()

contestRoutes.get(paths.contest, (c) => {
  secretly(c)
  return c.html(contestPage({ frame: frameOf(c), once: newOnce() }))
})

/** Each is work of an officer, and a hundred of one machine must not keep the owner of a number waiting. */
export const contestLimit = { most: 30, withinMs: 60 * 60_000 }
const minutesToWait = limitOfNetworks(contestLimit)

contestRoutes.post(paths.contest, async (c) => {
  secretly(c)
  const lists = await listsOf(c)
  const once = onceOf(c) ?? newOnce()
  const lang = c.get("language")
  const again = (errors: Readonly<Record<string, string>>, status: 422 | 429 = 422) =>
    c.html(contestPage({ frame: frameOf(c), once, answers: lists, errors }), status)
  const minutes = minutesToWait(c)
  if (minutes > 0) return again({ "": contestWords[lang].ask.tooOften(minutes) }, 429)
  const read = readForm(contestForm, lists, lang)
  if ("errors" in read) return again(read.errors)
  const { named, said, who, contact } = read.input
  const filed = await sendContest(
    c.get("house"),
    { named, said, who: who ?? "", contact: contact ?? "" },
    once,
  )
  if ("refused" in filed) return again({ named: contestWords[lang].ask[filed.refused] })
  return c.html(contestReceiptPage({ frame: frameOf(c), code: filed.code }))
})

contestRoutes.get(paths.contestFigures, async (c) =>
  c.html(contestFiguresPage({ frame: frameOf(c), figures: await figuresOfContests(c.get("house")) })),
)

contestRoutes.get(paths.followContest, (c) => {
  secretly(c)
  return c.html(askContestCodePage({ frame: frameOf(c) }))
})

contestRoutes.post(paths.followContest, async (c) => {
  secretly(c)
  const typed = ((await fieldsOf(c)).code ?? "").slice(0, 100)
  const code = normalReceipt(typed)
  const contests = code === null ? null : await followContest(c.get("house"), code)
  if (code === null || contests === null)
    return c.html(
      askContestCodePage({ frame: frameOf(c), typed, error: code === null ? "notCode" : "notFound" }),
      422,
    )
  return c.html(followContestPage({ frame: frameOf(c), code, contests, rule: ruleIn(c) }))
})

/** The law that the day was counted by, as it is called. */
const ruleIn = (c: Ctx) => ruleNamed(contestRule, c.get("language"))

contestRoutes.get(paths.contests, requireOfficer, allow("contest.decide"), async (c) => {
  const today = localDateOf(c.get("house").clock.now())
  return c.html(contestsPage({ frame: frameOf(c), contests: await contestsOf(seatOf(deskOf(c))), today }))
})

type To = { seat: Seat; id: string }
const sending: SendingOf<typeof contestForms, To> = {
  decide: ({ seat, id }, input) => decideContest(seat, id, input),
}

const isOffered = (c: Ctx, { mayDecide }: ContestReading) =>
  mayDecide === true && can(deskOf(c).officer, "contest.decide")

mountForms(contestRoutes, {
  forms: contestForms,
  sending,
  page: paths.contestCase(record(":id")),
  path: (slug) => paths.contestForm(record(":id"), slug),
  guards: (verb) => [requireOfficer, allow(verb)],
  reads: [requireOfficer, allow("contest.decide")],
  read: (c) => openContest(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: (c, contest) => (isOffered(c, contest) ? ["decide"] : []),
  show: (c, contest, { failed, refused }, status) =>
    c.html(
      contestCasePage({
        frame: frameOf(c),
        contest,
        mayDecide: isOffered(c, contest),
        rule: ruleIn(c),
        failed,
        refused,
      }),
      status,
    ),
  last: ({ decidedAt, decidedName }) =>
    decidedAt === null ? null : { at: decidedAt, by: decidedName, what: null },
  sentence: (c, refused) => contestWords[c.get("language")].desk[refused],
  at: (refused) => (refused === "namesContestant" ? "reasons" : null),
  done: (c) => c.redirect(`${paths.contestCase(idOf(c))}?xong=1`, 303),
})

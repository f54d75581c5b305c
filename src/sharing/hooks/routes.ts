/** Webhooks of a body over HTTP: its administrator adds them, reads what arrived, has a message sent again. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { listState } from "../../kernel/ui/index.ts"
import { seatOf } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { addHook, type HookRefusal, leaveHook, readHooks, sendAgain } from "./actions/keeping.ts"
import { newHook } from "./forms.ts"
import { type HooksView, hooksPage } from "./pages/hooks.tsx"
import { hookWords } from "./words.ts"

export const hookRoutes = new Hono<Env>()
const shownAtOnce = 10
const guards = [requireOfficer, allow("exchange.manage")] as const

hookRoutes.get(paths.hooks, ...guards, (c) => {
  const { done } = hookWords[c.get("language")]
  const name = c.req.query("xong") ?? ""
  const isOne = (one: string): one is keyof typeof done => Object.hasOwn(done, one)
  return page(c, { said: isOne(name) ? done[name] : null })
})

hookRoutes.post(paths.hooks, ...guards, async (c) => {
  const answers = await listsOf(c)
  const read = readForm(newHook, answers, c.get("language"))
  if ("errors" in read) return page(c, { answers, errors: read.errors })
  const done = await addHook(seatOf(deskOf(c)), read.input)
  secretly(c)
  if ("secret" in done) return page(c, { secret: done.secret })
  const { refusals } = hookWords[c.get("language")]
  return page(c, { answers, errors: { [fieldOf[done.refused]]: refusals[done.refused] } })
})

const fieldOf: Readonly<Record<HookRefusal, string>> = { notAnAddress: "url", known: "url", tooMany: "" }

hookRoutes.post(paths.hookEnd(record(":id")), ...guards, async (c) => {
  const isDone = await leaveHook(seatOf(deskOf(c)), idOf(c))
  return c.redirect(`${paths.hooks}?xong=${isDone ? "ended" : "gone"}`, 303)
})

hookRoutes.post(paths.hookAgain(record(":id")), ...guards, async (c) => {
  const isDone = await sendAgain(seatOf(deskOf(c)), idOf(c))
  return c.redirect(`${paths.hooks}?xong=${isDone ? "again" : "gone"}`, 303)
})

async function page(c: Ctx, more: Partial<HooksView>): Promise<Response> {
  const state = listState(c.req.url, { filters: [], sorts: ["moi"], perPage: shownAtOnce })
  const found = await readHooks(seatOf(deskOf(c)), { limit: state.perPage, offset: state.offset })
  const view: HooksView = {
    ...found,
    ...{ frame: frameOf(c), state, said: null, secret: null, answers: {}, errors: {} },
    ...more,
  }
  return c.html(hooksPage(view), Object.keys(view.errors).length === 0 ? 200 : 422)
}

/** Sources of a body over HTTP: its administrator subscribes, and reads how each was asked. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { lastOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { listState } from "../../kernel/ui/index.ts"
import { seatOf } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { addSource, changeSource, readSources, type SourceRefusal } from "./actions/keeping.ts"
import { sourceStates } from "./domain/source.ts"
import { newSource } from "./forms.ts"
import { type SourcesView, sourcesPage } from "./pages/sources.tsx"
import { sourceWords } from "./words.ts"

export const sourceRoutes = new Hono<Env>()
const guards = [requireOfficer, allow("exchange.manage")] as const
const shownAtOnce = 20
const passwordChars = 2_000

sourceRoutes.get(paths.sources, ...guards, (c) => {
  const t = sourceWords[c.get("language")]
  const done = c.req.query("xong") ?? ""
  const isOne = (name: string): name is keyof typeof t.done => Object.hasOwn(t.done, name)
  return page(c, { said: done === "added" ? t.added : isOne(done) ? t.done[done] : null })
})

sourceRoutes.post(paths.sources, ...guards, async (c) => {
  const answers = await listsOf(c)
  const read = readForm(newSource, answers, c.get("language"))
  if ("errors" in read) return page(c, { answers, errors: read.errors })
  const password = (lastOf(answers).password ?? "").trim().slice(0, passwordChars)
  const done = await addSource(seatOf(deskOf(c)), { ...read.input, password })
  if ("id" in done) return c.redirect(`${paths.sources}?xong=added`, 303)
  const { refusals } = sourceWords[c.get("language")]
  return page(c, { answers, errors: { [fieldOf[done.refused]]: refusals[done.refused] } })
})

const fieldOf: Readonly<Record<SourceRefusal, string>> = {
  notACollection: "url",
  known: "url",
  tooMany: "",
  passwordMissing: "password",
  passwordUnfit: "password",
}

sourceRoutes.post(paths.sourceStep(record(":id")), ...guards, async (c) => {
  const step = lastOf(await listsOf(c)).step ?? ""
  const state = sourceStates.find((one) => one === step)
  const isDone = state !== undefined && (await changeSource(seatOf(deskOf(c)), idOf(c), state))
  return c.redirect(`${paths.sources}?xong=${isDone ? state : "gone"}`, 303)
})

async function page(c: Ctx, more: Partial<SourcesView>): Promise<Response> {
  const state = listState(c.req.url, { filters: [], sorts: ["moi"], perPage: shownAtOnce })
  const found = await readSources(seatOf(deskOf(c)), { limit: state.perPage, offset: state.offset })
  const view: SourcesView = {
    ...found,
    ...{ frame: frameOf(c), state, said: null, answers: {}, errors: {} },
    ...more,
  }
  return c.html(sourcesPage(view), Object.keys(view.errors).length === 0 ? 200 : 422)
}

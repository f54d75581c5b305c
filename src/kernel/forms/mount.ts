/**
 * The forms of a record over HTTP: its page, and each form's address. What is typed comes back whole: 422 where an answer
 * has to be put right, 409 where the record does not allow the step, with who changed it while the form was open; where it
 * is done, 303.
 */
import type { Hono, MiddlewareHandler } from "hono"
import { listsOf } from "../http/body.ts"
import type { Ctx, Env, Lists } from "../http/env.ts"
import { missingPage } from "../http/mishaps.tsx"
import { type Moved, movedSince, tellMoved } from "../http/opened.ts"
import { readRefused } from "../http/typed.tsx"
import { words } from "../ui/words.ts"
import type { Failed } from "./fields.tsx"
import { type Errors, type Form, type Forms, type InputOf, labelsOf, readForm } from "./form.ts"

/** What the page shows besides the record. At most one of them. */
export type Shown<Name extends string> = {
  failed: Failed<Name> | null
  /** Why nothing happened, where the form is no longer on the page; what was typed then stands at its end. */
  refused: string | null
  isDone: boolean
}

/** `errors`: by field. `again`: said where the form comes back for another reason, since no browser keeps files. */
export type SentFiles<Kept> = { errors: Errors; again: Errors; keep: () => Promise<readonly Kept[]> }
const noFiles: SentFiles<never> = { errors: {}, again: {}, keep: () => Promise.resolve([]) }

type Refused = { refused: string }
/** Any set of actions, one for each form. */
type Actions<F extends Forms> = { [Name in keyof F]: (to: never, input: never) => Promise<object> }
type ToOf<S> = S[keyof S] extends (to: infer To, input: never) => Promise<object> ? To : never
type Result<Action> = Action extends (...values: never[]) => Promise<infer Done> ? Done : never

/** What each form does. `To`: who acts, on what. The input is what the form declares. */
export type SendingOf<F extends Forms, To> = {
  [Name in keyof F & string]: (to: To, input: InputOf<F[Name]>) => Promise<object>
}

export type Mounting<F extends Forms, Reading, S extends Actions<F>, Kept> = {
  forms: F
  sending: S
  /** Route patterns: of the page, and of a form with this slug. */
  page: string
  path: (slug: string) => string
  guards: (verb: F[keyof F]["verb"]) => readonly MiddlewareHandler<Env>[]
  /** May look. */
  reads: readonly MiddlewareHandler<Env>[]
  read: (c: Ctx) => Promise<Reading | null>
  /** `keep`: of a form with files, what puts them into the store. */
  to: (c: Ctx, reading: Reading, files: SentFiles<Kept>) => ToOf<S>
  /** Of forms that ask for files: in front of their routes, and what reads them. The fields are read with them. */
  files?: {
    taken: MiddlewareHandler<Env>
    read: (c: Ctx, name: keyof F & string, reading: Reading) => Promise<SentFiles<Kept>>
  }
  /** The forms that the page offers now. */
  offers: (c: Ctx, reading: Reading) => readonly (keyof F & string)[]
  show: (
    c: Ctx,
    reading: Reading,
    shown: Shown<keyof F & string>,
    status: 200 | 409 | 422,
  ) => Response | Promise<Response>
  /** The last change of the record; where a form that edits is named, only one that put something else in its place. */
  last: (reading: Reading, name: (keyof F & string) | null, c: Ctx) => Moved | null
  /** What the forms alone do not see, such as a name that lies sealed; by field. */
  check?: (c: Ctx, name: keyof F & string, lists: Lists) => Promise<Errors> | Errors
  sentence: (c: Ctx, refused: Extract<Result<S[keyof S]>, Refused>["refused"]) => string | Promise<string>
  /** The field at which this refusal is put right: it is an error of what was typed. */
  at?: (refused: string, name: keyof F & string) => string | null
  /** Where it leads once done. */
  done: (
    c: Ctx,
    name: keyof F & string,
    done: Exclude<Result<S[keyof S]>, Refused>,
  ) => Response | Promise<Response>
}

export function mountForms<F extends Forms, Reading, S extends Actions<F>, Kept = never>(
  routes: Hono<Env>,
  of: Mounting<F, Reading, S, Kept>,
): void {
  const none = { failed: null, refused: null, isDone: false }
  routes.on("GET", [of.page], ...of.reads, async (c) => {
    const reading = await of.read(c)
    if (reading === null) return missingPage(c)
    return of.show(c, reading, { ...none, isDone: c.req.query("xong") !== undefined }, 200)
  })
  for (const [name, form] of Object.entries(of.forms)) {
    const guards = [...of.guards(form.verb as F[keyof F]["verb"])]
    if (of.files !== undefined && asksFiles(form)) guards.push(of.files.taken)
    routes.on("POST", [of.path(form.slug)], ...guards, (c) => receive(c, name, form))
  }

  async function receive(c: Ctx, name: keyof F & string, form: Form): Promise<Response> {
    const lang = c.get("language")
    c.set("labels", labelsOf(form, lang))
    const sent = await filesOf(c, name, form)
    if (sent === null) {
      // Read for its words, which the answer gives back.
      await readRefused(c)
      return missingPage(c)
    }
    const lists = await listsOf(c)
    const read = readForm(form, lists, lang)
    if ("errors" in read) return again(c, name, { ...read.errors, ...sent.again, ...sent.errors }, 422)
    const errors = { ...sent.errors, ...(await of.check?.(c, name, lists)) }
    if (Object.keys(errors).length > 0) return again(c, name, { ...sent.again, ...errors }, 422)
    const reading = await of.read(c)
    if (reading === null) return missingPage(c)
    const moved = form.edits ? movedSince(c, of.last(reading, name, c)) : null
    if (moved !== null) {
      tellMoved(c, moved)
      return again(c, name, { "": words[lang].typed.editedMeanwhile }, 409)
    }
    const done = await of.sending[name]?.(of.to(c, reading, sent) as never, read.input as never)
    if (done === undefined) return missingPage(c)
    if (!isRefused(done)) return of.done(c, name, done as Exclude<Result<S[keyof S]>, Refused>)
    const field = of.at?.(done.refused, name) ?? null
    const said = { ...sent.again, [field ?? ""]: await of.sentence(c, done.refused as never) }
    return again(c, name, said, field === null ? 409 : 422)
  }

  /** Null where there is no such record for who asks: then nothing of what was sent is kept. */
  async function filesOf(c: Ctx, name: keyof F & string, form: Form): Promise<SentFiles<Kept> | null> {
    if (of.files === undefined || !asksFiles(form)) return noFiles
    const reading = await of.read(c)
    return reading === null ? null : of.files.read(c, name, reading)
  }

  async function again(c: Ctx, name: keyof F & string, errors: Errors, status: 409 | 422) {
    const reading = await of.read(c)
    if (reading === null) return missingPage(c)
    if (status === 409 && c.get("moved") === undefined) tellMoved(c, movedSince(c, of.last(reading, null, c)))
    const failed = { form: name, answers: c.get("sent") ?? {}, errors }
    const isOffered = of.offers(c, reading).includes(name)
    const shown = isOffered ? { ...none, failed } : { ...none, refused: Object.values(errors)[0] ?? null }
    return of.show(c, reading, shown, status)
  }
}

const asksFiles = ({ asks }: Form) => Object.values(asks).some(({ kind }) => kind === "files")
const isRefused = (done: object): done is Refused => "refused" in done

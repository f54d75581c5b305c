/**
 * A form is declared once: its address, the verb of the policy that it needs, what it is called, what will follow and what
 * it asks. Page, reader, errors and the type of the action's input are made from that (decision 0012). Pure.
 */
import type { Lists } from "../http/env.ts"
import { defineWords, type Lang, type Say } from "../words.ts"
import { type Ask, sentenceOf } from "./ask.ts"

export type Asks = Readonly<Record<string, Ask>>

export type Form<Verb extends string = string, Asked extends Asks = Asks> = {
  /** The end of its address, Vietnamese without accents. */
  slug: string
  verb: Verb
  /** A verb and its object: the button and the heading. */
  title: Say
  /** On the button, where it says less than the title. */
  submit: Say
  /** One sentence above the questions: what happens when it is sent. */
  follows: Say | null
  asks: Asked
  /** "harm" only for what cannot be undone or hurts someone. */
  look: "main" | "second" | "harm"
  /**
   * It begins with what stands in the record and puts something else in its place: a colleague's change that came while it
   * was open is shown first, never overwritten unseen.
   */
  edits: boolean
}
export type Forms<Verb extends string = string> = Readonly<Record<string, Form<Verb>>>

/** What the action receives. */
export type InputOf<F extends Form> = {
  [Name in keyof F["asks"]]: F["asks"][Name] extends Ask<infer Value> ? Value : never
}

export function form<const Verb extends string, const Asked extends Asks>(of: {
  slug: string
  verb: Verb
  title: Say
  submit?: Say
  follows?: Say
  asks: Asked
  look?: Form["look"]
  edits?: true
}): Form<Verb, Asked> {
  const { submit = of.title, follows = null, look = "main", edits = false, ...rest } = of
  const saidIn = (lang: Lang) => ({
    ...{ title: of.title[lang], follows: follows?.[lang] ?? "-" },
    ...Object.fromEntries(
      Object.entries(of.asks).map(([name, ask]) => [name, `${ask.label[lang]} ${ask.hint?.[lang] ?? ""}`]),
    ),
  })
  // Into the list of all catalogues, so that one test refuses a forgotten language here too.
  defineWords({ vi: saidIn("vi"), en: saidIn("en") })
  return { ...rest, submit, follows, look, edits }
}

/** By field, the sentence that says how to put it right; "" for the form as a whole. */
export type Errors = Readonly<Record<string, string>>

/** Reads every answer before it says what is wrong, so that all of it is said at once. */
export function readForm<F extends Form>(
  { asks }: F,
  lists: Lists,
  lang: Lang,
): { input: InputOf<F> } | { errors: Errors } {
  const input: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const [name, ask] of Object.entries(asks)) {
    const read = ask.schema.safeParse(lists[name] ?? [])
    if (read.success) input[name] = read.data
    else errors[name] = sentenceOf(read.error.issues[0]?.message ?? "", ask, lang)
  }
  return Object.keys(errors).length > 0 ? { errors } : { input: input as InputOf<F> }
}

export const labelsOf = ({ asks }: Form, lang: Lang): Record<string, string> =>
  Object.fromEntries(Object.entries(asks).map(([name, { label }]) => [name, label[lang]]))

/** Words that a person typed; choices, ids, days and sums cannot name anybody. */
export function freeTextIn({ asks }: Form, lists: Lists): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asks).flatMap(([name, { kind }]) =>
      kind === "text" || kind === "paragraph" || kind === "lines" ? [[name, lists[name]?.at(-1) ?? ""]] : [],
    ),
  )
}

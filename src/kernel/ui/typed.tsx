/** What was typed stays beside what is now there: in its form where the page has it, else as words to copy. */
import { createContext, useContext } from "hono/jsx"
import { formatInstant } from "../format.ts"
import type { Lang } from "../words.ts"
import type { Answers } from "./form.tsx"
import { Language, useLang, useWords } from "./language.ts"
import { words } from "./words.ts"

export type Typed = {
  /** "ended": the session had ended, the person is signed in again. "answer": this page answers the form. */
  why: "ended" | "answer"
  /** Path and query that the form was sent to. */
  action: string
  answers: Answers
  /** Names of files that were sent along and have to be chosen again. */
  files: readonly string[]
  /** When the form was opened first, in milliseconds. */
  openedAt: number
  /** Who changed the record while the form was open. */
  moved: { at: string; by: string | null; what: string | null } | null
  /** By field, as far as they are known. */
  labels: Readonly<Record<string, string>>
  /** A form of the page has taken the answers. */
  isShown: boolean
}

/** `Layout` provides it. */
export const TypedWords = createContext<Typed | null>(null)

/** Of the form that is sent to this address; null for any other. */
export function useTyped(action: string): Typed | null {
  const typed = useContext(TypedWords)
  return typed !== null && typed.action === action ? typed : null
}

/** Who was quicker, where this page answers a form that came too late. */
export const useMoved = () => useContext(TypedWords)?.moved ?? null

/** First in a form that came back after signing in again: nothing was sent yet. */
export function TypedNotice({ typed }: { typed: Typed }) {
  const t = useWords().typed
  return (
    <div class="notice soon" role="status" id="typed" tabindex={-1} autofocus>
      <b>{t.back}</b> {t.backHelp}
      {typed.files.length > 0 && <p>{t.files(typed.files.join(", "))}</p>}
    </div>
  )
}

/** Under the title: leads to the form, which may lie far below. */
export function TypedLink() {
  const typed = useContext(TypedWords)
  const t = useWords().typed
  if (typed?.why !== "ended") return null
  return (
    <p class="notice calm">
      <a href="#typed">{t.toForm}</a>
    </p>
  )
}

/** Who was quicker, when, with what. */
export function MovedBy({ moved }: { moved: NonNullable<Typed["moved"]> }) {
  const t = useWords().typed
  const at = formatInstant(moved.at, useLang())
  return (
    <p>
      <b>{moved.by === null ? t.movedAlone(at) : t.moved(moved.by, at)}</b>
      {moved.what !== null && ` ${moved.what}.`} {t.nowAbove}
    </p>
  )
}

/** Of what was typed and what a colleague put there meanwhile: the answers that differ, as they stand now. */
export function NowThere({ items }: { items: readonly { label: string; value: string }[] }) {
  const t = useWords().typed
  if (items.length === 0) return null
  return (
    <section class="notice calm stack">
      <h2>{t.nowThere}</h2>
      <dl>
        {items.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd class="said">{value.trim() === "" ? t.empty : value}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

const asksNobody = /^(?:|yes|no|on|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Where nothing was typed it is still said who was quicker. */
function OnlyMoved({ typed: { moved }, lang }: { typed: Typed; lang: Lang }) {
  if (moved === null) return null
  return (
    <Language.Provider value={lang}>
      <section class="notice calm stack" id="typed">
        <MovedBy moved={moved} />
      </section>
    </Language.Provider>
  )
}

/** At the end of a page that has no such form any more: the words, to be read and copied. */
export function TypedBlock({ typed, lang }: { typed: Typed; lang: Lang }) {
  const t = words[lang].typed
  const lines = Object.entries(typed.answers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((text) => (asksNobody.test(text.trim()) ? [] : [{ name, text }])),
  )
  if (lines.length === 0 && typed.files.length === 0) return <OnlyMoved typed={typed} lang={lang} />
  return (
    <Language.Provider value={lang}>
      <section class="notice calm stack" id="typed">
        <h2>{t.typed}</h2>
        {typed.moved !== null && <MovedBy moved={typed.moved} />}
        <p>{t.typedHelp}</p>
        <dl>
          {lines.map(({ name, text }) => (
            <>
              <dt>{typed.labels[name] ?? t.answer}</dt>
              <dd class="said">{text}</dd>
            </>
          ))}
        </dl>
        {typed.files.length > 0 && <p>{t.files(typed.files.join(", "))}</p>}
      </section>
    </Language.Provider>
  )
}

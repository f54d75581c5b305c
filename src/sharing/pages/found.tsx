/** What was pasted with each thing in it marked, and the answer to each by its number. */
import type { Child } from "hono/jsx"
import { formatNumber } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import { spokenIdentifier } from "../../signals/index.ts"
import type { Thing } from "../domain/asked.ts"
import type { Difference } from "../domain/letters.ts"
import type { LookAlike, Way } from "../domain/look-alike.ts"
import type { Answer, Overall, Told } from "../domain/verdict.ts"
import { checkWords } from "../words-check.ts"
import { Shape } from "./shapes.tsx"

const shownCharsMax = 80

/** As it was typed, short enough for a line; a number as one says it. */
export function shownOf(thing: Thing, text: string): string {
  const typed =
    thing.kind === "phone" || thing.kind === "bank-account"
      ? spokenIdentifier(thing.value)
      : text.slice(...thing.span)
  return typed.length > shownCharsMax ? `${typed.slice(0, shownCharsMax)}…` : typed
}

export const toneOf = ({ verdict }: Told): Overall =>
  verdict === "warned"
    ? "warned"
    : verdict === "alike"
      ? "doubt"
      : verdict === "unknown"
        ? "unknown"
        : "official"

type Mark = { span: readonly [number, number]; tone: Overall; number: number }

function marksOf({ found, trickWords, pressure }: Answer): Mark[] {
  const things = found.map(({ thing, told }, at) => ({
    span: thing.span,
    tone: toneOf(told),
    number: at + 1,
  }))
  const trickNumber = found.length + 1
  const pressureNumber = trickNumber + (trickWords.length > 0 ? 1 : 0)
  const words: Mark[] = [
    ...trickWords.map((span) => ({ span, tone: "doubt" as const, number: trickNumber })),
    ...pressure.map(({ span }) => ({ span, tone: "doubt" as const, number: pressureNumber })),
  ]
  const kept: Mark[] = [...things]
  for (const word of words)
    if (kept.every(({ span }) => span[1] <= word.span[0] || word.span[1] <= span[0])) kept.push(word)
  return kept.toSorted((a, b) => a.span[0] - b.span[0])
}

export function Pasted({ answer, text }: { answer: Answer; text: string }) {
  const pieces: Child[] = []
  let at = 0
  for (const { span, tone, number } of marksOf(answer)) {
    if (span[0] < at) continue
    pieces.push(text.slice(at, span[0]))
    pieces.push(
      <mark class={tone}>
        {text.slice(...span)}
        <a href={`#t${number}`}>{number}</a>
      </mark>,
    )
    at = span[1]
  }
  return (
    <p class="pasted">
      {pieces}
      {text.slice(at)}
    </p>
  )
}

export function FoundList(props: { answer: Answer; text: string; lang: Lang; trick: string | null }) {
  const { answer, text, lang, trick } = props
  const t = checkWords[lang]
  let number = 0
  const next = () => {
    number += 1
    return number
  }
  return (
    <ol class="found">
      {answer.found.map(({ thing, told }) => (
        <Item number={next()} tone={toneOf(told)} name={<ShownName thing={thing} told={told} text={text} />}>
          <p>{sentenceOf(told, lang)}</p>
          {told.verdict === "warned" && told.hit.contested && <p>{t.found.contested}</p>}
          {told.verdict === "alike" && <Explained alike={told.alike} lang={lang} />}
        </Item>
      ))}
      {trick !== null && answer.trickWords.length > 0 && (
        <Item number={next()} tone="doubt" name={trick}>
          <p>{t.found.trick(trick)}</p>
        </Item>
      )}
      {answer.pressure.length > 0 && (
        <Item number={next()} tone="doubt" name={t.found.pressure}>
          <p>{sentence(answer.pressure.map(({ sign }) => t.pressure[sign]).join(", "))}</p>
        </Item>
      )}
      {answer.leftOut > 0 && (
        <li>
          <Shape of="unknown" small />
          <p>{t.leftOut(formatNumber(answer.leftOut, lang))}</p>
        </li>
      )}
    </ol>
  )
}

function Item(props: { number: number; tone: Overall; name: Child; children?: Child }) {
  return (
    <li id={`t${props.number}`}>
      <Shape of={props.tone} small />
      <div>
        <b>
          {props.number}. {props.name}
        </b>
        {props.children}
      </div>
    </li>
  )
}

const sentence = (words: string) => `${words.charAt(0).toLocaleUpperCase("vi")}${words.slice(1)}.`

export function sentenceOf(told: Told, lang: Lang): string {
  const t = checkWords[lang].found
  switch (told.verdict) {
    case "warned":
      return { itself: t.warned, range: t.warnedRange, site: t.warnedSite, link: t.warnedLink }[told.through]
    case "official-number":
      return t.officialNumber(told.official.name)
    case "official-site":
      return t.officialSite(told.official.name)
    case "official-mail":
      return t.officialMail(told.official.name)
    case "alike": {
      const { alike } = checkWords[lang]
      const of = told.alike.of
      return of === null ? checkWords[lang].titles.mixed : alike.notReal(of.domain)
    }
    case "unknown":
      return told.note === null ? t.unknown : t[told.note]
  }
}

/** The letters that were changed stand out in the name itself. */
function ShownName({ thing, told, text }: { thing: Thing; told: Told; text: string }) {
  if (told.verdict !== "alike") return <>{shownOf(thing, text)}</>
  const { shown, ways } = told.alike
  const letters = ways.find((way) => way.kind === "letters")
  const from = letters === undefined ? -1 : shown.indexOf(letters.label)
  if (letters === undefined || from < 0) return <>{shown}</>
  const pieces: Child[] = []
  let at = 0
  for (const difference of letters.differences) {
    if (difference.kind === "missing") continue
    const start = from + difference.at
    pieces.push(shown.slice(at, start), <span class="is-late">{difference.shown}</span>)
    at = start + difference.shown.length
  }
  return (
    <>
      {pieces}
      {shown.slice(at)}
    </>
  )
}

function Explained({ alike, lang }: { alike: LookAlike; lang: Lang }) {
  const t = checkWords[lang].alike
  return (
    <>
      {alike.ways.map((way) => (
        <p>{wayInWords(way, lang)}</p>
      ))}
      {alike.of?.domain === "gov.vn" && <p>{t.stateName}</p>}
    </>
  )
}

function wayInWords(way: Way, lang: Lang): string {
  const t = checkWords[lang].alike
  switch (way.kind) {
    case "letters":
      return way.differences.map((one) => differenceInWords(one, lang)).join(" ")
    case "ending":
      return way.isNew ? t.endingNew(way.ending) : t.ending(way.ending)
    case "subdomain":
      return t.subdomain(way.holder)
    case "words":
      return t.words(way.added.join(" "))
    case "mixed":
      return t.mixed(way.letters.join(" "))
  }
}

function differenceInWords(one: Difference, lang: Lang): string {
  const t = checkWords[lang].alike
  switch (one.kind) {
    case "replaced":
      return /[^\x20-\x7e]/.test(one.shown)
        ? t.replacedScript(one.shown, one.real)
        : t.replaced(one.shown, one.real)
    case "added":
      return t.added(one.shown)
    case "doubled":
      return t.doubled(one.shown)
    case "missing":
      return t.missing(one.real)
    case "turned":
      return t.turned(one.shown, one.real)
  }
}

/**
 * What stands around an identifier, as short signs that a linear model weighs (`role-model.ts`). Words are folded, short
 * forms written out, and words that do the same work are one sign: who speaks, who is spoken of, calling, paying.
 * Only windows of fixed length are looked at, so that a long text costs no more than its identifiers.
 */
import { type Folded, typed } from "./fold.ts"
import type { Found } from "./identifiers.ts"
import { banks } from "./reference.ts"
import { classOf, writtenOutSign } from "./word-classes.ts"

export type RoleClass = "suspect" | "victim" | "reporter" | "official-mentioned"

/** Where something stands: an identifier, or a sum of money. */
export type Place = { kind: string; value: string; start: number; end: number }

type Token = { sign: string; part: string; start: number }

const charsBefore = 160
const charsAfter = 120
const tokenPattern = /[a-z]+|\d[\d.,]*|[.,:;()"?!\n/\-+=[\]]/g

/** Words and marks of a stretch of folded text; digits are signs of how long they are. */
function tokensOf(folded: Folded, from: number, to: number, others: readonly Place[]): Token[] {
  const { text } = folded
  const tokens: Token[] = []
  let at = from
  let next = others.findIndex((one) => one.end > from)
  while (at < to) {
    const other = next >= 0 ? others[next] : undefined
    const end = other === undefined ? to : Math.max(at, Math.min(to, other.start))
    for (const match of text.slice(at, end).matchAll(tokenPattern)) {
      tokens.push(tokenOf(folded, match[0], at + match.index, tokens.at(-1)))
    }
    if (other === undefined || other.start >= to) break
    const sign = `<${other.kind}>`
    tokens.push({ sign, part: "identifier", start: other.start })
    at = Math.max(end, other.end)
    while (next >= 0 && next < others.length && (others[next] as Place).end <= at) next += 1
    if (next >= others.length) next = -1
  }
  return merged(tokens)
}

function tokenOf(folded: Folded, word: string, start: number, previous: Token | undefined): Token {
  if (/^\d/.test(word))
    return { sign: word.replace(/\D/g, "").length > 4 ? "#####" : "#", part: "number", start }
  if (word.length >= 2 && banks.has(word)) return { sign: "BANK", part: "bank", start }
  const shown = typed(folded, start, start + word.length).toLowerCase()
  const known = classOf(shown, word)
  if (known !== undefined) return { sign: known.name, part: known.part, start }
  if (isName(folded, start, previous)) return { sign: "NAME", part: "actor", start }
  return { sign: writtenOutSign(word), part: "", start }
}

/** A capital that no sentence asks for. */
function isName(folded: Folded, start: number, previous: Token | undefined): boolean {
  const from = folded.from[start] ?? 0
  const letter = folded.original.slice(from, from + 2)
  if (!/^\p{Lu}/u.test(letter)) return false
  return previous !== undefined && !ends.has(previous.sign)
}

/** A name of several words is one sign, and so is a bank's. */
function merged(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token, at) => !(token.sign === "NAME" || token.sign === "BANK") || tokens[at - 1]?.sign !== token.sign,
  )
}

const ends = new Set([".", ";", "?", "!", "\n"])

/** Signs of every identifier of a text, in their order. */
export function roleFeatures(folded: Folded, found: readonly Found[]): string[][] {
  return found.map((one) => signsAround(folded, found, one))
}

/** Signs of `one` of the places `found`. */
export function signsAround(folded: Folded, found: readonly Place[], one: Place): string[] {
  const at = found.indexOf(one)
  const { text } = folded
  const others = found.slice(Math.max(0, at - 8), at + 9).filter((other) => other.start !== one.start)
  const before = tokensOf(folded, Math.max(0, one.start - charsBefore), one.start, others)
  const after = tokensOf(folded, one.end, Math.min(text.length, one.end + charsAfter), others)
  const signs = new Set<string>()
  const add = (sign: string) => signs.add(sign)
  add(`kind=${kindOf(one)}`)
  beside(before.map((token) => token.sign).reverse(), "b", add)
  beside(
    after.map((token) => token.sign),
    "a",
    add,
  )
  bags(before, after, add)
  sayings(before, after, groupOf(one), add)
  position(text, found, one, at, add)
  if (one.start < 4) add(`opens a ${after[0]?.sign ?? "$"} ${after[1]?.sign ?? "$"}`)
  if (isQuoted(text, one.start)) add("quoted")
  return [...signs]
}

const kindOf = ({ kind, value }: Place): string => {
  if (kind === "phone")
    return /^\+84[35789]/.test(value)
      ? "mobile"
      : /^\+842/.test(value)
        ? "landline"
        : value.startsWith("+")
          ? "foreign"
          : value.startsWith("1900")
            ? "1900"
            : value.startsWith("1800")
              ? "1800"
              : "short"
  if (kind === "social") return `social-${value.split(":")[0] ?? ""}`
  return kind
}

const groupOf = ({ kind }: Place) =>
  kind === "phone" || kind === "bank-account" || kind === "social" || kind === "sum" ? kind : "address"

/** Who does what to whom around it: the nearest of each part of speech on either side, alone and together. */
function sayings(
  before: readonly Token[],
  after: readonly Token[],
  group: string,
  add: (sign: string) => void,
): void {
  const sentence = before.slice(lastIndexOf(before, (token) => ends.has(token.sign)) + 1)
  const endsAt = after.findIndex((token) => ends.has(token.sign))
  const behind = endsAt < 0 ? after : after.slice(0, endsAt)
  const nearest = (tokens: readonly Token[], part: string) =>
    tokens.find((token) => token.part === part)?.sign ?? "-"
  const back = [...sentence].reverse()
  const until = back.findIndex((token) => token.part === "identifier")
  const near = until < 0 ? back : back.slice(0, until)
  const [actor, verb, thing, link] = ["actor", "verb", "thing", "link"].map((part) => nearest(near, part))
  const [actorNext, verbNext, linkNext] = ["actor", "verb", "link"].map((part) => nearest(behind, part))
  const said = [
    `actor=${actor}`,
    `verb=${verb}`,
    `thing=${thing} link=${link}`,
    `actor=${actor} verb=${verb}`,
    `actor=${actor} thing=${thing}`,
    `verb=${verb} link=${link}`,
    `next actor=${actorNext}`,
    `next verb=${verbNext}`,
    `next link=${linkNext} actor=${actorNext}`,
    `actor=${actor} next verb=${verbNext}`,
    `sentence actor=${nearest(sentence, "actor")} verb=${nearest(sentence, "verb")}`,
  ]
  for (const one of said) {
    add(one)
    add(`${group} ${one}`)
  }
  const [one = "^", two = "^", three = "^"] = sentence.map((token) => token.sign).reverse()
  add(`${group} b ${one}`)
  add(`${group} b ${two} ${one}`)
  add(`${group} b ${three} ${two} ${one}`)
  const [next = "$", second = "$"] = behind.map((token) => token.sign)
  add(`${group} a ${next}`)
  add(`${group} a ${next} ${second}`)
}

/** The nearest words one by one, in pairs and threes, in their order. */
function beside(near: readonly string[], side: string, add: (sign: string) => void): void {
  const [one = "^", two = "^", three = "^", four = "^"] = near
  add(`${side}1=${one}`)
  add(`${side}2=${one} ${two}`)
  add(`${side}3=${one} ${two} ${three}`)
  add(`${side}.2=${two}`)
  add(`${side}.3=${three}`)
  add(`${side}.23=${two} ${three}`)
  add(`${side}.34=${three} ${four}`)
}

/** Words of the sentence, and of the clause between this and the last identifier, whatever their place. */
function bags(before: readonly Token[], after: readonly Token[], add: (sign: string) => void): void {
  const sentence = before.slice(lastIndexOf(before, (token) => ends.has(token.sign)) + 1)
  const clause = sentence.slice(
    lastIndexOf(sentence, (token) => token.sign.startsWith("<") || token.sign === ",") + 1,
  )
  const endsAt = after.findIndex((token) => ends.has(token.sign))
  const behind = endsAt < 0 ? after : after.slice(0, endsAt)
  const clauseEnd = behind.findIndex((token) => token.sign.startsWith("<") || token.sign === ",")
  for (const { sign } of sentence) add(`S ${sign}`)
  for (const { sign } of clause.slice(-8)) add(`C ${sign}`)
  for (const [at, { sign }] of clause.slice(-8).entries()) {
    const next = clause.slice(-8)[at + 1]
    if (next !== undefined) add(`CC ${sign} ${next.sign}`)
  }
  for (const { sign } of behind.slice(0, 14)) add(`A ${sign}`)
  for (const { sign } of (clauseEnd < 0 ? behind : behind.slice(0, clauseEnd)).slice(0, 7)) add(`AC ${sign}`)
  for (const [at, { sign }] of behind.slice(0, 7).entries()) {
    const next = behind[at + 1]
    if (next !== undefined) add(`AA ${sign} ${next.sign}`)
  }
  const [first, second] = sentence
  if (first !== undefined) add(`first=${first.sign}`)
  if (first !== undefined && second !== undefined) add(`first2=${first.sign} ${second.sign}`)
  if (sentence.length <= 2) add("short before")
  if (behind.length === 0) add("sentence end")
}

function position(
  text: string,
  found: readonly Place[],
  one: Place,
  at: number,
  add: (sign: string) => void,
): void {
  const rest = text.length - one.end
  if (rest < 3) add("at the end")
  if (rest < 40) add("near the end")
  if (one.start < 30) add("near the start")
  add(`part=${Math.min(3, Math.floor((one.start * 4) / Math.max(1, text.length)))}`)
  if (at === 0) add("first identifier")
  if (at === found.length - 1) add("last identifier")
  if (found.length === 1) add("only identifier")
  const alike = found.filter((other) => other.kind === one.kind)
  const rank =
    alike.length === 1
      ? "only of kind"
      : alike[0] === one
        ? "first of kind"
        : alike.at(-1) === one
          ? "last of kind"
          : "middle of kind"
  add(rank)
  add(`${groupOf(one)} ${rank}`)
  if (alike.length > 2) add("many of kind")
  const line = text.slice(text.lastIndexOf("\n", one.start - 1) + 1, one.start)
  const rest1 = text.slice(one.end, one.end + 40).split("\n")[0] ?? ""
  if (text.includes("\n") && !/[a-z]/.test(line) && !/[a-z]/.test(rest1)) add("alone in line")
  if (found.some((other) => other !== one && other.value === one.value)) add("named twice")
  if (/^\s*(?:s|v|ld)\s*[[(]/.test(text)) add("forwarded to 156")
}

function isQuoted(text: string, at: number): boolean {
  const window = text.slice(Math.max(0, at - 400), at)
  return (window.match(/"/g)?.length ?? 0) % 2 === 1 && text.slice(at, at + 400).includes('"')
}

function lastIndexOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  for (let at = all.length - 1; at >= 0; at -= 1) if (is(all[at] as T)) return at
  return -1
}

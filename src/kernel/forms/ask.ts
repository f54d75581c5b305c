/** One question of a form: its kind, what it is called, how much it takes, and the value that the action receives. Pure. */
import { z } from "zod"
import { parseLocalDate } from "../time.ts"
import { type Lang, type Say, say } from "../words.ts"

/** `choice`: a few, as radio buttons; `pick`: many, as a list; `search`: so many that one types; `several`: boxes; `hidden`: travels along unseen. */
export type Kind =
  | "text"
  | "email"
  | "paragraph"
  | "lines"
  | "day"
  | "time"
  | "money"
  | "number"
  | "choice"
  | "pick"
  | "search"
  | "several"
  | "tick"
  | "hidden"
  | "files"

export type Extent = {
  hint?: Say
  max?: number
  rows?: number
  /** Said whatever is wrong, where the usual sentence does not tell how to put it right. */
  wrong?: Say
}

/** `Value` is what the action receives; null for an optional question left empty. */
export type Ask<Value = unknown> = {
  kind: Kind
  label: Say
  hint: Say | null
  /** Characters; lines of `lines`, bytes never. */
  max: number
  rows: number
  isOptional: boolean
  wrong: Say | null
  /** Of a number. */
  range: { least: number; most: number; unit?: Say } | null
  /** Of a choice whose answers are known beforehand. Others are given by the page. */
  options: Readonly<Record<string, Say>> | null
  /** Reads the values of a field in the order in which they came; issues carry a `Fault` as their message. */
  schema: z.ZodType<Value, readonly string[]>
  optional(): Ask<Value | null>
}

/** Not `say`, which is for what is written once: these are made anew from each label. */
const said = (vi: string, en: string): Say => ({ vi, en })
const small = (label: string) => label.charAt(0).toLocaleLowerCase("vi") + label.slice(1)

/** What can be wrong with an answer; the sentence is made from the label. */
export const faults = {
  empty: (label: string) => said(`Điền “${label}”`, `Fill in “${label}”`),
  unchosen: (label: string) => said(`Chọn “${label}”`, `Choose “${label}”`),
  tooLong: (label: string) => said(`“${label}” quá dài; viết ngắn hơn`, `“${label}” is too long; write less`),
  tooMany: (label: string) =>
    said(`“${label}” có quá nhiều mục; chia ra nhiều lần`, `“${label}” has too many; split it`),
  notADay: (label: string) =>
    said(`Chọn một ngày có thật cho ${small(label)}`, `Choose a day that exists for ${small(label)}`),
  notATime: (label: string) => said(`Viết “${label}” như 09:40`, `Write “${label}” like 09:40`),
  notMoney: (label: string) =>
    said(`Viết “${label}” bằng chữ số, lớn hơn 0`, `Write “${label}” in digits, above 0`),
  notANumber: (label: string) => said(`Viết “${label}” bằng chữ số`, `Write “${label}” in digits`),
} as const
export type Fault = keyof typeof faults

export const sentenceOf = (
  fault: string,
  { label, wrong }: Pick<Ask, "label" | "wrong">,
  lang: Lang,
): string => wrong?.[lang] ?? faults[fault in faults ? (fault as Fault) : "unchosen"](label[lang])[lang]

const textMax = 300
const paragraphMax = 5_000
const pickMax = 200

export const text = (label: Say, more: Extent = {}) =>
  ask("text", label, { max: textMax, ...more }, wordsUpTo(more.max ?? textMax))

/** Of a person who is not asked for their own: the browser offers nothing. */
export const email = (label: Say, more: Extent = {}) =>
  ask("email", label, { max: 254, ...more }, wordsUpTo(254).regex(/^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$/, "empty"))

export const paragraph = (label: Say, more: Extent = {}) =>
  ask("paragraph", label, { max: paragraphMax, rows: 3, ...more }, wordsUpTo(more.max ?? paragraphMax))

/** One a line, or between commas and semicolons; at most `max`. */
export const lines = (label: Say, { max = 500, ...more }: Extent = {}) =>
  ask(
    "lines",
    label,
    { rows: 3, ...more, max: paragraphMax },
    wordsUpTo(paragraphMax).transform(linesOf).pipe(z.array(z.string()).min(1, "empty").max(max, "tooMany")),
  )

export const day = (label: Say, more: Extent = {}) =>
  ask(
    "day",
    label,
    more,
    filled.refine((value) => parseLocalDate(value) !== null, "notADay"),
  )

/** Of a day, "09:40". */
export const time = (label: Say, more: Extent = {}) =>
  ask("time", label, { max: 5, ...more }, filled.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "notATime"))

/** Đồng, above 0. */
export const money = (label: Say, more: Extent = {}) =>
  ask("money", label, { max: 20, ...more }, filled.transform(moneyOf).pipe(z.int().min(1, "notMoney")))

export function number(label: Say, more: Extent & { least: number; most: number; unit?: Say }): Ask<number> {
  const { least, most, unit, ...extent } = more
  const schema = filled
    .transform(Number)
    .pipe(z.int("notANumber").min(least, "notANumber").max(most, "notANumber"))
  const range = unit === undefined ? { least, most } : { least, most, unit }
  return { ...ask("number", label, { max: 20, ...extent }, schema), range }
}

type Answers<Key extends string> = Readonly<Record<Key, Say>>

/** The answers are known: what is none of them was not made on our page. */
export const choice = <const Key extends string>(label: Say, options: Answers<Key>, more: Extent = {}) =>
  ask("choice", label, more, oneKeyOf(options), options)
/** As `choice`, where there are more answers than radio buttons should show. */
export const listed = <const Key extends string>(label: Say, options: Answers<Key>, more: Extent = {}) =>
  ask("pick", label, more, oneKeyOf(options), options)

/** The answers are the page's; the action says whether one still stands. */
export const pick = (label: Say, more: Extent = {}) => ask("pick", label, more, offered)
/** As `pick`, among so many that one types to find it. */
export const search = (label: Say, more: Extent = {}) => ask("search", label, more, offered)

/** Boxes; the answers are the page's. */
export const several = (label: Say, more: Extent = {}): Ask<readonly string[]> =>
  made(
    "several",
    label,
    more,
    z.array(z.string().max(pickMax)).min(1, "unchosen").max(chosenMax, "tooMany"),
    null,
  )
/** Boxes; the answers are known. */
export const severalOf = <const Key extends string>(
  label: Say,
  options: Answers<Key>,
  more: Extent = {},
): Ask<readonly Key[]> => made("several", label, more, z.array(oneKeyOf(options)).min(1, "unchosen"), options)
const chosenMax = 50

/** One box; its hint is the sentence beside it. */
export const tick = (label: Say, hint: Say): Ask<boolean> =>
  made(
    "tick",
    label,
    { hint },
    z.array(z.string()).transform((values) => values.some((value) => value !== "")),
    null,
  )

/** One box without which the step is not taken; `wrong` says what has to be seen to first. */
export const must = (label: Say, hint: Say, wrong: Say): Ask<true> =>
  made(
    "tick",
    label,
    { hint, wrong },
    z
      .array(z.string())
      .refine((values) => values.some((value) => value !== ""), "unchosen")
      .transform(() => true as const),
    null,
  )

/** Of a record that the form is about; what is no id names nothing. */
export const hidden = (): Ask<string> => ask("hidden", say("Mã", "Id"), {}, z.uuid("unchosen"))

/** Read by the slice's own reader of files (`MountedForms.read`); the action receives what it kept. */
export const files = (label: Say, more: Extent = {}): Ask<readonly string[]> => ({
  ...made("files", label, more, z.array(z.string()), null),
  isOptional: true,
})

/** "15.000.000", "15 000 000" and "15000000" are one amount; 0 for what is none. */
export function moneyOf(text: string): number {
  const plain = text.trim().replaceAll(/[.\s]/g, "")
  return /^\d{1,13}$/.test(plain) ? Number(plain) : 0
}

/** One a line, or between commas and semicolons; empty lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
}

const offered = z.string().min(1, "unchosen").max(pickMax, "unchosen")
const oneKeyOf = <Key extends string>(options: Answers<Key>) =>
  z.string().refine((value): value is Key => Object.hasOwn(options, value), "unchosen")
const filled = z.string().min(1, "empty")
const wordsUpTo = (max: number) => filled.max(max, "tooLong")

/** Of a repeated field the last value counts, its ends trimmed, line breaks as one sign. */
const last = z.array(z.string()).transform((values) => (values.at(-1) ?? "").replaceAll("\r\n", "\n").trim())

function ask<Value>(
  kind: Kind,
  label: Say,
  more: Extent,
  schema: z.ZodType<Value, string>,
  options: Ask["options"] = null,
): Ask<Value> {
  return {
    ...made(kind, label, more, last.pipe(schema), options),
    optional: () => ({
      ...made<Value | null>(kind, label, more, last.transform(orNull(schema)), options),
      isOptional: true,
    }),
  }
}

function orNull<Value>(schema: z.ZodType<Value, string>) {
  return (value: string, context: z.RefinementCtx): Value | null => {
    if (value === "") return null
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? "empty" })
    return z.NEVER
  }
}

function made<Value>(
  kind: Kind,
  label: Say,
  { hint, max = pickMax, rows = 3, wrong }: Extent,
  schema: z.ZodType<Value, readonly string[]>,
  options: Ask["options"],
): Ask<Value> {
  const none = schema.safeParse([])
  return {
    ...{ kind, label, hint: hint ?? null, max, rows, wrong: wrong ?? null, range: null, options, schema },
    isOptional: none.success,
    optional: () => ({
      ...made<Value | null>(
        kind,
        label,
        { ...(hint && { hint }), ...(wrong && { wrong }), max, rows },
        schema.or(nothing),
        options,
      ),
      isOptional: true,
    }),
  }
}

const nothing = z
  .array(z.string())
  .max(0)
  .transform(() => null)

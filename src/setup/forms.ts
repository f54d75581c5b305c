/** How each step's answer stands in the fields of its page, and where the reason of a refusal is shown. */
import type { Lists } from "../kernel/http/env.ts"
import type { FieldErrors, Answers as Fields } from "../kernel/ui/form.tsx"
import { limits, numberPurposes, type Setup, type Step } from "./domain/plan.ts"
import type { Complaint } from "./domain/whole.ts"
import type { SetupWords } from "./words.ts"

type Path = readonly PropertyKey[]
type StepForm<S extends Step> = {
  fields(value: Setup[S]): Fields
  /** What the fields say, to be parsed by the step's shape. */
  value(text: (name: string) => string): unknown
  /** Name of the field and sentence for an issue of the shape; the shape's own words are for programs. */
  wrong(path: Path, t: SetupWords): [field: string, sentence: string]
  /** The fields of a refused form, where they do not go back as they came. */
  again?(text: (name: string) => string): Fields
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text)
const part = (path: Path, at: number) => String(path[at] ?? "")

export const blankNumbers = 2
/** The page has a row for each number that is kept, and two to fill, up to this many. */
export const numberRows = limits.numbers

export const forms: { [S in Step]: StepForm<S> } = {
  province: {
    fields: ({ code }) => ({ code }),
    value: (text) => ({ code: text("code") }),
    wrong: (_, t) => ["code", t.province.wrong],
  },
  units: {
    fields: () => ({}),
    value: () => ({ from: "proposed", list: [] }),
    wrong: (_, t) => ["", t.units.wrong],
  },
  chart: {
    fields: () => ({}),
    value: () => ({ from: "start", bodies: [], groups: [] }),
    wrong: (_, t) => ["", t.chart.wrong],
  },
  posts: {
    fields: ({ lead, chartKeeper }) => ({ lead, chartKeeper }),
    value: (text) => ({ lead: text("lead"), chartKeeper: text("chartKeeper") }),
    wrong: (path, t) =>
      part(path, 0) === "lead" ? ["lead", t.posts.wrongLead] : ["chartKeeper", t.posts.wrongKeeper],
  },
  administrators: {
    fields: (people) =>
      Object.fromEntries(
        people.flatMap((person, at) =>
          Object.entries(person).map(([name, value]) => [`${name}${at}`, value]),
        ),
      ),
    value: (text) =>
      [0, 1].map((at) => ({
        name: text(`name${at}`),
        email: text(`email${at}`),
        title: text(`title${at}`),
        body: text(`body${at}`),
      })),
    wrong: (path, t) => {
      const field = part(path, 1)
      const sentences: Readonly<Record<string, string>> = {
        name: t.administrators.wrongName,
        email: t.administrators.wrongEmail,
        title: t.administrators.wrongTitle,
      }
      return [`${field || "name"}${part(path, 0) || "0"}`, sentences[field] ?? t.administrators.wrongBody]
    },
  },
  numbers: {
    fields: (numbers) =>
      Object.fromEntries(
        numbers.flatMap((number, at) =>
          Object.entries(number).map(([name, value]) => [`${name}${at}`, value ?? ""]),
        ),
      ),
    value: (text) =>
      numberRowsSent(text).map((at) => ({
        number: text(`number${at}`),
        name: text(`name${at}`),
        shownFor: numberPurposes.find((one) => one === text(`shownFor${at}`)) ?? "other",
        source: text(`source${at}`),
        checkedBy: orNull(text(`checkedBy${at}`)),
      })),
    // Empty rows between are gone, so that a refusal is shown at its own row.
    again: (text) =>
      Object.fromEntries(
        numberRowsSent(text).flatMap((from, at) =>
          numberFields.map((name) => [`${name}${at}`, text(`${name}${from}`)] as const),
        ),
      ),
    wrong: (path, t) => {
      const field = part(path, 1)
      const sentence =
        field === "name" ? t.numbers.wrongName : field === "source" ? t.numbers.wrongSource : t.numbers.wrong
      return [`${field || "number"}${part(path, 0)}`, sentence]
    },
  },
  reach: {
    fields: ({ address, mail }) => ({
      address: address ?? "",
      server: mail?.server ?? "",
      from: mail?.from ?? "",
    }),
    value: (text) => ({
      address: orNull(text("address")),
      mail:
        text("server").trim() === "" && text("from").trim() === ""
          ? null
          : { server: text("server"), from: text("from") },
    }),
    wrong: (path, t) => {
      if (part(path, 0) === "address") return ["address", t.reach.wrongAddress]
      return part(path, 1) === "from" ? ["from", t.reach.wrongFrom] : ["server", t.reach.wrongServer]
    },
  },
  keeping: {
    fields: ({ keysCopiedTo, backupDir }) => ({
      keysCopiedTo: keysCopiedTo ?? "",
      backupDir: backupDir ?? "",
    }),
    value: (text) => ({ keysCopiedTo: orNull(text("keysCopiedTo")), backupDir: orNull(text("backupDir")) }),
    wrong: (path, t) =>
      part(path, 0) === "backupDir"
        ? ["backupDir", t.keeping.wrongBackup]
        : ["keysCopiedTo", t.keeping.wrongCopied],
  },
}

const numberFields = ["number", "name", "shownFor", "source", "checkedBy"] as const

/** Rows in which a number was typed, by their place on the page. */
const numberRowsSent = (text: (name: string) => string): number[] =>
  Array.from({ length: numberRows }, (_, at) => at).filter((at) => text(`number${at}`).trim() !== "")

export const textOf = (lists: Lists) => (name: string) => lists[name]?.[0] ?? ""

/** Fields as they came, so that nothing typed is lost. */
export const answersOf = (lists: Lists): Fields =>
  Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values[0] ?? ""]))

export const errorsOf = (step: Step, issues: readonly { path: Path }[], t: SetupWords): FieldErrors =>
  firstOf(issues.map(({ path }) => forms[step].wrong(path, t)))

export const complaintErrors = (step: Step, complaints: readonly Complaint[], t: SetupWords): FieldErrors =>
  firstOf(complaints.map(({ path, why }) => [forms[step].wrong(path.slice(1), t)[0], t.misfits[why]]))

/** In the order of the fields; of several reasons at one field the first is told. */
function firstOf(all: readonly (readonly [field: string, sentence: string])[]): FieldErrors {
  const first = new Map<string, string>()
  for (const [field, sentence] of all) if (!first.has(field)) first.set(field, sentence)
  return Object.fromEntries(first)
}

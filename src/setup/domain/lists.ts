/** Communes, bodies and groups by list, line by line: what a line says, or what is wrong with it. */
import { type Headings, type ListedLine, plainly } from "../../kernel/tables/listed.ts"
import { type BodyKind, bodyKinds, foldName, groupRules } from "../../organizations/index.ts"
import {
  type BodyInput,
  bodyInput,
  type GroupInput,
  groupInput,
  limits,
  type UnitInput,
  unitInput,
  unitKinds,
} from "./plan.ts"
import { unitName } from "./proposal.ts"
import { sameName } from "./whole.ts"

export const listKinds = ["units", "bodies", "groups"] as const
export type ListKind = (typeof listKinds)[number]
export const listBytesMax = 2_000_000
export const linesMax: Readonly<Record<ListKind, number>> = {
  units: limits.units,
  bodies: limits.bodies,
  groups: limits.groups,
}

export type Fault =
  | "noName"
  | "noCode"
  | "kindUnknown"
  /** The name begins with another kind than the column gives. */
  | "kindDiffers"
  | "unitUnknown"
  | "groupUnknown"
  | "ruleUnknown"
  | "twice"
  | "tooLong"
export type Line<Row> =
  | { at: "good"; line: number; row: Row }
  | { at: "wrong"; line: number; shown: string; fault: Fault; said: string }

const otherNames = ["ten khac*", "ten goi khac*", "other names"] as const

export const unitHeadings: Headings<"code" | "name" | "kind"> = {
  code: ["ma", "ma so", "ma dvhc", "ma xa", "code"],
  name: ["ten", "ten xa*", "ten don vi*", "don vi hanh chinh*", "xa phuong", "name"],
  kind: ["loai*", "cap", "kind"],
}

/** "Xã Bát Xát" says its kind itself; a spreadsheet drops the nought before a code. */
export function readUnits(lines: readonly ListedLine<"code" | "name" | "kind">[]): Line<UnitInput>[] {
  return without(
    lines.map(({ line, of }): Line<UnitInput> => {
      const said = of("name").normalize("NFC").replace(/\s+/g, " ").trim()
      const wrong = wrongAt(line, said)
      if (said === "") return wrong("noName")
      const code = of("code").replace(/^\d{1,4}$/, (digits) => digits.padStart(5, "0"))
      if (!/^\d{5}$/.test(code)) return wrong("noCode", of("code"))
      const inColumn = unitKinds.find((one) => plainly(of("kind")) === plainly(one))
      const inName = kindIn(said)
      const kind = inColumn ?? inName
      if (kind === undefined) return wrong("kindUnknown", of("kind"))
      if (inName !== undefined && inName !== kind) return wrong("kindDiffers", of("kind"))
      const name = inName === undefined ? said : said.slice(inName.length + 1)
      const parsed = unitInput.safeParse({ code, name, kind })
      return parsed.success ? { at: "good", line, row: parsed.data } : wrong("tooLong")
    }),
    ({ code }) => code,
  )
}

const kindIn = (name: string) => unitKinds.find((kind) => plainly(name).startsWith(`${plainly(kind)} `))

export type BodyField = "name" | "kind" | "unit" | "groups" | "otherNames"
export const bodyHeadings: Headings<BodyField> = {
  name: ["ten", "ten co quan*", "co quan*", "name"],
  kind: ["loai*", "kind"],
  unit: ["xa phuong", "xa", "don vi hanh chinh", "dia ban", "ma xa", "unit"],
  groups: ["nhom*", "thuoc nhom", "groups"],
  otherNames,
}

/** `kindNames`: how the pages call each kind; its code is understood as well. */
export function readBodies(
  lines: readonly ListedLine<BodyField>[],
  around: {
    units: readonly UnitInput[]
    groups: readonly GroupInput[]
    kindNames: Readonly<Record<BodyKind, string>>
  },
): Line<BodyInput>[] {
  const { units, groups, kindNames } = around
  return without(
    lines.map(({ line, of }): Line<BodyInput> => {
      const name = of("name")
      const wrong = wrongAt(line, name)
      if (name === "") return wrong("noName")
      const typed = plainly(of("kind"))
      const kind = bodyKinds.find((one) => one === typed || plainly(kindNames[one]) === typed)
      if (kind === undefined) return wrong("kindUnknown", of("kind"))
      const where = of("unit").trim()
      const unit =
        units.find(({ code }) => code === where.padStart(5, "0")) ?? oneNamed(units, unitName, where)
      if (where !== "" && unit === undefined) return wrong("unitUnknown", of("unit"))
      const named = severalIn(of("groups"))
      const found = named.map(
        (one) => groups.find(({ id }) => id === one) ?? oneNamed(groups, ({ name }) => name, one),
      )
      const missing = found.indexOf(undefined)
      if (missing >= 0) return wrong("groupUnknown", named[missing])
      const row = { name, kind, unit: unit?.code ?? null, groups: found.flatMap((one) => one?.id ?? []) }
      const parsed = bodyInput.safeParse({ ...row, otherNames: severalIn(of("otherNames")) })
      return parsed.success ? { at: "good", line, row: parsed.data } : wrong("tooLong")
    }),
    ({ name }) => sameName(name),
  )
}

/** The one that bears the name; typed without its accents only where that leaves no other. */
function oneNamed<One>(all: readonly One[], nameOf: (one: One) => string, name: string): One | undefined {
  const exact = all.find((one) => sameName(nameOf(one)) === sameName(name))
  if (exact !== undefined) return exact
  const [first, second] = all.filter((one) => plainly(nameOf(one)) === plainly(name))
  return second === undefined ? first : undefined
}

export type GroupField = "id" | "name" | "otherNames" | "rule"
export const groupHeadings: Headings<GroupField> = {
  id: ["ma", "ma nhom", "id"],
  name: ["ten", "ten nhom*", "nhom*", "name"],
  otherNames,
  rule: ["gom*", "cach tinh*", "rule"],
}

/** Without a code of its own a group has that of its name. `ruleNames`: how the pages call each rule. */
export function readGroups(
  lines: readonly ListedLine<GroupField>[],
  ruleNames: Readonly<Record<GroupInput["rule"], string>>,
): Line<GroupInput>[] {
  return without(
    lines.map(({ line, of }): Line<GroupInput> => {
      const name = of("name")
      const wrong = wrongAt(line, name)
      if (name === "") return wrong("noName")
      const typed = plainly(of("rule"))
      const rule = groupRules.find(
        (one) => typed === "" || one === typed || plainly(ruleNames[one]) === typed,
      )
      if (rule === undefined) return wrong("ruleUnknown", of("rule"))
      const id = of("id") === "" ? foldName(name).replaceAll(" ", "-").slice(0, 120) : of("id")
      const parsed = groupInput.safeParse({ id, name, rule, otherNames: severalIn(of("otherNames")) })
      return parsed.success ? { at: "good", line, row: parsed.data } : wrong("tooLong")
    }),
    ({ id }) => id,
  )
}

/** Several in one cell, divided by "|" or ";": names of bodies hold commas. */
export const severalIn = (text: string): string[] =>
  text
    .split(/[|;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "")

const wrongAt =
  (line: number, shown: string) =>
  (fault: Fault, said = "") =>
    ({ at: "wrong", line, shown: shown.slice(0, 80), fault, said: said.slice(0, 80) }) as const

function without<Row>(lines: Line<Row>[], keyOf: (row: Row) => string): Line<Row>[] {
  const seen = new Set<string>()
  return lines.map((one) => {
    if (one.at === "wrong") return one
    const key = keyOf(one.row)
    if (seen.has(key)) return wrongAt(one.line, key)("twice", key)
    seen.add(key)
    return one
  })
}

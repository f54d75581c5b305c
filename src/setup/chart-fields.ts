/** The chart of the whole province as fields of one form, and back. Bodies of communes are not in it: a list is better for hundreds. */
import type { FieldErrors, Answers as Fields } from "../kernel/ui/form.tsx"
import { foldName } from "../organizations/index.ts"
import { severalIn } from "./domain/lists.ts"
import { type BodyInput, bodyInput, type GroupInput, groupInput } from "./domain/plan.ts"
import type { SetupWords } from "./words.ts"
import { listWords } from "./words-lists.ts"

const blankRows = 3
/** A form has at most a thousand fields; a body is five, a group five. */
const rowsMax = { bodies: 130, groups: 40 }

const own = (bodies: readonly BodyInput[]) => bodies.filter(({ unit }) => unit === null)
/** Too many bodies of the whole province for one form: a list it is. */
export const fitsForm = (bodies: readonly BodyInput[], groups: readonly GroupInput[]): boolean =>
  own(bodies).length + blankRows <= rowsMax.bodies && groups.length + blankRows <= rowsMax.groups

export function chartFields(bodies: readonly BodyInput[], groups: readonly GroupInput[]): Fields {
  const ofBodies = own(bodies).flatMap((body, at) => [
    [`name${at}`, body.name],
    [`kind${at}`, body.kind],
    [`groups${at}`, body.groups.join(" | ")],
    [`other${at}`, body.otherNames.join(" | ")],
  ])
  const ofGroups = groups.flatMap((group, at) => [
    [`gname${at}`, group.name],
    [`gid${at}`, group.id],
    [`grule${at}`, group.rule],
    [`gother${at}`, group.otherNames.join(" | ")],
  ])
  return Object.fromEntries([...ofBodies, ...ofGroups])
}

export function rowsFor(fields: Fields): { bodies: number; groups: number } {
  const last = (name: string, most: number) =>
    Array.from({ length: most }, (_, at) => at).findLast((at) => (fields[`${name}${at}`] ?? "") !== "") ?? -1
  return {
    bodies: Math.min(rowsMax.bodies, last("name", rowsMax.bodies) + 1 + blankRows),
    groups: Math.min(rowsMax.groups, last("gname", rowsMax.groups) + 1 + blankRows),
  }
}

export type Edited = { bodies: BodyInput[]; groups: GroupInput[] }

/** Rows without a name, and those marked to go, are left out; a body leaves a group that is gone. */
export function editedFrom(
  text: (name: string) => string,
  lang: "vi" | "en",
  t: SetupWords,
): Edited | { errors: FieldErrors } {
  const errors: Record<string, string> = {}
  const said = listWords[lang].faults
  const groups: GroupInput[] = []
  for (const at of filled(text, "gname", "ggone", rowsMax.groups)) {
    const name = text(`gname${at}`)
    const id = text(`gid${at}`).trim() === "" ? foldName(name).replaceAll(" ", "-") : text(`gid${at}`)
    const parsed = groupInput.safeParse({
      ...{ id: id.trim(), name, rule: text(`grule${at}`), otherNames: severalIn(text(`gother${at}`)) },
    })
    if (!parsed.success) errors[`gid${at}`] = said.tooLong("")
    else if (groups.some((one) => one.id === parsed.data.id)) errors[`gid${at}`] = t.misfits.groupTwice
    else groups.push(parsed.data)
  }
  const known = new Set(groups.map(({ id }) => id))
  const gone = new Set(
    Array.from({ length: rowsMax.groups }, (_, at) =>
      text(`ggone${at}`) === "1" ? text(`gid${at}`).trim() : "",
    ),
  )
  const bodies: BodyInput[] = []
  for (const at of filled(text, "name", "gone", rowsMax.bodies)) {
    const named = severalIn(text(`groups${at}`)).filter((id) => !gone.has(id))
    const strange = named.find((id) => !known.has(id))
    const parsed = bodyInput.safeParse({
      ...{ name: text(`name${at}`), kind: text(`kind${at}`), unit: null, groups: named },
      otherNames: severalIn(text(`other${at}`)),
    })
    if (strange !== undefined) errors[`groups${at}`] = said.groupUnknown(strange)
    else if (!parsed.success)
      errors[parsed.error.issues[0]?.path[0] === "kind" ? `kind${at}` : `name${at}`] = said.kindUnknown(
        text(`kind${at}`),
      )
    else bodies.push(parsed.data)
  }
  return Object.keys(errors).length > 0 ? { errors } : { bodies, groups }
}

const filled = (text: (name: string) => string, name: string, gone: string, most: number): number[] =>
  Array.from({ length: most }, (_, at) => at).filter(
    (at) => text(`${name}${at}`).trim() !== "" && text(`${gone}${at}`) !== "1",
  )

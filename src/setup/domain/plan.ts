/**
 * All that a province says before it begins, as `setup.json` has it and as the pages gather it step by step: one shape,
 * so that neither way can do what the other refuses.
 */
import { z } from "zod"
import type { Outlines } from "../../kernel/outlines/outlines.ts"
import { bodyKinds, groupRules } from "../../organizations/index.ts"

export const limits = {
  name: 300,
  words: 500,
  bodies: 2_000,
  groups: 100,
  units: 400,
  numbers: 100,
  others: 40,
}

const line = (max: number) => z.string().trim().min(1).max(max)
const code = z.string().regex(/^\d{2}$/)
const unitCode = z.string().regex(/^\d{5}$/)
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120)

export const unitKinds = ["xã", "phường", "đặc khu"] as const
export type UnitKind = (typeof unitKinds)[number]

/** `code`: of the state's list of provinces since 1 July 2025 (Nghị quyết 202/2025/QH15). */
const province = z.strictObject({ code })

export const unitInput = z.strictObject({ code: unitCode, name: line(100), kind: z.enum(unitKinds) })
export type UnitInput = z.output<typeof unitInput>
/** `proposed`: those of `data/administrative-units/communes-34.csv`; `list`: those that stand in `list`. */
const units = z.strictObject({
  from: z.enum(["proposed", "list"]),
  list: z.array(unitInput).max(limits.units),
})

export const bodyInput = z.strictObject({
  name: line(limits.name),
  kind: z.enum(bodyKinds),
  /** Code of the commune whose body it is; null: the whole province's. */
  unit: unitCode.nullable(),
  groups: z.array(slug).max(limits.others),
  otherNames: z.array(line(limits.name)).max(limits.others),
})
export type BodyInput = z.output<typeof bodyInput>
export const groupInput = z.strictObject({
  id: slug,
  name: line(limits.name),
  otherNames: z.array(line(limits.name)).max(limits.others),
  rule: z.enum(groupRules),
})
export type GroupInput = z.output<typeof groupInput>
/** `start`: the chart of `data/administrative-units/chart-start.csv`, with the province's name and its units. */
const chart = z.strictObject({
  from: z.enum(["start", "list"]),
  bodies: z.array(bodyInput).max(limits.bodies),
  groups: z.array(groupInput).max(limits.groups),
})

/** Names of bodies: the department that leads the field, and the office that keeps the chart. */
const posts = z.strictObject({ lead: line(limits.name), chartKeeper: line(limits.name) })

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$/)
export const administratorInput = z.strictObject({
  name: line(120),
  email,
  title: line(200),
  body: line(limits.name),
})
export type AdministratorInput = z.output<typeof administratorInput>

export const numberPurposes = ["police", "sim", "other"] as const
/** `checkedBy`: who compared the number with its source; null: nobody yet, and it is not shown to the public. */
export const numberInput = z.strictObject({
  number: z
    .string()
    .trim()
    .regex(/^[+\d][\d .()-]{1,29}$/),
  name: line(limits.name),
  shownFor: z.enum(numberPurposes),
  source: line(limits.words),
  checkedBy: line(120).nullable(),
})
export type NumberInput = z.output<typeof numberInput>

export const originOf = (text: string): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === ""
    ? url.origin
    : null
}
const mailUrl = z
  .string()
  .trim()
  .max(500)
  .refine(
    (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== "",
  )

const reach = z.strictObject({
  /** The origin that people type; null: later, and links name the address on which the program listens. */
  address: z
    .string()
    .trim()
    .max(300)
    .refine((text) => originOf(text) !== null)
    .transform((text) => originOf(text) ?? text)
    .nullable(),
  /** Null: later; until then invitations are handed over as links. */
  mail: z.strictObject({ server: mailUrl, from: email }).nullable(),
})

const keeping = z.strictObject({
  /** Where the copy of the keys lies, in words; null: asked again until it is done. */
  keysCopiedTo: line(limits.words).nullable(),
  /** A folder of the machine, absolute; null: later. */
  backupDir: z.string().trim().max(500).regex(/^\//).nullable(),
})

/** In the order of the pages. */
export const stepShapes = {
  province,
  units,
  chart,
  posts,
  administrators: z.array(administratorInput).min(2).max(2),
  numbers: z.array(numberInput).max(limits.numbers),
  reach,
  keeping,
} as const
export type Step = keyof typeof stepShapes
export const steps = Object.keys(stepShapes) as readonly Step[]
/** What can be changed after the set-up. Where links lead and whom people call is no single person's to change. */
export const settingParts = ["numbers", "reach", "keeping"] as const satisfies readonly Step[]
export type SettingPart = (typeof settingParts)[number]
export const needsSecond = (part: SettingPart): boolean => part !== "keeping"
export const setupShape = z.strictObject(stepShapes)
export type Setup = z.output<typeof setupShape>
export type Answers = { [S in Step]?: Setup[S] }

/** A file beside `setup.json`, by its name; null: none. */
const fileName = z.string().trim().min(1).max(300).nullable().default(null)
/** As `setup.json` has it: the pages take both files by a form of their own. */
export const setupFileShape = setupShape.extend({
  province: province.extend({ crest: fileName }),
  units: units.extend({ boundaries: fileName }),
})
export type SetupFile = z.output<typeof setupFileShape>

/** The same as the pages gather it, and the names of its two files. */
export function asPages({
  province: { crest, ...province },
  units: { boundaries, ...units },
  ...rest
}: SetupFile): {
  setup: Setup
  crest: string | null
  boundaries: string | null
} {
  return { setup: { province, units, ...rest }, crest, boundaries }
}

/** What may come with the set-up, later, or never: the crest as a PNG, and the communes as the maps draw them. */
export type Pictures = { crest: Uint8Array | null; outlines: Outlines | null }
export const noPictures: Pictures = { crest: null, outlines: null }

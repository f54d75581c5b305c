/**
 * What is issued: the letter as a person has confirmed it. One schema validates (form and API), types and
 * documents it. Every list has a limit: the longest real letter of the seed has 60 tasks.
 */
import { z } from "zod"

const localDate = z.iso.date().meta({ description: "Ngày, dạng YYYY-MM-DD", example: "2023-07-15" })
const bodyId = z.guid().meta({ description: "Mã cơ quan (bodies.id)" })
const line = (max: number) => z.string().trim().min(1).max(max)

const reference = z.object({
  number: line(200).nullable(),
  date: z.string().max(10).nullable(),
  issuer: z.string().max(500).nullable(),
})
const signer = z.object({
  authority: z.string().max(200).nullable(),
  position: z.string().max(200).nullable(),
  name: z.string().max(200).nullable(),
})

/** The letter's head. `dateOn` is the printed date; `issuedOn` the day from which deadlines count. */
export const planLetter = z.object({
  issuer: line(300),
  number: z.string().max(50).nullable(),
  symbol: z.string().max(100).nullable(),
  dateOn: localDate.nullable(),
  issuedOn: localDate,
  kind: line(100),
  subject: line(1000),
  addressees: z.array(line(1000)).max(300),
  references: z.array(reference).max(300),
  recipients: z.array(z.string().max(1000)).max(300),
  signer,
})

/** Due on day `dueDay` (or the month's last) of the period's month `dueMonth` (1-based; a quarter has three). */
export const periodic = z.object({
  every: z.enum(["month", "quarter", "half-year", "year"]),
  dueMonth: z.int().min(1).max(12),
  dueDay: z.int().min(1).max(31),
  until: localDate.nullable(),
})

/** How `dueOn` was counted; null when the letter prints the date. */
export const dueRecipe = z.object({
  from: localDate,
  amount: z.int().min(0).max(10_000),
  unit: z.enum(["day", "working-day", "month"]),
})

export const planTask = z.object({
  path: line(50),
  text: line(20_000),
  span: z.tuple([z.int().min(0), z.int().min(1)]).nullable(),
  ownAddressees: z.array(line(1000)).max(100),
  deadlineWords: z.string().max(500).nullable(),
  dueOn: localDate.nullable(),
  dueRecipe: dueRecipe.nullable().default(null),
  periodic: periodic.nullable(),
  /** Of `bodies`, those that lead. */
  lead: z.array(bodyId).max(2000),
  coordinateWith: z.array(z.union([z.object({ bodyId }), z.object({ text: line(1000) })])).max(500),
  /** Each gets one assignment of this task. */
  bodies: z.array(bodyId).min(1).max(2000),
})

export const planClause = z.object({
  /** Empty where the letter numbers no clause. */
  path: z.string().max(50),
  heading: z.string().max(5000),
  tasks: z.array(planTask).max(500),
})

export const directivePlan = z.object({
  letter: planLetter,
  original: z
    .object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      name: line(200),
      mediaType: line(100),
    })
    .nullable(),
  normalizedText: z.string().max(5_000_000),
  clauses: z.array(planClause).min(1).max(500),
  /** The caller's own name for this plan: issuing it twice gives the same directive. */
  key: z.string().min(1).max(200).nullable().default(null),
})

export type DirectivePlan = z.input<typeof directivePlan>
export type CheckedPlan = z.output<typeof directivePlan>
export type Periodic = z.output<typeof periodic>
export type DueRecipe = z.output<typeof dueRecipe>

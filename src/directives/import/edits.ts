/** The shape of what a person can do to a draft, one a verb: as a form sends it and as the database keeps it. */
import { z } from "zod"
import { limits } from "./domain.ts"

const id = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)
const words = z.string().max(limits.textChars)
const line = z.string().max(1_000)
const lines = z.array(line).max(limits.listItems)
const bodies = z.array(z.string().max(80)).max(limits.bodies)
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const period = z.object({
  every: z.enum(["month", "quarter", "half-year", "year"]),
  day: z.number().int().min(1).max(31).nullable(),
  month: z.number().int().min(1).max(12).exactOptional(),
})
const reference = z.object({ number: line.nullable(), date: line.nullable(), issuer: line.nullable() })

export const headFields = ["issuer", "number", "type", "subject"] as const
export const signerFields = ["authority", "position", "name"] as const

export const editSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("setField"), field: z.enum(headFields), value: words.nullable() }),
  z.object({ do: z.literal("setSigner"), field: z.enum(signerFields), value: line.nullable() }),
  z.object({ do: z.literal("setList"), field: z.enum(["addressees", "recipients"]), values: lines }),
  z.object({ do: z.literal("setReferences"), values: z.array(reference).max(limits.listItems) }),
  z.object({ do: z.literal("setIssuedOn"), day: isoDay.nullable() }),
  z.object({ do: z.literal("settle"), doubt: z.string().max(80) }),
  z.object({ do: z.literal("setAddressees"), clauseId: id, values: lines }),
  z.object({ do: z.literal("chooseBodies"), clauseId: id, include: bodies, exclude: bodies }),
  z.object({ do: z.literal("addClause"), path: z.string().max(40), addressees: lines }),
  z.object({ do: z.literal("setText"), taskId: id, text: words }),
  z.object({ do: z.literal("setTaskAddressees"), taskId: id, values: lines.nullable() }),
  z.object({ do: z.literal("narrowTask"), taskId: id, only: bodies.nullable() }),
  z.object({ do: z.literal("setCoordinates"), taskId: id, lead: lines, coordinateWith: lines }),
  z.object({ do: z.literal("setDeadline"), taskId: id, words: line.nullable(), dueOn: isoDay.nullable() }),
  z.object({ do: z.literal("markPeriodic"), taskId: id, period: period.nullable() }),
  z.object({ do: z.literal("splitTask"), taskId: id, at: z.number().int().min(1).max(limits.textChars) }),
  z.object({ do: z.literal("joinTasks"), taskId: id, withId: id }),
  z.object({ do: z.literal("addTask"), clauseId: id, text: words }),
  z.object({ do: z.literal("takeOrder"), clauseId: id.nullable(), text: words }),
  z.object({ do: z.literal("dropTask"), taskId: id }),
  z.object({ do: z.literal("restoreTask"), taskId: id }),
  z.object({
    do: z.literal("moveTask"),
    taskId: id,
    clauseId: id,
    place: z.number().int().min(0).max(limits.tasks),
  }),
])
export type Edit = z.infer<typeof editSchema>

/** What one press of a button did; undone as one. */
export const correctionsSchema = z.array(z.array(editSchema).min(1).max(60)).max(limits.corrections)
export type Correction = Edit[]

/** What the forms send, parsed once at the door. */
import { z } from "zod"
import { parseLocalDate } from "../kernel/time.ts"
import { delegationForms } from "./domain/delegation.ts"
import { bodyKinds } from "./domain/directory.ts"
import { limits } from "./domain/reform.ts"

const day = z.string().refine((text) => parseLocalDate(text) !== null)
const line = (max: number) => z.string().trim().min(1).max(max)
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

export const isId = (text: string) => uuid.safeParse(text).success
export const dayIn = (text: string | undefined, otherwise: string) =>
  text !== undefined && parseLocalDate(text) !== null ? text : otherwise

export const reformInput = z.object({
  title: line(limits.name),
  basis: line(limits.words),
  effectiveOn: day,
  takesRecorded: z.string().optional(),
})

/** A successor is one that exists, or one with a name and a kind that the plan founds. */
export const passingInput = z
  .object({
    before: uuid,
    after: z.union([z.literal(""), uuid]).default(""),
    name: z.string().trim().max(limits.name).default(""),
    kind: z.union([z.literal(""), z.enum(bodyKinds)]).default(""),
    share: line(limits.words),
  })
  .superRefine((input, context) => {
    const refuse = (field: string) => context.addIssue({ code: "custom", path: [field] })
    if (input.after === "" && input.name === "") refuse("after")
    if (input.after !== "" && input.name !== "") refuse("name")
    if (input.after === "" && input.name !== "" && input.kind === "") refuse("kind")
  })

export const nameInput = z.object({ name: line(limits.name) })

export const bodyInput = z.object({
  name: line(limits.name),
  kind: z.enum(bodyKinds),
  validFrom: z.union([z.literal(""), day]).default(""),
  source: line(limits.words),
})

export const delegationInput = z.object({
  fromPostId: uuid,
  toPostId: uuid,
  form: z.enum(delegationForms),
  scope: line(limits.words),
  basis: line(limits.words),
  validFrom: day,
  validTo: z
    .union([z.literal(""), day])
    .default("")
    .transform((text) => (text === "" ? null : text)),
})

export type Choosing = { beforeId: string; holder: string; dutyId: string; to: string }
/** As many as one page shows. */
const choicesMax = 500

/** Fields `to:BODY` for a body as a whole, `to:BODY:HOLDER:DUTY` for one duty. */
export function choosingsIn(form: Readonly<Record<string, string>>): Choosing[] {
  return Object.entries(form)
    .slice(0, choicesMax)
    .flatMap(([field, to]) => {
      const match = /^to:([0-9a-f-]{36})(?::([a-z.-]{1,60}):([\w-]{1,60}))?$/.exec(field)
      if (match === null || !(to === "" || to === "each" || isId(to))) return []
      return [{ beforeId: match[1] ?? "", holder: match[2] ?? "", dutyId: match[3] ?? "", to }]
    })
}

export const choiceField = (beforeId: string, duty?: { holder: string; id: string }) =>
  duty === undefined ? `to:${beforeId}` : `to:${beforeId}:${duty.holder}:${duty.id}`

/** Names of the fields that are wrong. */
export const wrongIn = (error: z.ZodError): string[] => [
  ...new Set(error.issues.map((issue) => String(issue.path[0] ?? ""))),
]

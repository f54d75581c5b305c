/** The shapes that programs see. Field names are English and stable; words are as the letter has them. */
import { z } from "zod"
import { countMax } from "../actions/reading.ts"
import { states } from "../domain/life.ts"

const day = z.iso.date().meta({ description: "Ngày tại Việt Nam, YYYY-MM-DD", example: "2023-09-20" })
const id = z.guid().meta({ example: "01890000-0000-7000-8000-0000000000b2" })
const count = z.int().min(0)

export const idParams = z.object({ id })
const paging = {
  page: z.coerce.number().int().min(1).max(5000).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(50),
}

export const directivesQuery = z.object({
  q: z.string().trim().max(200).default("").meta({ description: "Tìm có dấu hoặc không dấu" }),
  side: z.enum(["all", "issued", "received"]).default("all"),
  ...paging,
})
export const assignmentsQuery = z.object({
  q: z.string().trim().max(200).default("").meta({ description: "Tìm có dấu hoặc không dấu" }),
  state: z.enum(["open", "late", "soon", "closed", "all", ...states]).default("open"),
  side: z
    .enum(["body", "issuer"])
    .default("body")
    .meta({ description: "body: việc cơ quan phải làm; issuer: việc cơ quan đã giao" }),
  directive: id.optional(),
  ...paging,
})

const total = count.meta({ description: `Số mục khớp; đếm đến ${countMax + 1} thì dừng` })
const counts = z.object({
  total: count,
  done: count.meta({ description: "Đã báo hoàn thành hoặc đã nghiệm thu" }),
  late: count,
})

export const directiveItem = z
  .object({
    id,
    name: z
      .string()
      .meta({ description: "Số/ký hiệu; rỗng khi văn bản chưa ghi số", example: "1234/UBND-KGVX" }),
    subject: z.string(),
    kind: z.string(),
    issuer: z.string(),
    issuedOn: day,
    issuedByMe: z.boolean(),
    assignments: counts,
  })
  .meta({ id: "DirectiveItem" })

export const directiveList = z.object({ items: z.array(directiveItem), total }).meta({ id: "DirectiveList" })

const task = z
  .object({
    id,
    path: z.string().meta({ example: "1.2" }),
    text: z.string(),
    dueOn: day.nullable(),
    deadlineWords: z.string().nullable(),
    every: z.string().nullable(),
    assignments: counts,
  })
  .meta({ id: "Task" })

export const directive = z
  .object({
    id,
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    datedOn: day.nullable(),
    issuedOn: day,
    kind: z.string(),
    subject: z.string(),
    issuer: z.string(),
    issuedByMe: z.boolean().meta({ description: "Sai: chỉ thấy phần giao cho cơ quan mình" }),
    originalSha256: z.string().nullable(),
    clauses: z.array(
      z.object({ path: z.string(), heading: z.string(), tasks: z.array(task) }).meta({ id: "Clause" }),
    ),
  })
  .meta({ id: "Directive" })

export const assignmentItem = z
  .object({
    id,
    directiveId: id,
    directive: z.string(),
    taskPath: z.string(),
    taskText: z.string(),
    body: z.string(),
    part: z.string().meta({ description: "lead: chủ trì; assigned: thực hiện" }),
    period: z.string().nullable(),
    state: z.enum(states),
    dueOn: day.nullable(),
    isLate: z.boolean(),
    percent: z.int().min(0).max(100),
    doneOn: day.nullable(),
  })
  .meta({ id: "AssignmentItem" })

export const assignmentList = z
  .object({ items: z.array(assignmentItem), total })
  .meta({ id: "AssignmentList" })

export const assignment = z
  .object({
    id,
    directiveId: id,
    taskPath: z.string(),
    taskText: z.string(),
    clause: z.string(),
    body: z.string(),
    issuer: z.string(),
    part: z.string(),
    period: z.string().nullable(),
    state: z.enum(states),
    dueOn: day.nullable(),
    firstDueOn: day.nullable(),
    deadlineWords: z.string().nullable(),
    isLate: z.boolean(),
    percent: z.int().min(0).max(100),
    plan: z.string().nullable(),
    plannedUntil: day.nullable(),
    doneOn: day.nullable(),
    extensionAskedUntil: day.nullable(),
    events: z.array(
      z.object({ at: z.string(), what: z.string(), by: z.string(), note: z.string().nullable() }),
    ),
    figures: z.array(
      z.object({
        figure: z.string(),
        period: z.string(),
        value: z.number(),
        note: z.string().nullable(),
        at: z.string(),
      }),
    ),
    evidence: z.array(z.object({ id, name: z.string(), bytes: count, sha256: z.string(), at: z.string() })),
  })
  .meta({ id: "Assignment" })

export const stepDone = z.object({ state: z.enum(states) }).meta({ id: "StepDone" })
export const commented = z.object({ ok: z.literal(true) }).meta({ id: "Commented" })

export const apiError = z
  .object({
    error: z.string().meta({ description: "Mã lỗi ổn định, ví dụ notReceivedYet" }),
    message: z.string().optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Error" })

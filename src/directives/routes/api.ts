/**
 * `/api/v1`: directives and assignments for programs of a body, with a token narrowed by scopes. The schemas that
 * validate are those that document. What a person must answer for (accept, return, decide an extension, withdraw)
 * is not offered to programs.
 */
import { createRoute } from "@hono/zod-openapi"
import type { z } from "zod"
import { requireScope } from "../../accounts/index.ts"
import type { Keyed } from "../../kernel/db/sending.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import {
  byToken,
  json,
  keyedOf,
  onceHeaders,
  programRoutes,
  refusalsOf,
} from "../../kernel/http/program-routes.ts"
import { readTask, readWork, type TaskReading, type WorkList } from "../actions/reading.ts"
import { type DirectiveList, type RollUp, readDirectives, readRollUp } from "../actions/roll-up.ts"
import { type Seat, seatOfToken } from "../actions/seat.ts"
import { commentOn, type Shared } from "../actions/sharing.ts"
import {
  askForExtension,
  finishAssignment,
  type NotDone,
  planAssignment,
  receiveAssignment,
  reportProgress,
  type StepResult,
} from "../actions/steps.ts"
import { isWorking } from "../domain/progress.ts"
import * as inputs from "../inputs.ts"
import { words } from "../words.ts"
import * as shapes from "./api-schemas.ts"

const refusals = refusalsOf(shapes.apiError)
const notFound = { 404: json(shapes.apiError, "Không có, hoặc thuộc cơ quan khác") }

export const directivesApi = programRoutes()
directivesApi.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
  type: "http",
  scheme: "bearer",
  description: "Mã truy cập của cơ quan, do quản trị của cơ quan cấp tại /quan-tri/ma-truy-cap",
})

directivesApi.openapi(
  createRoute({
    method: "get",
    path: "/api/v1/directives",
    summary: "Văn bản chỉ đạo mà cơ quan ban hành hoặc nhận, mới nhất trước",
    tags: ["directives"],
    security: byToken,
    middleware: [requireScope("directives:read")] as const,
    request: { query: shapes.directivesQuery },
    responses: { 200: json(shapes.directiveList, "Danh sách"), ...refusals },
  }),
  async (c) => {
    const { q, side, page, perPage } = c.req.valid("query")
    const found = await readDirectives(
      seatIn(c),
      { text: q, side },
      { sort: "ngay", descending: true, limit: perPage, offset: (page - 1) * perPage },
    )
    return c.json({ items: found.rows.map(directiveItemOf), total: found.total }, 200)
  },
)

directivesApi.openapi(
  createRoute({
    method: "get",
    path: "/api/v1/directives/{id}",
    summary: "Một văn bản chỉ đạo: mục, nhiệm vụ và tình hình thực hiện",
    tags: ["directives"],
    security: byToken,
    middleware: [requireScope("directives:read")] as const,
    request: { params: shapes.idParams },
    responses: { 200: json(shapes.directive, "Văn bản"), ...refusals, ...notFound },
  }),
  async (c) => {
    const rollUp = await readRollUp(seatIn(c), c.req.valid("param").id, 1)
    return rollUp === null ? c.json({ error: "notFound" }, 404) : c.json(directiveOf(rollUp), 200)
  },
)

directivesApi.openapi(
  createRoute({
    method: "get",
    path: "/api/v1/assignments",
    summary: "Nhiệm vụ của cơ quan, hoặc cơ quan đã giao; gần hạn nhất trước",
    tags: ["assignments"],
    security: byToken,
    middleware: [requireScope("assignments:read")] as const,
    request: { query: shapes.assignmentsQuery },
    responses: { 200: json(shapes.assignmentList, "Danh sách"), ...refusals },
  }),
  async (c) => {
    const { q, state, side, directive, page, perPage } = c.req.valid("query")
    const list = await readWork(
      seatIn(c),
      { text: q, state, side, directiveId: directive ?? null, bodyId: null, mine: null },
      { limit: perPage, offset: (page - 1) * perPage },
    )
    const items = list.rows.map((row) => assignmentItemOf(row, list.today))
    return c.json({ items, total: list.counts.matching }, 200)
  },
)

directivesApi.openapi(
  createRoute({
    method: "get",
    path: "/api/v1/assignments/{id}",
    summary: "Một nhiệm vụ, diễn biến, số liệu và minh chứng",
    tags: ["assignments"],
    security: byToken,
    middleware: [requireScope("assignments:read")] as const,
    request: { params: shapes.idParams },
    responses: { 200: json(shapes.assignment, "Nhiệm vụ"), ...refusals, ...notFound },
  }),
  async (c) => {
    const reading = await readTask(seatIn(c), c.req.valid("param").id)
    return reading === null ? c.json({ error: "notFound" }, 404) : c.json(assignmentOf(reading), 200)
  },
)

/** One route a step: the same schema as the form, the same action, the same refusals; done once under a key of the program. */
function step<Schema extends z.ZodType>(
  of: { path: string; summary: string },
  schema: Schema,
  run: (seat: Seat, id: string, input: z.output<Schema>) => Promise<StepResult>,
): void {
  const route = createRoute({
    method: "post",
    path: `/api/v1/assignments/{id}/${of.path}`,
    summary: of.summary,
    tags: ["assignments"],
    security: byToken,
    middleware: [requireScope("assignments:write")] as const,
    request: {
      params: shapes.idParams,
      headers: onceHeaders,
      body: { required: true, content: { "application/json": { schema: schema as z.ZodType } } },
    },
    responses: {
      200: json(shapes.stepDone, "Đã làm; trạng thái mới"),
      409: json(shapes.apiError, "Nhiệm vụ đang ở trạng thái không cho làm việc này"),
      ...refusals,
      ...notFound,
    },
  })
  directivesApi.openapi(route, async (c) => {
    // The validator has parsed it by this very schema; its type is lost in the generic route.
    const input = c.req.valid("json") as z.output<Schema>
    const seat = seatIn(c, keyedOf(c, c.req.valid("header")["idempotency-key"], input))
    const done = await run(seat, c.req.valid("param").id, input)
    if (!("refused" in done)) return c.json(done, 200)
    return done.refused === "notFound" ? c.json(refusalOf(done), 404) : c.json(refusalOf(done), 409)
  })
}

const none = { files: [] }
step({ path: "receipt", summary: "Tiếp nhận" }, inputs.receiptInput, receiveAssignment)
step({ path: "plan", summary: "Lập kế hoạch" }, inputs.planInput, planAssignment)
step({ path: "reports", summary: "Báo cáo tiến độ, kèm số liệu" }, inputs.reportInput, (seat, id, input) =>
  reportProgress(seat, id, { ...input, ...none }),
)
step({ path: "completion", summary: "Báo hoàn thành" }, inputs.finishInput, (seat, id, input) =>
  finishAssignment(seat, id, { ...input, ...none }),
)
step({ path: "extensions", summary: "Xin gia hạn" }, inputs.extensionInput, askForExtension)

directivesApi.openapi(
  createRoute({
    method: "post",
    path: "/api/v1/assignments/{id}/comments",
    summary: "Gửi ý kiến; cả hai cơ quan đều đọc được",
    tags: ["assignments"],
    security: byToken,
    middleware: [requireScope("assignments:write")] as const,
    request: {
      params: shapes.idParams,
      headers: onceHeaders,
      body: { required: true, content: { "application/json": { schema: inputs.commentInput } } },
    },
    responses: { 200: json(shapes.commented, "Đã gửi"), ...refusals, ...notFound },
  }),
  async (c) => {
    const { text } = c.req.valid("json")
    const seat = seatIn(c, keyedOf(c, c.req.valid("header")["idempotency-key"], text))
    const done: Shared | NotDone = await commentOn(seat, c.req.valid("param").id, text)
    return "refused" in done ? c.json(refusalOf(done), 404) : c.json(done, 200)
  },
)

/** Behind `requireScope`, which lets nobody past without a token. */
function seatIn(c: Pick<Ctx, "get">, keyed?: Keyed): Seat {
  const token = c.get("token")
  if (token === null) throw new Error("seatIn is behind requireScope")
  return seatOfToken(c.get("house"), token, { requestId: c.get("requestId"), keyed })
}

const refusalOf = ({ refused }: NotDone) => ({ error: refused, message: words.vi.refusals[refused] })

function directiveItemOf(row: DirectiveList["rows"][number]): z.output<typeof shapes.directiveItem> {
  const { id, name, subject, kind, issuedOn } = row
  const assignments = { total: row.total, done: row.done, late: row.late }
  return { id, name, subject, kind, issuer: row.issuerName, issuedOn, issuedByMe: row.mine, assignments }
}

function directiveOf({ head, clauses, tasks, isIssuer }: RollUp): z.output<typeof shapes.directive> {
  const { id, number, symbol, datedOn, issuedOn, kind, subject, originalSha256 } = head
  return {
    ...{ id, number, symbol, datedOn, issuedOn, kind, subject, originalSha256 },
    issuer: head.issuerName,
    issuedByMe: isIssuer,
    clauses: clauses.map((clause) => ({
      path: clause.path,
      heading: clause.heading,
      tasks: tasks
        .filter((task) => task.clauseId === clause.id)
        .map((task) => ({
          id: task.id,
          path: task.path,
          text: task.text,
          dueOn: task.dueOn,
          deadlineWords: task.deadlineWords,
          every: task.periodEvery,
          assignments: { total: task.total, done: task.done + task.accepted, late: task.late },
        })),
    })),
  }
}

type Due = { state: TaskReading["assignment"]["state"]; dueOn: string | null }
const isLate = (one: Due, today: string) => isWorking(one.state) && one.dueOn !== null && one.dueOn < today

function assignmentItemOf(
  row: WorkList["rows"][number],
  today: string,
): z.output<typeof shapes.assignmentItem> {
  const { id, directiveId, taskPath, taskText, part, period, state, dueOn, percent, doneOn } = row
  return {
    ...{ id, directiveId, taskPath, taskText, part, period, state, dueOn, percent, doneOn },
    directive: row.directiveName,
    body: row.bodyName,
    isLate: isLate(row, today),
  }
}

function assignmentOf(reading: TaskReading): z.output<typeof shapes.assignment> {
  const { assignment, task, directive, asked, events, figures, evidence, today } = reading
  const { id, directiveId, part, period, state, dueOn, firstDueOn, percent, plannedUntil, doneOn } =
    assignment
  return {
    ...{ id, directiveId, part, period, state, dueOn, firstDueOn, percent, plannedUntil, doneOn },
    taskPath: task.path,
    taskText: task.text,
    clause: task.clauseHeading,
    body: assignment.bodyNameAtIssue,
    issuer: directive.issuerName,
    deadlineWords: task.deadlineWords,
    isLate: isLate(assignment, today),
    plan: assignment.planText,
    extensionAskedUntil: asked?.wantedOn ?? null,
    events: events.map(({ at, what, byName, note }) => ({ at, what, by: byName, note })),
    figures,
    evidence: evidence.map(({ id: fileId, name, bytes, sha256, at }) => ({
      id: fileId,
      name,
      bytes,
      sha256,
      at,
    })),
  }
}

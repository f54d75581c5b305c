import { beforeAll, describe, expect, test } from "vitest"
import { createToken } from "../../accounts/actions/tokens.ts"
import type { Scope } from "../../accounts/policy.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type BodyKey, deskAt, peopleIn } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"
import * as shapes from "./api-schemas.ts"

const db = await freshDatabase()
let town: Town
const tokens = new Map<string, string>()
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
  for (const key of ["culture", "office", "stranger"] as const)
    await giveToken(key, key, ["directives:read", "assignments:read", "assignments:write"])
  await giveToken("reading", "culture", ["assignments:read"])
})

/** By the body's administrator, as everywhere. */
async function giveToken(name: string, key: BodyKey, scopes: readonly Scope[]): Promise<void> {
  const { who } = await town.as(key, "administrator")
  const desk = { ...deskAt(db, key), who: { ...who, requestId: "test-request" } }
  tokens.set(name, (await createToken(desk, { name: "Máy chủ", scopes, days: 30 })).token)
}

type Holder = BodyKey | "reading"
async function call(
  path: string,
  as: Holder,
  body?: unknown,
  key?: string,
): Promise<{ status: number; json: unknown }> {
  const headers = {
    ...(key === undefined ? {} : { "idempotency-key": key }),
    authorization: `Bearer ${tokens.get(as) ?? ""}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  }
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }
  const answer = await town.app.request(path, { headers, ...sent })
  return { status: answer.status, json: await answer.json() }
}

describe("a body's program", () => {
  test("reads its directives and its assignments, in the shapes that the document promises", async () => {
    const letter = await town.issue()
    const list = shapes.directiveList.parse((await call("/api/v1/directives?q=toi+pham", "culture")).json)
    expect(list.items.map((one) => [one.id, one.issuedByMe, one.assignments.total])).toContainEqual([
      letter,
      false,
      2,
    ])
    const own = shapes.directive.parse((await call(`/api/v1/directives/${letter}`, "culture")).json)
    expect(own.clauses.flatMap((clause) => clause.tasks.map((task) => task.path))).toEqual(["1.1", "1.2"])
    const issued = shapes.directive.parse((await call(`/api/v1/directives/${letter}`, "office")).json)
    expect(issued.clauses.flatMap((clause) => clause.tasks)).toHaveLength(3)
    const path = `/api/v1/assignments?directive=${letter}&perPage=1`
    const work = shapes.assignmentList.parse((await call(path, "culture")).json)
    expect([work.total, work.items.map((one) => one.taskPath)]).toEqual([2, ["1.1"]])
    const one = await call(`/api/v1/assignments/${work.items[0]?.id}`, "culture")
    expect(shapes.assignment.parse(one.json)).toMatchObject({ state: "sent", isLate: false, period: null })
  })

  test("carries an assignment from receipt to done; what it did stands in the timeline under the token's name", async () => {
    const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
    const at = `/api/v1/assignments/${id}`
    expect(await call(`${at}/plan`, "culture", { text: "Kế hoạch" })).toMatchObject({
      status: 409,
      json: { error: "notReceivedYet" },
    })
    expect(await call(`${at}/receipt`, "culture", {})).toEqual({ status: 200, json: { state: "received" } })
    await call(`${at}/plan`, "culture", { text: "Kế hoạch", until: "2023-09-18" })
    const figures = [{ figure: "I.1", period: "2023-08", value: 12 }]
    const report = { text: "Được nửa", percent: 50, figures }
    expect((await call(`${at}/reports`, "culture", report)).json).toEqual({ state: "in-progress" })
    const extension = { wantedOn: "2023-10-01", reason: "Chờ" }
    expect((await call(`${at}/extensions`, "culture", extension)).status).toBe(200)
    expect((await call(`${at}/comments`, "culture", { text: "Đã gửi" })).json).toEqual({ ok: true })
    expect((await call(`${at}/completion`, "culture", { text: "Xong" })).json).toEqual({ state: "done" })
    const read = shapes.assignment.parse((await call(at, "office")).json)
    expect(read.figures).toMatchObject([{ figure: "I.1", value: 12 }])
    expect(read.events.every((event) => event.by.startsWith("API "))).toBe(true)
    expect(await (await town.get(paths.assignment(id), await town.as("office"))).text()).toContain("API ")
  })

  test("that lost an answer and asks again under the same key has reported, asked and commented once, and is answered the same", async () => {
    const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
    const at = `/api/v1/assignments/${id}`
    await call(`${at}/receipt`, "culture", {})
    const sent = {
      reports: { text: "Được nửa", percent: 50 },
      extensions: { wantedOn: "2023-10-01", reason: "Chờ" },
      comments: { text: "Đã gửi" },
    }
    const events = async () => shapes.assignment.parse((await call(at, "culture")).json).events.length
    for (const [step, body] of Object.entries(sent)) {
      const twice = await Promise.all([1, 2].map(() => call(`${at}/${step}`, "culture", body, "khoa-0001")))
      const again = await call(`${at}/${step}`, "culture", body, "khoa-0001")
      expect(twice.map(({ status }) => status)).toEqual([200, 200])
      expect([twice[1], again]).toEqual([twice[0], twice[0]])
    }
    // The receipt, the report and what was asked.
    expect(await events()).toBe(3)
    const { rows } = await db.admin(
      "select count(*)::int as n from assignment_comments where assignment_id = $1",
      [id],
    )
    expect(rows[0].n).toBe(1)
    // Without a key each is one more, as before; other words under a used key are refused and change nothing.
    await call(`${at}/reports`, "culture", sent.reports)
    expect(await events()).toBe(4)
    const other = await call(`${at}/reports`, "culture", { text: "Khác", percent: 60 }, "khoa-0001")
    expect(other).toMatchObject({ status: 422, json: { error: "idempotency-key-reused" } })
    expect(await events()).toBe(4)
    expect((await call(`${at}/comments`, "culture", sent.comments, "ngan")).status).toBe(422)
  })

  test("that was refused under a key may send the same again once it is allowed", async () => {
    const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
    const at = `/api/v1/assignments/${id}`
    const report = { text: "Được nửa", percent: 50 }
    expect((await call(`${at}/reports`, "culture", report, "khoa-0002")).status).toBe(409)
    await call(`${at}/receipt`, "culture", {})
    expect((await call(`${at}/reports`, "culture", report, "khoa-0002")).status).toBe(200)
  })

  test("finds nothing of another body, to read or to change", async () => {
    const letter = await town.issue()
    const id = await town.assignmentOf(letter, "culture", "1.1")
    expect((await call(`/api/v1/directives/${letter}`, "stranger")).status).toBe(404)
    expect((await call(`/api/v1/assignments/${id}`, "stranger")).status).toBe(404)
    expect((await call("/api/v1/assignments", "stranger")).json).toEqual({ items: [], total: 0 })
    for (const [step, body] of Object.entries({
      receipt: {},
      plan: { text: "x" },
      reports: { text: "x", percent: 1 },
      completion: { text: "x" },
      extensions: { wantedOn: "2023-12-01", reason: "x" },
      comments: { text: "x" },
    }))
      expect((await call(`/api/v1/assignments/${id}/${step}`, "stranger", body)).status).toBe(404)
    expect((await call(`/api/v1/assignments/${id}/receipt`, "office", {})).json).toMatchObject({
      error: "notYourBody",
    })
  })

  test("is narrowed by its scopes, and an officer's cookie opens no program's door", async () => {
    const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
    expect((await call("/api/v1/assignments", "reading")).status).toBe(200)
    expect((await call("/api/v1/directives", "reading")).status).toBe(403)
    expect((await call(`/api/v1/assignments/${id}/receipt`, "reading", {})).status).toBe(403)
    const leader = await town.as("culture")
    expect((await town.get("/api/v1/assignments", leader)).status).toBe(401)
  })

  test("is told what is wrong, and where", async () => {
    const id = await town.assignmentOf(await town.issue(), "culture", "1.1")
    const wrong = await call(`/api/v1/assignments/${id}/reports`, "culture", { text: "", percent: 101 })
    expect(wrong).toMatchObject({ status: 422, json: { error: "invalid" } })
    const { issues } = shapes.apiError.parse(wrong.json)
    expect(issues?.map((issue) => issue.path)).toEqual(["/text", "/percent"])
    expect((await call("/api/v1/assignments?perPage=1000", "culture")).status).toBe(422)
    expect((await call("/api/v1/assignments/42", "culture")).status).toBe(422)
  })
})

type Operation = { security?: unknown; responses: Record<string, unknown>; summary?: string }
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

describe("/api/openapi.json", () => {
  test("is OpenAPI 3.1 of every route of the program interface, open to read", async () => {
    const answer = await town.app.request("/api/openapi.json")
    const document = (await answer.json()) as Document
    expect([answer.status, document.openapi]).toEqual([200, "3.1.0"])
    const routes = town.app.routes.filter(
      (route) => route.path.startsWith("/api/v1/") && route.method !== "ALL",
    )
    const served = new Set(
      routes.map((route) => `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, "{$1}")}`),
    )
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    expect(new Set(described)).toEqual(served)
    expect(described).toHaveLength(14)
  })

  test("names the token, the refusals and the shapes of each; no reference leads nowhere", async () => {
    const text = await (await town.app.request("/api/openapi.json")).text()
    const document = JSON.parse(text) as Document
    for (const operation of Object.values(document.paths).flatMap((one) => Object.values(one))) {
      expect(operation.security).toEqual([{ bearer: [] }])
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["200", "401", "403", "422"]))
      expect(operation.summary).toBeTruthy()
    }
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? "")
    expect(named.length).toBeGreaterThan(10)
    for (const name of named) expect(document.components.schemas[name]).toBeDefined()
    expect(document.components.securitySchemes.bearer).toMatchObject({ type: "http", scheme: "bearer" })
    expect(document.components.schemas.Figure).toMatchObject({
      properties: { period: { pattern: expect.stringContaining("Q[1-4]") } },
    })
  })
})

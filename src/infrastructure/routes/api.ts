/** `/api/v1/incidents`: an enterprise's own system tells of an incident. Written down in docs/contracts.md. */
import { createHash } from "node:crypto"
import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { requireScope } from "../../accounts/index.ts"
import { asToken } from "../../kernel/db/database.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import {
  byToken,
  errorShape,
  json,
  onceHeaders,
  programRoutes,
  refusalsOf,
} from "../../kernel/http/program-routes.ts"
import { localDateOf, localTimeOf } from "../../kernel/time.ts"
import { type Asked, reportIncident, type Teller } from "../actions/reporting.ts"
import { incidentKinds, services, takenThings, tools, tricks } from "../domain/incident.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

const refusals = refusalsOf(errorShape("IncidentError"))

const instant = z.iso.datetime({
  offset: true,
  message: "Thời điểm theo ISO 8601, như 2026-11-09T02:15:00+07:00",
})
const incident = z
  .strictObject({
    kind: z.enum(incidentKinds),
    happenedAt: instant.meta({ example: "2026-11-09T02:15:00+07:00" }),
    foundAt: instant.optional(),
    assets: z
      .array(z.string().min(1).max(60))
      .max(50)
      .optional()
      .meta({ description: "Mã tài sản của cơ quan gửi, hoặc số TS-…" }),
    commune: z
      .string()
      .min(1)
      .max(20)
      .optional()
      .meta({ description: "Mã xã; bỏ trống thì lấy theo tài sản đầu tiên" }),
    place: z.string().min(1).max(300).optional(),
    lat: z.number().optional(),
    lon: z.number().optional(),
    trick: z.enum(tricks).default("unknown"),
    tools: z.array(z.enum(tools)).max(12).optional(),
    taken: z.array(z.enum(takenThings)).max(12).optional(),
    what: z.string().min(1).max(4_000),
    subscribers: z.number().int().min(0).max(50_000_000).optional(),
    outageHours: z.number().min(0).max(99_999).optional(),
    services: z.array(z.enum(services)).max(12).optional(),
    damageVnd: z.number().int().min(1).max(9_999_999_999_999).optional(),
    damageBasis: z.string().min(1).max(1_000).optional(),
  })
  .meta({ id: "Incident" })
const taken = z
  .object({ id: z.string(), url: z.string(), isAgain: z.boolean() })
  .meta({ id: "IncidentTaken" })

export const incidentsApi = programRoutes()

incidentsApi.openapi(
  createRoute({
    method: "post",
    path: "/api/v1/incidents",
    summary: "Báo một sự cố hạ tầng; công an và UBND nơi xảy ra thấy ngay",
    tags: ["incidents"],
    security: byToken,
    middleware: [requireScope("incidents:write")] as const,
    request: {
      headers: onceHeaders,
      body: { required: true, content: { "application/json": { schema: incident } } },
    },
    responses: {
      201: json(taken, "Đã ghi"),
      200: json(taken, "Đã ghi từ trước"),
      ...refusals,
    },
  }),
  async (c) => {
    const body = c.req.valid("json")
    const key = c.req.valid("header")["idempotency-key"] ?? hashOf(JSON.stringify(body))
    const done = await reportIncident(tellerOf(c), askedOf(body), {
      ...{ origin: "api", deviceAt: null, sentKey: key },
      keep: () => Promise.resolve([]),
    })
    c.header("cache-control", "no-store")
    if ("refused" in done) {
      const issue = { path: pathOf[done.refused], message: words.vi.refusals[done.refused] }
      return c.json({ error: "invalid", issues: [issue] }, 422)
    }
    const url = `${c.get("house").config.publicUrl ?? ""}${paths.incident(done.id)}`
    return c.json({ id: done.id, url, isAgain: done.isAgain }, done.isAgain ? 200 : 201)
  },
)

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex")

const pathOf = {
  ahead: "/happenedAt",
  foundBefore: "/foundAt",
  sayHow: "/damageBasis",
  noPlace: "/commune",
  assetUnknown: "/assets",
  notAPoint: "/lat",
  elsewhere: "/lat",
  outageHalf: "/outageHours",
  noBody: "/assets",
} as const

function tellerOf(c: Ctx): Teller {
  const token = c.get("token")
  if (token === null) throw new Error("behind requireScope")
  const house = c.get("house")
  const who = { bodyId: token.bodyId, scopes: token.scopes, requestId: c.get("requestId") }
  // A body's own program tells of its own network where it names no asset.
  return {
    house,
    bodyId: token.bodyId,
    name: "API",
    isEnterprise: true,
    open: (work) => asToken(house.db, who, work),
  }
}

/** As the form asks it. */
function askedOf(body: z.infer<typeof incident>): Asked {
  const at = (text: string) => ({ day: localDateOf(new Date(text)), time: localTimeOf(new Date(text)) })
  const happened = at(body.happenedAt)
  const found = body.foundAt === undefined ? null : at(body.foundAt)
  return {
    ...{ kind: body.kind, happenedOn: happened.day, happenedTime: happened.time },
    ...{ foundOn: found?.day ?? null, foundTime: found?.time ?? null, ownerId: null },
    ...{ assets: body.assets?.join(", ") ?? null, areaCode: body.commune ?? null, place: body.place ?? null },
    ...{
      lat: body.lat === undefined ? null : String(body.lat),
      lon: body.lon === undefined ? null : String(body.lon),
    },
    ...{ trick: body.trick, tools: body.tools ?? null, taken: body.taken ?? null, what: body.what },
    ...{ subscribers: body.subscribers ?? null, services: body.services ?? null },
    outageHours: body.outageHours === undefined ? null : String(Math.round(body.outageHours * 10) / 10),
    ...{ damageVnd: body.damageVnd ?? null, damageBasis: body.damageBasis ?? null },
  }
}

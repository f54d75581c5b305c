/**
 * `/api/v1/indicators`: lists for programs of a body, with a token. Row security leaves what its body may see; the public
 * asks one at a time at `/kiem-tra`. The format is written down in docs/contracts.md.
 */
import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { requireScope } from "../../accounts/index.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import { byToken, errorShape, json, programRoutes, refusalsOf } from "../../kernel/http/program-routes.ts"
import { changeOf, type Program, readFeed, readFilter } from "../actions/feed.ts"
import { printOf } from "../domain/asked.ts"
import { cursorPattern, feedMax, filterFormats, filterMax } from "../domain/feed.ts"
import { indicatorKinds, tlps } from "../domain/indicator.ts"
import type { FeedRow } from "../store/feed.ts"

const refusals = refusalsOf(errorShape("IndicatorError"))

const cursor = z
  .string()
  .regex(cursorPattern, "cursor của câu trả lời trước, hoặc bỏ trống để lấy cả danh sách")
  .meta({ example: "1204" })
const item = z
  .object({
    id: z.string(),
    change: z.enum(["added", "removed"]).meta({ description: "removed: thu hồi, hết hạn; gỡ khỏi thiết bị" }),
    kind: z.enum(indicatorKinds),
    value: z.string().meta({ example: "+84951234567" }),
    openDigits: z.number().nullable().meta({ description: "Của dải số: bao nhiêu chữ số cuối là bất kỳ" }),
    print: z.string().meta({ description: "SHA-256 của kind:value" }),
    tlp: z.enum(tlps),
    trick: z.string().nullable(),
    confidence: z.number(),
    validFrom: z.string(),
    validUntil: z.string(),
    releasedAt: z.string(),
    endedAt: z.string().nullable(),
    owner: z.string(),
  })
  .meta({ id: "SharedIndicator" })
const list = z
  .object({ cursor: z.string(), hasMore: z.boolean(), items: z.array(item) })
  .meta({ id: "IndicatorList" })

export const sharingApi = programRoutes()

sharingApi.openapi(
  createRoute({
    method: "get",
    path: "/api/v1/indicators",
    summary:
      "Chỉ báo cơ quan được đọc: cả danh sách, hoặc thêm và gỡ từ cursor trước; TLP:RED không ra danh sách",
    tags: ["indicators"],
    security: byToken,
    middleware: [requireScope("indicators:read")] as const,
    request: {
      query: z.object({
        since: cursor.optional(),
        kind: z.enum(indicatorKinds).optional(),
        limit: z.coerce.number().int().min(1).max(feedMax).default(feedMax),
      }),
    },
    responses: { 200: json(list, "Danh sách; hỏi tiếp với since = cursor"), ...refusals },
  }),
  async (c) => {
    const { since, kind, limit } = c.req.valid("query")
    const feed = await readFeed(programOf(c), {
      since: since ?? "0",
      kinds: kind === undefined ? [] : [kind],
      limit,
    })
    c.header("cache-control", "no-store")
    return c.json({ cursor: feed.cursor, hasMore: feed.hasMore, items: feed.rows.map(itemOf) }, 200)
  },
)

sharingApi.openapi(
  createRoute({
    method: "get",
    path: "/api/v1/indicators/filter/{kind}",
    summary: `Tệp lọc cho thiết bị của nhà mạng: mỗi dòng một giá trị hay mã băm, nhiều nhất ${filterMax} dòng`,
    tags: ["indicators"],
    security: byToken,
    middleware: [requireScope("indicators:read")] as const,
    request: {
      params: z.object({ kind: z.enum(indicatorKinds) }),
      query: z.object({ since: cursor.optional(), format: z.enum(filterFormats).default("plain") }),
    },
    responses: {
      200: {
        description: "Tệp văn bản lienphong-filter-1",
        content: { "text/plain": { schema: z.string() } },
      },
      ...refusals,
    },
  }),
  async (c) => {
    const { since, format } = c.req.valid("query")
    const file = await readFilter(programOf(c), {
      kind: c.req.valid("param").kind,
      format,
      since: since ?? null,
    })
    c.header("cache-control", "no-store")
    c.header("x-cursor", file.cursor)
    return c.text(file.text, 200)
  },
)

function programOf(c: Ctx): Program {
  const token = c.get("token")
  if (token === null) throw new Error("behind requireScope")
  return { house: c.get("house"), token, requestId: c.get("requestId") }
}

const itemOf = (row: FeedRow): z.infer<typeof item> => ({
  id: row.id,
  change: changeOf(row),
  kind: row.kind,
  value: row.value,
  openDigits: row.openDigits,
  print: printOf(row),
  tlp: row.tlp,
  trick: row.trick,
  confidence: row.confidence,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  releasedAt: row.releasedAt,
  endedAt: row.endedAt,
  owner: row.owner,
})

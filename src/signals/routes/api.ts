/** `/api/v1/signals`: a body's program hands in a sign; the receipt is its answer. Reading tips is not for programs. */
import { createHash } from "node:crypto"
import { createRoute, OpenAPIHono } from "@hono/zod-openapi"
import { z } from "zod"
import { requireScope } from "../../accounts/index.ts"
import type { Env } from "../../kernel/http/env.ts"
import { takeByToken } from "../actions/take.ts"
import { tipInput } from "../inputs.ts"

const error = z
  .object({
    error: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "SignalError" })
const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
})

const receipt = z
  .object({
    code: z
      .string()
      .meta({ description: "Mã theo dõi; không cấp lại được", example: "7KQ2M-AAAAA-BBBBB-CCCCC" }),
    isAgain: z.boolean().meta({ description: "Tin này đã được nhận từ trước; không tạo tin mới" }),
    receipt: z.object({ hash: z.string(), at: z.string(), keyId: z.string(), signature: z.string() }),
  })
  .meta({ id: "SignalReceipt" })

const headers = z.object({
  "idempotency-key": z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Khóa của chương trình gửi; cùng khóa và cùng nội dung là cùng một tin" }),
})

export const signalsApi = new OpenAPIHono<Env>({
  defaultHook: (result, c) => {
    if (result.success) return
    const issues = result.error.issues.map(({ path, message }) => ({ path: `/${path.join("/")}`, message }))
    return c.json({ error: "invalid", issues }, 422)
  },
})

signalsApi.openapi(
  createRoute({
    method: "post",
    path: "/api/v1/signals",
    summary: "Gửi một dấu hiệu vi phạm cho cơ quan đầu mối",
    tags: ["signals"],
    security: [{ bearer: [] }],
    middleware: [requireScope("signals:write")] as const,
    request: { headers, body: { required: true, content: { "application/json": { schema: tipInput } } } },
    responses: {
      201: json(receipt, "Đã nhận; biên nhận có chữ ký"),
      200: json(receipt, "Đã nhận từ trước"),
      401: json(error, "Thiếu mã truy cập, hoặc mã đã hết hạn hay bị thu hồi"),
      403: json(error, "Mã truy cập không có phạm vi này"),
      422: json(error, "Dữ liệu gửi lên chưa đúng; issues nói chỗ nào"),
    },
  }),
  async (c) => {
    const tip = c.req.valid("json")
    const { bodyId, scopes } = holder(c.get("token"))
    const key = c.req.valid("header")["idempotency-key"] ?? JSON.stringify(tip)
    const once = createHash("sha256")
      .update(JSON.stringify(["api", bodyId, key]))
      .digest("hex")
      .slice(0, 32)
    const who = { bodyId, scopes, requestId: c.get("requestId") }
    const taking = { tip, channel: "api", once, files: [], keepsOriginals: false, isHeld: false } as const
    const { code, isAgain, receipt: signed } = await takeByToken(c.get("house"), who, taking)
    c.header("cache-control", "no-store")
    return c.json({ code, isAgain, receipt: signed }, isAgain ? 200 : 201)
  },
)

function holder<Holder>(token: Holder | null): Holder {
  if (token === null) throw new Error("behind requireScope")
  return token
}

/** `/api/v1/signals`: a body's program hands in a sign; the receipt is its answer. Reading tips is not for programs. */
import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { requireScope } from "../../accounts/index.ts"
import { byToken, errorShape, json, programRoutes, refusalsOf } from "../../kernel/http/program-routes.ts"
import { onceFor, takeByToken } from "../actions/take.ts"
import { targetFault } from "../domain/list-line.ts"
import { tipInput } from "../inputs.ts"
import { listWords } from "../words-list.ts"

const refusals = refusalsOf(errorShape("SignalError"))

const receipt = z
  .object({
    code: z
      .string()
      .meta({ description: "Mã theo dõi; không cấp lại được", example: "7KQ2M-AAAAA-BBBBB-CCCCC" }),
    unused: z.array(z.string()).meta({
      description:
        "Các trường đã gửi mà chúng tôi không dùng (JSON Pointer); nội dung của chúng chưa được nhận",
      example: ["/occurred_at"],
    }),
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

export const signalsApi = programRoutes()

signalsApi.openapi(
  createRoute({
    method: "post",
    path: "/api/v1/signals",
    summary: "Gửi một dấu hiệu vi phạm cho cơ quan đầu mối",
    tags: ["signals"],
    security: byToken,
    middleware: [requireScope("signals:write")] as const,
    request: { headers, body: { required: true, content: { "application/json": { schema: tipInput } } } },
    responses: {
      201: json(receipt, "Đã nhận; biên nhận có chữ ký"),
      200: json(receipt, "Đã nhận từ trước"),
      ...refusals,
    },
  }),
  async (c) => {
    const tip = c.req.valid("json")
    const spoilt = targetFault(tip)
    if (spoilt !== null)
      return c.json(
        { error: "invalid", issues: [{ path: "/target", message: listWords.vi.faults[spoilt] }] },
        422,
      )
    const unused = unusedOf(await c.req.json())
    const { bodyId, scopes } = holder(c.get("token"))
    const key = c.req.valid("header")["idempotency-key"] ?? JSON.stringify(tip)
    const once = onceFor(c.get("house"), "api", bodyId, key)
    const who = { bodyId, scopes, requestId: c.get("requestId") }
    const taking = { tip, channel: "api", once, files: [], keepsOriginals: false, isHeld: false } as const
    const { code, isAgain, receipt: signed } = await takeByToken(c.get("house"), who, taking)
    c.header("cache-control", "no-store")
    return c.json({ code, unused, isAgain, receipt: signed }, isAgain ? 200 : 201)
  },
)

/** Fields that the schema does not know are no fault, but their content is not taken, and the sender is told. */
function unusedOf(sent: unknown): string[] {
  if (typeof sent !== "object" || sent === null) return []
  return Object.keys(sent)
    .filter((key) => !(key in tipInput.shape))
    .slice(0, unusedMax)
    .map((key) => `/${key.slice(0, 60).replaceAll("~", "~0").replaceAll("/", "~1")}`)
}
const unusedMax = 50

function holder<Holder>(token: Holder | null): Holder {
  if (token === null) throw new Error("behind requireScope")
  return token
}

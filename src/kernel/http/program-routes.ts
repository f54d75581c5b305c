/** Routes for programs (`/api/v1`): the schemas that validate are those that document, and a refusal names its place. */
import { OpenAPIHono } from "@hono/zod-openapi"
import { z } from "zod"
import type { Keyed } from "../db/sending.ts"
import type { Ctx, Env } from "./env.ts"

/** Input that its schema refuses is answered with 422, each fault with a JSON pointer. */
export const programRoutes = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => ({ path: `/${path.join("/")}`, message }))
      return c.json({ error: "invalid", issues }, 422)
    },
  })

/** The security of a route that asks for the token of a body. */
export const byToken = [{ bearer: [] }]

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
})

/** `id`: the name of the shape in the document of the program interface; programs are written against it. */
export const errorShape = (id: string) =>
  z
    .object({
      error: z.string(),
      issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    })
    .meta({ id })

/** Refusals that every route behind a scope may give. */
export const refusalsOf = <Shape extends z.ZodType>(error: Shape) => ({
  401: json(error, "Thiếu mã truy cập, hoặc mã đã hết hạn hay bị thu hồi"),
  403: json(error, "Mã truy cập không có phạm vi này"),
  422: json(error, "Dữ liệu gửi lên chưa đúng; issues nói chỗ nào"),
})

/** The key by which a program says that two requests are one. */
export const onceHeaders = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\w-]{8,64}$/, "8 đến 64 chữ, số, gạch")
    .optional()
    .meta({
      description: "Khóa do chương trình đặt. Gửi lại cùng khóa và cùng nội dung thì chỉ ghi một lần",
      example: "bao-cao-2026-11-0001",
    }),
})

/** The key of this request, bound to the body that sends and to the address; undefined where the program gave none. */
export function keyedOf(c: Ctx, key: string | undefined, content: unknown): Keyed | undefined {
  const token = c.get("token")
  if (key === undefined || token === null) return undefined
  const hash = (...said: unknown[]) => c.get("house").keys.hmac("session", JSON.stringify(said))
  return {
    key: hash("keyed", token.bodyId, c.req.path, key),
    content: hash("keyed-content", content),
    requestId: c.get("requestId"),
  }
}

/** Routes for programs (`/api/v1`): the schemas that validate are those that document, and a refusal names its place. */
import { OpenAPIHono } from "@hono/zod-openapi"
import { z } from "zod"
import type { Env } from "./env.ts"

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

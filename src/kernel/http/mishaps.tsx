/** What a person sees when a page is not there, or when we failed: what happened, what to do, and the request's id. */
import type { ErrorHandler, NotFoundHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import { Actions, Button, Layout } from "../ui/index.ts"
import { defineWords } from "../words.ts"
import type { Ctx, Env } from "./env.ts"
import { frameOf } from "./frame.ts"

const words = defineWords({
  vi: {
    missing: "Không có trang này",
    missingHelp:
      "Địa chỉ có thể đã gõ thiếu, hoặc trang thuộc về cơ quan khác. Về trang đầu rồi đi tiếp từ đó.",
    failed: "Trang này gặp lỗi, việc vừa làm chưa được ghi",
    failedHelp: "Quay lại rồi thử lần nữa. Nếu vẫn lỗi, báo quản trị kèm mã yêu cầu dưới đây.",
    id: "Mã yêu cầu",
    home: "Về trang đầu",
  },
  en: {
    missing: "There is no such page",
    missingHelp:
      "The address may be mistyped, or the page belongs to another body. Go to the first page and on from there.",
    failed: "This page failed; what you just did was not recorded",
    failedHelp: "Go back and try again. If it fails again, tell the administrator the request id below.",
    id: "Request id",
    home: "To the first page",
  },
})

/** A record of another body and a record that never was are the same answer, so that neither tells. */
export const missing: NotFoundHandler<Env> = (c) => missingPage(c)

export function missingPage(c: Ctx) {
  if (isForPrograms(c)) return c.json({ error: "not-found" }, 404)
  const t = words[c.get("language")]
  return c.html(
    <Layout {...frameOf(c)} title={t.missing}>
      <p class="measure">{t.missingHelp}</p>
      <Home label={t.home} />
    </Layout>,
    404,
  )
}

export const failed: ErrorHandler<Env> = (error, c) => {
  if (error instanceof HTTPException) return error.getResponse()
  const requestId = c.get("requestId")
  // The message may quote what a person typed, so that only its kind and place are logged.
  c.get("house").log.error({ requestId, kind: error.name, at: firstFrames(error) }, "request failed")
  if (isForPrograms(c)) return c.json({ error: "failed", requestId }, 500)
  const t = words[c.get("language")]
  return c.html(
    <Layout {...frameOf(c)} title={t.failed}>
      <p class="measure">{t.failedHelp}</p>
      <p>
        {t.id}: <code>{requestId}</code>
      </p>
      <Home label={t.home} />
    </Layout>,
    500,
  )
}

function Home({ label }: { label: string }) {
  return (
    <Actions>
      <Button look="second" href="/">
        {label}
      </Button>
    </Actions>
  )
}

const isForPrograms = (c: Ctx) => c.req.path.startsWith("/api/")

function firstFrames(error: Error): string[] {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 5)
    .map((line) => line.trim())
}

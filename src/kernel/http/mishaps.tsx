/** What a person sees when a page is not there, or when we failed: what happened, what to do, and the request's id. */
import type { ErrorHandler, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { KeyReused, SentBefore } from "../db/sending.ts"
import { type Trouble, troubleOf } from "../db/trouble.ts"
import { Actions, Button, Layout } from "../ui/index.ts"
import { defineWords } from "../words.ts"
import type { Ctx, Env } from "./env.ts"
import { frameOf } from "./frame.ts"
import { answerTwin } from "./once.ts"
import { isForPrograms, problem, type Refusal, Refused, refuse, SentWords } from "./refusal.tsx"

const words = defineWords({
  vi: {
    failed: "Trang này gặp lỗi, việc vừa làm chưa được ghi",
    failedHelp: "Quay lại rồi thử lần nữa. Nếu vẫn lỗi, báo quản trị kèm mã yêu cầu dưới đây.",
    busy: "Máy chủ đang quá bận, việc vừa làm chưa được ghi",
    busyHelp:
      "Không phải lỗi của người dùng. Đợi khoảng một phút rồi tải lại trang này; nếu vừa gửi biểu mẫu thì quay lại và gửi lần nữa.",
    away: "Cơ sở dữ liệu không trả lời, việc vừa làm chưa được ghi",
    awayHelp:
      "Không phải lỗi của người dùng. Đợi vài phút rồi tải lại trang này; nếu vừa gửi biểu mẫu thì quay lại và gửi lần nữa.",
    full: "Máy chủ đã hết chỗ lưu, việc vừa làm chưa được ghi",
    fullHelp:
      "Không phải lỗi của người gửi: tệp và nội dung đã đến đủ nhưng máy chủ không còn chỗ để giữ. Báo quản trị kèm mã yêu cầu dưới đây, rồi gửi lại khi máy chủ đã có chỗ.",
    id: "Mã yêu cầu",
    home: "Về trang đầu",
  },
  en: {
    failed: "This page failed; what you just did was not recorded",
    failedHelp: "Go back and try again. If it fails again, tell the administrator the request id below.",
    busy: "The server is too busy; what you just did was not recorded",
    busyHelp:
      "This is no fault of yours. Wait about a minute and load this page again; if you had sent a form, go back and send it again.",
    away: "The database does not answer; what you just did was not recorded",
    awayHelp:
      "This is no fault of yours. Wait a few minutes and load this page again; if you had sent a form, go back and send it again.",
    full: "The server has no room left; what you just did was not recorded",
    fullHelp:
      "This is no fault of the sender: files and words arrived whole, but the server has no room to keep them. Tell the administrator the request id below and send again once there is room.",
    id: "Request id",
    home: "To the first page",
  },
})

/** A record of another body and a record that never was are the same answer, so that neither tells. */
export const missingPage = (c: Ctx): Response | Promise<Response> => refuse(c, "missing")

/** No route: 405 with `Allow` (RFC 9110, 15.5.6) where the address takes another method, else 404. */
export const missingFrom = (app: Hono<Env>) => (c: Ctx) => {
  const allowed = methods.filter((method) => takes(app, method, c.req.path))
  if (allowed.length === 0 || allowed.includes(c.req.method)) return missingPage(c)
  c.header("allow", allowed.join(", "))
  return refuse(c, "method")
}

const methods = ["GET", "POST"]

function takes(app: Hono<Env>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}

export const failed: ErrorHandler<Env> = (error, c) => {
  if (error instanceof Refused) return refuse(c, error.why, error.at)
  if (error instanceof SentBefore) return answerTwin(c, error)
  if (error instanceof KeyReused) return refuse(c, "keyReused")
  const requestId = c.get("requestId")
  const trouble = troubleOf(error)
  if (trouble !== null) return troubled(c, trouble, error)
  // The message may quote what a person typed, so that only its kind and place are logged.
  const at = { requestId, kind: error.name, code: codeOf(error), at: firstFrames(error) }
  const why = refusalFor(error)
  if (why !== null) {
    c.get("house").log.warn(at, "a value of the request was refused late")
    return refuse(c, why)
  }
  c.get("house").log.error(at, "request failed")
  const t = words[c.get("language")]
  if (isForPrograms(c)) return problem(c, 500, { error: "failed", detail: t.failedHelp })
  const frame = frameOf(c)
  return c.html(
    <Layout {...frame} title={t.failed}>
      <p class="measure">{t.failedHelp}</p>
      <p>
        {t.id}: <code>{requestId}</code>
      </p>
      <Actions>
        <Button look="second" href="/">
          {t.home}
        </Button>
      </Actions>
      <SentWords frame={frame} />
    </Layout>,
    500,
  )
}

/**
 * The fault is the request's when the database cannot read a value as what its column holds (SQLSTATE class 22, "data
 * exception"), or when it names a record that is not there or exceeds a declared bound (23503, 23514).
 */
function refusalFor(error: Error): Refusal | null {
  if (error instanceof HTTPException) return byStatus[error.status] ?? (error.status < 500 ? "broken" : null)
  const code = codeOf(error)
  return code !== null && /^(22...|23503|23514)$/.test(code) ? "value" : null
}

/** 507 where no room is left, 503 for what passes by itself; the program is told when to come back. */
function troubled(c: Ctx, trouble: Trouble, error: Error) {
  const requestId = c.get("requestId")
  const code = codeOf(error) ?? error.name
  c.get("house").log.error(
    { requestId, trouble, code, at: firstFrames(error) },
    "the server could not answer",
  )
  const status = trouble === "full" ? 507 : 503
  c.header("retry-after", trouble === "busy" ? "60" : "300")
  const t = words[c.get("language")]
  if (isForPrograms(c)) return problem(c, status, { error: trouble, detail: t[`${trouble}Help`] })
  const frame = frameOf(c)
  return c.html(
    <Layout {...frame} title={t[trouble]}>
      <p class="measure">{t[`${trouble}Help`]}</p>
      <p>
        {t.id}: <code>{requestId}</code>
      </p>
      <SentWords frame={frame} />
    </Layout>,
    status,
  )
}

const byStatus: Readonly<Record<number, Refusal>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "missing",
  405: "method",
  413: "tooLarge",
  415: "mediaType",
}

function codeOf(error: Error): string | null {
  return "code" in error && typeof error.code === "string" ? error.code : null
}

function firstFrames(error: Error): string[] {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 5)
    .map((line) => line.trim())
}

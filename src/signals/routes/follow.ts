/** Following with the code, which travels by POST only. */
import { Hono } from "hono"
import type { Tx } from "../../kernel/db/database.ts"
import { SentBefore } from "../../kernel/db/sending.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import type { Lang } from "../../kernel/words.ts"
import { followTip, type Wrote, withdrawTip, writeToOfficer } from "../actions/follow.ts"
import { normalCode } from "../domain/receipt.ts"
import { messageInput } from "../inputs.ts"
import { askCodePage, type FollowView, followPage } from "../pages/follow.tsx"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"

/** What the slices above tell of a tip to whoever holds its receipt: sentences that name nobody. */
export type Helped = (tx: Tx, lang: Lang) => Promise<readonly string[]>

export function followRoutes(helped: Helped): Hono<Env> {
  const routes = new Hono<Env>()
  const show = showBy(helped)

  routes.get(paths.follow, (c) => {
    secretly(c)
    return c.html(askCodePage({ frame: frameOf(c) }))
  })

  routes.post(paths.follow, async (c) => {
    const { typed, code } = await codeIn(c)
    return code === null ? askAgain(c, typed, "notCode") : show(c, code, {})
  })

  routes.post(paths.followMessages, async (c) => {
    const { typed, code, fields } = await codeIn(c)
    if (code === null) return askAgain(c, typed, "notCode")
    const t = portalWords[c.get("language")].follow
    const parsed = messageInput.safeParse({ text: fields.text ?? "" })
    if (!parsed.success) return show(c, code, { errors: { text: t.empty }, typed: fields.text ?? "" }, 422)
    const wrote = await writeOnce(c, code, parsed.data.text)
    if ("done" in wrote) return show(c, code, { said: "sent" })
    if (wrote.refused === "notFound") return askAgain(c, typed, "notFound")
    const why = wrote.refused === "tooMany" ? t.tooMany : t.isWithdrawn
    return show(c, code, { errors: { text: why }, typed: parsed.data.text }, 422)
  })

  routes.post(paths.followWithdrawal, async (c) => {
    const { typed, code } = await codeIn(c)
    if (code === null) return askAgain(c, typed, "notCode")
    const done = await withdrawTip(c.get("house"), code)
    return "done" in done ? show(c, code, { said: "withdrawn" }) : show(c, code, {})
  })
  return routes
}

/** A reload sends the form again: the message stands there once, and the page says so. */
async function writeOnce(c: Ctx, code: string, text: string): Promise<Wrote> {
  const sending = c.get("sending")
  if (sending !== undefined) sending.keepsPage = true
  try {
    return await writeToOfficer(c.get("house"), code, text, sending)
  } catch (error) {
    if (error instanceof SentBefore) return { done: true }
    throw error
  }
}

async function codeIn(c: Ctx) {
  secretly(c)
  const fields = await fieldsOf(c)
  const typed = (fields.code ?? "").slice(0, 100)
  return { fields, typed, code: normalCode(typed) }
}

const showBy =
  (helped: Helped) =>
  async (
    c: Ctx,
    code: string,
    more: Pick<FollowView, "said" | "errors" | "typed">,
    status: 200 | 422 = 200,
  ): Promise<Response> => {
    const lang = c.get("language")
    const tip = await followTip(c.get("house"), code, (tx) => helped(tx, lang))
    if (tip === null) return askAgain(c, code, "notFound")
    return c.html(followPage({ frame: frameOf(c), code, tip, ...more }), status)
  }

function askAgain(c: Ctx, typed: string, error: "notCode" | "notFound") {
  return c.html(askCodePage({ frame: frameOf(c), typed, error }), 422)
}

/** Following with the code, which travels by POST only. */
import { Hono } from "hono"
import type { Tx } from "../../kernel/db/database.ts"
import { SentBefore } from "../../kernel/db/sending.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import type { FieldErrors } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { followTip, type Later, type Wrote, withdrawTip, writeToOfficer } from "../actions/follow.ts"
import { normalCode } from "../domain/receipt.ts"
import { messageInput } from "../inputs.ts"
import { askCodePage, type FollowView, followPage } from "../pages/follow.tsx"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"
import { troubleOf } from "./answers.ts"
import { keepsOriginals, readTipForm, takesEvidence } from "./upload.ts"

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

  routes.post(paths.followMessages, takesEvidence, async (c) => {
    secretly(c)
    const form = await readTipForm(c)
    const { typed, code } = codeOf(form.fields)
    if (code === null) return askAgain(c, typed, "notCode")
    const t = portalWords[c.get("language")].follow
    const again = (errors: FieldErrors) => show(c, code, { errors, answers: form.fields }, 422)
    if (form.trouble !== null) return again(troubleOf(c, form.trouble))
    const parsed = messageInput.safeParse({ text: form.fields.text ?? "" })
    if (!parsed.success) return again({ text: t.tooLong })
    if (parsed.data.text === "" && form.files.length === 0) return again({ text: t.empty })
    await form.keep()
    const wrote = await writeOnce(c, code, {
      text: parsed.data.text,
      files: form.files,
      keepsOriginals: keepsOriginals(form.fields),
    })
    if ("done" in wrote) return show(c, code, { said: "sent" })
    switch (wrote.refused) {
      case "notFound":
        return askAgain(c, typed, "notFound")
      case "tooManyFiles":
        return again({ files: t.tooManyFiles })
      case "tooMany":
        return again({ text: t.tooMany })
      case "withdrawn":
        return again({ text: t.isWithdrawn })
    }
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
async function writeOnce(c: Ctx, code: string, later: Later): Promise<Wrote> {
  const sending = c.get("sending")
  if (sending !== undefined) sending.keepsPage = true
  try {
    return await writeToOfficer(c.get("house"), code, later, sending)
  } catch (error) {
    if (error instanceof SentBefore) return { done: true }
    throw error
  }
}

async function codeIn(c: Ctx) {
  secretly(c)
  return codeOf(await fieldsOf(c))
}

function codeOf(fields: Readonly<Record<string, string>>) {
  const typed = (fields.code ?? "").slice(0, 100)
  return { typed, code: normalCode(typed) }
}

const showBy =
  (helped: Helped) =>
  async (
    c: Ctx,
    code: string,
    more: Pick<FollowView, "said" | "errors" | "answers">,
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

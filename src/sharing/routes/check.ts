/** `/kiem-tra`: the box by GET, the answer by POST only, so that no address, history or log holds what was asked. */
import { Hono } from "hono"
import { formatNumber } from "../../kernel/format.ts"
import { limitOfNetworks } from "../../kernel/http/asks.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { openToOtherSites } from "../../kernel/http/guards.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { hotlinesOf, messageCharsMax, scamTypes } from "../../signals/index.ts"
import { checkText } from "../actions/check.ts"
import { askPage } from "../pages/check.tsx"
import { answerPage } from "../pages/check-answer.tsx"
import { paths } from "../paths.ts"
import { checkWords } from "../words-check.ts"

export const checkRoutes = new Hono<Env>()

/** Too little to walk through all numbers. */
const minutesToWait = limitOfNetworks({ most: 600, withinMs: 10 * 60_000 })

checkRoutes.get(paths.check, (c) => {
  secretly(c)
  return c.html(askPage({ frame: frameOf(c) }))
})

/** Open to forms of other sites: it changes nothing, and a browser sends no cookie of ours with them. */
checkRoutes.post(paths.check, openToOtherSites, async (c) => {
  secretly(c)
  const text = ((await fieldsOf(c)).text ?? "").trim()
  if (minutesToWait(c) > 0)
    return c.html(
      askPage({ frame: frameOf(c), typed: text, error: checkWords[c.get("language")].ask.tooOften }),
      429,
    )
  const checked = await checkText(c.get("house"), text)
  if ("refused" in checked)
    return c.html(askPage({ frame: frameOf(c), typed: text, error: errorOf(c, checked.refused) }), 422)
  return c.html(
    answerPage({
      frame: frameOf(c),
      text,
      ...checked,
      tricks: scamTypes(),
      police: hotlinesOf(c.get("house").numbers).police,
    }),
  )
})

function errorOf(c: Ctx, refused: "empty" | "tooLong" | "nothing"): string {
  const lang = c.get("language")
  const t = checkWords[lang].ask
  return refused === "tooLong" ? t.tooLong(formatNumber(messageCharsMax, lang)) : t[refused]
}

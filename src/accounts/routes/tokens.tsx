import { Hono } from "hono"
import { readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import { createToken, endToken, listTokens } from "../actions/tokens.ts"
import { accessToken } from "../forms.ts"
import { allow, requireOfficer } from "../middleware.ts"
import { ShownOncePage } from "../pages/secrets.tsx"
import { TokensPage } from "../pages/tokens.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

export const tokenRoutes = new Hono<Env>()
  .use("/quan-tri/ma-truy-cap", requireOfficer, allow("token.manage"))
  .use("/quan-tri/ma-truy-cap/*", requireOfficer, allow("token.manage"))
  .get(paths.tokens, async (c) => {
    const t = words[c.get("language")].admin.tokens
    const said = c.req.query("da") === "thu-hoi" ? t.revoked : null
    return c.html(<TokensPage frame={frameOf(c)} tokens={await listTokens(deskOf(c))} said={said} />)
  })
  .post(paths.tokens, async (c) => create(c))
  .post("/quan-tri/ma-truy-cap/:id/thu-hoi", async (c) => {
    const id = c.req.param("id")
    if (!/^[0-9a-f-]{36}$/.test(id) || !(await endToken(deskOf(c), id))) return missingPage(c)
    return c.redirect(`${paths.tokens}?da=thu-hoi`, 303)
  })

async function create(c: Ctx): Promise<Response> {
  const answers = await listsOf(c)
  const read = readForm(accessToken, answers, c.get("language"))
  if ("errors" in read) {
    const view = { frame: frameOf(c), tokens: await listTokens(deskOf(c)), said: null, answers }
    return c.html(<TokensPage {...view} errors={read.errors} />, 422)
  }
  const { name, scopes, days } = read.input
  const { token } = await createToken(deskOf(c), { name, scopes: [...scopes], days })
  const t = words[c.get("language")].admin.tokens
  secretly(c)
  const done = { href: paths.tokens, label: t.madeDone }
  const said = { title: t.madeTitle(name), lead: t.madeLead, label: t.madeLabel }
  return c.html(<ShownOncePage frame={frameOf(c)} {...said} secret={token} done={done} />)
}

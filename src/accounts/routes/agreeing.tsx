import { Hono } from "hono"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { isRecordId } from "../../kernel/http/record.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { agree, listRecoveries, listToAgree } from "../actions/agreeing.ts"
import { allow, requireOfficer } from "../middleware.ts"
import { AgreeingPage } from "../pages/notices.tsx"
import { ShownOncePage } from "../pages/secrets.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

/** The second person's page: what waits for them, in whichever body it was asked. */
export const agreeingRoutes = new Hono<Env>()
  .use("/quan-tri/dong-y", requireOfficer, allow("account.agree"))
  .use("/quan-tri/dong-y/*", requireOfficer, allow("account.agree"))
  .get(paths.agreeing, async (c) => {
    const desk = deskOf(c)
    const [asked, recoveries] = [await listToAgree(desk), await listRecoveries(desk)]
    const said = c.req.query("da") === "gui" ? words[c.get("language")].admin.agreeing.mailed : null
    return c.html(<AgreeingPage frame={frameOf(c)} {...{ asked, recoveries, said }} />)
  })
  .post("/quan-tri/dong-y/:id", async (c) => {
    const id = c.req.param("id")
    if (!isRecordId(id)) return missingPage(c)
    const result = await agree(deskOf(c), id)
    if (result.at === "not-found") return missingPage(c)
    if (result.at === "mailed") return c.redirect(`${paths.agreeing}?da=gui`, 303)
    const t = words[c.get("language")].admin
    secretly(c)
    return c.html(
      <ShownOncePage
        frame={frameOf(c)}
        title={t.link.title(result.name)}
        lead={t.link.lead}
        label={t.link.label}
        secret={linkTo(c.get("house").config, paths.invitation(result.token))}
        done={{ href: paths.agreeing, label: t.agreeing.crumb }}
      />,
    )
  })

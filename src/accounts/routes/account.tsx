import { Hono } from "hono"
import type { Ctx } from "../../kernel/http/env.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import type { FieldErrors } from "../../kernel/ui/index.ts"
import {
  beginTotp,
  changeDesk,
  changePassword,
  endSessions,
  endTotp,
  proveTotp,
  readAccount,
  renewRecoveryCodes,
  seeOwnNotices,
  type Wrong,
} from "../actions/account.ts"
import { requireOfficer } from "../middleware.ts"
import { type AccountForm, AccountPage, DesksPage } from "../pages/account.tsx"
import { RecoveryCodesPage, TotpPage } from "../pages/secrets.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { nextOf, readForm, realSeconds } from "./visitor.ts"

/** One's own account: sessions, password, second step, desk. */
export const ownAccountRoutes = new Hono<Env>()
  .use("/tai-khoan", requireOfficer)
  .use("/tai-khoan/*", requireOfficer)
  .get(paths.account, (c) => show(c))
  .post(paths.notices, async (c) => {
    await seeOwnNotices(deskOf(c))
    return c.redirect(paths.account, 303)
  })
  .get(paths.sessions, (c) => c.redirect(paths.account, 303))
  .post("/tai-khoan/phien/:id/ket-thuc", async (c) => {
    const ended = await endSessions(deskOf(c), c.req.param("id"))
    return ended === 0 ? missingPage(c) : c.redirect(`${paths.account}?da=phien-1`, 303)
  })
  .post(paths.otherSessions, async (c) => {
    const ended = await endSessions(deskOf(c), null)
    return c.redirect(`${paths.account}?da=phien-${ended}`, 303)
  })
  .post(paths.password, async (c) => {
    const { text } = await readForm(c)
    const t = words[c.get("language")].password
    if (text("next") !== text("again")) return show(c, "password", { again: t.differs })
    const result = await changePassword(deskOf(c), { current: text("current"), next: text("next") })
    if (result.at === "done") return c.redirect(`${paths.account}?da=mat-khau`, 303)
    if (result.at === "fault") return show(c, "password", { next: t.faults[result.fault] })
    return show(c, "password", { current: wrongIn(c, result) })
  })
  .post(paths.totp, async (c) => {
    const { text } = await readForm(c)
    const result = await beginTotp(deskOf(c), text("current"))
    if (result.at !== "set-up") return show(c, "totp", { current: wrongIn(c, result) })
    secretly(c)
    return c.html(<TotpPage frame={frameOf(c)} secret={result.secret} uri={result.uri} />)
  })
  .post(paths.totpProof, async (c) => {
    const code = (await readForm(c)).text("code").replace(/\s/g, "")
    const result = await proveTotp(deskOf(c), { code, realSeconds: realSeconds() })
    if (result.at === "not-begun") return c.redirect(paths.account, 303)
    secretly(c)
    if (result.at === "done")
      return c.html(<RecoveryCodesPage frame={frameOf(c)} codes={result.recoveryCodes} />)
    const errors = { code: words[c.get("language")].totp.firstCodeWrong }
    return c.html(
      <TotpPage frame={frameOf(c)} secret={result.secret} uri={result.uri} errors={errors} />,
      422,
    )
  })
  .post(paths.totpEnd, async (c) => {
    const result = await endTotp(deskOf(c), (await readForm(c)).text("current"))
    if (result.at === "done") return c.redirect(`${paths.account}?da=tat-xac-thuc`, 303)
    return show(c, "totp", { current: wrongIn(c, result) })
  })
  .post(paths.recoveryCodes, async (c) => {
    const result = await renewRecoveryCodes(deskOf(c), (await readForm(c)).text("current"))
    if (result.at !== "done") return show(c, "totp", { current: wrongIn(c, result) })
    secretly(c)
    return c.html(<RecoveryCodesPage frame={frameOf(c)} codes={result.recoveryCodes} />)
  })
  .get(paths.desks, async (c) => {
    const desk = deskOf(c)
    const { desks } = await readAccount(desk)
    const next = nextOf(c.req.query("next"))
    return c.html(<DesksPage frame={frameOf(c)} desks={desks} postId={desk.officer.postId} next={next} />)
  })
  .post(paths.desks, async (c) => {
    const desk = deskOf(c)
    const { text } = await readForm(c)
    if (await changeDesk(desk, text("post"))) return c.redirect(nextOf(text("next")), 303)
    const { desks } = await readAccount(desk)
    const view = { frame: frameOf(c), desks, postId: desk.officer.postId, next: nextOf(text("next")) }
    return c.html(<DesksPage {...view} errors={{ post: words[c.get("language")].desks.choose }} />, 422)
  })

async function show(c: Ctx, form?: AccountForm, errors: FieldErrors = {}): Promise<Response> {
  const desk = deskOf(c)
  const account = await readAccount(desk)
  const view = {
    frame: frameOf(c),
    account,
    sessionId: desk.officer.sessionId,
    said: saidOf(c),
    goOn: goOnOf(c),
  }
  if (form === undefined) return c.html(<AccountPage {...view} />)
  return c.html(<AccountPage {...view} refused={{ form, errors }} />, 422)
}

/** Whoever was sent here on the way to another page. */
function goOnOf(c: Ctx): string | null {
  const next = nextOf(c.req.query("next"))
  return next === paths.work ? null : next
}

function saidOf(c: Ctx): string | null {
  const t = words[c.get("language")]
  const said = c.req.query("da") ?? ""
  const ended = /^phien-(\d{1,4})$/.exec(said)?.[1]
  if (ended !== undefined) return t.account.ended(Number(ended))
  if (said === "mat-khau") return t.password.done
  return said === "tat-xac-thuc" ? t.totp.ended : null
}

function wrongIn(c: Ctx, wrong: Wrong): string {
  const t = words[c.get("language")].password
  return wrong.at === "wait" ? t.wait(wrong.minutes) : t.wrong
}

import { Hono } from "hono"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { type AcceptResult, accept, readInvitation, type Seen } from "../actions/invitations.ts"
import { InvitationOverPage, InvitationPage } from "../pages/invitation.tsx"
import { passwordSet, paths } from "../paths.ts"
import { words } from "../words.ts"
import { readForm } from "./visitor.ts"

/** `/loi-moi/…`: the link itself is the right to come in, so that its pages leave no trace. */
export const invitationRoutes = new Hono<Env>()
  .get("/loi-moi/:token", async (c) => {
    secretly(c)
    const seen = await readInvitation(c.get("house"), c.req.param("token"))
    return seen === null ? over(c, "gone") : show(c, c.req.param("token"), seen)
  })
  .post("/loi-moi/:token", async (c) => {
    secretly(c)
    const token = c.req.param("token")
    const { text } = await readForm(c)
    const seen = await readInvitation(c.get("house"), token)
    if (seen === null) return over(c, "gone")
    const officer = c.get("officer")
    const asksName = seen.invitation.purpose === "post" && seen.known === null
    const name = text("name").trim()
    const t = words[c.get("language")]
    if (asksName && name === "") return show(c, token, seen, { name: t.invitation.emptyName }, name)
    const input = { token, name, password: text("password"), signedInAs: officer?.officerId ?? null }
    return answer(c, { token, seen, name }, await accept(c.get("house"), input))
  })

type Asked = { token: string; seen: Seen; name: string }

function answer(c: Ctx, { token, seen, name }: Asked, result: AcceptResult): Response | Promise<Response> {
  const t = words[c.get("language")]
  switch (result.at) {
    case "taken":
      return c.redirect(c.get("officer") === null ? passwordSet : paths.desks, 303)
    case "gone":
      return over(c, "gone")
    case "serves-elsewhere":
      return over(c, "elsewhere")
    case "sign-in-first":
      return show(c, token, seen)
    case "fault":
      return show(c, token, seen, { password: t.password.faults[result.fault] }, name)
    default:
      return result satisfies never
  }
}

function show(
  c: Ctx,
  token: string,
  seen: Seen,
  errors?: Record<string, string>,
  name?: string,
): Response | Promise<Response> {
  const officer = c.get("officer")
  const mustBe = seen.invitation.purpose === "post" ? seen.known : null
  const known =
    mustBe === null ? "nobody" : officer?.officerId === mustBe.officerId ? "signed-in" : "sign-in-first"
  const view = {
    frame: frameOf(c),
    token,
    invitation: seen.invitation,
    known,
    signedInName: known === "signed-in" ? (officer?.name ?? null) : null,
    ...(name === undefined ? {} : { answers: { name } }),
  } as const
  return errors === undefined
    ? c.html(<InvitationPage {...view} />)
    : c.html(<InvitationPage {...view} errors={errors} />, 422)
}

function over(c: Ctx, why: "gone" | "elsewhere"): Response | Promise<Response> {
  return c.html(<InvitationOverPage frame={frameOf(c)} why={why} />, why === "gone" ? 410 : 409)
}

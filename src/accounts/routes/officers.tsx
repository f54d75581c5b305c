import { Hono } from "hono"
import { type Errors, readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Role } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import type { Answers } from "../../kernel/ui/index.ts"
import { listRecoveries } from "../actions/agreeing.ts"
import { endInvitation, invite, invitePassword, listInvitations } from "../actions/invitations.ts"
import { changeRole, closePost, listBodies, listOfficers, type PostResult } from "../actions/officers.ts"
import { invitation } from "../forms.ts"
import type { OfficerHolder } from "../holdings.ts"
import { allow, requireOfficer } from "../middleware.ts"
import { InvitePage, OfficersPage, PostPage } from "../pages/officers.tsx"
import { ShownOncePage } from "../pages/secrets.tsx"
import { paths } from "../paths.ts"
import { can, roles } from "../policy.ts"
import { words } from "../words.ts"
import { handoverWords } from "../words-handover.ts"
import { handoverPage, takeHandover } from "./handover.tsx"
import { officerListRoutes } from "./officer-list.tsx"

const idPattern = /^[0-9a-f-]{36}$/

/** The administrator of a body keeps who serves it. */
export const officerRoutes = (holders: readonly OfficerHolder[]) =>
  new Hono<Env>()
    .use("/quan-tri/can-bo", requireOfficer, allow("officer.read"))
    .use("/quan-tri/can-bo/*", requireOfficer, allow("officer.invite"))
    .get(paths.officers, async (c) => {
      const desk = deskOf(c)
      const mayChange = can(desk.officer, "officer.invite")
      const t = words[c.get("language")].admin
      const said =
        c.req.query("da") === "ket-thuc"
          ? t.post.ended
          : c.req.query("da") === "thu-hoi"
            ? t.officers.withdrawn
            : (saidOfHandover(c) ?? saidOfLink(c))
      const officers = await listOfficers(desk)
      const invitations = mayChange ? await listInvitations(desk) : []
      const recoveries = mayChange ? await listRecoveries(desk) : []
      const view = {
        officers,
        invitations,
        recoveries,
        mayChange,
        mayAgree: can(desk.officer, "account.agree"),
        said,
      }
      return c.html(<OfficersPage frame={frameOf(c)} {...view} />)
    })
    .route("/", officerListRoutes)
    .get(paths.invitationNew, (c) => inviteForm(c, {}))
    .post(paths.invitations, async (c) => {
      const desk = deskOf(c)
      const answers = await listsOf(c)
      const read = readForm(invitation, answers, c.get("language"))
      if ("errors" in read) return inviteForm(c, answers, read.errors)
      const { name: fullName, body, ...input } = read.input
      const bodyId = body !== null && idPattern.test(body) ? body : desk.who.bodyId
      const result = await invite(desk, { ...input, fullName, bodyId })
      if (result.at === "not-this-body")
        return inviteForm(c, answers, { body: words[c.get("language")].admin.invite.otherBody })
      return sentPage(c, fullName, result)
    })
    .post("/quan-tri/can-bo/loi-moi/:id/thu-hoi", async (c) => {
      const id = c.req.param("id")
      if (!idPattern.test(id) || !(await endInvitation(deskOf(c), id))) return missingPage(c)
      return c.redirect(`${paths.officers}?da=thu-hoi`, 303)
    })
    .get("/quan-tri/can-bo/:id/ban-giao", (c) => handoverFor(c, (id) => handoverPage(c, holders, id)))
    .post("/quan-tri/can-bo/:id/ban-giao", (c) => handoverFor(c, (id) => takeHandover(c, holders, id)))
    .get("/quan-tri/can-bo/:id", (c) => postPage(c, c.req.param("id")))
    .post("/quan-tri/can-bo/:id/vai-tro", async (c) => {
      const id = c.req.param("id")
      const role = await roleIn(c)
      if (role === null) return postPage(c, id, { role: words[c.get("language")].admin.invite.emptyRole })
      return answer(c, id, await changeRole(deskOf(c), holders, id, role), `${paths.post(id)}?da=vai-tro`)
    })
    .post("/quan-tri/can-bo/:id/ket-thuc", async (c) => {
      const id = c.req.param("id")
      return answer(c, id, await closePost(deskOf(c), holders, id), `${paths.officers}?da=ket-thuc`)
    })
    .post("/quan-tri/can-bo/:id/mat-khau", async (c) => {
      const id = c.req.param("id")
      const post = await postOf(c, id)
      if (post === undefined) return missingPage(c)
      const result = await invitePassword(deskOf(c), id)
      if (result.at !== "serves-elsewhere" && result.at !== "not-this-body")
        return sentPage(c, post.name, result)
      const t = words[c.get("language")].admin.post.refusals
      return postPage(c, id, {
        "": result.at === "serves-elsewhere" ? t["serves-elsewhere"] : t["not-found"],
      })
    })

function handoverFor(c: Ctx, then: (id: string) => Promise<Response>) {
  const id = c.req.param("id") ?? ""
  return idPattern.test(id) ? then(id) : missingPage(c)
}

async function roleIn(c: Ctx): Promise<Role | null> {
  const { role } = await fieldsOf(c)
  return roles.find((one) => one === role) ?? null
}

async function inviteForm(c: Ctx, answers: Answers, errors?: Errors): Promise<Response> {
  const desk = deskOf(c)
  const mayElsewhere = can(desk.officer, "administrator.invite-elsewhere")
  const bodies = mayElsewhere ? await listBodies(desk) : []
  const view = { frame: frameOf(c), bodies, mayElsewhere, answers: { body: desk.who.bodyId, ...answers } }
  return errors === undefined
    ? c.html(<InvitePage {...view} />)
    : c.html(<InvitePage {...view} errors={errors} />, 422)
}

async function postOf(c: Ctx, id: string) {
  if (!idPattern.test(id)) return undefined
  return (await listOfficers(deskOf(c))).find((one) => one.postId === id && !one.hasEnded)
}

async function postPage(c: Ctx, id: string, errors?: Record<string, string>): Promise<Response> {
  const post = await postOf(c, id)
  if (post === undefined) return missingPage(c)
  const isOwn = post.postId === deskOf(c).officer.postId
  const said = c.req.query("da") === "vai-tro" ? words[c.get("language")].admin.post.roleChanged : null
  const view = { frame: frameOf(c), post, isOwn, said }
  return errors === undefined
    ? c.html(<PostPage {...view} />)
    : c.html(<PostPage {...view} errors={errors} />, 422)
}

function answer(c: Ctx, id: string, result: PostResult, done: string): Response | Promise<Response> {
  if (result.at === "done") return c.redirect(done, 303)
  if (result.why === "not-found") return missingPage(c)
  // What hangs on the post is shown at once, where it can be handed over.
  if (result.why === "holds") return c.redirect(paths.postHandover(id), 303)
  return postPage(c, id, { "": words[c.get("language")].admin.post.refusals[result.why] })
}

/** Where the link is now: on its way by mail, waiting for a second person, or on this page, once. */
function sentPage(c: Ctx, name: string, result: Sent): Response | Promise<Response> {
  if (result.at === "invited") return linkPage(c, name, result.token)
  return c.redirect(`${paths.officers}?da=${result.at === "mailed" ? "gui" : "cho-dong-y"}`, 303)
}
type Sent = Exclude<Awaited<ReturnType<typeof invite>>, { at: "not-this-body" }>

function saidOfHandover(c: Ctx): string | null {
  const passed = Number(c.req.query("ban-giao") ?? Number.NaN)
  return Number.isInteger(passed) ? handoverWords[c.get("language")].doneAndEnded(passed) : null
}

function saidOfLink(c: Ctx): string | null {
  const t = words[c.get("language")].admin.agreeing
  const said = c.req.query("da")
  return said === "gui" ? t.mailed : said === "cho-dong-y" ? t.waiting : null
}

function linkPage(c: Ctx, name: string, token: string): Response | Promise<Response> {
  const t = words[c.get("language")].admin.link
  secretly(c)
  return c.html(
    <ShownOncePage
      frame={frameOf(c)}
      title={t.title(name)}
      lead={t.lead}
      label={t.label}
      secret={linkTo(c.get("house").config, paths.invitation(token))}
      done={{ href: paths.officers, label: t.done }}
    />,
  )
}

/** `/cai-dat/…`: the set-up in a browser. Gone for good once it is complete. */
import { Hono } from "hono"
import { accountPaths } from "../../accounts/index.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { keepAnswer, readSoFar } from "../actions/answering.ts"
import { completeSetup } from "../actions/complete.ts"
import { backupFault } from "../actions/keeping.ts"
import { openLink, readLink } from "../actions/links.ts"
import { sendTestMail } from "../actions/mail-test.ts"
import { type Setup, type Step, setupShape, stepShapes, steps } from "../domain/plan.ts"
import { answersOf, complaintErrors, errorsOf, forms, textOf } from "../forms.ts"
import { BeginPage } from "../pages/begin.tsx"
import { DonePage } from "../pages/done.tsx"
import { OverviewPage } from "../pages/overview.tsx"
import { ReviewPage } from "../pages/review.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { closed, setSetupCookie, setsUp } from "./guards.tsx"
import { listRoutes } from "./lists.tsx"
import { setupPictureRoutes } from "./pictures.tsx"
import { misfitsSoFar, type Shown, showStep } from "./steps.tsx"

export const setupRoutes = new Hono<Env>()

setupRoutes.get(paths.begin(":token"), async (c) => {
  secretly(c)
  const token = c.req.param("token") ?? ""
  const state = await readLink(c.get("house"), token)
  return state === "good" ? c.html(<BeginPage frame={frameOf(c)} token={token} />) : closed(c, state)
})
setupRoutes.post(paths.begin(":token"), async (c) => {
  secretly(c)
  await listsOf(c)
  const token = c.req.param("token") ?? ""
  const session = await openLink(c.get("house"), token)
  if (session === null) return closed(c, (await readLink(c.get("house"), token)) === "over" ? "over" : "gone")
  setSetupCookie(c, session)
  return c.redirect(paths.setup, 303)
})

setupRoutes.get(paths.setup, setsUp, async (c) =>
  c.html(<OverviewPage frame={frameOf(c)} answers={(await readSoFar(c.get("house"))).answers} />),
)

for (const step of steps) {
  setupRoutes.get(paths.step(step), setsUp, (c) => showStep(c, step))
  setupRoutes.post(paths.step(step), setsUp, async (c) => {
    const refused = await take(c, step)
    return refused === null ? c.redirect(nextOf(step), 303) : showStep(c, step, refused)
  })
}

setupRoutes.post(paths.mailTest, setsUp, async (c) => {
  const t = words[c.get("language")].reach
  const lists = await listsOf(c)
  const refused = await take(c, "reach")
  if (refused !== null) return showStep(c, "reach", refused)
  const { answers } = await readSoFar(c.get("house"))
  const mail = answers.reach?.mail ?? null
  const to = textOf(lists)("test").trim()
  const fields = answersOf(lists)
  if (mail === null) return showStep(c, "reach", { fields, errors: { server: t.wrongServer } })
  if (!/^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$/.test(to))
    return showStep(c, "reach", { fields, errors: { test: t.wrongTest } })
  const why = await sendTestMail(c.get("house"), { ...mail, to, subject: t.subject, text: t.text })
  const said = why === null ? { good: true, text: t.sent(to) } : { good: false, text: t.failed(why) }
  return showStep(c, "reach", { fields, said })
})

setupRoutes.route("/", listRoutes).route("/", setupPictureRoutes(setsUp))

setupRoutes.get(paths.review, setsUp, (c) => review(c))
setupRoutes.post(paths.review, setsUp, async (c) => {
  await listsOf(c)
  const house = c.get("house")
  const { answers, pictures } = await readSoFar(house)
  const whole = setupShape.safeParse(answers)
  if (!whole.success) return review(c)
  const completed = await completeSetup(house, whole.data, "pages", pictures)
  if (completed.at === "over") return closed(c, "over")
  if (completed.at === "refused") return review(c)
  const links = completed.invited.map(({ name, body, token }) => ({
    name,
    body,
    href: linkTo(house.config, accountPaths.invitation(token)),
  }))
  return c.html(<DonePage frame={frameOf(c)} place={house.province?.name ?? ""} links={links} />)
})

async function review(c: Ctx): Promise<Response> {
  const { answers, written } = await readSoFar(c.get("house"))
  const complaints = written === null ? [] : steps.flatMap((step) => misfitsSoFar(step, answers, written))
  const page = <ReviewPage frame={frameOf(c)} {...{ answers, written, complaints }} />
  return c.html(page, c.req.method === "POST" ? 422 : 200)
}

/** Null: kept. Else what is shown again, with the reasons. */
async function take(c: Ctx, step: Step): Promise<Shown | null> {
  const t = words[c.get("language")]
  const lists = await listsOf(c)
  const kept = (await readSoFar(c.get("house"))).answers[step]
  // A list of the province's own stays until somebody asks for the proposed one again.
  const isKept =
    (step === "units" || step === "chart") && lists.from?.[0] !== "proposed" && kept !== undefined
  const value = isKept ? kept : forms[step].value(textOf(lists))
  const fields = forms[step].again?.(textOf(lists)) ?? answersOf(lists)
  const parsed = stepShapes[step].safeParse(value)
  if (!parsed.success) return { fields, errors: errorsOf(step, parsed.error.issues, t) }
  const fault = step === "keeping" ? await backupFault(parsed.data as Setup["keeping"]) : null
  if (fault !== null) return { fields, errors: { backupDir: t.keeping[fault] } }
  const { answers, written } = await readSoFar(c.get("house"))
  if (written !== null && step !== "province") {
    const complaints = misfitsSoFar(step, { ...answers, [step]: parsed.data }, written)
    if (complaints.length > 0) return { fields, errors: complaintErrors(step, complaints, t) }
  }
  await keepAnswer(c.get("house"), step, parsed.data)
  return null
}

function nextOf(step: Step): string {
  const next = steps[steps.indexOf(step) + 1]
  return next === undefined ? paths.review : paths.step(next)
}

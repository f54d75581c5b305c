import { Hono } from "hono"
import { deleteCookie, getCookie } from "hono/cookie"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { sessionCookie } from "../../kernel/http/form-token.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { type SignInResult, signIn, signOut, takeSecondStep } from "../actions/sign-in.ts"
import { SecondStepPage, type SignInNote, SignInPage } from "../pages/sign-in.tsx"
import { accountThen, desksThen, paths, secondStepThen } from "../paths.ts"
import { words } from "../words.ts"
import {
  guarded,
  nextOf,
  readForm,
  realSeconds,
  setDeviceCookie,
  setSessionCookie,
  setStepCookie,
  stepCookie,
  visitorOf,
} from "./visitor.ts"

export const signInRoutes = new Hono<Env>()
  .get(paths.signIn, (c) => {
    const next = nextOf(c.req.query("next"))
    if (c.get("officer") !== null) return c.redirect(next, 303)
    c.header("cache-control", "no-store")
    return c.html(<SignInPage frame={frameOf(c)} next={next} note={noteOf(c.req.query("da"))} />)
  })
  .post(paths.signIn, async (c) => {
    const { text } = await readForm(c)
    const [email, password] = [text("email"), text("password")]
    const t = words[c.get("language")].signIn
    const empty = {
      email: email.trim() === "" ? t.emptyEmail : undefined,
      password: password === "" ? t.emptyPassword : undefined,
    }
    const view = { frame: frameOf(c), next: nextOf(text("next")), answers: { email } }
    if (empty.email !== undefined || empty.password !== undefined)
      return c.html(<SignInPage {...view} errors={empty} />, 422)
    const result = await signIn(c.get("house"), { email, password }, visitorOf(c))
    if (result.at === "second-step") {
      setStepCookie(c, result.step)
      return c.redirect(secondStepThen(view.next), 303)
    }
    if (result.at === "in") return comeIn(c, result, view.next)
    const sentence = result.at === "no-desk" ? t.noDesk : t.wrong
    const said = result.at === "wait" ? waiting(c, result.minutes) : sentence
    return c.html(<SignInPage {...view} errors={{ "": said }} />, result.at === "wait" ? 429 : 422)
  })
  .get(paths.secondStep, (c) => {
    const next = nextOf(c.req.query("next"))
    if (getCookie(c, stepCookie) === undefined) return c.redirect(paths.signIn, 303)
    c.header("cache-control", "no-store")
    return c.html(<SecondStepPage frame={frameOf(c)} next={next} />)
  })
  .post(paths.secondStep, async (c) => {
    const next = nextOf(c.req.query("next"))
    const code = (await readForm(c)).text("code").trim()
    const t = words[c.get("language")]
    const view = { frame: frameOf(c), next }
    if (code === "") return c.html(<SecondStepPage {...view} errors={{ code: t.second.empty }} />, 422)
    const input = { step: getCookie(c, stepCookie), code, realSeconds: realSeconds() }
    const result = await takeSecondStep(c.get("house"), input, visitorOf(c))
    if (result.at === "in") return comeIn(c, result, next)
    if (result.at === "too-late" || result.at === "no-desk") {
      deleteCookie(c, stepCookie, { ...guarded(c), path: paths.signIn })
      const said = result.at === "too-late" ? t.second.tooLate : t.signIn.noDesk
      return c.html(<SignInPage {...view} errors={{ "": said }} />, 422)
    }
    const said = result.at === "wait" ? waiting(c, result.minutes) : t.second.wrong
    return c.html(<SecondStepPage {...view} errors={{ code: said }} />, result.at === "wait" ? 429 : 422)
  })
  .post(paths.signOut, async (c) => {
    await signOut(c.get("house"), getCookie(c, sessionCookie), "signed-out")
    deleteCookie(c, sessionCookie, { ...guarded(c), path: "/" })
    return c.redirect(`${paths.signIn}?da=dang-xuat`, 303)
  })

function comeIn(c: Ctx, result: Extract<SignInResult, { at: "in" }>, next: string): Response {
  setSessionCookie(c, result.token)
  setDeviceCookie(c, result.deviceCookie)
  deleteCookie(c, stepCookie, { ...guarded(c), path: paths.signIn })
  // What others did about this account is the first thing its owner reads.
  if (result.notices > 0) return c.redirect(accountThen(next), 303)
  return c.redirect(result.desks > 1 ? desksThen(next) : next, 303)
}

function waiting(c: Ctx, minutes: number): string {
  c.header("retry-after", String(minutes * 60))
  return words[c.get("language")].signIn.wait(minutes)
}

function noteOf(query: string | undefined): SignInNote {
  if (query === "dat-mat-khau") return "password-set"
  return query === "dang-xuat" ? "signed-out" : null
}

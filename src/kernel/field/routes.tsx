/**
 * The field engine over HTTP: the page of the device, its scripts, and the forms that it keeps. The contract for whoever
 * gives it a form is in README.md.
 */
import { Hono, type MiddlewareHandler } from "hono"
import type { Child } from "hono/jsx"
import { readAsPublic } from "../db/database.ts"
import { crestHref } from "../http/crest-href.ts"
import type { Ctx, Env } from "../http/env.ts"
import { formTokenOf } from "../http/form-token.ts"
import { missingPage } from "../http/mishaps.tsx"
import { Form } from "../ui/form.tsx"
import { Language } from "../ui/language.ts"
import type { Lang, Say } from "../words.ts"
import { fieldScript, fieldWorker } from "./bundle.ts"
import { deviceRoutes } from "./device-routes.tsx"
import { keysIn, revokedAmong } from "./devices.ts"
import { fieldPage, manifestOf } from "./page.tsx"
import { fieldPaths } from "./paths.ts"

/** A form of a slice that works without network. */
export type FieldForm = {
  /** The end of its address; never change it: devices keep it. */
  slug: string
  title: Say
  /** Where it is posted: the route of the ordinary form, which asks `fieldSent` who wrote it. */
  action: string
  /** May this officer use it; false: the device is not given the form. */
  mayUse: (c: Ctx) => boolean
  /** The questions, with what this officer may choose from. It is kept encrypted on the device, under the officer's own code. */
  questions: (c: Ctx) => Promise<Child>
}

export function fieldRoutes(
  forms: readonly FieldForm[],
  {
    requireOfficer,
    signIn,
    mayRevokeAll,
  }: {
    requireOfficer: MiddlewareHandler<Env>
    signIn: string
    /** An administrator of a body revokes any device of it; others their own. */
    mayRevokeAll: (c: Ctx) => boolean
  },
) {
  const routes = new Hono<Env>()
  routes.route("/", deviceRoutes({ requireOfficer, mayRevokeAll }))
  routes.get(fieldPaths.home, async (c) => {
    c.header("permissions-policy", "geolocation=(self)")
    return c.html(await pageOf(c, signIn))
  })
  routes.get(fieldPaths.script, async (c) => {
    const { text, url } = await fieldScript()
    // Asked for under another version it is this program's all the same, and not kept under that name.
    const isThis = url.endsWith(`?v=${c.req.query("v")}`)
    c.header("cache-control", isThis ? "public, max-age=31536000, immutable" : "no-cache")
    return c.body(text, 200, { "content-type": "text/javascript; charset=utf-8" })
  })
  routes.get(fieldPaths.worker, async (c) => {
    c.header("cache-control", "no-cache")
    const text = await fieldWorker(await pageOf(c, signIn))
    return c.body(text, 200, { "content-type": "text/javascript; charset=utf-8" })
  })
  routes.get(fieldPaths.manifest, (c) => {
    c.header("cache-control", "no-cache")
    return c.body(JSON.stringify(manifestOf(c.get("language"))), 200, {
      "content-type": "application/manifest+json; charset=utf-8",
    })
  })
  // Who is signed in on this device now, and the token that proves a form of ours to old browsers.
  routes.get(fieldPaths.me, async (c) => {
    c.header("cache-control", "no-store")
    const officer = c.get("officer")
    const keys = keysIn(c.req.query("may") ?? "")
    const revoked =
      keys.length === 0 ? [] : await readAsPublic(c.get("house").db, (tx) => revokedAmong(tx, keys))
    if (officer === null) return c.json({ officerId: null, revoked })
    const lang = c.get("language")
    const offered = forms
      .filter((form) => form.mayUse(c))
      .map(({ slug, title }) => ({ slug, title: title[lang] }))
    return c.json({ officerId: officer.officerId, revoked, csrf: formTokenOf(c), forms: offered })
  })
  routes.get(fieldPaths.form(":slug"), requireOfficer, async (c) => {
    c.header("cache-control", "no-store")
    const form = forms.find(({ slug }) => slug === c.req.param("slug"))
    if (form === undefined || !form.mayUse(c)) return missingPage(c)
    const lang = c.get("language")
    const html = await fragmentOf(lang, form, await form.questions(c))
    return c.json({ slug: form.slug, title: form.title[lang], action: form.action, html })
  })
  return routes
}

async function pageOf(c: Ctx, signIn: string): Promise<string> {
  const house = c.get("house")
  const { url } = await fieldScript()
  const page = fieldPage({
    lang: c.get("language"),
    place: house.province?.name,
    crest: crestHref(house.crest),
    script: url,
    signIn,
  })
  return String(await page)
}

async function fragmentOf(lang: Lang, { slug, action }: FieldForm, questions: Child): Promise<string> {
  const fragment = (
    <Language.Provider value={lang}>
      <Form id={slug} action={action} multipart>
        {questions}
      </Form>
    </Language.Provider>
  )
  return String(await fragment)
}

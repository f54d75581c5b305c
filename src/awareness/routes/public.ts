/** Pages on which everybody may learn and check, without an account. */
import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import { sharingPaths } from "../../sharing/index.ts"
import { normalReceipt, signalPaths } from "../../signals/index.ts"
import { verifyCertificate } from "../actions/learning.ts"
import { courseForAll, publicCourses, todayOf } from "../actions/publishing.ts"
import { adviceFor, askedSigns } from "../domain/asking.ts"
import { isOpenOn, lessonsOn, poolOn } from "../domain/course.ts"
import { askCertificatePage, certificatePage } from "../pages/certificate.tsx"
import { askingPage, firstHourPage } from "../pages/help.tsx"
import { coursePage, learnPage, situationPage } from "../pages/learn.tsx"
import { paths } from "../paths.ts"

export const publicRoutes = new Hono<Env>()

publicRoutes.get(paths.learn, async (c) => {
  const courses = await publicCourses(c.get("house"))
  return c.html(
    learnPage({ frame: frameOf(c), courses, elsewhere: { warnings: sharingPaths.publicWarnings } }),
  )
})

/** How far somebody is stands in the address: nothing of it is kept. */
publicRoutes.get(paths.situations, async (c) => {
  const house = c.get("house")
  const version = await courseForAll(house, "co-mac-bay")
  const pool = version === null ? [] : poolOn(version.content, todayOf(house), version.heldBack)
  const done = (/^[0-3]{0,60}$/.exec(c.req.query("d") ?? "")?.[0] ?? "").slice(0, pool.length)
  const typed = c.req.query("c")
  const isChosen = /^[0-3]$/.test(typed ?? "")
  return c.html(
    situationPage({
      frame: frameOf(c),
      pool,
      done,
      chosen: isChosen ? Number(typed) : null,
      error: c.req.query("tra-loi") !== undefined && !isChosen,
      elsewhere: { check: sharingPaths.check, report: signalPaths.report },
    }),
  )
})

publicRoutes.get(paths.course(":slug{[a-z0-9-]+}"), async (c) => {
  const house = c.get("house")
  const version = await courseForAll(house, c.req.param("slug") ?? "")
  if (version === null) return missingPage(c)
  const { content, heldBack } = version
  const lang = c.get("language")
  const today = todayOf(house)
  return c.html(
    coursePage({
      frame: frameOf(c),
      name: content.name[lang],
      about: content.about[lang],
      lessons: lessonsOn(content, today),
      closed: isOpenOn(content, today, heldBack) ? null : content.closed[lang],
    }),
  )
})

const helpElsewhere = { check: sharingPaths.check, lost: signalPaths.reportMoney }

/** The answers stand in the address and nowhere else. */
publicRoutes.get(paths.asking, (c) => {
  secretly(c)
  const marked = c.req.queries("dau") ?? []
  const signs = askedSigns.filter((sign) => marked.includes(sign))
  const advice = c.req.query("hoi") === undefined ? null : adviceFor(signs)
  return c.html(askingPage({ frame: frameOf(c), signs, advice, elsewhere: helpElsewhere }))
})

publicRoutes.get(paths.firstHour, (c) =>
  c.html(firstHourPage({ frame: frameOf(c), elsewhere: helpElsewhere })),
)

publicRoutes.get(paths.askCertificate, (c) => c.html(askCertificatePage({ frame: frameOf(c) })))

publicRoutes.post(paths.askCertificate, async (c) => {
  secretly(c)
  const typed = ((await fieldsOf(c)).code ?? "").slice(0, 100)
  const code = normalReceipt(typed)
  const found = code === null ? null : await verifyCertificate(c.get("house"), code)
  if (code === null || found === null) {
    const error = code === null ? ("notCode" as const) : ("notFound" as const)
    return c.html(askCertificatePage({ frame: frameOf(c), typed, error }), 422)
  }
  return c.redirect(paths.certificate(code), 303)
})

publicRoutes.get(paths.certificate(":code{[0-9A-Za-z-]{20,30}}"), async (c) => {
  secretly(c)
  const typed = c.req.param("code") ?? ""
  const code = normalReceipt(typed)
  const found = code === null ? null : await verifyCertificate(c.get("house"), code)
  if (code === null || found === null)
    return c.html(askCertificatePage({ frame: frameOf(c), typed, error: "notFound" }), 404)
  return c.html(certificatePage({ frame: frameOf(c), found, code, today: todayOf(c.get("house")) }))
})

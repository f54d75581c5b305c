/** The tricks in plain words: a list, a page each, and the way from a kind of tips to its pages. */
import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { issuerOf, sharingPaths } from "../../sharing/index.ts"
import { scamTypes, signalPaths } from "../../signals/index.ts"
import { trickListPage, trickPage } from "../pages/tricks.tsx"
import { paths } from "../paths.ts"
import { storiesByTrick } from "../stories/actions/stories.ts"
import { trickBySlug, trickFile } from "../tricks.ts"

export const trickRoutes = new Hono<Env>()

trickRoutes.get(paths.tricks, (c) => {
  const { tricks, source } = trickFile()
  return c.html(trickListPage({ frame: frameOf(c), tricks, ofType: null, source: source[c.get("language")] }))
})

/** A kind of tips with one page leads to it; a kind without any leads to all. */
trickRoutes.get(paths.tricksOf(":type{[a-z0-9-]{1,60}}"), (c) => {
  const lang = c.get("language")
  const asked = c.req.param("type")
  const type = scamTypes().find(({ value }) => value === asked)
  if (type === undefined) return missingPage(c)
  const { tricks: all, source } = trickFile()
  const tricks = all.filter(({ type: of }) => of === type.value)
  const [only] = tricks
  if (only === undefined) return c.redirect(paths.tricks)
  if (tricks.length === 1) return c.redirect(paths.trick(only.slug))
  const ofType = lang === "vi" ? type.label : type.labelEn
  return c.html(trickListPage({ frame: frameOf(c), tricks, ofType, source: source[lang] }))
})

trickRoutes.get(paths.trick(":slug{[a-z0-9-]{1,60}}"), async (c) => {
  const house = c.get("house")
  const trick = trickBySlug(c.req.param("slug") ?? "")
  if (trick === null) return missingPage(c)
  const story = trick.type === null ? null : (await storiesByTrick(house, [trick.type])).get(trick.type)
  return c.html(
    trickPage({
      story: story ?? null,
      frame: frameOf(c),
      trick,
      writtenOn: trickFile().writtenOn,
      url: linkTo(house.config, paths.trick(trick.slug)),
      publisher: issuerOf(house).name,
      elsewhere: { check: sharingPaths.check, report: signalPaths.report },
    }),
  )
})

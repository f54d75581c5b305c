/** For other sites and for apps: the page that says how, the private look-up, and the poster of a warning. */
import { Hono } from "hono"
import { formatDate } from "../../kernel/format.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { problem } from "../../kernel/http/refusal.tsx"
import { sendFile } from "../../kernel/http/send-file.ts"
import { qrOf } from "../../kernel/qr.ts"
import { writeCard, writePoster } from "../../letters/index.ts"
import { printsFor } from "../actions/prefix.ts"
import { readOnePublished } from "../actions/published.ts"
import { prefixKinds, prefixPattern } from "../domain/prefix.ts"
import { elsewherePage } from "../pages/elsewhere.tsx"
import { paths } from "../paths.ts"
import { publicWords } from "../words-public.ts"

export const elsewhereRoutes = new Hono<Env>()

elsewhereRoutes.get(paths.elsewhere, (c) => {
  const { config } = c.get("house")
  const check = linkTo(config, paths.check)
  // The braces stand for what the app puts there.
  const prefix = `${linkTo(config, "/")}${paths.prefix("{kind}", "{prefix}").slice(1)}`
  return c.html(elsewherePage({ frame: frameOf(c), check, prefix }))
})

const halfADaySeconds = 43_200

/** Open to any site's script: it knows nobody, and what it says is public. */
elsewhereRoutes.get(paths.prefix(":kind", ":prefix"), async (c) => {
  const [kind, prefix] = [c.req.param("kind") ?? "", c.req.param("prefix") ?? ""]
  const known = prefixKinds.find((one) => one === kind)
  c.header("access-control-allow-origin", "*")
  if (known === undefined)
    return problem(c, 404, { error: "unknown-kind", detail: `One of: ${prefixKinds.join(", ")}` })
  if (!prefixPattern.test(prefix))
    return problem(c, 422, { error: "malformed-prefix", detail: "Five hex digits in lower case" })
  c.header("cache-control", `public, max-age=${halfADaySeconds}`)
  return c.json({ kind, prefix, prints: await printsFor(c.get("house"), known, prefix) })
})

elsewhereRoutes.get(paths.poster(":code{[1-9][0-9]{0,8}}"), async (c) => {
  const found = await readOnePublished(c.get("house"), Number(c.req.param("code")))
  // What was recalled or has expired is put up nowhere.
  if (found === null || found.warning.standing !== "live") return missingPage(c)
  const pdf = await writePoster(posterOf(c, found.warning))
  return sendFile(c, pdf, {
    name: `canh-bao-${found.warning.code}.pdf`,
    type: "application/pdf",
    how: "inline",
  })
})

elsewhereRoutes.get(paths.card(":code{[1-9][0-9]{0,8}}"), async (c) => {
  const found = await readOnePublished(c.get("house"), Number(c.req.param("code")))
  if (found === null || found.warning.standing !== "live") return missingPage(c)
  const { warning } = found
  const name = `${c.get("language")} ${c.get("house").config.publicUrl} ${warning.code}`
  const png = drawn.get(name) ?? (await writeCard(cardOf(c, warning)))
  drawn.delete(name)
  drawn.set(name, png)
  if (drawn.size > drawnMax) drawn.delete(drawn.keys().next().value ?? "")
  return sendFile(c, png, { name: `canh-bao-${warning.code}.png`, type: "image/png", how: "inline" })
})

/** Pictures drawn last: a warning that spreads is asked for by every messenger, and what was released does not change. */
const drawn = new Map<string, Uint8Array>()
const drawnMax = 50
const stepsShown = 3

function cardOf(c: Ctx, warning: Published) {
  const { head, title, toDoHead, toDo, issuer, address, code, lang } = posterOf(c, warning)
  return {
    ...{ lang, head, title, toDoHead, toDo: toDo.slice(0, stepsShown), issuer, code },
    address: address.replace(/^https?:\/\//, ""),
  }
}

type Published = NonNullable<Awaited<ReturnType<typeof readOnePublished>>>["warning"]

function posterOf(c: Ctx, warning: Published) {
  const lang = c.get("language")
  const { one, poster: t } = publicWords[lang]
  const house = c.get("house")
  const address = linkTo(house.config, paths.publicWarning(warning.code))
  return {
    paper: c.req.query("kho") === "a3" ? ("a3" as const) : ("a4" as const),
    lang,
    head: t.head,
    title: warning.title,
    looksLikeHead: one.looksLike,
    looksLike: warning.looksLike,
    signsHead: one.signs,
    signs: warning.signs,
    toDoHead: one.toDo,
    toDo: warning.whatToDo,
    qr: qrOf(address),
    scan: t.scan,
    issuer: `Liên Phòng ${house.province?.name ?? ""}`.trim(),
    address,
    code: t.code(String(warning.code), formatDate(warning.releasedOn, lang)),
    down: t.down(formatDate(warning.expiresOn, lang)),
  }
}

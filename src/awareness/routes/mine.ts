/** The link that was handed out: whoever holds it is the learner. */
import { Hono } from "hono"
import { formatDay } from "../../kernel/format.ts"
import { type Errors, readForm } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import type { Ctx, Env, Lists } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { qrOf } from "../../kernel/qr.ts"
import { writeCertificate, writePoster } from "../../letters/index.ts"
import { sharingPaths } from "../../sharing/index.ts"
import {
  answerQuestion,
  beginAttempt,
  type LearnerPage,
  openLink,
  readAttempt,
  signPledge,
} from "../actions/learning.ts"
import { signForm } from "../forms.ts"
import { minePage, questionPage, resultPage } from "../pages/mine.tsx"
import { paths } from "../paths.ts"
import { publicWords } from "../words-public.ts"

export const mineRoutes = new Hono<Env>()

const pattern = ":code{[0-9A-Z-]{23}}"
const codeOf = (c: Ctx) => c.req.param("code") ?? ""
const elsewhere = { warning: sharingPaths.publicWarning, warnings: sharingPaths.publicWarnings }

type More = { answers?: Lists; errors?: Errors; refused?: string }

async function show(c: Ctx, more: More, status: 200 | 409 | 422): Promise<Response> {
  secretly(c)
  const code = codeOf(c)
  const page = await openLink(c.get("house"), code)
  if (page === null) return missingPage(c)
  return c.html(minePage({ frame: frameOf(c), page, code, elsewhere, ...more }), status)
}

mineRoutes.get(paths.mine(pattern), (c) => show(c, {}, 200))

mineRoutes.post(paths.begin(pattern), async (c) => {
  await fieldsOf(c)
  const done = await beginAttempt(c.get("house"), codeOf(c))
  if ("begun" in done) return c.redirect(paths.question(codeOf(c)), 303)
  const t = publicWords[c.get("language")].mine
  if (done.refused === "noLink") return missingPage(c)
  const why = done.refused === "tooOften" || done.refused === "usedUp" ? t[done.refused] : t.closed
  return show(c, { refused: why }, 409)
})

mineRoutes.get(paths.question(pattern), (c) => question(c, false, 200))

async function question(c: Ctx, error: boolean, status: 200 | 422): Promise<Response> {
  secretly(c)
  const reading = await readAttempt(c.get("house"), codeOf(c))
  if (reading === null) return missingPage(c)
  if (reading.open === null) return c.redirect(paths.result(codeOf(c)), 303)
  return c.html(questionPage({ frame: frameOf(c), reading, code: codeOf(c), error }), status)
}

mineRoutes.post(paths.question(pattern), async (c) => {
  const { question: asked = "", answer = "" } = await fieldsOf(c)
  if (!/^[0-3]$/.test(answer)) return question(c, true, 422)
  const done = await answerQuestion(c.get("house"), codeOf(c), { question: asked, option: Number(answer) })
  if ("isOver" in done) return c.redirect((done.isOver ? paths.result : paths.question)(codeOf(c)), 303)
  return done.refused === "noLink" ? missingPage(c) : question(c, true, 422)
})

mineRoutes.get(paths.result(pattern), async (c) => {
  secretly(c)
  const reading = await readAttempt(c.get("house"), codeOf(c))
  if (reading === null) return missingPage(c)
  if (reading.open !== null) return c.redirect(paths.question(codeOf(c)), 303)
  return c.html(resultPage({ frame: frameOf(c), reading, code: codeOf(c) }))
})

mineRoutes.post(paths.pledge(pattern), async (c) => {
  const lists = await listsOf(c)
  const read = readForm(signForm, lists, c.get("language"))
  if ("errors" in read) return show(c, { answers: lists, errors: read.errors }, 422)
  const done = await signPledge(c.get("house"), codeOf(c), read.input.signedName)
  if ("signed" in done) return c.redirect(paths.mine(codeOf(c)), 303)
  return done.refused === "noLink"
    ? missingPage(c)
    : show(c, { refused: publicWords[c.get("language")].mine.notYet }, 409)
})

mineRoutes.get(paths.myCertificate(pattern), async (c) => {
  secretly(c)
  const page = await openLink(c.get("house"), codeOf(c))
  if (page === null || page.certificate === null || page.certificate.validUntil < page.today)
    return missingPage(c)
  const name = publicWords[c.get("language")].paper.file
  return sendFile(c, await writeCertificate(sheetOf(c, page, page.certificate)), {
    name,
    type: "application/pdf",
    how: "inline",
  })
})

function sheetOf(c: Ctx, { learner }: LearnerPage, of: NonNullable<LearnerPage["certificate"]>) {
  const lang = c.get("language")
  const { paper: t, number } = publicWords[lang]
  const house = c.get("house")
  const address = linkTo(house.config, paths.certificate(of.code))
  return {
    lang,
    head: t.head,
    lead: t.lead,
    name: of.name,
    lines: [
      t.done(lang === "vi" ? of.courseVi : of.courseEn),
      t.result(number(of.rightOf), number(of.asked), formatDay(of.passedOn, lang)),
      t.until(formatDay(of.validUntil, lang)),
      t.invited(learner.bodyName),
    ],
    issuer: `Liên Phòng ${house.province?.name ?? ""}`.trim(),
    codeLabel: t.code,
    code: of.code,
    check: t.check,
    address,
    qr: qrOf(address),
  }
}

/** For the shop's customers: the code leads to the public check, never to the shop's own page. */
mineRoutes.get(paths.myPoster(pattern), async (c) => {
  secretly(c)
  const page = await openLink(c.get("house"), codeOf(c))
  if (page === null) return missingPage(c)
  const lang = c.get("language")
  const t = publicWords[lang].poster
  const house = c.get("house")
  const address = linkTo(house.config, sharingPaths.check)
  const pdf = await writePoster({
    paper: c.req.query("kho") === "a3" ? "a3" : "a4",
    lang,
    head: t.head,
    title: t.title,
    looksLikeHead: t.looksLikeHead,
    looksLike: t.looksLike,
    signsHead: t.signsHead,
    signs: Object.values(t.signs),
    toDoHead: t.toDoHead,
    toDo: Object.values(t.toDo),
    qr: qrOf(address),
    scan: t.scan,
    issuer: `Liên Phòng ${house.province?.name ?? ""}`.trim(),
    address,
    code: t.shop(page.learner.name),
    down: t.down(formatDay(page.today, lang)),
  })
  return sendFile(c, pdf, { name: t.file, type: "application/pdf", how: "inline" })
})

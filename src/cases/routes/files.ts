/** Exhibits and dossiers over HTTP. `show` draws the page of the case with what was wrong. */
import { Hono } from "hono"
import { allow, refuse, requireOfficer } from "../../accounts/index.ts"
import { type Errors, freeTextIn, readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { endingOf } from "../../signals/index.ts"
import { checkDossier, makeDossier, takeDossier } from "../actions/dossier.ts"
import { handExhibit, readExhibit, takeExhibit } from "../actions/exhibits.ts"
import { handing, taking } from "../forms/exhibits.ts"
import { verifiedPage } from "../pages/files.tsx"
import type { FailedFile } from "../pages/view.ts"
import { paths } from "../paths.ts"
import { fileWords } from "../words-files.ts"
import { sealedWordsIn } from "./naming.ts"
import { readOriginals, takesOriginals, troubleOf } from "./upload.ts"

type Show = (c: Ctx, failedFile: FailedFile, status: 409 | 422) => Promise<Response>
const idPattern = record(":id")
const exhibitPattern = record(":exhibit")

export function fileRoutes(show: Show) {
  const routes = new Hono<Env>()
  const mayRead = [requireOfficer, allow("case.read")] as const
  const mayRecord = [requireOfficer, allow("case.record")] as const
  routes.post(paths.exhibits(idPattern), ...mayRecord, takesOriginals(1), (c) => takeOne(c, show))
  routes.post(paths.custody(idPattern), ...mayRecord, (c) => handOne(c, show))
  routes.get(paths.exhibit(idPattern, exhibitPattern), ...mayRead, async (c) => {
    const found = await readExhibit(deskOf(c), idOf(c), c.req.param("exhibit") ?? "")
    if (found === null) return missingPage(c)
    if ("refused" in found) return refuse(c, "signal.open-text")
    const name = `tang-vat-${found.position}.${endingOf(found.mediaType)}`
    return sendFile(c, found.bytes, { name, type: found.mediaType })
  })
  routes.post(paths.dossierMaking(idPattern), ...mayRecord, async (c) => {
    const done = await makeDossier(deskOf(c), idOf(c))
    if (!("refused" in done)) return c.redirect(`${paths.case(idOf(c))}#ho-so`, 303)
    const errors = { "": fileWords[c.get("language")].refusals[done.refused] }
    return show(c, { at: "dossier", answers: {}, errors }, 409)
  })
  routes.get(paths.dossier(idPattern), ...mayRead, async (c) => {
    const found = await takeDossier(deskOf(c), idOf(c))
    if (found === null) return missingPage(c)
    if ("refused" in found) return heldBack(c, show)
    return sendFile(c, found.bytes, {
      name: `ho-so-${found.dossier.sha256.slice(0, 8)}.zip`,
      type: "application/zip",
    })
  })
  routes.post(paths.dossierCheck(idPattern), ...mayRead, async (c) => {
    const verified = await checkDossier(deskOf(c), idOf(c))
    if (verified === null) return missingPage(c)
    if ("refused" in verified) return heldBack(c, show)
    return c.html(verifiedPage({ frame: frameOf(c), id: idOf(c), verified }))
  })
  return routes
}

const heldBack = (c: Ctx, show: Show) =>
  show(
    c,
    { at: "dossier", answers: {}, errors: { "": fileWords[c.get("language")].refusals.namesReporter } },
    409,
  )

async function takeOne(c: Ctx, show: Show): Promise<Response> {
  const { files, trouble, keep } = await readOriginals(c)
  const answers = c.get("sent") ?? {}
  const again = (errors: Errors, status: 409 | 422) => show(c, { at: "new", answers, errors }, status)
  const read = readForm(taking, answers, c.get("language"))
  const errors = { ...("errors" in read ? read.errors : {}), ...troubleOf(c, trouble) }
  if ("errors" in read || Object.keys(errors).length > 0) return again(errors, 422)
  const sealed = await sealedWordsIn(c, { caseId: idOf(c) }, freeTextIn(taking, answers))
  if (Object.keys(sealed).length > 0) return again(sealed, 422)
  await keep()
  const { title, place, fromWhom, reason, takenOn } = read.input
  const input = { title, place: place ?? "", fromWhom, reason, takenOn, file: files[0] ?? null }
  const done = await takeExhibit(deskOf(c), idOf(c), input)
  if (!("refused" in done)) return c.redirect(`${paths.case(idOf(c))}#tang-vat`, 303)
  const field = done.refused === "datesWrong" ? "takenOn" : ""
  return again({ [field]: fileWords[c.get("language")].refusals[done.refused] }, 409)
}

async function handOne(c: Ctx, show: Show): Promise<Response> {
  const answers = await listsOf(c)
  const exhibitId = answers.exhibitId?.at(-1) ?? ""
  if (!isRecordId(exhibitId)) return missingPage(c)
  const read = readForm(handing, answers, c.get("language"))
  if ("errors" in read) return show(c, { at: exhibitId, answers, errors: read.errors }, 422)
  const errors = await sealedWordsIn(c, { caseId: idOf(c) }, freeTextIn(handing, answers))
  if (Object.keys(errors).length > 0) return show(c, { at: exhibitId, answers, errors }, 422)
  const done = await handExhibit(deskOf(c), idOf(c), read.input)
  if (!("refused" in done)) return c.redirect(`${paths.case(idOf(c))}#tang-vat`, 303)
  if (done.refused === "notFound") return missingPage(c)
  const t = fileWords[c.get("language")].refusals
  const said: Errors =
    done.refused === "notHolder"
      ? { fromWhom: t.notHolder(done.holder) }
      : done.refused === "datesWrong"
        ? { handedOn: t.datesWrong }
        : { "": t.heldElsewhere }
  return show(c, { at: exhibitId, answers, errors: said }, 409)
}

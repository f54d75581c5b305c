/** Exhibits and dossiers over HTTP. `show` draws the page of the case with what was wrong. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { endingOf } from "../../signals/index.ts"
import { checkDossier, makeDossier, readDossier } from "../actions/dossier.ts"
import { handExhibit, readExhibit, takeExhibit } from "../actions/exhibits.ts"
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
    const found = await readDossier(deskOf(c), idOf(c))
    if (found === null) return missingPage(c)
    return sendFile(c, found.bytes, {
      name: `ho-so-${found.dossier.sha256.slice(0, 8)}.zip`,
      type: "application/zip",
    })
  })
  routes.post(paths.dossierCheck(idPattern), ...mayRead, async (c) => {
    const verified = await checkDossier(deskOf(c), idOf(c))
    if (verified === null) return missingPage(c)
    return c.html(verifiedPage({ frame: frameOf(c), id: idOf(c), verified }))
  })
  return routes
}

async function takeOne(c: Ctx, show: Show): Promise<Response> {
  const { fields: answers, files, trouble, keep } = await readOriginals(c)
  const t = fileWords[c.get("language")]
  const errors = { ...missingIn(c, answers, ["title", "fromWhom", "reason"]), ...troubleOf(c, trouble) }
  if (Object.keys(errors).length > 0) return show(c, { at: "new", answers, errors }, 422)
  const sealed = await sealedWordsIn(c, { caseId: idOf(c) }, typedOf(answers))
  if (Object.keys(sealed).length > 0) return show(c, { at: "new", answers, errors: sealed }, 422)
  await keep()
  const done = await takeExhibit(deskOf(c), idOf(c), {
    title: word(answers, "title").slice(0, 300),
    place: word(answers, "place").slice(0, 300),
    fromWhom: word(answers, "fromWhom").slice(0, 300),
    reason: word(answers, "reason").slice(0, 2_000),
    file: files[0] ?? null,
  })
  if (!("refused" in done)) return c.redirect(`${paths.case(idOf(c))}#tang-vat`, 303)
  return show(c, { at: "new", answers, errors: { "": t.refusals[done.refused] } }, 409)
}

async function handOne(c: Ctx, show: Show): Promise<Response> {
  const answers = await fieldsOf(c)
  const exhibitId = word(answers, "exhibitId")
  if (!isRecordId(exhibitId)) return missingPage(c)
  const errors = missingIn(c, answers, ["fromWhom", "toWhom", "reason"])
  if (Object.keys(errors).length > 0) return show(c, { at: exhibitId, answers, errors }, 422)
  const sealed = await sealedWordsIn(c, { caseId: idOf(c) }, typedOf(answers))
  if (Object.keys(sealed).length > 0) return show(c, { at: exhibitId, answers, errors: sealed }, 422)
  const done = await handExhibit(deskOf(c), idOf(c), {
    exhibitId,
    fromWhom: word(answers, "fromWhom").slice(0, 300),
    toWhom: word(answers, "toWhom").slice(0, 300),
    reason: word(answers, "reason").slice(0, 2_000),
  })
  return "refused" in done ? missingPage(c) : c.redirect(`${paths.case(idOf(c))}#tang-vat`, 303)
}

type Words = Readonly<Record<string, string>>
const word = (answers: Words, name: string) => (answers[name] ?? "").trim()

const typedNames = ["title", "place", "fromWhom", "toWhom", "reason"] as const
const typedOf = (answers: Words) => Object.fromEntries(typedNames.map((name) => [name, word(answers, name)]))

function missingIn(
  c: Ctx,
  answers: Words,
  names: readonly ("title" | "fromWhom" | "toWhom" | "reason")[],
): Record<string, string> {
  const t = fileWords[c.get("language")]
  return Object.fromEntries(
    names.filter((name) => word(answers, name) === "").map((name) => [name, t.refusals.missing(t[name])]),
  )
}

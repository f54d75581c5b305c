/** From a letter to a directive: bring it in, look at what was read, correct it, confirm. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { listsOf, takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { localDateOf } from "../../kernel/time.ts"
import { letterPaths } from "../../letters/index.ts"
import {
  type CorrectRefusal,
  correctDraft,
  discardDraft,
  draftKeptDays,
  issueDraft,
  myDrafts,
  type Opened,
  openDraft,
  originalOf,
  undoCorrection,
} from "./actions.ts"
import type { Answers } from "./forms.ts"
import { assignFromDocument, previewOf } from "./from-program.ts"
import { importLetter, typeScan } from "./incoming.ts"
import { directiveOfDocument } from "./outgoing.ts"
import { DiscardPage, IssuePage, NoDraftPage, PreviewPage } from "./pages/issue.tsx"
import { ReviewPage } from "./pages/review.tsx"
import { TypingPage, UploadPage } from "./pages/upload.tsx"
import { importPaths as paths } from "./paths.ts"
import { readersOf, scanPages } from "./readers.ts"
import { letterBytesMax } from "./upload.ts"
import { words } from "./words.ts"

const id = record(":id")
const mayImport = [requireOfficer, allow("directive.import")] as const
const mayIssue = [requireOfficer, allow("directive.issue")] as const

export const importRoutes = new Hono<Env>()

importRoutes.get(paths.start, ...mayImport, (c) => uploadPage(c))

const takesLetter = takesFiles({ files: 1, bytesMax: letterBytesMax })

importRoutes.post(paths.start, ...mayImport, takesLetter, async (c) => {
  const t = words[c.get("language")].refused
  const sent = await holdFile(c, letterBytesMax)
  const pasted = sent.fields.pasted ?? ""
  if (sent.trouble === "broken") return uploadPage(c, { file: t.nothing }, { pasted })
  if (sent.trouble === "tooLarge") return uploadPage(c, { file: t.tooLarge("20 MB") }, { pasted })
  const incoming = { file: sent.file, pasted, declaresNoSecret: sent.fields.declares === "yes" }
  const result = await importLetter(deskOf(c), readersFor(c), incoming)
  if ("draftId" in result) return c.redirect(paths.draft(result.draftId), 303)
  const { refused } = result
  const at = sent.file === null && refused !== "nothing" ? "pasted" : "file"
  // What carries a secrecy stamp is not sent back either.
  return uploadPage(
    c,
    { [at]: t[refused] },
    { pasted: refused === "secret" ? "" : pasted, isScan: refused === "scan" },
  )
})

/** A letter that this body wrote and numbered: its own file is read, and its tasks wait to be confirmed. */
importRoutes.post(letterPaths.assignments(id), ...mayImport, async (c) => {
  const found = await assignFromDocument(deskOf(c), idOf(c))
  if ("draftId" in found) return c.redirect(paths.draft(found.draftId), 303)
  if ("directiveId" in found) return c.redirect(paths.directive(found.directiveId), 303)
  if (found.refused === "notNow") return missingPage(c)
  return uploadPage(c, { file: words[c.get("language")].refused[found.refused] })
})

importRoutes.get(letterPaths.assignments(id), requireOfficer, allow("directive.read"), async (c) => {
  const given = await directiveOfDocument(deskOf(c), idOf(c))
  if (given !== null) return c.redirect(paths.directive(given), 303)
  const review = await previewOf(deskOf(c), idOf(c))
  if (review === null) return c.redirect(letterPaths.document(idOf(c)), 303)
  return c.html(
    <PreviewPage frame={frameOf(c)} review={review} documentHref={letterPaths.document(idOf(c))} />,
  )
})

importRoutes.get(paths.draft(id), ...mayImport, (c) => draftPage(c))

importRoutes.post(paths.corrections(id), ...mayImport, async (c) => {
  const answers = await answersOf(c)
  const result = await correctDraft(deskOf(c), readersFor(c), seenIn(c, answers), answers)
  const row = rowOf(answers)
  if ("done" in result) return c.redirect(paths.at(idOf(c), row), 303)
  return draftPage(c, { refused: result.refused, answers, row })
})

importRoutes.post(paths.undo(id), ...mayImport, async (c) => {
  const answers = await answersOf(c)
  const result = await undoCorrection(deskOf(c), seenIn(c, answers))
  if ("done" in result) return c.redirect(paths.draft(idOf(c)), 303)
  return draftPage(c, { refused: result.refused, answers, row: "" })
})

importRoutes.post(paths.words(id), ...mayImport, async (c) => {
  const text = (await answersOf(c)).text?.[0] ?? ""
  const result = await typeScan(deskOf(c), readersFor(c), idOf(c), text)
  if ("done" in result) return c.redirect(paths.draft(idOf(c)), 303)
  if (result.refused === "notFound") return noDraft(c)
  if (result.refused === "secret") return uploadPage(c, { file: words[c.get("language")].refused.secret })
  const opened = await openDraft(deskOf(c), readersFor(c), idOf(c))
  if (opened?.at !== "typing") return noDraft(c)
  return typingPage(c, opened, { text: words[c.get("language")].refused[result.refused] }, text)
})

importRoutes.get(paths.issue(id), ...mayImport, (c) => issuePage(c, null))

importRoutes.post(paths.issue(id), ...mayIssue, async (c) => {
  const outcome = await issueDraft(deskOf(c), readersFor(c), seenIn(c, await answersOf(c)))
  if ("directiveId" in outcome) return c.redirect(paths.directive(outcome.directiveId), 303)
  const t = words[c.get("language")].wrong
  switch (outcome.refused) {
    case "notFound":
      return noDraft(c)
    case "changedElsewhere":
      return issuePage(c, t.changedElsewhere)
    case "document":
      return issuePage(c, t.document)
    case "plan":
      return issuePage(c, `${outcome.why.refused} ${outcome.why.at}: ${outcome.why.detail}`)
    // The page itself lists what stands in the way.
    case "obstacles":
    case "twin":
      return issuePage(c, null, 422)
    default:
      return outcome satisfies never
  }
})

importRoutes.get(paths.discard(id), ...mayImport, (c) =>
  c.html(<DiscardPage frame={frameOf(c)} id={idOf(c)} />),
)
importRoutes.post(paths.discard(id), ...mayImport, async (c) =>
  (await discardDraft(deskOf(c), idOf(c))) ? c.redirect(paths.start, 303) : noDraft(c),
)

importRoutes.get(paths.original(id), ...mayImport, async (c) => {
  const found = await originalOf(deskOf(c), idOf(c))
  if (found === null) return noDraft(c)
  return sendFile(c, found.bytes, { name: found.original.name, type: found.original.mediaType })
})

importRoutes.get(`${paths.draft(id)}/ban-chup/:page{[0-9]{1,3}}`, ...mayImport, async (c) => {
  const found = await originalOf(deskOf(c), idOf(c))
  const picture =
    found === null ? null : await readersFor(c).scanPage(found.bytes, Number(c.req.param("page")))
  if (picture === null) return c.notFound()
  return c.body(Uint8Array.from(picture), 200, { "content-type": "image/png" })
})

const readersFor = (c: Ctx) => readersOf(localDateOf(c.get("house").clock.now()))

async function answersOf(c: Ctx): Promise<Answers> {
  const all = Object.entries(await listsOf(c)).slice(0, 100)
  return Object.fromEntries(all.map(([name, values]) => [name, values.slice(0, 2_000)]))
}

/** The version that the person saw: what a colleague's other window changed meanwhile is not overwritten. */
function seenIn(c: Ctx, answers: Answers): { id: string; version: number } {
  return { id: idOf(c), version: Number(answers.version?.[0] ?? "-1") }
}

function rowOf(answers: Answers): string {
  const one = (name: string) => answers[name]?.[0] ?? ""
  if (one("form") === "date") return "date"
  const said = /^[\w-]{1,40}$/.test(one("row")) ? one("row") : ""
  return one("taskId") || one("clauseId") || one("field") || said || "number"
}

async function uploadPage(
  c: Ctx,
  errors: Record<string, string> = {},
  kept: { pasted?: string; isScan?: boolean } = {},
): Promise<Response> {
  const drafts = (await myDrafts(deskOf(c))).map(({ state, ...draft }) => ({
    ...draft,
    isTyping: state === "typing",
  }))
  const page = (
    <UploadPage
      frame={frameOf(c)}
      drafts={drafts}
      bytesMax={letterBytesMax}
      keptDays={draftKeptDays}
      errors={errors}
      pasted={kept.pasted ?? ""}
      isScan={kept.isScan ?? false}
    />
  )
  return c.html(page, Object.keys(errors).length === 0 ? 200 : 422)
}

type Refused = { refused: CorrectRefusal; answers: Answers; row: string }

async function draftPage(c: Ctx, refused?: Refused): Promise<Response> {
  const opened = await openDraft(deskOf(c), readersFor(c), idOf(c))
  if (opened === null || refused?.refused === "notFound") return noDraft(c)
  if (opened.at === "issued") return c.redirect(paths.directive(opened.directiveId), 303)
  if (opened.at === "typing") return typingPage(c, opened)
  const problem = refused === undefined ? null : words[c.get("language")].wrong[refused.refused]
  const editing = {
    what: refused === undefined ? (c.req.query("sua") ?? null) : refused.row,
    errors: {},
    answers: refused?.answers ?? {},
  }
  const choosing = c.req.query("co-quan") ?? null
  return c.html(
    <ReviewPage
      frame={frameOf(c)}
      review={opened.review}
      editing={editing}
      choosing={choosing}
      problem={problem}
    />,
    problem === null ? 200 : 422,
  )
}

async function typingPage(
  c: Ctx,
  { id: draftId, original }: Extract<Opened, { at: "typing" }>,
  errors: Record<string, string> = {},
  text = "",
): Promise<Response> {
  const found = await originalOf(deskOf(c), draftId)
  const pages = found === null ? 0 : await scanPages(found.bytes)
  const view = { frame: frameOf(c), id: draftId, name: original?.name ?? "", pages, errors, text }
  return c.html(<TypingPage {...view} />, Object.keys(errors).length === 0 ? 200 : 422)
}

async function issuePage(c: Ctx, problem: string | null, status: 200 | 422 = 200): Promise<Response> {
  const desk = deskOf(c)
  const opened = await openDraft(desk, readersFor(c), idOf(c))
  if (opened === null || opened.at === "typing") return noDraft(c)
  if (opened.at === "issued") return c.redirect(paths.directive(opened.directiveId), 303)
  const may = can(desk.officer, "directive.issue")
  return c.html(
    <IssuePage frame={frameOf(c)} review={opened.review} mayIssue={may} problem={problem} />,
    problem === null ? status : 422,
  )
}

function noDraft(c: Ctx): Response | Promise<Response> {
  return c.html(<NoDraftPage frame={frameOf(c)} />, 404)
}

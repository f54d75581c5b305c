/** Outgoing documents over HTTP: the list, the draft, one document with its steps, its files. */
import { Hono } from "hono"
import { allow, can, colleaguesOf, requireOfficer } from "../accounts/index.ts"
import { takesFiles } from "../kernel/http/body.ts"
import { type Ctx, type Desk, deskOf, type Env } from "../kernel/http/env.ts"
import { fieldsOf } from "../kernel/http/fields.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { missingPage } from "../kernel/http/mishaps.tsx"
import { type Moved, movedSince, tellMoved } from "../kernel/http/opened.ts"
import { idOf, record } from "../kernel/http/record.ts"
import { sendFile } from "../kernel/http/send-file.ts"
import { holdFile } from "../kernel/http/upload.ts"
import { listState } from "../kernel/ui/list-state.ts"
import type { Lang } from "../kernel/words.ts"
import {
  type ChangeRefused,
  changeDraft,
  type DocumentView,
  documentFile,
  draftDocument,
  issueDocument,
  keepUpload,
  printedWords,
  readDocument,
  readDocuments,
  signWithKey,
  takeStep,
} from "./documents/actions.ts"
import { type Step, states, steps } from "./documents/domain.ts"
import {
  assignsTasks,
  type Faults,
  type FieldName,
  fieldNames,
  mayRetype,
  modelOf,
  type Person,
  type Values,
  valuesOf,
} from "./documents/form.ts"
import { documentPage, type PageView, stepSlugs, uploadBytesMax } from "./documents/pages/document.tsx"
import { draftPage } from "./documents/pages/draft.tsx"
import { listPage } from "./documents/pages/list.tsx"
import { words } from "./documents/words.ts"
import { wayWords } from "./documents/words-way.ts"
import { bookRoutes } from "./numbering/book-routes.ts"
import { symbolRoutes } from "./numbering/routes.ts"
import { readSymbols } from "./numbering/symbols.ts"
import { paths } from "./paths.ts"
import { trialKeyOf } from "./signing/aside.ts"

const idPattern = record(":id")

/**
 * Fields of a document in which somebody stands whose name lies under a seal elsewhere: of a paper that another part of the
 * program wrote, and that goes on being changed here. Empty: none.
 */
export type NamedIn = (desk: Desk, documentId: string, values: Values) => Promise<readonly string[]>

/** `namedIn`: asked before any word of a form is kept with a document. */
export function letterRoutes(namedIn: NamedIn): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post(paths.draft(idPattern), requireOfficer, allow("document.draft"), (c) => change(c, namedIn))
  for (const step of steps)
    routes.post(paths.step(idPattern, stepSlugs[step]), requireOfficer, allow(roles[step]), (c) =>
      receive(c, step, namedIn),
    )
  return routes.route("/", symbolRoutes).route("/", bookRoutes).route("/", others)
}

const others = new Hono<Env>()

others.get(paths.documents, requireOfficer, allow("document.read"), async (c) => {
  const state = listState(c.req.url, { filters: ["q", "tt"], sorts: ["moi"] })
  const asked = {
    state: states.find((one) => one === state.filters.tt) ?? null,
    text: state.filters.q,
    limit: state.perPage,
    offset: state.offset,
  }
  const list = await readDocuments(deskOf(c), asked)
  const mayDraft = can(deskOf(c).officer, "document.draft")
  return c.html(listPage({ frame: frameOf(c), ...list, state, mayDraft }))
})

others.get(paths.newDocument, requireOfficer, allow("document.draft"), async (c) =>
  draftView(c, null, {}, {}),
)

others.post(paths.newDocument, requireOfficer, allow("document.draft"), async (c) => {
  const values = await fieldsOf(c)
  const people = await peopleOf(c)
  const signer = people.find((one) => one.officerId === values.signerId) ?? null
  const made = modelOf(values, {
    ...{ issuer: deskOf(c).officer.bodyName, signer, blocks: null },
    symbols: await readSymbols(deskOf(c)),
  })
  if ("faults" in made || signer === null)
    return draftView(c, null, values, errorsOf(c, "faults" in made ? made.faults : {}), 422)
  const { model } = made
  const draft = {
    ...{ model, typedText: values.body ?? "", signerId: signer.officerId },
    assigns: assignsTasks(values),
  }
  const { id } = await draftDocument(deskOf(c), draft)
  return c.redirect(`${paths.document(id)}?xong=1`, 303)
})

others.get(paths.draft(idPattern), requireOfficer, allow("document.draft"), async (c) => {
  const view = await readDocument(deskOf(c), idOf(c))
  if (view === null || view.row.state !== "draft" || !mayRetype(view.row.model)) return missingPage(c)
  const values = { ...(await typedBefore(c, view.row)), ...(view.row.assigns ? { assigns: "yes" } : {}) }
  return draftView(c, view.row, values, {})
})

async function change(c: Ctx, namedIn: NamedIn): Promise<Response> {
  const desk = deskOf(c)
  const view = await readDocument(desk, idOf(c))
  if (view === null || !mayRetype(view.row.model)) return missingPage(c)
  const { row } = view
  const values = await fieldsOf(c)
  const signer = (await peopleOf(c)).find((one) => one.officerId === values.signerId) ?? null
  const blocks = row.typedText === null ? row.model.blocks : null
  const made = modelOf(values, {
    ...{ issuer: row.model.issuer.name, signer, blocks },
    symbols: await readSymbols(deskOf(c)),
  })
  if ("faults" in made || signer === null)
    return draftView(c, row, values, errorsOf(c, "faults" in made ? made.faults : {}), 422)
  const fixed = fixedIn(c, { row, stood: await typedBefore(c, row) }, values)
  if (Object.keys(fixed).length > 0) return draftView(c, row, values, fixed, 422)
  const named = await namedIn(desk, row.id, typedOf(values))
  if (named.length > 0) return draftView(c, row, values, sealedAt(c, named), 422)
  const typedText = row.typedText === null ? null : (values.body ?? "")
  const draft = {
    ...{ model: { ...row.model, ...made.model }, typedText, signerId: signer.officerId },
    // What the program composed gives no tasks, and its form does not ask.
    ...(row.typedText === null ? {} : { assigns: assignsTasks(values) }),
  }
  const done = await changeDraft(desk, row.id, draft, Number(values.version))
  if (!("refused" in done)) return c.redirect(`${paths.document(row.id)}?xong=1`, 303)
  return overtaken(c, values, done.refused)
}

/** A colleague was quicker: who, when, and what is kept now stand beside what was typed, which may be sent again. */
async function overtaken(c: Ctx, values: Values, refused: ChangeRefused["refused"]): Promise<Response> {
  const view = await readDocument(deskOf(c), idOf(c))
  if (view === null) return missingPage(c)
  const { row } = view
  tellMoved(c, lastStep(view, c.get("language")))
  const sentence = wayWords[c.get("language")].refusals[refused]
  const now = await typedBefore(c, row)
  const shown = { ...values, version: String(row.version) }
  return draftView(c, { ...row, now }, shown, { "": sentence }, 409)
}

function lastStep({ events }: Pick<DocumentView, "events">, lang: Lang): Moved | null {
  const [last] = events
  if (last === undefined) return null
  const names: Readonly<Record<string, string>> = wayWords[lang].events
  return { at: last.at, by: last.byName || null, what: names[last.what] ?? null }
}

/**
 * A paper about a person was written where its facts are: who signs it, in whose power, of what kind it is and on what it rests
 * were checked there, and are changed there. Layout, places and recipients are changed here.
 */
function fixedIn(
  c: Ctx,
  { row, stood }: { row: DocumentView["row"]; stood: Values },
  values: Values,
): Record<string, string> {
  if (row.readBy === null || row.typedText !== null) return {}
  const sentence = wayWords[c.get("language")].refusals.fixed
  const isChanged = (name: FieldName) => linesIn(values[name]) !== linesIn(stood[name])
  return Object.fromEntries(fixedNames.filter(isChanged).map((name) => [name, sentence]))
}
const fixedNames = ["kind", "authority", "grounds", "signerId", "way", "of", "position"] as const
const linesIn = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ").trim()

/** Choices cannot name anybody. */
const choices: ReadonlySet<string> = new Set(["kind", "urgency", "circulation", "signerId", "way"])
const typedOf = (values: Values): Values =>
  Object.fromEntries(
    fieldNames.filter((name) => !choices.has(name)).map((name) => [name, values[name] ?? ""]),
  )

const sealedAt = (c: Ctx, named: readonly string[]) =>
  Object.fromEntries(named.map((name) => [name, wayWords[c.get("language")].refusals.sealed]))

others.get(paths.document(idPattern), requireOfficer, allow("document.read"), (c) =>
  documentView(c, null, 200),
)

const roles = {
  submit: "document.draft",
  return: "document.review",
  approve: "document.review",
  // A leader, or for minutes whoever held them: `takeStep` looks at the document.
  sign: "document.draft",
  number: "document.number",
  issue: "document.issue",
  archive: "document.number",
} as const

async function receive(c: Ctx, step: Step, namedIn: NamedIn): Promise<Response> {
  const answers = await fieldsOf(c)
  const note = (answers.note ?? "").slice(0, 2_000)
  if ((await namedIn(deskOf(c), idOf(c), { note })).length > 0) {
    const error = wayWords[c.get("language")].refusals.sealed
    return documentView(c, { form: step, answers, error }, 422)
  }
  // Somebody may have said only after it was drafted whose a number is.
  const goesOn = step !== "return" && step !== "archive"
  if (
    goesOn &&
    (await namedIn(deskOf(c), idOf(c), { words: await printedWords(deskOf(c), idOf(c)) })).length > 0
  ) {
    const error = wayWords[c.get("language")].refusals.sealedWithin
    return documentView(c, { form: step, answers, error }, 409)
  }
  const done =
    step === "issue"
      ? await issueDocument(deskOf(c), idOf(c))
      : await takeStep(deskOf(c), idOf(c), step, { note })
  if (!("refused" in done)) return c.redirect(`${paths.document(idOf(c))}?xong=1`, 303)
  const error = wayWords[c.get("language")].refusals[done.refused]
  return documentView(c, { form: step, answers, error }, 409)
}

const uploads = takesFiles({ files: 1, bytesMax: uploadBytesMax })

others.post(paths.keySignature(idPattern), requireOfficer, allow("document.draft"), uploads, async (c) => {
  const { fields, file } = await holdFile(c, uploadBytesMax)
  const p12 = file?.bytes ?? new Uint8Array()
  const done = await signWithKey(deskOf(c), idOf(c), { p12, passphrase: fields.passphrase ?? "" })
  if (!("refused" in done)) return c.redirect(`${paths.document(idOf(c))}?xong=1`, 303)
  return documentView(
    c,
    { form: "key", answers: {}, error: wayWords[c.get("language")].refusals[done.refused] },
    409,
  )
})

others.post(paths.signedFile(idPattern), requireOfficer, allow("document.issue"), uploads, async (c) => {
  const { file, trouble } = await holdFile(c, uploadBytesMax)
  const done =
    trouble === "tooLarge"
      ? { refused: "file.tooLarge" as const }
      : await keepUpload(deskOf(c), idOf(c), file?.bytes ?? new Uint8Array())
  if (!("refused" in done)) return c.redirect(`${paths.document(idOf(c))}?xong=1`, 303)
  return documentView(
    c,
    { form: "file", answers: {}, error: wayWords[c.get("language")].refusals[done.refused] },
    409,
  )
})

for (const form of ["pdf", "docx"] as const)
  others.get(paths[form](idPattern), requireOfficer, allow("document.read"), async (c) => {
    const file = await documentFile(deskOf(c), idOf(c), form)
    if (file === null) return missingPage(c)
    const type = form === "pdf" ? "application/pdf" : docxType
    return sendFile(c, file, { name: `van-ban.${form}`, type, how: form === "pdf" ? "inline" : "attachment" })
  })
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** In the demo only: a key that vouches for itself, made now and not kept. */
others.get(paths.trialKey, requireOfficer, allow("document.draft"), async (c) => {
  const { officer, house } = deskOf(c)
  if (!house.config.demo) return missingPage(c)
  const from = house.clock.now()
  const to = new Date(from.getTime() + 366 * 86_400_000)
  const owner = { name: officer.name, organization: officer.bodyName, from, to }
  const file = await trialKeyOf({ owner, passphrase: "thu-nghiem" })
  return sendFile(c, file, { name: "chung-thu-thu.p12", type: "application/x-pkcs12" })
})

async function documentView(c: Ctx, failed: PageView["failed"], status: 200 | 409 | 422): Promise<Response> {
  const view = await readDocument(deskOf(c), idOf(c))
  if (view === null) return missingPage(c)
  const { officer, house } = deskOf(c)
  const roleOf = (step: Step) =>
    step === "issue" && view.row.assigns ? ("directive.import" as const) : roles[step]
  const may = view.open.filter((step) => can(officer, roleOf(step)))
  const isDone = failed === null && c.req.query("xong") !== undefined
  if (status === 409) tellMoved(c, movedSince(c, lastStep(view, c.get("language"))))
  return c.html(
    documentPage({ frame: frameOf(c), view, may, isDemo: house.config.demo, isDone, failed }),
    status,
  )
}

type Draftable = { id: string; version: number; typedText: string | null; now?: Values } | null

async function draftView(
  c: Ctx,
  row: Draftable,
  values: Values,
  errors: Record<string, string>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const page = draftPage({
    frame: frameOf(c),
    id: row?.id ?? null,
    version: Number(values.version ?? row?.version ?? 0),
    values,
    errors,
    people: await peopleOf(c),
    isComposed: row !== null && row.typedText === null,
    now: row?.now ?? null,
  })
  return c.html(page, status)
}

const peopleOf = (c: Ctx): Promise<Person[]> => colleaguesOf(deskOf(c))

/** The form of a document that is kept; the post of its signer is left to follow the signer, as the form says. */
async function typedBefore(c: Ctx, { model, typedText, signerId }: DocumentView["row"]): Promise<Values> {
  const signer = (await peopleOf(c)).find((one) => one.officerId === signerId)
  return valuesOf(model, typedText, { officerId: signerId, title: signer?.title ?? "" })
}

function errorsOf(c: Ctx, faults: Faults): Record<string, string> {
  const t = words[c.get("language")]
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const fault = faults[name]
      return fault === undefined ? [] : [[name, t.faults[fault](t.fields[name])]]
    }),
  )
}

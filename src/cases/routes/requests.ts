/** An enterprise's requests over HTTP: what was asked, the answer, its proof. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { lastOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { isRecordId, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { endingOf } from "../../signals/index.ts"
import { answerPrevention, readProof, readRequests } from "../actions/answering.ts"
import { answersIn } from "../domain/targets.ts"
import { requestsPage } from "../pages/requests.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { targetWords } from "../words-targets.ts"
import { readOriginals, takesOriginals, troubleOf } from "./upload.ts"

const answerCharsMax = 5_000
/** As many as the table of proofs takes. */
const filesMax = 5
const id = record(":id")
const proof = record(":proof")
type Page = Parameters<typeof requestsPage>[0]

export const requestRoutes = new Hono<Env>()

requestRoutes.get(paths.requests, requireOfficer, allow("prevention.answer"), (c) =>
  shown(c, null, null, 200),
)

const mayAnswer = [requireOfficer, allow("prevention.answer"), takesOriginals(filesMax)] as const

requestRoutes.post(paths.requestAnswer(id), ...mayAnswer, async (c) => {
  const requestId = c.req.param("id") ?? ""
  const { files, trouble, keep } = await readOriginals(c)
  const answers = c.get("sent") ?? {}
  const typed = lastOf(answers)
  const { requests } = await readRequests(deskOf(c))
  const asked = requests.find((one) => one.id === requestId && one.withdrawnOn === null)
  const lang = c.get("language")
  const t = words[lang].requests
  if (asked === undefined) return shown(c, null, { text: t.gone, isGood: false }, 409)
  const read = answersIn(asked.targets, typed, deskOf(c).house.clock.now())
  const { faults } = targetWords[lang]
  const wrong =
    "faults" in read ? Object.entries(read.faults).map(([field, fault]) => [field, faults[fault]]) : []
  const errors: Record<string, string> = { ...Object.fromEntries(wrong), ...troubleOf(c, trouble) }
  if ("faults" in read || Object.keys(errors).length > 0)
    return shown(c, { id: requestId, answers, errors }, null, 422)
  await keep()
  const text = (typed.text ?? "").trim().slice(0, answerCharsMax)
  const assignmentId = isRecordId(typed.assignmentId ?? "") ? (typed.assignmentId ?? null) : null
  const done = await answerPrevention(deskOf(c), requestId, {
    targets: read.answers,
    text,
    files,
    assignmentId,
  })
  if ("refused" in done && done.refused === "noTask")
    return shown(c, { id: requestId, answers, errors: { assignmentId: faults.noTask } }, null, 422)
  if ("refused" in done) return shown(c, null, { text: t.gone, isGood: false }, 409)
  return c.redirect(`${paths.requests}?xong=1`, 303)
})

/** The enterprise that answered, and the body that asked: row security says who of them looks. */
requestRoutes.get(paths.proof(id, proof), requireOfficer, async (c) => {
  const { officer } = deskOf(c)
  const may = can(officer, "case.read") || can(officer, "prevention.answer")
  const found = may ? await readProof(deskOf(c), c.req.param("id") ?? "", c.req.param("proof") ?? "") : null
  if (found === null) return missingPage(c)
  const { mediaType, position } = found.proof
  return sendFile(c, found.bytes, { name: `minh-chung-${position}.${endingOf(mediaType)}`, type: mediaType })
})

async function shown(
  c: Ctx,
  failed: Page["failed"],
  said: Page["said"],
  status: 200 | 409 | 422,
): Promise<Response> {
  const list = await readRequests(deskOf(c))
  const isDone = c.req.query("xong") !== undefined
  const t = words[c.get("language")].requests
  const mayAnswer = can(deskOf(c).officer, "prevention.answer")
  const sentence = said ?? (isDone ? { text: t.done, isGood: true } : null)
  return c.html(requestsPage({ frame: frameOf(c), list, mayAnswer, failed, said: sentence }), status)
}

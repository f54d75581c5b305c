/** A visit over HTTP, from its page or from a device that was without network. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { fieldSent } from "../../kernel/field/sent.ts"
import { stageStream } from "../../kernel/files.ts"
import { type Errors, readForm } from "../../kernel/forms/index.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { onePerContent, readFileForm } from "../../kernel/http/upload.ts"
import { unstamped } from "../../letters/index.ts"
import { endingOf, evidenceBytesMax, seatOf, sniffBytes, typeOfBytes } from "../../signals/index.ts"
import { type Seat, todayOf } from "../actions/seat.ts"
import { holdVisit, readPhoto, visitsUnderWay } from "../actions/visit.ts"
import { allChecklists } from "../catalogue.ts"
import { versionOn } from "../domain/checklist.ts"
import { visiting } from "../forms-visit.ts"
import { type VisitOffer, visitPage } from "../pages/visit.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { refusalWords } from "../words-forms.ts"
import { pageWords } from "../words-page.ts"
import { uploadWords } from "../words-upload.ts"
import { givenIn } from "./given.ts"

export const visitRoutes = new Hono<Env>()
const takesPhotos = takesFiles({ files: 10, bytesMax: evidenceBytesMax })

/** The list in its version of today, with the checks that are under way by it; null: there is no such list. */
export async function offerOf(seat: Seat, listId: string): Promise<VisitOffer | null> {
  const list = allChecklists().find(({ id }) => id === listId)
  const version = list === undefined ? undefined : versionOn(list, todayOf(seat))
  if (list === undefined || version === undefined) return null
  return {
    list,
    version,
    checks: await visitsUnderWay(seat, { checklist: list.id, version: version.version }),
  }
}

for (const { id: listId } of allChecklists()) {
  const path = paths.visit(listId)
  visitRoutes.get(path, requireOfficer, allow("inspection.hold"), (c) => show(c, listId, {}, {}, 200))
  visitRoutes.post(path, requireOfficer, allow("inspection.hold"), takesPhotos, (c) => receive(c, listId))
}

async function show(c: Ctx, listId: string, answers: Lists, errors: Errors, status: 200 | 409 | 422) {
  const offer = await offerOf(seatOf(deskOf(c)), listId)
  if (offer === null) return missingPage(c)
  return c.html(visitPage({ frame: frameOf(c), offer, answers, errors }), status)
}

async function receive(c: Ctx, listId: string): Promise<Response> {
  const { files, trouble, troubled, keep } = await onePerContent(
    readFileForm(c, {
      sniffBytes,
      typeOf: typeOfBytes,
      stage: async (pieces, _fields, { mediaType }) =>
        stageStream(
          c.get("house"),
          await unstamped(pieces, { mediaType, bytesMax: evidenceBytesMax }),
          evidenceBytesMax,
        ),
    }),
  )
  const lists = c.get("sent") ?? {}
  const lang = c.get("language")
  const seat = seatOf(deskOf(c))
  const offer = await offerOf(seat, listId)
  if (offer === null) return missingPage(c)
  const read = readForm(visiting, lists, lang)
  const { given, errors: faults } = givenIn(offer, lists, lang)
  const said = trouble === null ? null : uploadWords[lang].troubles[trouble](troubled)
  const errors = {
    ...("errors" in read ? read.errors : {}),
    ...faults,
    ...(said === null ? {} : { [trouble === "undeclared" ? "declared" : "file"]: said }),
  }
  if ("errors" in read || Object.keys(errors).length > 0) return show(c, listId, lists, errors, 422)
  const field = fieldSent(c, lists)
  if (field === "otherOfficer") return show(c, listId, lists, { "": pageWords[lang].otherOfficer }, 409)
  const { inspectionId, isOver, file: _file, declared: _declared, ...recording } = read.input
  const t = refusalWords[lang]
  if (!isRecordId(inspectionId)) return show(c, listId, lists, { inspectionId: t.notFound }, 422)
  const done = await holdVisit(
    seat,
    inspectionId,
    { given, recording },
    {
      sentKey: field?.key ?? null,
      deviceAt: field?.deviceAt ?? null,
      isOver,
      keep: async () => {
        await keep()
        return files
      },
    },
  )
  if ("id" in done) return c.redirect(`${paths.inspection(done.id)}?xong=1`, 303)
  if ("overtaken" in done) {
    const standing = done.overtaken.map(({ question, standing: one }) => [
      `a-${question}`,
      pageWords[lang].standing(words[lang].answers[one.answer], one.byName),
    ])
    return show(c, listId, lists, Object.fromEntries(standing), 409)
  }
  const at = refusedAt[done.refused]
  return show(c, listId, lists, { [at ?? ""]: t[done.refused] }, at === undefined ? 409 : 422)
}

const refusedAt: Readonly<Record<string, string>> = {
  refusalMissing: "refusalReason",
  witnessMissing: "witness",
  datesWrong: "recordedOn",
  notFound: "inspectionId",
}

visitRoutes.get(
  paths.photo(record(":id"), record(":photo")),
  requireOfficer,
  allow("inspection.read"),
  async (c) => {
    const found = await readPhoto(seatOf(deskOf(c)), idOf(c), c.req.param("photo") ?? "")
    if (found === null) return missingPage(c)
    const name = `kiem-tra-${found.photo.position}.${endingOf(found.photo.mediaType)}`
    return sendFile(c, found.bytes, { name, type: found.photo.mediaType })
  },
)

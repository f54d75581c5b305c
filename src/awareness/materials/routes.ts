/** Materials over HTTP: at an officer's desk, and for everybody. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { formatDate, formatNumber } from "../../kernel/format.ts"
import { type Errors, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { qrOf } from "../../kernel/qr.ts"
import { localDateOf } from "../../kernel/time.ts"
import { writePoster } from "../../letters/index.ts"
import { seatOf } from "../../signals/index.ts"
import { campaignsOf } from "../campaigns/actions/reading.ts"
import { paths } from "../paths.ts"
import {
  type MaterialReading,
  makeMaterial,
  materialsOf,
  openMaterial,
  publicMaterial,
  releasedMaterials,
  releaseMaterial,
  sendBack,
  type To,
  takeAway,
  writeVersion,
} from "./actions/materials.ts"
import { plainText } from "./domain/material.ts"
import { type MaterialFormName, materialFormNames, materialForms, newMaterial } from "./forms.ts"
import { materialDeskPage, materialsPage, newMaterialPage } from "./pages/desk.tsx"
import { publicMaterialPage, publicMaterialsPage } from "./pages/public.tsx"
import { materialWords } from "./words.ts"

export const materialRoutes = new Hono<Env>()

const reads = [requireOfficer, allow("awareness.read")] as const
const changes = [requireOfficer, allow(newMaterial.verb)] as const
const idPattern = record(":id")
const seat = (c: Ctx) => seatOf(deskOf(c))

materialRoutes.get(paths.materialsDesk, ...reads, async (c) => {
  const rows = await materialsOf(seat(c))
  return c.html(materialsPage({ frame: frameOf(c), rows, mayMake: can(deskOf(c).officer, newMaterial.verb) }))
})

materialRoutes.get(paths.newMaterial, ...changes, (c) =>
  newForm(c, { lang: ["vi"], campaignId: [c.req.query("chien-dich") ?? ""] }, {}, 200),
)

materialRoutes.post(paths.newMaterial, ...changes, async (c) => {
  const lists = await listsOf(c)
  const lang = c.get("language")
  const read = readForm(newMaterial, lists, lang)
  if ("errors" in read) return newForm(c, lists, read.errors, 422)
  const done = await makeMaterial(seat(c), read.input)
  if ("id" in done) return c.redirect(`${paths.materialDesk(done.id)}?xong=1`, 303)
  const said = materialWords[lang].desk.refusals[done.refused]
  return newForm(c, lists, { [fieldOf[done.refused] ?? ""]: said }, 422)
})

async function newForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const { bodyId } = deskOf(c).who
  const campaigns = (await campaignsOf(seat(c)))
    .filter((one) => one.bodyId === bodyId && one.state !== "ended")
    .map(({ id, title }) => ({ value: id, label: title }))
  return c.html(newMaterialPage({ frame: frameOf(c), campaigns, answers, errors }), status)
}

/** The field at which a refusal is put right. */
const fieldOf: Readonly<Record<string, string>> = {
  ...{ noCampaign: "campaignId", waits: "lang", nothingWaits: "lang", yourOwn: "lang", notOut: "lang" },
  ...{ pointsMany: "points", pointsLong: "points", toDoMany: "toDo", toDoLong: "toDo" },
}

const sending = {
  release: releaseMaterial,
  refuse: sendBack,
  write: writeVersion,
  withdraw: takeAway,
} satisfies SendingOf<typeof materialForms, To>

mountForms(materialRoutes, {
  forms: materialForms,
  sending,
  page: paths.materialDesk(idPattern),
  path: (slug) => paths.materialForm(idPattern, slug),
  reads,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openMaterial(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(materialDeskPage({ frame: frameOf(c), reading, may: offered(c, reading), ...shown }), status),
  // A version that was written or decided since the page was opened is not the one that was read there.
  last: ({ versions }) =>
    versions
      .flatMap((one) => [
        { at: one.writtenAt, by: one.writtenName, what: null },
        ...(one.decidedAt === null ? [] : [{ at: one.decidedAt, by: one.decidedName, what: null }]),
      ])
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null,
  sentence: (c, refused) => materialWords[c.get("language")].desk.refusals[refused],
  at: (refused) => fieldOf[refused] ?? null,
  done: (c) => c.redirect(`${paths.materialDesk(idOf(c))}?xong=1`, 303),
})

function offered(c: Ctx, { versions, officerId }: MaterialReading): MaterialFormName[] {
  const { officer } = deskOf(c)
  return materialFormNames.filter((name) => {
    if (!can(officer, materialForms[name].verb)) return false
    if (name === "write") return true
    if (name === "withdraw") return versions.some(({ state }) => state === "released")
    return versions.some(({ state, writtenBy }) => state === "waiting" && writtenBy !== officerId)
  })
}

materialRoutes.get(paths.materials, async (c) => {
  const rows = await releasedMaterials(c.get("house"), c.get("language"))
  return c.html(publicMaterialsPage({ frame: frameOf(c), rows }))
})

const codePattern = ":code{[1-9][0-9]{0,8}}"
const found = (c: Ctx) => publicMaterial(c.get("house"), Number(c.req.param("code")), c.get("language"))

materialRoutes.get(paths.material(codePattern), async (c) => {
  const one = await found(c)
  if (one === null) return missingPage(c)
  const address = linkTo(c.get("house").config, paths.material(one.material.code))
  return c.html(publicMaterialPage({ frame: frameOf(c), found: one, address }))
})

materialRoutes.get(paths.materialText(codePattern), async (c) => {
  const one = await found(c)
  if (one === null) return missingPage(c)
  const { points, toDo, spoken, at } = materialWords[one.shown.lang].public
  const address = linkTo(c.get("house").config, paths.material(one.material.code))
  c.header("content-language", one.shown.lang)
  return c.text(plainText(one.shown, { points, toDo, spoken, at }, address))
})

materialRoutes.get(paths.materialSheet(codePattern, ":paper{a[34]}"), async (c) => {
  const one = await found(c)
  if (one === null) return missingPage(c)
  const house = c.get("house")
  const { material, shown } = one
  const { lang } = shown
  const t = materialWords[lang].public
  const paper = c.req.param("paper") === "a3" ? "a3" : "a4"
  const address = linkTo(house.config, paths.material(material.code))
  const pdf = await writePoster({
    ...{ paper, lang, head: t.head, title: shown.title },
    ...{ looksLikeHead: t.about, looksLike: shown.lead },
    ...{ signsHead: t.points, signs: shown.points, toDoHead: t.toDo, toDo: shown.toDo },
    ...{ qr: qrOf(address), scan: t.scan, address },
    issuer: `Liên Phòng ${house.province?.name ?? ""}`.trim(),
    code: t.code(String(material.code)),
    down: t.version(formatNumber(shown.nth, lang), formatDate(localDateOf(new Date(shown.decidedAt)), lang)),
  })
  const name = t.file(String(material.code), paper)
  return sendFile(c, pdf, { name, type: "application/pdf", how: "inline" })
})

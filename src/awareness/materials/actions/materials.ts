/** Materials: written by one officer, released by another; everybody reads what was released. */
import { readAsPublic, type Tx } from "../../../kernel/db/database.ts"
import type { InputOf } from "../../../kernel/forms/index.ts"
import type { House } from "../../../kernel/house.ts"
import { isRecordId } from "../../../kernel/http/record.ts"
import { announce, journal } from "../../../kernel/journal.ts"
import type { Seat } from "../../actions/publishing.ts"
import { readCampaign } from "../../campaigns/store/campaigns.ts"
import { itemsOf, type MaterialLang, type MaterialWords } from "../domain/material.ts"
import type { materialForms, newMaterial } from "../forms.ts"
import {
  endVersion,
  insertMaterial,
  insertVersion,
  listOwn,
  listReleased,
  type Material,
  materialByCode,
  type ReleasedVersion,
  readMaterial,
  releasedOf,
  releaseVersion,
  type Version,
  versionsOf,
} from "../store/materials.ts"

export const materialsOf = (seat: Seat) => seat.look(listOwn)

export type MaterialReading = {
  material: Material
  versions: Version[]
  campaignTitle: string | null
  officerId: string
}

export function openMaterial(seat: Seat, id: string): Promise<MaterialReading | null> {
  return seat.open(async (tx) => {
    const material = await readMaterial(tx, id)
    if (material === null) return null
    await journal(tx, { what: "material.read", record: { kind: "material", id } })
    const { campaignId } = material
    const campaign = campaignId === null ? null : await readCampaign(tx, campaignId)
    return {
      ...{ material, versions: await versionsOf(tx, id), officerId: seat.officerId },
      campaignTitle: campaign?.title ?? null,
    }
  })
}

export type MaterialRefusal =
  | "noMaterial"
  | "noCampaign"
  | "pointsMany"
  | "pointsLong"
  | "toDoMany"
  | "toDoLong"
  | "waits"
  | "nothingWaits"
  | "yourOwn"
  | "notOut"
type Asked = InputOf<typeof materialForms.write>

function wordsOf({ title, lead, points, toDo, spoken }: Asked): MaterialWords | { refused: MaterialRefusal } {
  const [said, steps] = [itemsOf(points), itemsOf(toDo)]
  if ("fault" in said) return { refused: said.fault === "tooMany" ? "pointsMany" : "pointsLong" }
  if ("fault" in steps) return { refused: steps.fault === "tooMany" ? "toDoMany" : "toDoLong" }
  return { title, lead, points: said.items, toDo: steps.items, spoken }
}

export function makeMaterial(
  seat: Seat,
  { campaignId, ...asked }: InputOf<typeof newMaterial>,
): Promise<{ id: string } | { refused: MaterialRefusal }> {
  const words = wordsOf(asked)
  if ("refused" in words) return Promise.resolve(words)
  return seat.open(async (tx) => {
    const isId = campaignId !== null && isRecordId(campaignId)
    const campaign = isId ? await readCampaign(tx, campaignId) : null
    if (campaignId !== null && campaign?.bodyId !== seat.bodyId) return { refused: "noCampaign" as const }
    const id = await insertMaterial(tx, { campaignId, name: seat.name })
    await insertVersion(tx, id, { ...words, lang: asked.lang }, seat.name)
    await announce(tx, {
      what: "material.written",
      record: { kind: "material", id },
      details: { lang: asked.lang },
    })
    return { id }
  })
}

export type To = { seat: Seat; id: string }
type Done = { done: true } | { refused: MaterialRefusal }

export function writeVersion({ seat, id }: To, asked: Asked): Promise<Done> {
  const words = wordsOf(asked)
  if ("refused" in words) return Promise.resolve(words)
  return seat.open(async (tx) => {
    if ((await readMaterial(tx, id)) === null) return { refused: "noMaterial" as const }
    if ((await insertVersion(tx, id, { ...words, lang: asked.lang }, seat.name)) === null)
      return { refused: "waits" as const }
    await announce(tx, {
      what: "material.written",
      record: { kind: "material", id },
      details: { lang: asked.lang },
    })
    return { done: true as const }
  })
}

/** As the constraint `material_versions_decided_by_another` holds it. */
async function waitingIn(
  tx: Tx,
  { seat, id }: To,
  lang: MaterialLang,
): Promise<Version | { refused: MaterialRefusal }> {
  if ((await readMaterial(tx, id)) === null) return { refused: "noMaterial" }
  const found = (await versionsOf(tx, id)).find((one) => one.lang === lang && one.state === "waiting")
  if (found === undefined) return { refused: "nothingWaits" }
  return found.writtenBy === seat.officerId ? { refused: "yourOwn" } : found
}

const toldOf = (what: `material.${string}`, id: string, lang: MaterialLang) => ({
  ...{ what, record: { kind: "material", id } },
  details: { lang },
})

export const releaseMaterial = (to: To, { lang }: InputOf<typeof materialForms.release>): Promise<Done> =>
  to.seat.open(async (tx) => {
    const waiting = await waitingIn(tx, to, lang)
    if ("refused" in waiting) return waiting
    await releaseVersion(tx, { id: waiting.id, materialId: to.id, lang, name: to.seat.name })
    await announce(tx, toldOf("material.released", to.id, lang))
    return { done: true as const }
  })

export const sendBack = (to: To, { lang, note }: InputOf<typeof materialForms.refuse>): Promise<Done> =>
  to.seat.open(async (tx) => {
    const waiting = await waitingIn(tx, to, lang)
    if ("refused" in waiting) return waiting
    await endVersion(tx, { id: waiting.id, state: "refused", name: to.seat.name, note })
    await announce(tx, toldOf("material.refused", to.id, lang))
    return { done: true as const }
  })

export const takeAway = (to: To, { lang, note }: InputOf<typeof materialForms.withdraw>): Promise<Done> =>
  to.seat.open(async (tx) => {
    if ((await readMaterial(tx, to.id)) === null) return { refused: "noMaterial" as const }
    const out = (await versionsOf(tx, to.id)).find((one) => one.lang === lang && one.state === "released")
    if (out === undefined) return { refused: "notOut" as const }
    await endVersion(tx, { id: out.id, state: "withdrawn", name: to.seat.name, note })
    await announce(tx, toldOf("material.withdrawn", to.id, lang))
    return { done: true as const }
  })

export const releasedMaterials = (house: House, lang: MaterialLang) =>
  readAsPublic(house.db, (tx) => listReleased(tx, lang))

export type PublicMaterial = { material: Material; shown: ReleasedVersion; langs: MaterialLang[] }

/** In the language asked for, else in the other. */
export function publicMaterial(
  house: House,
  code: number,
  lang: MaterialLang,
): Promise<PublicMaterial | null> {
  return readAsPublic(house.db, async (tx) => {
    const material = await materialByCode(tx, code)
    const released = material === null ? [] : await releasedOf(tx, material.id)
    const shown = released.find((one) => one.lang === lang) ?? released[0]
    return material === null || shown === undefined
      ? null
      : { material, shown, langs: released.map((one) => one.lang) }
  })
}

/** Assets over HTTP: the list, one, a new one. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { type Errors, mountForms, readForm, type SendingOf, type Shown } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, record } from "../../kernel/http/record.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { csvResponse, xlsxResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../../signals/index.ts"
import {
  type AssetReading,
  type AssetRefusal,
  addAsset,
  changeAsset,
  openAsset,
  openPlaceTo,
  placesFor,
  readAssets,
  takeAssetsAlong,
} from "../actions/assets.ts"
import {
  checkProtection,
  type ProtectionRefusal,
  protectAsset,
  readProtected,
} from "../actions/protecting.ts"
import { type Seat, todayOf } from "../actions/seat.ts"
import { type AssetFormName, assetFormNames, assetForms, newAsset } from "../forms-asset.ts"
import { assetPage, newAssetPage } from "../pages/asset.tsx"
import { assetsAsGeoJson, assetsAsKml } from "../pages/asset-shapes.ts"
import { assetSheet, assetsPage } from "../pages/assets.tsx"
import { protectionsPage } from "../pages/protections.tsx"
import { paths } from "../paths.ts"
import { assetWords } from "../words-asset.ts"
import { protectionWords } from "../words-protection.ts"
import { shapeTypes } from "./shape-types.ts"

const idPattern = record(":id")
const exportMax = 5_000

export const assetRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("infrastructure.read")] as const
const mayChange = [requireOfficer, allow("infrastructure.change")] as const

const stateOf = (c: Ctx) =>
  listState(c.req.url, { filters: ["tim", "loai", "noi", "tinh-trang"], sorts: ["so"] })
const filterOf = ({ filters }: ReturnType<typeof stateOf>) => ({
  text: filters.tim,
  kind: filters.loai,
  area: filters.noi,
  state: filters["tinh-trang"],
})

assetRoutes.get(paths.assets, ...mayRead, async (c) => {
  const state = stateOf(c)
  const page = { limit: state.perPage, offset: state.offset }
  const found = await readAssets(seatOf(deskOf(c)), filterOf(state), page)
  const may = can(deskOf(c).officer, "infrastructure.change")
  return c.html(assetsPage({ frame: frameOf(c), ...found, state, mayChange: may }))
})

for (const format of ["csv", "xlsx"] as const)
  assetRoutes.get(paths.assetsFile(format), ...mayRead, async (c) => {
    const rows = await takeAssetsAlong(seatOf(deskOf(c)), filterOf(stateOf(c)), exportMax)
    const sheet = assetSheet(rows, c.get("language"))
    return format === "csv" ? csvResponse(c, sheet) : xlsxResponse(c, sheet)
  })

for (const format of ["geojson", "kml"] as const)
  assetRoutes.get(paths.assetsFile(format), ...mayRead, async (c) => {
    const rows = await takeAssetsAlong(seatOf(deskOf(c)), filterOf(stateOf(c)), exportMax)
    const text = format === "geojson" ? assetsAsGeoJson(rows) : assetsAsKml(rows, c.get("language"))
    return sendFile(c, text, { name: `tai-san.${format}`, type: shapeTypes[format] })
  })
assetRoutes.get(paths.protections, ...mayRead, async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["toi"] })
  const seat = seatOf(deskOf(c))
  const found = await readProtected(seat, { limit: state.perPage, offset: state.offset })
  return c.html(protectionsPage({ frame: frameOf(c), ...found, state, today: todayOf(seat) }))
})

assetRoutes.get(paths.newAsset, ...mayChange, (c) => form(c, {}, {}, 200))
assetRoutes.post(paths.newAsset, ...mayChange, async (c) => {
  const lists = await listsOf(c)
  const read = readForm(newAsset, lists, c.get("language"))
  if ("errors" in read) return form(c, lists, read.errors, 422)
  const done = await addAsset(seatOf(deskOf(c)), read.input)
  if ("id" in done) return c.redirect(`${paths.asset(done.id)}?xong=1`, 303)
  const sentence = assetWords[c.get("language")].refusals[done.refused]
  return form(c, lists, { [fieldOf[done.refused] ?? ""]: sentence }, 422)
})

const fieldOf: Readonly<Record<AssetRefusal, string | null>> = {
  codeTwice: "assetCode",
  notAPoint: "lat",
  elsewhere: "lat",
  notNational: "criticality",
  noArea: "areaCode",
  noBody: "bodies",
  gone: null,
}

async function form(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const places = await placesFor(seatOf(deskOf(c)))
  return c.html(newAssetPage({ frame: frameOf(c), places, answers, errors }), status)
}

type To = { seat: Seat; id: string }
const sending = {
  change: ({ seat, id }, input) => changeAsset(seat, id, input),
  share: ({ seat, id }, { bodies }) => openPlaceTo(seat, id, { column: "sharedIds", bodies }),
  grant: ({ seat, id }, { bodies }) => openPlaceTo(seat, id, { column: "grantedIds", bodies }),
  protect: ({ seat, id }, input) => protectAsset(seat, id, input),
  checked: ({ seat, id }, input) => checkProtection(seat, id, input),
} satisfies SendingOf<typeof assetForms, To>

mountForms(assetRoutes, {
  forms: assetForms,
  sending,
  page: paths.asset(idPattern),
  path: (slug) => paths.assetForm(idPattern, slug),
  reads: mayRead,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openAsset(seatOf(deskOf(c)), idOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) => page(c, reading, shown, status),
  last: ({ row }) => ({ at: row.changedAt, by: null, what: null }),
  sentence: (c, refused) => {
    const lang = c.get("language")
    return { ...assetWords[lang].refusals, ...protectionWords[lang].refusals }[refused]
  },
  at: (refused) => ({ ...fieldOf, ...protectionFieldOf })[refused] ?? null,
  done: (c) => c.redirect(`${paths.asset(idOf(c))}?xong=1`, 303),
})

const protectionFieldOf: Readonly<Record<ProtectionRefusal, string | null>> = {
  notBody: "policeId",
  checkAhead: "on",
  nextBefore: "nextCheckOn",
  notCritical: null,
}

function offered(c: Ctx, { isOurs, row, protection }: AssetReading): AssetFormName[] {
  const fits = (name: AssetFormName) => {
    if (name === "protect") return row.criticality !== "ordinary"
    return name === "checked" ? protection !== null : true
  }
  return isOurs
    ? assetFormNames.filter((name) => fits(name) && can(deskOf(c).officer, assetForms[name].verb))
    : []
}

function page(c: Ctx, reading: AssetReading, shown: Shown<AssetFormName>, status: 200 | 409 | 422) {
  return c.html(assetPage({ frame: frameOf(c), reading, may: offered(c, reading), ...shown }), status)
}

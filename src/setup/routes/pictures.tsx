/** The crest and the boundaries, by the same pages in the set-up and among the settings. */
import { Hono, type MiddlewareHandler } from "hono"
import { takesFiles } from "../../kernel/http/body.ts"
import { crestHref } from "../../kernel/http/crest-href.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { type Outlines, outlineLimits, outlines, type UnitToOutline } from "../../kernel/outlines/outlines.ts"
import { readForeignOutlines } from "../../kernel/outlines/read.ts"
import { keepCrest, keepOutlines, readSoFar } from "../actions/answering.ts"
import { hasReadyOutlines } from "../actions/data.ts"
import { changeCrest, changeOutlines, crestBytesMax, readCrest, unitsToOutline } from "../actions/pictures.ts"
import { unitName } from "../domain/proposal.ts"
import { CrestPage, OutlinesPage, type OutlinesPreview, type PicturePlace } from "../pages/pictures.tsx"
import { paths } from "../paths.ts"
import { pictureWords } from "../words-pictures.ts"

/** What is in use at one of the two places, and how it is changed there. */
type Place = {
  at: PicturePlace
  crest(c: Ctx): Promise<string | null>
  outlines(c: Ctx): Promise<Outlines | null>
  units(c: Ctx): Promise<readonly UnitToOutline[]>
  province(c: Ctx): Promise<string>
  keepCrest(c: Ctx, png: Uint8Array | null): Promise<void>
  keepOutlines(c: Ctx, drawn: Outlines | null): Promise<void>
  /** Where one goes on, once it is kept. */
  next: { crest: string; outlines: string }
}

const inSetup: Place = {
  at: "setup",
  crest: async (c) =>
    (await readSoFar(c.get("house"))).pictures.crest === null ? null : paths.setupCrestFile,
  outlines: async (c) => (await readSoFar(c.get("house"))).pictures.outlines,
  units: async (c) =>
    ((await readSoFar(c.get("house"))).written?.units ?? []).map((unit) => ({
      code: unit.code,
      name: unitName(unit),
    })),
  province: async (c) => (await readSoFar(c.get("house"))).written?.province.code ?? "",
  keepCrest: (c, png) => keepCrest(c.get("house"), png),
  keepOutlines: (c, drawn) => keepOutlines(c.get("house"), drawn),
  next: { crest: paths.step("province"), outlines: paths.step("units") },
}

const inSettings: Place = {
  at: "settings",
  crest: async (c) => crestHref(c.get("house").crest),
  outlines: async (c) => c.get("house").outlines,
  units: (c) => unitsToOutline(deskOf(c)),
  province: async (c) => c.get("house").province?.code ?? "",
  keepCrest: (c, png) => changeCrest(deskOf(c), png),
  keepOutlines: (c, drawn) => changeOutlines(deskOf(c), drawn),
  next: { crest: `${paths.settings}?da=luu`, outlines: `${paths.settings}?da=luu` },
}

export const setupPictureRoutes = (guard: MiddlewareHandler<Env>) =>
  routesAt(inSetup, guard).get(paths.setupCrestFile, guard, async (c) => {
    const { crest } = (await readSoFar(c.get("house"))).pictures
    return crest === null
      ? missingPage(c)
      : c.body(Uint8Array.from(crest), 200, { "content-type": "image/png" })
  })
export const settingPictureRoutes = (guard: MiddlewareHandler<Env>) => routesAt(inSettings, guard)

function routesAt(place: Place, guard: MiddlewareHandler<Env>): Hono<Env> {
  const { at } = place
  return new Hono<Env>()
    .get(paths.picture(at, "crest"), guard, (c) => crestPage(c, place, null))
    .post(paths.picture(at, "crest"), guard, takesFiles({ files: 1, bytesMax: crestBytesMax }), async (c) => {
      const t = pictureWords[c.get("language")]
      const { file, trouble } = await holdFile(c, crestBytesMax)
      if (trouble === "tooLarge") return crestPage(c, place, t.tooLarge(String(crestBytesMax / 1_000_000)))
      if (file === null) return crestPage(c, place, t.noFile)
      const drawn = await readCrest(file.bytes)
      if ("refused" in drawn) return crestPage(c, place, t.notPicture)
      await place.keepCrest(c, drawn.png)
      return c.redirect(place.next.crest, 303)
    })
    .post(paths.pictureNone(at, "crest"), guard, async (c) => {
      await listsOf(c)
      await place.keepCrest(c, null)
      return c.redirect(place.next.crest, 303)
    })
    .get(paths.picture(at, "outlines"), guard, (c) => outlinesPage(c, place, {}))
    .post(
      paths.picture(at, "outlines"),
      guard,
      takesFiles({ files: 1, bytesMax: outlineLimits.bytes }),
      async (c) => {
        const t = pictureWords[c.get("language")]
        const { file, trouble } = await holdFile(c, outlineLimits.bytes)
        const mb = String(outlineLimits.bytes / 1_000_000)
        if (trouble === "tooLarge") return outlinesPage(c, place, { error: t.tooLarge(mb) })
        if (file === null) return outlinesPage(c, place, { error: t.noFile })
        const preview = await readForeignOutlines(file.bytes, await place.units(c))
        return "refused" in preview
          ? outlinesPage(c, place, { error: t.troubles[preview.refused] })
          : outlinesPage(c, place, { preview })
      },
    )
    .post(paths.pictureUse(at, "outlines"), guard, async (c) => {
      const drawn = outlines.safeParse(parsedJson((await fieldsOf(c)).outlines ?? ""))
      const known = new Set((await place.units(c)).map(({ code }) => code))
      const fits = drawn.success && drawn.data.shapes.every(({ code }) => known.has(code))
      if (!fits) return outlinesPage(c, place, { error: pictureWords[c.get("language")].stale })
      await place.keepOutlines(c, drawn.data)
      return c.redirect(place.next.outlines, 303)
    })
    .post(paths.pictureNone(at, "outlines"), guard, async (c) => {
      await listsOf(c)
      await place.keepOutlines(c, null)
      return c.redirect(place.next.outlines, 303)
    })
}

async function crestPage(c: Ctx, place: Place, error: string | null): Promise<Response> {
  secretly(c)
  const view = { frame: frameOf(c), at: place.at, bytesMax: crestBytesMax, error }
  return c.html(<CrestPage {...view} crest={await place.crest(c)} />, error === null ? 200 : 422)
}

async function outlinesPage(
  c: Ctx,
  place: Place,
  { preview = null, error = null }: { preview?: OutlinesPreview | null; error?: string | null },
): Promise<Response> {
  secretly(c)
  const units = (await place.units(c)).length
  if (place.at === "setup" && units === 0) return c.redirect(paths.step("province"), 303)
  const view = { frame: frameOf(c), at: place.at, units, preview, error, now: await place.outlines(c) }
  const isReady = hasReadyOutlines(await place.province(c))
  return c.html(<OutlinesPage {...view} isReady={isReady} />, error === null ? 200 : 422)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Reporting: which door, the form, the receipt. The receipt answers the form itself, so that no address holds a code. */
import { Hono } from "hono"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { networkOf } from "../../kernel/http/network.ts"
import { newOnce, onceOf } from "../../kernel/http/once.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { checkReceipt, receivedFiles, signedReceipt } from "../actions/follow.ts"
import { waitsForAPerson } from "../actions/limits.ts"
import { nearestTo, placesToday } from "../actions/nearest.ts"
import { receiverToday } from "../actions/receiver.ts"
import { takeFromPublic } from "../actions/take.ts"
import { hotlinesOf } from "../catalogue.ts"
import { type TipPath, targetCharsMax, textCharsMax, tipPaths } from "../domain/intake.ts"
import { normalCode, receiptFormat } from "../domain/receipt.ts"
import { isWork } from "../domain/work.ts"
import { tipInput } from "../inputs.ts"
import { formPaths, startPage, tipFormPage } from "../pages/portal.tsx"
import { privacyPage } from "../pages/privacy.tsx"
import { checkReceiptPage, receiptPage } from "../pages/receipt.tsx"
import { paths } from "../paths.ts"
import { tipErrors, troubleOf } from "./answers.ts"
import { arrived, keepsOriginals, readTipForm, takesEvidence } from "./upload.ts"

export const portalRoutes = new Hono<Env>()

portalRoutes.get(paths.report, async (c) =>
  c.html(startPage({ frame: frameOf(c), receiver: await receiverToday(c.get("house")) })),
)

portalRoutes.get(paths.privacy, async (c) =>
  c.html(privacyPage({ frame: frameOf(c), receiver: await receiverToday(c.get("house")) })),
)

for (const path of tipPaths) {
  portalRoutes.get(formPaths[path], async (c) => {
    c.header("cache-control", "no-store")
    const places = await placesFor(c, path)
    return c.html(tipFormPage({ frame: frameOf(c), path, once: newOnce(), hotlines: linesOf(c), places }))
  })
  portalRoutes.post(formPaths[path], takesEvidence, (c) => takeTip(c, path))
}

/** From the public check: the same form, its first answers filled in; nothing is taken until it is sent. */
portalRoutes.post(paths.reportFilled, async (c) => {
  secretly(c)
  const { target = "", text = "" } = await fieldsOf(c)
  const answers = { target: target.slice(0, targetCharsMax), text: text.slice(0, textCharsMax) }
  const view = { frame: { ...frameOf(c), url: paths.reportIdentifier }, path: "identifier" as const }
  return c.html(tipFormPage({ ...view, once: newOnce(), hotlines: linesOf(c), answers }))
})

/** Where the law says whom to tell by the place, the place is chosen from the list of today. */
const placesFor = (c: Ctx, path: TipPath) =>
  path === "infrastructure" ? placesToday(c.get("house")) : Promise.resolve([])

const linesOf = (c: Ctx) => hotlinesOf(c.get("house").numbers)

async function takeTip(c: Ctx, path: TipPath): Promise<Response> {
  secretly(c)
  const { fields, files, trouble, keep } = await readTipForm(c)
  const once = onceOf(c) ?? newOnce()
  const parsed = tipInput.safeParse({ ...fields, path })
  if (!parsed.success || trouble !== null) {
    const wrong = parsed.success ? {} : tipErrors(c, parsed.error.issues)
    const errors = trouble === null ? wrong : { ...wrong, ...troubleOf(c, trouble) }
    return c.html(
      tipFormPage({
        ...{ frame: frameOf(c), path, once, hotlines: linesOf(c), answers: fields, errors },
        places: await placesFor(c, path),
      }),
      422,
    )
  }
  await keep()
  const house = c.get("house")
  const nearest = path === "infrastructure" ? await nearestTo(house, fields.commune ?? "") : null
  const where = [parsed.data.place, nearest?.place.name ?? ""].filter((part) => part !== "").join(", ")
  const taking = {
    tip: { ...parsed.data, place: where },
    channel: "portal" as const,
    once,
    files,
    keepsOriginals: keepsOriginals(fields),
    isHeld: await waitsForAPerson(house, networkOf(c), isWork(once, fields.work)),
  }
  const taken = await takeFromPublic(house, taking, nearest?.desk?.id ?? null)
  return c.html(
    receiptPage({
      site: siteOf(c),
      frame: frameOf(c),
      taken,
      files: arrived(files),
      nearest,
      receiver: await receiverToday(house),
    }),
  )
}

/** The same page once more, by its code: in the other language, or for a browser whose script sent the form. */
portalRoutes.post(paths.receipt, async (c) => {
  secretly(c)
  const fields = await fieldsOf(c)
  const code = normalCode(fields.code ?? "")
  const receipt = code === null ? null : await signedReceipt(c.get("house"), code)
  if (code === null || receipt === null) return c.notFound()
  const files = await receivedFiles(c.get("house"), code)
  const nearest = await nearestTo(c.get("house"), fields.commune ?? "")
  const receiver = await receiverToday(c.get("house"))
  const taken = { code, receipt, isAgain: false }
  return c.html(receiptPage({ frame: frameOf(c), taken, files, nearest, receiver, site: siteOf(c) }))
})

portalRoutes.post(paths.receiptFile, async (c) => {
  secretly(c)
  const code = normalCode((await fieldsOf(c)).code ?? "")
  const receipt = code === null ? null : await signedReceipt(c.get("house"), code)
  if (receipt === null) return c.notFound()
  const file = { format: receiptFormat, ...receipt, publicKey: paths.signingKey(receipt.keyId) }
  return sendFile(c, JSON.stringify(file), { name: "bien-nhan-lien-phong.json", type: "application/json" })
})

portalRoutes.get(paths.signingKey(":id{[0-9a-f]{8,16}}"), (c) => {
  const pem = c.get("house").keys.publicKey(c.req.param("id") ?? "")
  return pem === null ? c.notFound() : c.text(pem)
})

portalRoutes.get(paths.checkReceipt, (c) => c.html(checkReceiptPage({ frame: frameOf(c) })))

portalRoutes.post(paths.checkReceipt, async (c) => {
  secretly(c)
  const text = ((await fieldsOf(c)).receipt ?? "").trim()
  if (text === "") return c.html(checkReceiptPage({ frame: frameOf(c), text, refused: "empty" }), 422)
  const checked = checkReceipt(c.get("house"), text)
  if ("refused" in checked)
    return c.html(checkReceiptPage({ frame: frameOf(c), text, refused: checked.refused }), 422)
  return c.html(checkReceiptPage({ frame: frameOf(c), text, at: checked.at }))
})

const siteOf = (c: Ctx): string | null => c.get("house").config.publicUrl

import { generate } from "otplib"
import { expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"
import { signInAs } from "../testing.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db))
const email = "an@so-mau.example"
const old = "câu cũ mà kẻ khác đã biết"
const officer = await signInAs(db, { bodySlug: "so-mau", role: "officer", email, password: old })

const send = (path: string, fields: Record<string, string>, cookie = "") =>
  app.request(path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", cookie },
    body: new URLSearchParams(fields),
  })
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")

test("a thief who gave the old password and waits with the second step does not come in after its owner changed it", async () => {
  const set = await (await send(paths.totp, { current: old }, officer.cookie)).text()
  const secret = (/<code>([A-Z2-7 ]{20,60})<\/code>/.exec(set)?.[1] ?? "").replaceAll(" ", "")
  const shown = await (
    await send(paths.totpProof, { code: await generate({ secret }) }, officer.cookie)
  ).text()
  const [first = "", second = ""] = [...shown.matchAll(/<code>([\w-]{8,30})<\/code>/g)].map((one) => one[1])
  const thief = cookiesOf(await send(paths.signIn, { email, password: old }))
  const next = "câu mới chỉ chủ tài khoản biết"
  const changed = await send(paths.password, { current: old, next, again: next }, officer.cookie)
  expect(changed.status).toBe(303)
  const late = await send(paths.secondStep, { code: first }, thief)
  expect(late.status).toBe(422)
  expect(cookiesOf(late)).not.toContain("lp_session")
  const owner = cookiesOf(await send(paths.signIn, { email, password: next }))
  expect((await send(paths.secondStep, { code: second }, owner)).status).toBe(303)
})

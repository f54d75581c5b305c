import { Hono } from "hono"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { asOfficer } from "../db/database.ts"
import { journal } from "../journal.ts"
import { freshDatabase } from "../testing/database.ts"
import { houseOf } from "../testing/house.ts"
import { bodies } from "./body.ts"
import { deskOf, type Env } from "./env.ts"
import { fieldsOf } from "./fields.ts"
import { withHouse } from "./guards.ts"
import { failed } from "./mishaps.tsx"
import { sentOnce } from "./once.ts"

const db = await freshDatabase()
const house = houseOf(db)
let lan: Signed
let minh: Signed
/** What the step answers: it has written by then. */
let isRefused = false
const app = new Hono<Env>().onError(failed)
app.use(withHouse(house), sentOnce, bodies)
app.use(async (c, next) => {
  const who = c.req.header("x-who") === "minh" ? minh : lan
  c.set("officer", { ...who, name: "Lan", unitId: null } as never)
  await next()
})
app.post("/step", async (c) => {
  await fieldsOf(c)
  const desk = deskOf(c)
  await asOfficer(house.db, desk.who, (tx) => journal(tx, { what: "test.stepped" }))
  return isRefused ? c.text("refused", 409) : c.redirect("/done?xong=1", 303)
})

beforeAll(async () => {
  lan = await signInAs(db, { bodySlug: "so-a", role: "officer", name: "Lan" })
  minh = await signInAs(db, { bodySlug: "so-a", role: "leader", name: "Minh" })
})
beforeEach(async () => {
  isRefused = false
  await db.admin("truncate sendings")
})

const once = (n: number) => n.toString(16).padStart(32, "0")
const send = (fields: Record<string, string>, who = "lan") =>
  app.request("/step", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", "x-who": who },
    body: new URLSearchParams(fields),
  })
const counted = async () =>
  Number((await db.admin("select count(*) from journal where what = 'test.stepped'")).rows[0].count)

describe("an officer who presses twice", () => {
  test("has acted once, and is led to the same place", async () => {
    const before = await counted()
    const answers = [await send({ once: once(1), note: "a" }), await send({ once: once(1), note: "a" })]
    expect(answers.map((one) => [one.status, one.headers.get("location")])).toEqual([
      [303, "/done?xong=1"],
      [303, "/done?xong=1"],
    ])
    expect(await counted()).toBe(before + 1)
  })

  test("at one and the same moment has acted once", async () => {
    const before = await counted()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send({ once: once(2), note: "a" })))
    expect(answers.every((one) => one.status === 303 || one.status === 409)).toBe(true)
    expect(await counted()).toBe(before + 1)
  })

  test("with other words, with a new form, or as somebody else has acted again", async () => {
    const before = await counted()
    await send({ once: once(3), note: "a" })
    await send({ once: once(3), note: "b" })
    await send({ once: once(4), note: "a" })
    await send({ once: once(3), note: "a" }, "minh")
    expect(await counted()).toBe(before + 4)
  })

  test("after a refusal may send the very same form again", async () => {
    const before = await counted()
    isRefused = true
    expect((await send({ once: once(5), note: "a" })).status).toBe(409)
    isRefused = false
    expect((await send({ once: once(5), note: "a" })).status).toBe(303)
    expect(await counted()).toBe(before + 2)
  })
})

test("nobody reads which forms were sent: each transaction sees its own form's key alone", async () => {
  await send({ once: once(6), note: "a" })
  const { rows } = await house.db.app.query("select count(*) from sendings")
  expect(Number(rows[0].count)).toBe(0)
})

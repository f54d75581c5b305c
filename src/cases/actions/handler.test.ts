import { beforeAll, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { bodies, type Desks, desksIn, must, people, verifying } from "../testing/hub.ts"
import { assignCase, caseHoldings } from "./handler.ts"
import { readCases } from "./reading.ts"
import { clearCase, closeCase, nameOfficer } from "./steps.ts"

const db = await freshDatabase()
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})

const handlerOf = async (id: string) =>
  (await db.admin("select handler_name from cases where id = $1", [id])).rows[0]?.handler_name
const minhsPost = { officerId: people.minh.id, postId: "", bodyId: bodies.hub.id, name: people.minh.name }
const lan = { officerId: people.lan.id, name: people.lan.name, title: "", role: "leader" } as const
const [holder] = caseHoldings
if (holder === undefined || holder.takes === null) throw new Error("cases pass to a colleague")
const held = () => asOfficer(db, at.lan.who, (tx) => holder.heldBy(tx, minhsPost, 100))
const handedTo = (to: typeof lan, by: "lan" | "hoa" = "lan") =>
  asOfficer(db, at[by].who, async (tx) => {
    const ids = (await holder.heldBy(tx, minhsPost, 100)).map(({ id }) => id)
    await holder.pass(tx, at[by], minhsPost, ids, to)
  })

test("who opens a case handles it, finds it under their own, and names a colleague", async () => {
  const id = await verifying(at.minh)
  expect(await handlerOf(id)).toBe(people.minh.name)
  const page = { sort: "so", descending: true, limit: 10, offset: 0 } as const
  const mine = async () =>
    (await readCases(at.minh, { text: "", state: "mine" }, page)).rows.map((one) => one.id)
  expect(await mine()).toContain(id)
  expect(await assignCase(at.minh, id, { officerId: people.lan.id })).toEqual({ assigned: true })
  expect(await handlerOf(id)).toBe(people.lan.name)
  expect(await mine()).not.toContain(id)
})

test("an officer of another body, a clerk and an officer whom the case names are not made its handler", async () => {
  const id = await verifying(at.minh)
  expect(await assignCase(at.minh, id, { officerId: people.son.id })).toEqual({ refused: "noHandler" })
  expect(await assignCase(at.minh, id, { officerId: people.hoa.id })).toEqual({ refused: "noHandler" })
  expect(await assignCase(at.son, id, { officerId: people.son.id })).toEqual({ refused: "notFound" })
  must(await nameOfficer(at.minh, id, { officerId: people.lan.id, reason: "Người nhà" }))
  expect(await assignCase(at.minh, id, { officerId: people.lan.id })).toEqual({ refused: "handlerNamed" })
})

test("an officer whom the case names handles it no longer", async () => {
  const id = await verifying(at.minh)
  must(await nameOfficer(at.lan, id, { officerId: people.minh.id, reason: "Người nhà" }))
  expect(await handlerOf(id)).toBeNull()
})

test("a leaving officer's open cases are listed by number and state, and pass to a colleague", async () => {
  const open = await verifying(at.minh)
  const closed = await verifying(at.minh)
  must(await clearCase(at.lan, closed, { reason: "Không vi phạm" }))
  must(await closeCase(at.lan, closed, { reason: "Không vi phạm" }))
  const items = await held()
  expect(items.map(({ id }) => id)).toContain(open)
  expect(items.map(({ id }) => id)).not.toContain(closed)
  expect(items.find(({ id }) => id === open)?.title.vi).toMatch(/^2023-\d+, /)
  await handedTo(lan)
  expect(await held()).toEqual([])
  expect(await handlerOf(open)).toBe(people.lan.name)
  const told = await db.admin("select note from case_events where case_id = $1 and what = 'case.assigned'", [
    open,
  ])
  expect(told.rows).toEqual([{ note: people.lan.name }])
})

test("a case that names the colleague who takes over passes to nobody, and the desk sees that", async () => {
  const id = await verifying(at.minh)
  must(await nameOfficer(at.minh, id, { officerId: people.lan.id, reason: "Người nhà" }))
  await handedTo(lan, "hoa")
  expect(await handlerOf(id)).toBeNull()
  const page = { sort: "so", descending: true, limit: 50, offset: 0 } as const
  const nobodys = await readCases(at.minh, { text: "", state: "nobodys" }, page)
  expect(nobodys.rows.map((one) => one.id)).toContain(id)
})

import { beforeAll, describe, expect, test } from "vitest"
import { asJob, asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { bodies, peopleIn, planTask, samplePlan } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"
import { assignmentDuties } from "./succession.ts"

const db = await freshDatabase()
let town: Town
let ids: { letter: string; moved: string; copied: string }
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
  const tasks = ["1.1", "1.2", "1.3"].map((path) =>
    planTask({ path, text: `Việc ${path} của huyện`, bodies: [bodies.district.id] }),
  )
  const letter = await town.issue({ ...samplePlan(), clauses: [{ path: "1", heading: "UBND huyện", tasks }] })
  const of = (path: string) => town.assignmentOf(letter, "district", path)
  ids = { letter, moved: await of("1.1"), copied: await of("1.2") }
  await town.post(paths.form(await of("1.3"), "thu-hoi"), await town.as("office"), { reason: "Thôi" })
})

const openOf = (bodyId: string) => asJob(db, "test", (tx) => assignmentDuties.openDutiesOf(tx, [bodyId], 100))

describe("when a district ends", () => {
  test("it owes what is neither accepted nor withdrawn", async () => {
    const open = await openOf(bodies.district.id)
    expect(open.map((duty) => duty.title).sort()).toEqual([
      "1.1 Việc 1.1 của huyện",
      "1.2 Việc 1.2 của huyện",
    ])
  })

  test("a task passes to its successor, who reads the letter, and the district no longer has it", async () => {
    const stranger = await town.as("stranger")
    expect((await town.get(paths.assignment(ids.moved), stranger)).status).toBe(404)
    await asJob(db, "test", (tx) => assignmentDuties.move(tx, ids.moved, [bodies.stranger.id], "move"))
    const page = await town.get(paths.assignment(ids.moved), stranger)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain("UBND huyện Mẫu → Sở Ngoài Cuộc")
    expect((await town.get(paths.assignment(ids.moved), await town.as("district"))).status).toBe(404)
    expect((await openOf(bodies.district.id)).map((duty) => duty.id)).toEqual([ids.copied])
  })

  test("the board of the letter names the body that lives, and says whose work it was", async () => {
    const board = await (await town.get(paths.directiveBodies(ids.letter), await town.as("office"))).text()
    expect(board.replace(/<[^>]+>/g, " ")).toMatch(/Sở Ngoài Cuộc\s+· việc giao cho UBND huyện Mẫu/)
  })

  test("the assignment still says which body the letter named", async () => {
    const row = await asOfficer(db, (await town.as("stranger")).who, (tx) =>
      tx
        .selectFrom("assignments")
        .select(["bodyAtIssueId", "bodyNameAtIssue"])
        .where("id", "=", ids.moved)
        .executeTakeFirstOrThrow(),
    )
    expect(row).toEqual({ bodyAtIssueId: bodies.district.id, bodyNameAtIssue: "UBND huyện Mẫu" })
  })

  test("a copy goes to each of several successors, and a second run adds none", async () => {
    const to = [bodies.culture.id, bodies.hub.id]
    await asJob(db, "test", (tx) => assignmentDuties.move(tx, ids.copied, to, "copy"))
    await asJob(db, "test", (tx) => assignmentDuties.move(tx, ids.copied, to, "copy"))
    for (const bodyId of to)
      expect((await openOf(bodyId)).map((duty) => duty.title)).toEqual(["1.2 Việc 1.2 của huyện"])
    expect(await openOf(bodies.district.id)).toEqual([])
  })
})

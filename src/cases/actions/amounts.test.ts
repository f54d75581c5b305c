import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Desks, deciding, desksIn, finding, must, nextNumber, verifying } from "../testing/hub.ts"
import { countUnits } from "./range.ts"
import { readCase } from "./reading.ts"
import { decideSanction, type Finding, findAct, recordViolation } from "./sanction.ts"
import type { Signer } from "./signer.ts"

/** The police of the tests are a division: their head may fine an organisation up to 160 million (NĐ 174/2026). */
const clock = { now: () => new Date("2026-09-15T02:00:00Z") }
const db = await freshDatabase({ clock })
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
  await db.admin("update posts set title = 'Trưởng phòng' where officer_id = $1", [at.son.who.officerId])
})

const act = (more: Partial<Finding>) =>
  finding({ committedOn: "2026-09-01", foundOn: "2026-09-14", isOngoing: false, ...more })
const shown = async (id: string) => {
  const reading = await readCase(at.son, id)
  if (reading === null) throw new Error("the case is gone")
  return reading
}

describe("the number of SIMs of an act", () => {
  test("holds the row that was chosen, and makes the range of a row that counts each number", async () => {
    const id = await verifying(at.son)
    const five = act({
      violationId: "V-SIM-03-2026",
      offenderKind: "individual",
      offenderName: "Nguyễn Văn Mẫu",
    })
    expect(await findAct(at.son, id, { ...five, units: [] })).toEqual({ refused: "unitsMissing" })
    expect(await findAct(at.son, id, { ...five, units: [{ count: 12, kind: "number" }] })).toEqual({
      refused: "unitsOutside",
    })
    must(await findAct(at.son, id, { ...five, units: [{ count: 5, kind: "number" }] }))
    const [one] = (await shown(id)).shownActs
    expect(one?.act.units).toEqual({ count: 5, kind: "number" })
    expect(one?.range).toMatchObject({ range: { min: 500_000, max: 1_250_000 } })
  })
})

describe("an act carried from a check without the number of its SIMs", () => {
  test("is not fined as one number nor on the spot, until an officer notes the number", async () => {
    const id = await verifying(at.son)
    const ten = act({ violationId: "V-SIM-03-2026", foundOn: "2026-09-15", offenderKind: "individual" })
    must(await findAct(at.son, id, ten))
    const [carried] = (await shown(id)).shownActs
    const actId = carried?.act.id ?? ""
    expect((await shown(id)).steps).not.toContain("onSpot")
    must(
      await recordViolation(at.son, id, {
        recordedAt: "2026-09-15T08:00",
        number: `BB-${nextNumber()}`,
        note: "",
      }),
    )
    const signer: Signer = {
      post: "police-division-head",
      officerId: at.son.who.officerId,
      name: "Sơn",
      title: "Trưởng phòng",
      delegation: null,
    }
    const decide = (amount: number) =>
      decideSanction(at.son, id, deciding(actId, { signer, amounts: { [actId]: amount } }))
    expect(await decide(150_000)).toEqual({ refused: "unitsMissing" })
    const count = (units: Finding["units"]) => countUnits(at.son, id, { actId, units: units ?? [] })
    expect(await count([])).toEqual({ refused: "unitsMissing" })
    expect(await count([{ count: 12, kind: "number" }])).toEqual({ refused: "unitsOutside" })
    must(await count([{ count: 10, kind: "number" }]))
    expect((await shown(id)).shownActs[0]?.range).toMatchObject({ range: { min: 1_000_000, max: 2_500_000 } })
    expect(await decide(150_000)).toEqual({ refused: "belowRange" })
    must(await decide(1_750_000))
  })
})

describe("a fine above what anybody of the body may decide", () => {
  const record = async (violationId: string) => {
    const id = await verifying(at.son)
    must(await findAct(at.son, id, act({ violationId })))
    must(
      await recordViolation(at.son, id, {
        recordedAt: "2026-09-15T08:00",
        number: `BB-${nextNumber()}`,
        note: "",
        signerId: at.son.who.officerId,
      }),
    )
    return (await shown(id)).clocks.filter(({ stoppedOn }) => stoppedOn === null)
  }
  test("is passed up by itself: the file goes on at once, and whoever decides has ten working days instead of seven", async () => {
    const clocks = await record("V-SIM-10-2026")
    expect(clocks.find(({ purpose }) => purpose === "decide")).toMatchObject({ ruleId: "XP-QD-10" })
    expect(clocks.map(({ purpose }) => purpose)).toContain("pass-record")
  })
  test("one that the head of the division may decide stays, with seven working days", async () => {
    const clocks = await record("V-SIM-08-2026")
    expect(clocks.find(({ purpose }) => purpose === "decide")).toMatchObject({ ruleId: "XP-QD-7-2020" })
    expect(clocks.map(({ purpose }) => purpose)).not.toContain("pass-record")
  })
})

import { describe, expect, test } from "vitest"
import { lateCharge } from "./fines.ts"
import { chargesOf } from "./late.ts"
import { afterReduction, checkPlan, type Money, owedOn, unpaidOf } from "./money.ts"

const paid = (happenedOn: string, amount: number): Money => ({
  id: happenedOn,
  what: "paid",
  happenedOn,
  number: `GNT ${happenedOn}`,
  amount,
})
/** Ten million, due on 25 September. */
const due = { dueOn: "2023-09-25", pauses: [] }

describe("an offender who paid half of ten million", () => {
  test("before the last day owes the other half, and is charged for that half alone", () => {
    const money = [paid("2023-09-20", 5_000_000)]
    // 26 and 27 September, 0.05% of five million each.
    expect(owedOn(10_000_000, money, "2023-09-28", due)).toEqual({
      fines: 5_000_000,
      late: 5_000,
      paid: 5_000_000,
      reduced: 0,
    })
  })
  test("when late is charged for the whole until the day before that payment, and for the rest from it on", () => {
    const money = [paid("2023-09-28", 5_000_000)]
    // 26, 27: 5,000 each; 28, 29, 30: 2,500 each.
    expect(owedOn(10_000_000, money, "2023-10-01", due).late).toBe(17_500)
    expect(
      chargesOf(unpaidOf(10_000_000, money), due.dueOn, "2023-10-01").map(({ from, charge }) => [
        from,
        charge,
      ]),
    ).toEqual([
      ["2023-09-26", 5_000],
      ["2023-09-27", 5_000],
      ["2023-09-28", 2_500],
      ["2023-09-29", 2_500],
      ["2023-09-30", 2_500],
    ])
  })
  test("and then a little more than the other half has paid some of the charge with it", () => {
    const money = [paid("2023-09-20", 5_000_000), paid("2023-09-28", 5_003_000)]
    expect(owedOn(10_000_000, money, "2023-10-05", due)).toMatchObject({ fines: 0, late: 2_000 })
    expect(chargesOf(unpaidOf(10_000_000, money), due.dueOn, "2023-10-05").at(-1)?.to).toBe("2023-09-27")
  })
})

test("nobody is charged for days on which payment was put off, and a day that was suspended as well counts once", () => {
  const later: Money = {
    id: "1",
    what: "postponed",
    happenedOn: "2023-09-27",
    number: "3/QĐ-HTH",
    untilOn: "2023-12-25",
  }
  expect(owedOn(10_000_000, [later], "2023-12-25", due).late).toBe(5_000)
  expect(owedOn(10_000_000, [later], "2023-12-28", due).late).toBe(15_000)
  const pauses = [{ from: "2023-09-26", to: "2023-10-02" }]
  expect(owedOn(10_000_000, [later], "2023-12-28", { ...due, pauses }).late).toBe(10_000)
})

test("what was let off is owed no more, and no charge grows from it", () => {
  const less: Money = {
    id: "1",
    what: "reduced",
    happenedOn: "2023-09-20",
    number: "4/QĐ-GMTP",
    amount: 4_000_000,
  }
  expect(owedOn(10_000_000, [less], "2023-09-27", due)).toEqual({
    fines: 6_000_000,
    late: 3_000,
    paid: 0,
    reduced: 4_000_000,
  })
  expect(afterReduction([3_000_000, 7_000_000], 4_000_000)).toEqual([0, 6_000_000])
})

test("a fine that nobody paid in parts is charged as before", () => {
  for (const days of ["2023-09-24", "2023-09-26", "2023-09-27", "2024-02-29"])
    expect(lateCharge(unpaidOf(7_500_000, []), due.dueOn, days)).toBe(lateCharge(7_500_000, due.dueOn, days))
})

describe("a plan to pay in parts", () => {
  const asked = {
    fine: 20_000_000,
    unpaid: 20_000_000,
    whose: "individual",
    from: "2023-09-15",
    until: "2024-03-14",
  } as const
  const plan = (...parts: readonly (readonly [string, number])[]) =>
    parts.map(([on, amount]) => ({ on, amount }))
  test("of three times, forty per cent first, within six months, is allowed", () => {
    const three = plan(["2023-09-30", 8_000_000], ["2023-12-15", 6_000_000], ["2024-03-14", 6_000_000])
    expect(checkPlan(three, asked)).toBeNull()
  })
  test.each([
    [
      "whose first part is less than forty per cent",
      [
        ["2023-09-30", 7_999_999],
        ["2023-12-15", 12_000_001],
      ],
      "planFirst",
    ],
    [
      "whose parts are not what is owed",
      [
        ["2023-09-30", 8_000_000],
        ["2023-12-15", 6_000_000],
      ],
      "planSum",
    ],
    [
      "whose days go backwards",
      [
        ["2023-12-15", 12_000_000],
        ["2023-09-30", 8_000_000],
      ],
      "planOrder",
    ],
    [
      "that ends after six months",
      [
        ["2023-09-30", 12_000_000],
        ["2024-03-15", 8_000_000],
      ],
      "planTooLong",
    ],
  ] as const)("%s is refused", (_, parts, why) => {
    expect(checkPlan(plan(...parts), asked)).toBe(why)
  })
  test("is not for a company fined less than 150 million", () => {
    const two = plan(["2023-09-30", 12_000_000], ["2023-12-15", 8_000_000])
    expect(checkPlan(two, { ...asked, whose: "organisation" })).toBe("fineTooSmall")
  })
})

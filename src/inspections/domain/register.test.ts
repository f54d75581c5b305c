import { describe, expect, test } from "vitest"
import type { ListedLine } from "../../kernel/tables/listed.ts"
import { type RegisterField, registerLine, shopsOnce } from "./register.ts"
import { riskOf } from "./risk.ts"

const line = (said: Partial<Record<RegisterField, string>>, at = 2): ListedLine<RegisterField> => ({
  line: at,
  of: (field) => said[field] ?? "",
})
const shop = { name: "Điểm SIM Mẫu", kind: "Điểm bán SIM", form: "Hộ kinh doanh", address: "Số 1 chợ Mẫu" }

describe("a line of a list of subjects", () => {
  test("is read as a clerk wrote it, with its licence and days of either way of writing", () => {
    const read = registerLine(
      line({ ...shop, licenceNumber: "UQ-1", licenceOn: "5/9/2023", licenceUntil: "2026-09-05" }),
    )
    expect(read).toMatchObject({
      draft: {
        kind: "sim-point",
        form: "household",
        licenceOn: "2023-09-05",
        licenceUntil: "2026-09-05",
        taxCode: null,
      },
    })
  })

  test.each([
    [{ name: "" }, "noName"],
    [{ kind: "quán nước" }, "kind"],
    [{ form: "" }, "form"],
    [{ address: "" }, "noAddress"],
    [{ taxCode: "12" }, "badTaxCode"],
    [{ licenceOn: "31/2/2023" }, "badDay"],
    [{ licenceOn: "5/9/2023", licenceUntil: "4/9/2023" }, "licenceBackwards"],
    [{ name: "M".repeat(201) }, "tooLong"],
  ])("that is wrong says what is wrong: %o", (wrong, fault) => {
    expect(registerLine(line({ ...shop, ...wrong }))).toMatchObject({ fault })
  })

  test("that names a shop of the file or of the register again is not taken twice", () => {
    const lines = [line(shop), line(shop, 3), line({ ...shop, address: "Số 2" }, 4)].map(registerLine)
    const there = new Set(["sim-point\nĐiểm SIM Mẫu\nSố 2"])
    expect(shopsOnce(lines, there).map((one) => ("fault" in one ? one.fault : one.line))).toEqual([
      2,
      "twice",
      "twice",
    ])
  })
})

describe("the risk score of a subject", () => {
  const plain = { kind: "sim-point" as const, licenceNumber: "UQ-1", licenceUntil: null, compliesUntil: null }
  const calm = { cases: 0, overdue: 0, lastOn: "2023-06-01" }

  test("of a shop with a licence that was looked at this year and has nothing open is nought", () => {
    expect(riskOf(plain, calm, "2023-09-15")).toEqual({ points: 0, parts: [] })
  })

  test("is the sum of its parts, each with its reason, and a good complier stands lower", () => {
    const ended = { ...plain, licenceUntil: "2023-09-01" }
    const bad = { cases: 3, overdue: 1, lastOn: "2021-01-01" }
    const risk = riskOf(ended, bad, "2023-09-15")
    expect(risk.parts.map(({ why, points }) => [why, points])).toEqual([
      ["licenceOver", 3],
      ["cases", 6],
      ["overdue", 2],
      ["longUnchecked", 1],
    ])
    expect(risk.points).toBe(12)
    expect(riskOf({ ...ended, compliesUntil: "2023-12-31" }, bad, "2023-09-15").points).toBe(9)
    expect(riskOf({ ...plain, compliesUntil: "2023-12-31" }, calm, "2023-09-15").points).toBe(0)
  })
})

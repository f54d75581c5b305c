import { describe, expect, test } from "vitest"
import { readCsv } from "../../../kernel/calendar/data.ts"
import { sentences } from "../words-proposals.ts"
import { byCommune, communeOf } from "./areas.ts"
import { provinceMap } from "./map.ts"
import { firstDaysOf, monthsUntil, notableChanges } from "./notable.ts"
import { byAddressee, proposalsFrom } from "./proposals.ts"

describe("places and the map", () => {
  test("a place names a commune of today, with or without accents and kind; an old one by its successor", () => {
    const code = communeOf("xã Lương Bằng")
    expect(code).not.toBeNull()
    expect(communeOf("thon 3, xa luong bang")).toBe(code)
    expect(communeOf("phường Phố Hiến")).not.toBeNull()
    expect(communeOf("ngoài tỉnh")).toBeNull()
  })

  test("each commune of today is found by its own name, alone and inside an address", () => {
    const rows = readCsv("administrative-units/communes-hung-yen-2025.csv")
    for (const { name = "", kind = "", code = "" } of rows) {
      expect([name, communeOf(name)]).toEqual([name, code])
      expect(communeOf(`Thôn 3, ${kind} ${name}, tỉnh Hưng Yên`)).toBe(code)
    }
  })

  test("no sum is lost between the communes and elsewhere", () => {
    const sums = [
      { key: "xã Lương Bằng", value: 3 },
      { key: "", value: 2 },
      { key: "nơi khác", value: 4 },
    ]
    const { values, elsewhere } = byCommune(sums)
    expect([...values.values()].reduce((sum, one) => sum + one, 0) + elsewhere).toBe(9)
  })

  test("all 104 communes are drawn inside the picture", () => {
    const { width, height, communes } = provinceMap()
    expect(communes).toHaveLength(104)
    for (const { path } of communes) {
      const numbers = path.match(/-?\d+\.\d/g)?.map(Number) ?? []
      expect(numbers.length).toBeGreaterThan(6)
      expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(width, height))
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    }
    expect(communes.reduce((sum, one) => sum + one.path.length, 0)).toBeLessThan(90_000)
  })
})

describe("what is worth noticing", () => {
  test("rises and falls that are large both in number and in share, the strongest rise first", () => {
    const now = [
      { key: "a", value: 40 },
      { key: "b", value: 101 },
      { key: "c", value: 2 },
    ]
    const was = [
      { key: "a", value: 20 },
      { key: "b", value: 100 },
      { key: "d", value: 9 },
    ]
    expect(notableChanges(now, was, 5).map((one) => one.key)).toEqual(["a", "d"])
  })

  test("a period that runs is held against as many days of the one before, a whole one against the whole", () => {
    const before = { from: "2022-12-15", to: "2023-06-14" }
    expect(firstDaysOf(before, { from: "2023-06-15", to: "2023-06-24" })).toEqual({
      from: "2022-12-15",
      to: "2022-12-24",
    })
    expect(firstDaysOf(before, { from: "2023-06-15", to: "2023-12-14" })).toEqual(before)
  })

  test("twelve months end with this one", () => {
    expect(monthsUntil("2023-02-10", 3)).toEqual(["2022-12", "2023-01", "2023-02"])
  })
})

describe("the next directive", () => {
  const seen = {
    risen: [
      { name: "Giả danh ngân hàng", now: 40, was: 12 },
      { name: "Vay tiền online", now: 3, was: 20 },
    ],
    late: [
      { path: "1.3", text: "Kịp thời trao đổi thông tin;", late: 17, total: 30 },
      { path: "1.4", text: "Tuyên truyền", late: 0, total: 30 },
    ],
    untold: ["Lượt tuần tra"],
  }

  test("proposes what rose, what is late and what nobody told, each with its numbers; never what fell", () => {
    const made = proposalsFrom(seen, sentences)
    expect(made.map((one) => one.id)).toEqual(["rose-0", "block", "late-0", "untold"])
    expect(made[0]?.why).toContain("12 tin trong cùng số ngày của kỳ trước, 40 tin kỳ này")
    expect(made[2]?.why).toContain("17 trong 30")
    expect(made[2]?.text).toBe("Khẩn trương hoàn thành nhiệm vụ đã giao: kịp thời trao đổi thông tin.")
    expect(JSON.stringify(made)).not.toContain("Vay tiền")
  })

  test("says nothing where nothing happened", () => {
    expect(proposalsFrom({ risen: [], late: [], untold: [] }, sentences)).toEqual([])
  })

  test("what goes to one addressee stands under one heading", () => {
    const groups = byAddressee(proposalsFrom(seen, sentences))
    expect(groups.map((one) => one.texts.length)).toEqual([3, 1])
  })
})

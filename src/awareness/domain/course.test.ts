import { describe, expect, test } from "vitest"
import { courses } from "../catalogue.ts"
import { draw, firstOpen, isOpenOn, lessonsOn, mark, poolOn } from "./course.ts"
import { readList } from "./list.ts"

const course = (slug: string) => {
  const found = courses().find((one) => one.slug === slug)
  if (found === undefined) throw new Error(`no course ${slug}`)
  return found
}
/** The same sequence each time. */
const counting = () => {
  let at = 0
  return () => {
    at = (at * 16_807 + 12_345) % 2_147_483_647
    return at / 2_147_483_647
  }
}

describe("the rules of SIM sale differ by date", () => {
  const sim = course("ban-sim")
  const asked = (on: string) => poolOn(sim, on).map(({ id }) => id)
  test("an agent is asked about selling with an authorisation until 9 September 2023, and about selling no more from the 10th", () => {
    expect(asked("2023-09-09")).toContain("s03")
    expect(asked("2023-09-09")).not.toContain("s01")
    expect(asked("2023-09-10")).toContain("s01")
    expect(asked("2023-09-10")).not.toContain("s03")
  })
  test("the four things that are checked are asked about from 15 April 2026, the fines of the new decree from 1 July 2026", () => {
    expect(asked("2026-04-14")).not.toContain("s16")
    expect(asked("2026-04-15")).toContain("s16")
    expect(asked("2026-06-30")).not.toContain("s18")
    expect(asked("2026-07-01")).toContain("s18")
  })
  test("what a change of phone brings is taught from 15 June 2026, and what only the press told is said to be uncompared", () => {
    const taught = (on: string) => lessonsOn(sim, on).map(({ title }) => title.vi)
    expect(taught("2026-06-14").join()).not.toContain("đổi máy")
    expect(taught("2026-06-15").join()).toContain("đổi máy")
    const stopped = lessonsOn(sim, "2023-09-10").find(({ title }) => title.vi === "Đại lý không bán SIM nữa")
    expect(stopped?.verified).toBe("no")
  })
  test("there are enough questions on every one of those days", () => {
    for (const on of ["2023-09-09", "2023-09-10", "2026-04-14", "2026-04-15", "2026-07-01", "2026-11-30"])
      expect(isOpenOn(sim, on)).toBe(true)
  })
})

test("the course on the code of conduct is closed from 5 March 2026, because the new code's text is not at hand, and says so", () => {
  const code = course("quy-tac-ung-xu")
  expect(isOpenOn(code, "2026-03-04")).toBe(true)
  expect(isOpenOn(code, "2026-03-05")).toBe(false)
  expect(code.closed.vi).toContain("423/QĐ-BVHTTDL")
  expect(lessonsOn(code, "2026-03-05").map(({ verified }) => verified)).toEqual(["no"])
  expect(lessonsOn(code, "2026-03-04").length).toBe(5)
})

test("“would you fall for it?” has twenty situations, some of which are harmless, and a telling sign for each", () => {
  const { questions } = course("co-mac-bay")
  expect(questions).toHaveLength(20)
  const harmless = questions.filter(({ right }) => right === 1)
  expect(harmless.length).toBeGreaterThanOrEqual(5)
  expect(new Set(questions.map(({ why }) => why.vi)).size).toBe(20)
})

test("no question says in both languages the same", () => {
  for (const one of courses())
    for (const { ask, why } of one.questions) {
      expect(ask.vi).not.toBe(ask.en)
      expect(why.vi).not.toBe(why.en)
    }
})

describe("an attempt", () => {
  const sim = course("ban-sim")
  const drawn = draw(poolOn(sim, "2023-09-15"), sim.draws, counting())
  const rightOf = (id: string) => sim.questions.find((one) => one.id === id)?.right ?? 0
  const wrongOf = (id: string) => (rightOf(id) + 1) % 3
  const answered = (right: number) =>
    Object.fromEntries(drawn.map(({ id }, at) => [id, at < right ? rightOf(id) : wrongOf(id)]))

  test("has ten different questions, whose answers stand in an order of their own", () => {
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(10)
    for (const { order } of drawn) expect(order.toSorted()).toEqual([0, 1, 2])
    expect(new Set(drawn.map(({ order }) => order.join())).size).toBeGreaterThan(1)
  })
  test("never draws what the second person held back", () => {
    expect(poolOn(sim, "2023-09-15", ["s05"]).map(({ id }) => id)).not.toContain("s05")
  })
  test("is not marked while a question is open", () => {
    const [first] = drawn
    expect(mark(sim, drawn, {})).toBeNull()
    expect(firstOpen(drawn, {})).toEqual(first)
  })
  test.each([
    [10, true],
    [8, true],
    [7, false],
    [0, false],
  ])("with %i right of ten passes: %s", (right, isPassed) => {
    expect(mark(sim, drawn, answered(right))).toEqual({ right, asked: 10, isPassed })
  })
})

describe("a list of agents that was pasted from a spreadsheet", () => {
  test("takes names with their places, passes over the line of headings, and says of each line that it refuses why", () => {
    const text =
      "Tên cửa hàng\tNơi\nĐiện thoại Hòa\tthị trấn Như Quỳnh\n\nSIM Thẻ Mai;xã Lạc Hồng\nSIM thẻ mai; Xã Lạc Hồng\n;xã A\nAnh Ba\t0951 234 567"
    expect(readList(text)).toEqual({
      taken: [
        { name: "Điện thoại Hòa", place: "thị trấn Như Quỳnh" },
        { name: "SIM Thẻ Mai", place: "xã Lạc Hồng" },
      ],
      refused: [
        { line: 5, text: "SIM thẻ mai; Xã Lạc Hồng", fault: "twice" },
        { line: 6, text: ";xã A", fault: "noName" },
        { line: 7, text: "Anh Ba\t0951 234 567", fault: "number" },
      ],
      isTooLong: false,
    })
  })
  test("stops at 500 and says so", () => {
    const many = Array.from({ length: 501 }, (_, at) => `Cửa hàng ${at}`).join("\n")
    expect(readList(many)).toMatchObject({ isTooLong: true })
    expect(readList(many).taken).toHaveLength(500)
  })
})

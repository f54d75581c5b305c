import { describe, expect, test } from "vitest"
import { grounds, notGrounds } from "../catalogue.ts"
import { type Event, events, leadsTo, type State, states } from "./life.ts"
import { asksUserData, countedIn, type Measure, measureFault, measures, ruleOf } from "./measures.ts"

/** Every state × every event; what is not named does not happen. */
const expected: Readonly<Record<State, Partial<Record<Event, State>>>> = {
  received: { refuse: "refused", assess: "assessed", sendAtOnce: "sent" },
  assessed: { giveBack: "received", approve: "sent" },
  sent: { answer: "answered", object: "objected", reverse: "reversed" },
  answered: { object: "objected", reverse: "reversed" },
  objected: { keep: "sent", reverse: "reversed" },
  appealed: { keep: "sent", reverse: "reversed" },
  reversed: {},
  refused: {},
}
describe("a notice", () => {
  test.each(states.flatMap((state) => events.map((event) => [state, event] as const)))(
    "that is %s and meets %s",
    (state, event) => {
      const life = { state, isAnswered: false, objections: [] }
      expect(leadsTo(life, event)).toBe(expected[state][event] ?? null)
    },
  )
  test("is appealed only after an objection, and each comes once", () => {
    const kept = { state: "sent", isAnswered: false, objections: ["objection"] } as const
    expect(leadsTo(kept, "object")).toBeNull()
    expect(leadsTo(kept, "appeal")).toBe("appealed")
    expect(leadsTo({ ...kept, objections: ["objection", "appeal"] }, "appeal")).toBeNull()
  })
  test("that the platform had answered stands as answered again when an objection is not upheld", () => {
    expect(leadsTo({ state: "objected", isAnswered: true, objections: ["objection"] }, "keep")).toBe(
      "answered",
    )
  })
})

describe("the catalogue of grounds", () => {
  test("names a statute and an article for each, and on every day from 2023 on there are some", () => {
    for (const { law, article } of grounds()) {
      expect(law).toMatch(/^(?:Nghị định|Luật|Bộ luật) /)
      expect(article).toMatch(/^Điều \d+/)
    }
    for (const on of ["2023-09-15", "2026-06-30", "2026-07-01"])
      expect(
        grounds().filter(({ from, until }) => from <= on && (until === null || on <= until)).length,
      ).toBeGreaterThan(2)
  })
  test("opinion is not a ground: no ground speaks of opinion, remark or criticism, and the page says that these are none", () => {
    for (const { name } of grounds())
      expect(name.vi.toLocaleLowerCase("vi")).not.toMatch(/ý kiến|nhận xét|phê bình|góp ý|chế giễu/)
    expect(
      notGrounds()
        .map(({ vi }) => vi)
        .join(),
    ).toMatch(/Ý kiến.*phê bình/)
  })
})

describe("who may ask for what, by date", () => {
  const ground = { ...grounds()[0], emergency: null } as Parameters<typeof measureFault>[0]["ground"]
  const asked = {
    proportionality: "Bài viết nêu đích danh và sai sự thật.",
    lesser: "Đính chính không đủ vì tài khoản không trả lời.",
    counted: [],
    signsPolice: false,
    emergency: null,
    ground,
    commune: null,
    communeHow: null,
  }
  const five = ["01", "03", "05", "07", "09"].map((day) => ({
    url: `https://mxh.example/${day}`,
    on: `2026-11-${day}`,
  }))
  const fault = (measure: Measure, on: string, more: object = {}) =>
    measureFault({ ...asked, measure, ...more }, on)

  test("a department locks an account only from 25 December 2024, and only where five violations in thirty days are entered", () => {
    expect(fault("lock", "2024-12-24", { counted: five })).toBe("notYetLaw")
    expect(fault("lock", "2026-11-30")).toBe("notCounted")
    expect(fault("lock", "2026-11-30", { counted: five.slice(1) })).toBe("notCounted")
    expect(fault("lock", "2026-11-30", { counted: five })).toBeNull()
    expect(fault("lock", "2026-12-25", { counted: five })).toBe("notCounted")
  })
  test("removal within 24 hours and within 6 is asked by the police alone; within 6 only from 1 July 2026", () => {
    expect(fault("remove-24h", "2023-09-15")).toBe("police")
    expect(fault("remove-24h", "2023-09-15", { signsPolice: true })).toBeNull()
    expect(fault("remove-6h", "2026-06-30", { signsPolice: true })).toBe("notYetLaw")
    expect(fault("remove-6h", "2026-07-01", { signsPolice: true })).toBeNull()
  })
  test("a department's request to remove has no legal hour", () => {
    expect(measures.filter((one) => ruleOf(one, "2026-11-30") === null)).toEqual([
      "correct",
      "label",
      "limit",
      "remove",
    ])
    expect(ruleOf("remove-24h", "2026-06-30")).toBe("GO-24H-ANM2018")
    expect(ruleOf("remove-24h", "2026-07-01")).toBe("GO-24H-ANM2025")
  })
  test("anything but a correction says why less is not enough", () => {
    expect(fault("remove", "2023-09-15", { lesser: null })).toBe("lesser")
    expect(fault("correct", "2023-09-15", { lesser: null })).toBeNull()
  })
  test("a department's notice cannot ask for data of users; the police's may", () => {
    const lesser = "Đề nghị nền tảng cung cấp họ tên, số điện thoại của chủ tài khoản này."
    expect(fault("remove", "2023-09-15", { lesser })).toBe("userData")
    expect(fault("remove-24h", "2023-09-15", { lesser, signsPolice: true })).toBeNull()
    expect(asksUserData("Yêu cầu gỡ bài, vì bài nêu họ tên và địa chỉ nhà của nạn nhân.")).toBe(false)
  })
  test("the emergency path is for child safety and running fraud only, and of a child the commune is named", () => {
    expect(fault("remove", "2023-09-15", { emergency: "fraud" })).toBe("emergency")
    const child = { ...ground, emergency: "child" as const }
    expect(fault("remove", "2023-09-15", { emergency: "child", ground: child })).toBe("child")
    const told = { commune: "xã Lạc Hồng", communeHow: "điện thoại" }
    expect(fault("remove", "2023-09-15", { emergency: "child", ground: child, ...told })).toBeNull()
  })
  test("counted violations are one a line, an address and a day", () => {
    expect(countedIn("https://a.example/1 02/11/2026\n\nhttps://a.example/2 2026-11-03")).toEqual([
      { url: "https://a.example/1", on: "2026-11-02" },
      { url: "https://a.example/2", on: "2026-11-03" },
    ])
    expect(countedIn("https://a.example/1 hôm qua")).toBeNull()
  })
})

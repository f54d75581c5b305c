import { describe, expect, test } from "vitest"
import { operatorOf, readTarget, spokenIdentifier } from "../../signals/index.ts"
import { answersIn, ofOtherOperators, readTargets, wholeAnswer } from "./targets.ts"

const now = new Date("2026-07-10T05:00:00Z")
const three = ["0912 000 167", "0912 000 168", "0912 000 169"]
const common = { answer: "done", doneOn: "2026-07-10", doneTime: "09:30", text: "" }

describe("what a request names", () => {
  test("the same number written in two ways is one, and a line that names nothing is sent back as typed", () => {
    const lines = ["0912 000 167", "+84 912000167", "abc", "https://vay-nhanh.example/dang-nhap"]
    expect(readTargets(lines, readTarget, spokenIdentifier)).toEqual({
      targets: ["0912 000 167", "https://vay-nhanh.example/dang-nhap"],
      wrong: ["abc"],
      twice: ["+84 912000167"],
    })
  })
})

describe("whom a number belongs to", () => {
  const lines = ["0912 000 167", "0968 000 168", "mau.example"]
  test("a VinaPhone number in a request to Viettel is pointed at; VNPT and a bank are asked without a word", () => {
    const found = (enterprise: string) =>
      ofOtherOperators(lines, enterprise, operatorOf).map(({ target, operator }) => `${target} ${operator}`)
    expect(found("Viettel Mẫu")).toEqual(["0912 000 167 Vinaphone"])
    expect(found("VNPT tỉnh Mẫu")).toEqual(["0968 000 168 Viettel"])
    expect(found("Ngân hàng Mẫu")).toEqual([])
  })
})

describe("an enterprise answers for each number", () => {
  test("one answer with its time stands for all, and a number may have its own", () => {
    const read = answersIn(
      three,
      { ...common, "answer-1": "not-ours", "doneOn-2": "2026-07-09", "doneTime-2": "8:05" },
      now,
    )
    expect(read).toEqual({
      answers: [
        { target: "0912 000 167", answer: "done", doneAt: "2026-07-10T02:30:00.000Z" },
        { target: "0912 000 168", answer: "not-ours", doneAt: null },
        { target: "0912 000 169", answer: "done", doneAt: "2026-07-09T01:05:00.000Z" },
      ],
    })
    expect("answers" in read && wholeAnswer(read.answers)).toEqual({ answer: "partly", doneTargets: 2 })
  })

  test.each([
    ["in the future", { ...common, doneOn: "2030-12-31" }, { doneOn: "ahead" }],
    ["without a time", { ...common, doneTime: "" }, { doneOn: "noTime" }],
    ["at an hour that there is not", { ...common, doneTime: "29:75" }, { doneOn: "badTime" }],
    ["that nobody chose", { ...common, answer: "" }, { answer: "unanswered" }],
    ["of refusal without a reason", { answer: "refused" }, { text: "sayWhy" }],
    [
      "of one number in the future",
      { ...common, "doneOn-1": "2026-07-11", "doneTime-1": "09:00" },
      { "doneOn-1": "ahead" },
    ],
    [
      "of one number, done without any time",
      { answer: "not-ours", "answer-0": "done" },
      { "doneOn-0": "noTime" },
    ],
  ])("an answer %s is sent back at its field", (_what, typed, faults) => {
    expect(answersIn(three, typed, now)).toEqual({ faults })
  })

  test("a request of which nothing was done is refused as a whole", () => {
    expect(wholeAnswer([{ target: "a", answer: "not-ours", doneAt: null }])).toEqual({
      answer: "refused",
      doneTargets: 0,
    })
  })
})

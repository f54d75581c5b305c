import { describe, expect, test } from "vitest"
import { say } from "../words.ts"
import {
  choice,
  day,
  hidden,
  lines,
  money,
  number,
  paragraph,
  pick,
  several,
  text,
  tick,
  time,
} from "./ask.ts"
import { form, freeTextIn, labelsOf, readForm } from "./form.ts"

const label = say("Lý do", "Reason")
const one = <Asked extends Parameters<typeof form>[0]["asks"]>(asks: Asked) =>
  form({ slug: "thu", verb: "case.record", title: say("Ghi", "Note"), asks })
const read = (ask: Parameters<typeof form>[0]["asks"][string], ...values: string[]) =>
  readForm(one({ it: ask }), values.length === 0 ? {} : { it: values }, "vi")

describe("what a person typed becomes what the action receives", () => {
  test.each([
    ["words, trimmed, with one sign for a line's end", paragraph(label), [" a\r\nb "], "a\nb"],
    ["the last of a repeated field", text(label), ["một", "hai"], "hai"],
    ["a day", day(label), ["2023-09-15"], "2023-09-15"],
    ["a time of day", time(label), ["09:40"], "09:40"],
    ["đồng as it is written", money(label), ["15.000.000"], 15_000_000],
    ["a number", number(label, { least: 0, most: 100 }), ["40"], 40],
    ["one of the answers", choice(label, { yes: label, no: label }), ["no"], "no"],
    ["what the page offered", pick(label), ["b6"], "b6"],
    ["several", several(label), ["a", "b"], ["a", "b"]],
    ["a box that was ticked", tick(label, label), ["yes"], true],
    ["a box that was not", tick(label, label), [], false],
    [
      "one a line, or between commas",
      lines(label),
      ["0912 000 111,\n mau.example;"],
      ["0912 000 111", "mau.example"],
    ],
    ["nothing, where nothing need be said", day(label).optional(), [""], null],
    ["nothing of a list either", lines(label).optional(), ["  "], null],
  ] as const)("%s", (_name, ask, values, wanted) =>
    expect(read(ask, ...values)).toEqual({ input: { it: wanted } }),
  )
})

describe("what has to be put right is said in the words of the label", () => {
  test.each([
    ["left empty", text(label), [" "], "Điền “Lý do”"],
    ["not sent at all", text(label), [], "Điền “Lý do”"],
    ["too long", text(label, { max: 3 }), ["dài quá"], "“Lý do” quá dài; viết ngắn hơn"],
    ["a day that does not exist", day(label), ["2023-02-30"], "Chọn một ngày có thật cho lý do"],
    ["also where it may be empty", day(label).optional(), ["mai"], "Chọn một ngày có thật cho lý do"],
    ["an hour that does not exist", time(label), ["25:00"], "Viết “Lý do” như 09:40"],
    ["no amount", money(label), ["0"], "Viết “Lý do” bằng chữ số, lớn hơn 0"],
    [
      "a number out of its range",
      number(label, { least: 0, most: 100 }),
      ["101"],
      "Viết “Lý do” bằng chữ số",
    ],
    ["an answer that is none of those offered", choice(label, { yes: label }), ["maybe"], "Chọn “Lý do”"],
    ["nothing chosen", pick(label), [""], "Chọn “Lý do”"],
    ["what is no id", hidden(), ["x"], "Chọn “Mã”"],
    [
      "more lines than are taken",
      lines(label, { max: 1 }),
      ["a\nb"],
      "“Lý do” có quá nhiều mục; chia ra nhiều lần",
    ],
    ["in a sentence of its own", text(label, { wrong: say("Viết vì sao", "Say why") }), [""], "Viết vì sao"],
  ] as const)("%s", (_name, ask, values, wanted) =>
    expect(read(ask, ...values)).toEqual({ errors: { it: wanted } }),
  )
})

test("everything that is wrong is said at once", () => {
  const asks = { day: day(label), note: text(label), more: text(label).optional() }
  expect(Object.keys((readForm(one(asks), {}, "vi") as { errors: object }).errors)).toEqual(["day", "note"])
})

test("only words that a person typed can name somebody", () => {
  const asked = one({ note: paragraph(label), on: day(label), who: pick(label) })
  expect(freeTextIn(asked, { note: ["Bà Kín"], on: ["2023-09-15"], who: ["b6"] })).toEqual({ note: "Bà Kín" })
  expect(labelsOf(asked, "en")).toEqual({ note: "Reason", on: "Reason", who: "Reason" })
})

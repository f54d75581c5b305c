import { describe, expect, test } from "vitest"
import type { Signature } from "../write/model.ts"
import {
  type Seat,
  type State,
  type Step,
  signatureFault,
  stateAfter,
  states,
  stepFault,
  steps,
} from "./domain.ts"

const lawful: Readonly<Record<Step, readonly State[]>> = {
  submit: ["draft"],
  return: ["review", "approved", "signed", "numbered"],
  approve: ["review"],
  sign: ["approved"],
  number: ["signed"],
  issue: ["numbered"],
  archive: ["issued"],
}

describe("the life of a document", () => {
  test.each(states.flatMap((state) => steps.map((step) => [step, state] as const)))(
    "%s is lawful from %s only where the decree's order says so",
    (step, state) => {
      const fault = stepFault(step, state, { isDrafter: false, isSigner: true })
      expect(fault).toBe(lawful[step].includes(state) ? null : "step.notNow")
    },
  )
  test("each step leads to the next state, and a return to the draft", () => {
    expect(steps.map(stateAfter)).toEqual([
      "review",
      "draft",
      "approved",
      "signed",
      "numbered",
      "issued",
      "archived",
    ])
  })
  test("whoever drafts a document does not review it", () => {
    expect(stepFault("approve", "review", { isDrafter: true, isSigner: true })).toBe("review.own")
  })
  test("nobody signs but the officer named as signer", () => {
    expect(stepFault("sign", "approved", { isDrafter: false, isSigner: false })).toBe("sign.notSigner")
  })
})

describe("what is printed above the name is true of who signs", () => {
  const department = { parent: null, name: "Sở Thông tin tỉnh Mẫu" }
  const committee = { parent: null, name: "Ủy ban nhân dân tỉnh Mẫu" }
  const printed = (more: Partial<Signature>): Signature => ({
    inStead: [],
    acting: false,
    position: "Giám đốc",
    name: "Nguyễn Thị Lan",
    ...more,
  })
  const seat = (more: Partial<Seat>): Seat => ({
    name: "Nguyễn Thị Lan",
    title: "Giám đốc",
    powers: [],
    ...more,
  })
  const kt = { form: "KT", from: "Giám đốc Trần Văn Đứng Đầu" } as const
  const deputy = seat({ title: "Phó Giám đốc", powers: [kt] })
  const byDeputy = printed({ inStead: [{ form: "KT", of: "Giám đốc" }], position: "Phó Giám đốc" })

  test.each([
    ["a head in the own name", printed({}), seat({}), department, null],
    ["a head whose post has more words", printed({}), seat({ title: "Giám đốc Sở" }), department, null],
    ["another's name", printed({ name: "Đỗ Văn Khác" }), seat({}), department, "signature.name"],
    ["another's post", printed({ position: "Chánh Văn phòng" }), seat({}), department, "signature.position"],
    ["a deputy for the head, by a delegation in force", byDeputy, deputy, department, null],
    [
      "a deputy without a delegation",
      byDeputy,
      seat({ title: "Phó Giám đốc" }),
      department,
      "signature.noPower",
    ],
    [
      "a deputy in the own name",
      printed({ position: "Phó Giám đốc" }),
      deputy,
      department,
      "signature.deputyAlone",
    ],
    [
      "KT. by who is no deputy",
      printed({ inStead: [{ form: "KT", of: "Giám đốc" }], position: "Trưởng phòng" }),
      seat({ title: "Trưởng phòng", powers: [kt] }),
      department,
      "signature.notDeputy",
    ],
    [
      "TL. by the head of a unit, ordered in writing",
      printed({ inStead: [{ form: "TL", of: "Giám đốc" }], position: "Chánh Văn phòng" }),
      seat({ title: "Chánh Văn phòng", powers: [{ form: "TL", from: "Giám đốc Trần Văn Đứng Đầu" }] }),
      department,
      null,
    ],
    [
      "TUQ. where only TL. was given",
      printed({ inStead: [{ form: "TUQ", of: "Giám đốc" }], position: "Chánh Văn phòng" }),
      seat({ title: "Chánh Văn phòng", powers: [{ form: "TL", from: "Giám đốc Trần Văn Đứng Đầu" }] }),
      department,
      "signature.noPower",
    ],
    [
      "TM. at a department, which its head leads alone",
      printed({ inStead: [{ form: "TM", of: "Sở Thông tin" }] }),
      seat({}),
      department,
      "signature.notCollective",
    ],
    [
      "TM. and KT. at a committee",
      printed({
        inStead: [
          { form: "TM", of: "Ủy ban nhân dân" },
          { form: "KT", of: "Chủ tịch" },
        ],
        position: "Phó Chủ tịch",
      }),
      seat({ title: "Phó Chủ tịch", powers: [{ form: "KT", from: "Chủ tịch Trần Văn Đứng Đầu" }] }),
      committee,
      null,
    ],
    ["Q. by an acting head", printed({ acting: true }), seat({ title: "Quyền Giám đốc" }), department, null],
    ["Q. by who is head already", printed({ acting: true }), seat({}), department, "signature.acting"],
    [
      "an acting head without Q.",
      printed({}),
      seat({ title: "Quyền Giám đốc" }),
      department,
      "signature.acting",
    ],
  ] as const)("%s", (_who, signature, who, issuer, fault) => {
    expect(signatureFault(signature, who, issuer)).toBe(fault)
  })
})

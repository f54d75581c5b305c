import { describe, expect, test } from "vitest"
import {
  type Action,
  actions,
  can,
  type KindOfBody,
  kindsOfBodies,
  mayBodyOf,
  needsChartKeeper,
  roles,
  rolesThatMay,
} from "./policy.ts"

/** The same table as a person would write it down; a change of policy is a change here too. */
const agreed: Record<(typeof roles)[number], readonly string[]> = {
  clerk: [
    ...["document.read", "document.draft", "document.review", "document.number", "document.issue"],
    ...["directive.read", "directive.import", "directive.issue", "directive.change"],
    ...["assignment.read", "assignment.receive", "assignment.assign", "assignment.plan", "assignment.report"],
    ...["assignment.comment", "extension.ask", "assignment.accept", "signal.read", "signal.handle"],
    ...[
      "signal.report",
      "case.read",
      "prevention.answer",
      "inspection.read",
      "infrastructure.read",
      "infrastructure.change",
    ],
    ...[
      "incident.report",
      "warning.read",
      "indicator.answer",
      "awareness.read",
      "awareness.change",
      "material.write",
      "notice.read",
    ],
    ...["proposal.read", "proposal.write"],
    ...["report.read", "report.compile", "organization.read", "officer.read"],
  ],
  officer: [
    ...["document.read", "document.draft", "document.review"],
    ...["directive.read", "directive.import", "assignment.read", "assignment.receive", "assignment.plan"],
    ...["assignment.assign", "assignment.report", "assignment.comment", "extension.ask", "signal.read"],
    ...["signal.handle", "signal.report"],
    ...["signal.forward", "signal.open-text", "signal.open-identity", "case.read", "case.open"],
    ...[
      "case.record",
      "case.resolve",
      "prevention.request",
      "prevention.answer",
      "inspection.read",
      "inspection.plan",
    ],
    ...["inspection.hold", "infrastructure.read", "infrastructure.change", "incident.report", "warning.read"],
    ...["contest.decide"],
    ...["warning.propose", "indicator.propose", "indicator.answer", "awareness.read", "awareness.change"],
    ...["awareness.publish", "material.write", "notice.read", "notice.draft", "notice.decide"],
    ...["proposal.read", "proposal.write", "proposal.answer"],
    ...["report.read", "report.compile", "organization.read", "officer.read"],
  ],
  leader: [
    ...["document.read", "document.draft", "document.review", "document.sign", "document.issue"],
    ...["directive.read", "directive.issue", "directive.change", "assignment.read", "assignment.receive"],
    ...["assignment.assign", "assignment.plan", "assignment.report", "assignment.comment", "extension.ask"],
    ...["assignment.accept", "extension.decide", "signal.read", "signal.handle", "signal.forward"],
    ...["signal.report"],
    ...["signal.open-text", "signal.open-identity", "case.read", "case.open", "case.record", "case.decide"],
    ...[
      "case.transfer",
      "case.resolve",
      "prevention.request",
      "prevention.answer",
      "inspection.read",
      "inspection.plan",
    ],
    ...["inspection.hold", "inspection.conclude", "infrastructure.read", "incident.report", "warning.read"],
    ...[
      "warning.propose",
      "warning.release",
      "contest.decide",
      "awareness.read",
      "awareness.publish",
      "notice.read",
    ],
    ...["indicator.propose", "indicator.release", "indicator.answer"],
    ...[
      "notice.draft",
      "notice.send",
      "notice.decide",
      "report.read",
      "report.lock",
      "report.sign",
      "organization.read",
    ],
    ...["proposal.read", "proposal.write", "proposal.answer"],
    ...["officer.read", "journal.read", "account.agree"],
  ],
  administrator: [
    ...["directive.read", "assignment.read", "warning.read", "awareness.read", "report.read"],
    ...["organization.read", "organization.change", "officer.read", "officer.invite", "officer.change"],
    ...["administrator.invite-elsewhere", "token.manage", "exchange.manage", "journal.read"],
    ...["account.agree"],
  ],
  observer: [
    ...["document.read"],
    ...["directive.read", "assignment.read", "inspection.read", "infrastructure.read", "warning.read"],
    ...["awareness.read", "notice.read", "proposal.read", "report.read", "organization.read", "officer.read"],
  ],
}

describe.each(roles)("a %s", (role) => {
  test.each(actions)("%s", (action) => {
    const bodyKind = action === "case.resolve" ? "police" : "department"
    expect(can({ role, keepsChart: true, bodyKind }, action)).toBe(agreed[role].includes(action))
  })
})

test("only the body that keeps the chart changes it or gives other bodies an administrator", () => {
  const kept = actions.filter((action) => needsChartKeeper(action))
  expect(kept).toEqual(["organization.change", "administrator.invite-elsewhere"])
  for (const action of kept)
    expect(can({ role: "administrator", keepsChart: false, bodyKind: "department" }, action)).toBe(false)
})

/** Verbs that are not every body's, as a person would write it down. */
const powers: readonly Action[] = [
  ...(["directive.import", "directive.issue", "directive.change", "assignment.accept"] as const),
  ...(["extension.decide", "signal.handle", "signal.forward", "signal.open-text"] as const),
  ...(["signal.open-identity", "inspection.plan", "inspection.hold", "inspection.conclude"] as const),
  // A pattern is shared by anybody; to everybody only an authority speaks (migration 0810).
  ...(["contest.decide", "awareness.publish", "notice.draft", "notice.send", "notice.decide"] as const),
  ...(["proposal.write", "material.write"] as const),
  ...(["organization.change", "administrator.invite-elsewhere"] as const),
]
const ofCases: readonly Action[] = [
  ...(["case.open", "case.record", "case.decide", "case.transfer", "prevention.request"] as const),
]
const sanctioning: readonly KindOfBody[] = [
  ...(["province-committee", "department", "police", "district-committee", "commune-committee"] as const),
]

describe.each(kindsOfBodies)("a body of the kind %s", (kind) => {
  const isAuthority = kind !== "enterprise" && kind !== "other"

  test.each(actions)("%s, whatever role its officer has", (action) => {
    const agreedTo = powers.includes(action)
      ? isAuthority
      : ofCases.includes(action)
        ? sanctioning.includes(kind)
        : action !== "case.resolve" || kind === "police"
    expect(mayBodyOf(kind, action)).toBe(agreedTo)
    for (const role of roles)
      expect(can({ role, keepsChart: true, bodyKind: kind }, action)).toBe(
        agreedTo && rolesThatMay(action).includes(role),
      )
  })
})

test("a kind that the chart does not know has no power", () => {
  for (const action of [...powers, ...ofCases]) expect(mayBodyOf("", action)).toBe(false)
})

test("every action can be done by somebody, and an observer only reads", () => {
  for (const action of actions) expect(rolesThatMay(action)).not.toEqual([])
  for (const action of actions.filter((a) => rolesThatMay(a).includes("observer")))
    expect(action).toMatch(/\.read$/)
})

test("no administrator and no observer opens what a reporter entrusted to us", () => {
  for (const action of actions.filter((a) => /^(signal|case)\./.test(a))) {
    expect(rolesThatMay(action)).not.toContain("administrator")
    expect(rolesThatMay(action)).not.toContain("observer")
  }
})

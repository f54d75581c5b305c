/**
 * Who may do what: the one table. A role belongs to a post, so one person may be a clerk at one desk and an
 * administrator at another. Row-level security decides *which rows*; this table decides *which verbs*,
 * and a second one which kinds of bodies have a verb at all: an enterprise opens no case, whatever role its officer has.
 *
 * The administrator keeps accounts and the chart and therefore does no casework; the observer only reads.
 */
import type { Role, SignedIn } from "../kernel/http/env.ts"

export const roles = [
  "clerk",
  "officer",
  "leader",
  "administrator",
  "observer",
] as const satisfies readonly Role[]

/** Roles whose post, and whose account, no single person gives or opens (migration 0701 holds the same). */
export const isHighStanding = (role: Role): boolean => role === "leader" || role === "administrator"

/** Roles in the order of `roles`: C clerk, O officer, L leader, A administrator, B observer; `.` may not. */
const table = {
  // Văn bản chỉ đạo
  "directive.read": "COLAB",
  "directive.import": "CO...",
  "directive.issue": "C.L..",
  "directive.change": "C.L..",
  // Nhiệm vụ: the body that received it …
  "assignment.read": "COLAB",
  "assignment.receive": "COL..",
  "assignment.assign": "COL..",
  "assignment.plan": "COL..",
  "assignment.report": "COL..",
  "assignment.comment": "COL..",
  "extension.ask": "COL..",
  // … and the body that gave it.
  "assignment.accept": "C.L..",
  "extension.decide": "..L..",
  // Tin báo: personal data of people who trust us, so neither administrator nor observer.
  "signal.read": "COL..",
  "signal.handle": "COL..",
  "signal.report": "COL..",
  "signal.forward": ".OL..",
  "signal.open-text": ".OL..",
  "signal.open-identity": ".OL..",
  // Vụ việc
  "case.read": "COL..",
  "case.open": ".OL..",
  "case.record": ".OL..",
  "case.decide": "..L..",
  "case.transfer": "..L..",
  "case.resolve": ".OL..",
  "prevention.request": ".OL..",
  "prevention.answer": "COL..",
  // Kiểm tra, hạ tầng
  "inspection.read": "COL.B",
  "inspection.plan": ".OL..",
  "inspection.hold": ".OL..",
  "inspection.conclude": "..L..",
  "infrastructure.read": "COL.B",
  "infrastructure.change": "CO...",
  "incident.report": "COL..",
  // Chia sẻ: nothing about a person is published by one officer alone.
  "warning.read": "COLAB",
  "warning.propose": ".OL..",
  "warning.release": "..L..",
  "indicator.propose": ".OL..",
  "indicator.release": "..L..",
  "indicator.answer": "COL..",
  "contest.decide": ".OL..",
  // Tuyên truyền, thông báo nội dung
  "awareness.read": "COLAB",
  "awareness.change": "CO...",
  // Leaflets are read by a second person, whom an enterprise does not have: it enters results and runs courses.
  "material.write": "CO...",
  // A course is read by a second person before anybody learns from it.
  "awareness.publish": ".OL..",
  "notice.read": "COL.B",
  "notice.draft": ".OL..",
  "notice.send": "..L..",
  "notice.decide": ".OL..",
  // Đề xuất: whoever is asked answers for the body, an enterprise too.
  "proposal.read": "COL.B",
  "proposal.write": "COL..",
  "proposal.answer": ".OL..",
  // Báo cáo
  "report.read": "COLAB",
  "report.compile": "CO...",
  "report.lock": "..L..",
  "report.sign": "..L..",
  // Văn bản đi: whoever drafts does not review, and only the one named signs.
  "document.read": "COL.B",
  "document.draft": "COL..",
  "document.review": "COL..",
  "document.sign": "..L..",
  "document.number": "C....",
  "document.issue": "C.L..",
  // Quản trị
  "organization.read": "COLAB",
  "organization.change": "...A.",
  "officer.read": "COLAB",
  "officer.invite": "...A.",
  "officer.change": "...A.",
  "account.agree": "..LA.",
  "administrator.invite-elsewhere": "...A.",
  "token.manage": "...A.",
  "exchange.manage": "...A.",
  "journal.read": "..LA.",
} as const satisfies Readonly<Record<string, string>>

export type Action = keyof typeof table
export const actions = Object.keys(table) as readonly Action[]

/** Beyond the role: only at a desk of the body that keeps the organisation chart (Văn phòng UBND tỉnh). */
const onlyChartKeeper: ReadonlySet<Action> = new Set<Action>([
  "organization.change",
  "administrator.invite-elsewhere",
])

/** The kinds of bodies of the organisation chart (constraint `bodies_kind`). */
export const kindsOfBodies = [
  "province-committee",
  "province-office",
  "department",
  "board",
  "police",
  "sector-body",
  "district-committee",
  "commune-committee",
  "enterprise",
  "ministry",
  "other",
] as const
export type KindOfBody = (typeof kindsOfBodies)[number]

/** An enterprise and an association have duties here, and no power over anybody. */
const authorities = kindsOfBodies.filter((kind) => kind !== "enterprise" && kind !== "other")
/** Kinds with a post that sanctions in this field (`data/competence.csv`); an office prepares what its committee decides. */
const sanctioning = [
  "province-committee",
  "department",
  "police",
  "district-committee",
  "commune-committee",
] as const satisfies readonly KindOfBody[]
const police = ["police"] as const satisfies readonly KindOfBody[]

/** Beyond the role: verbs that the law gives to some kinds of bodies only. A verb that is not here is any body's. */
const byKind: Readonly<Partial<Record<Action, readonly KindOfBody[]>>> = {
  "directive.import": authorities,
  "directive.issue": authorities,
  "directive.change": authorities,
  "assignment.accept": authorities,
  "extension.decide": authorities,
  "signal.handle": authorities,
  "signal.forward": authorities,
  "signal.open-text": authorities,
  "signal.open-identity": authorities,
  "case.open": sanctioning,
  "case.record": sanctioning,
  "case.decide": sanctioning,
  "case.transfer": sanctioning,
  "case.resolve": police,
  "prevention.request": sanctioning,
  "inspection.plan": authorities,
  "inspection.hold": authorities,
  "inspection.conclude": authorities,
  "contest.decide": authorities,
  "awareness.publish": authorities,
  "material.write": authorities,
  "notice.draft": authorities,
  "notice.send": authorities,
  "notice.decide": authorities,
  "proposal.write": authorities,
  "organization.change": authorities,
  "administrator.invite-elsewhere": authorities,
}

export type Asking = Pick<SignedIn, "role" | "keepsChart" | "bodyKind">

export function can(officer: Asking, action: Action): boolean {
  return (
    rolesThatMay(action).includes(officer.role) &&
    (!needsChartKeeper(action) || officer.keepsChart) &&
    mayBodyOf(officer.bodyKind, action)
  )
}

/** Whether the law gives this verb to a body of this kind. */
export function mayBodyOf(kind: string, action: Action): boolean {
  return byKind[action]?.some((one) => one === kind) ?? true
}

/** For the page that refuses: it says who can. */
export function rolesThatMay(action: Action): readonly Role[] {
  const marks: string = table[action]
  return roles.filter((_, i) => (marks[i] ?? ".") !== ".")
}

export function needsChartKeeper(action: Action): boolean {
  return onlyChartKeeper.has(action)
}

/** What a program of a body may do; each API route names the one that it needs. */
export const scopes = [
  "directives:read",
  "assignments:read",
  "assignments:write",
  "signals:write",
  "warnings:read",
  "indicators:read",
  "indicators:write",
  "incidents:write",
  "reports:read",
] as const
export type Scope = (typeof scopes)[number]

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text)
}

/**
 * Who may do what: the one table. A role belongs to a post, so one person may be a clerk at one desk and an
 * administrator at another. Row-level security decides *which rows*; this table decides *which verbs*.
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
  "contest.decide": "..L..",
  // Tuyên truyền, thông báo nội dung
  "awareness.read": "COLAB",
  "awareness.change": "CO...",
  "notice.read": "COL.B",
  "notice.draft": ".OL..",
  "notice.send": "..L..",
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
  "administrator.invite-elsewhere": "...A.",
  "token.manage": "...A.",
  "journal.read": "..LA.",
} as const satisfies Readonly<Record<string, string>>

export type Action = keyof typeof table
export const actions = Object.keys(table) as readonly Action[]

/** Beyond the role: only at a desk of the body that keeps the organisation chart (Văn phòng UBND tỉnh). */
const onlyChartKeeper: ReadonlySet<Action> = new Set<Action>([
  "organization.change",
  "administrator.invite-elsewhere",
])

export type Asking = Pick<SignedIn, "role" | "keepsChart">

export function can(officer: Asking, action: Action): boolean {
  return rolesThatMay(action).includes(officer.role) && (!needsChartKeeper(action) || officer.keepsChart)
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
  "reports:read",
] as const
export type Scope = (typeof scopes)[number]

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text)
}

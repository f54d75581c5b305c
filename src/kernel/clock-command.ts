/** `clock due --rule ID --from START [--events EVENTS] --json` (docs/contracts.md, "Commands"). */
import { parseArgs } from "node:util"
import { legalRules, stateCalendar } from "./calendar/data.ts"
import {
  countDeadline,
  type Deadline,
  type DeadlineEvent,
  type DeadlineRefusal,
  isChained,
  type LegalRule,
} from "./calendar/deadline.ts"
import { isInForce, parseEvents, versionsInForce } from "./calendar/rules.ts"
import { parseLocalDate } from "./time.ts"

const usage =
  'Cách dùng: lienphong clock due --rule MÃ --from NGÀY[TGIỜ:PHÚT] [--events "extend 5 working-day; suspend NGÀY; resume NGÀY; period 2 month"] --json'

const refusals: Readonly<Record<DeadlineRefusal["refused"], string>> = {
  "needs-hour": "Quy tắc tính theo giờ: ghi cả giờ bắt đầu, ví dụ --from 2025-12-05T16:30.",
  "needs-period":
    'Quy tắc này tính từ cuối một thời hạn chạy trước: thêm --events "period 2 month" và để --from là đầu thời hạn đó.',
  "not-a-deadline": "Quy tắc này là hệ số mức phạt, không phải thời hạn.",
  "resume-before-suspend": "Ngày tiếp tục (resume) phải có ngày tạm đình chỉ (suspend) trước nó.",
  "too-long": "Thời hạn dài hơn bốn năm: kiểm tra lại ngày và sự kiện.",
}

export async function clockDue(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rule: { type: "string" },
      from: { type: "string" },
      events: { type: "string" },
      json: { type: "boolean" },
    },
  })
  if (values.rule === undefined || values.from === undefined) return complain(usage, 2)
  const from = parseStart(values.from)
  if (from === null)
    return complain(`"${values.from}" không phải ngày: viết YYYY-MM-DD hoặc YYYY-MM-DDTHH:MM.`, 2)
  const events = parseEvents(values.events ?? "")
  if (typeof events === "string") return complain(`Không hiểu sự kiện "${events}".\n${usage}`, 2)
  const rule = legalRules().find((candidate) => candidate.id === values.rule)
  if (rule === undefined) return complain(unknownRule(values.rule), 1)
  const startOn = startOfRule(rule, from.slice(0, 10), events)
  if (!isInForce(rule, startOn)) return complain(notInForce(rule, startOn), 1)
  const found = countDeadline(rule, from, events, stateCalendar())
  if ("refused" in found) return complain(refusals[found.refused], found.refused === "not-a-deadline" ? 1 : 2)
  process.stdout.write(
    values.json ? `${JSON.stringify(answer(rule, from, found))}\n` : `${found.due ?? found.instead}\n`,
  )
  return 0
}

/** A rule that goes on from another's end starts there: its version is that of this end, not of the first start. */
function startOfRule(rule: LegalRule, from: string, events: readonly DeadlineEvent[]): string {
  const period = events.find((event) => event.kind === "period")
  if (!isChained(rule) || period?.kind !== "period") return from
  const before: LegalRule = { ...rule, startEvent: "", quantity: period.quantity, unit: period.unit }
  const counted = countDeadline(before, from, [], stateCalendar())
  return "refused" in counted ? from : (counted.nominal ?? from).slice(0, 10)
}

function answer(rule: LegalRule, from: string, found: Deadline): Record<string, unknown> {
  return {
    rule: rule.id,
    from,
    due: found.due,
    ...(found.instead === null ? {} : { instead: found.instead }),
    provisional: found.provisional,
    verified: rule.verified,
    basis: rule.basis,
    days: found.days,
  }
}

/** The day, or the minute; seconds and a blank instead of T are accepted. */
function parseStart(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?)?$/.exec(text.trim())
  if (match === null || parseLocalDate(match[1] ?? "") === null) return null
  if (match[2] === undefined) return match[1] ?? null
  return Number(match[2]) < 24 && Number(match[3]) < 60 ? `${match[1]}T${match[2]}:${match[3]}` : null
}

function unknownRule(id: string): string {
  const family = id.split("-")[0] ?? ""
  const near = legalRules()
    .filter((rule) => rule.id.startsWith(`${family}-`))
    .map((rule) => rule.id)
  return `Không có quy tắc "${id}". ${near.length > 0 ? `Cùng nhóm có: ${near.join(", ")}.` : "Xem data/legal-rules.csv."}`
}

function notInForce(rule: LegalRule, on: string): string {
  const time = `${rule.inForceFrom ?? "…"} đến ${rule.inForceTo ?? "nay"}`
  const now = versionsInForce(rule, on, legalRules())
  const instead =
    now.length > 0
      ? `Ngày ${on} áp dụng ${now.map((other) => other.id).join(" hoặc ")}.`
      : `Ngày ${on} không có quy tắc nào cùng nội dung trong danh mục.`
  return `${rule.id} chỉ có hiệu lực từ ${time}. ${instead}`
}

function complain(message: string, status: number): number {
  process.stderr.write(`${message}\n`)
  return status
}

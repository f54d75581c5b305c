/** The numbers, accounts and sites that a request to an enterprise names, and the answer for each of them. Pure. */

/** Lines as typed, read: each once, in one spelling; `wrong` as typed. */
export type Targets = { targets: string[]; wrong: string[]; twice: string[] }

/** `read`: what one line names, in the canonical form; `spoken`: as people write it. */
export function readTargets(
  lines: readonly string[],
  read: (line: string) => readonly { value: string }[],
  spoken: (value: string) => string,
): Targets {
  const seen = new Set<string>()
  const found: Targets = { targets: [], wrong: [], twice: [] }
  for (const line of lines) {
    const named = read(line)
    const value = named.length === 1 ? named[0]?.value : undefined
    if (value === undefined) found.wrong.push(line)
    else if (seen.has(value)) found.twice.push(line)
    else {
      seen.add(value)
      found.targets.push(spoken(value))
    }
  }
  return found
}

/** The names under which an operator's bodies go, by the operator to whom prefixes were allotted. */
const networks: Readonly<Record<string, RegExp>> = {
  Viettel: /viettel/iu,
  Vinaphone: /vinaphone|vnpt/iu,
  MobiFone: /mobifone/iu,
  Vietnamobile: /vietnamobile/iu,
  Gmobile: /gmobile|gtel/iu,
  Itel: /\bitel\b|đông dương telecom/iu,
  Wintel: /wintel|mobicast/iu,
}

/** Numbers whose prefix was allotted to another operator than the one that is asked; none where the enterprise is no operator. */
export function ofOtherOperators(
  targets: readonly string[],
  enterprise: string,
  operatorOf: (number: string) => string | null,
): { target: string; operator: string }[] {
  const asked = Object.keys(networks).filter((name) => networks[name]?.test(enterprise))
  if (asked.length === 0) return []
  return targets.flatMap((target) => {
    const operator = operatorOf(target)
    return operator === null || asked.includes(operator) ? [] : [{ target, operator }]
  })
}

export const targetAnswers = ["done", "not-ours", "more-information", "refused"] as const
export type TargetAnswer = (typeof targetAnswers)[number]
export type AnsweredTarget = { target: string; answer: TargetAnswer; doneAt: string | null }

/** So many can be answered one by one on a form; the others share the common answer. */
export const singlyMax = 200

type Typed = Readonly<Record<string, string>>
export type TargetFault = "unanswered" | "noTime" | "badTime" | "ahead" | "sayWhy"

/**
 * The common answer with its time, and those that a target has of its own (`answer-3`, `doneOn-3`, `doneTime-3`). A target
 * that is answered "done" and has no time of its own has the common one.
 */
export function answersIn(
  targets: readonly string[],
  typed: Typed,
  now: Date,
): { answers: AnsweredTarget[] } | { faults: Record<string, TargetFault> } {
  const faults: Record<string, TargetFault> = {}
  const common = answerOf(typed.answer)
  const answers = targets.map((target, at): AnsweredTarget => {
    const own = at < singlyMax ? answerOf(typed[`answer-${at}`]) : null
    const answer = own ?? common
    if (answer === null) {
      faults.answer = "unanswered"
      return { target, answer: "refused", doneAt: null }
    }
    if (answer !== "done") return { target, answer, doneAt: null }
    const hasOwnTime = at < singlyMax && (typed[`doneOn-${at}`] ?? "") !== ""
    const field = hasOwnTime ? `doneOn-${at}` : own === null || common === "done" ? "doneOn" : `doneOn-${at}`
    const time = hasOwnTime
      ? timeOf(typed[`doneOn-${at}`], typed[`doneTime-${at}`], now)
      : timeOf(typed.doneOn, typed.doneTime, now)
    if ("fault" in time) {
      faults[field] = time.fault
      return { target, answer, doneAt: null }
    }
    return { target, answer, doneAt: time.at }
  })
  const needsWords = answers.some(({ answer }) => answer === "refused" || answer === "more-information")
  if (needsWords && faults.answer === undefined && (typed.text ?? "").trim() === "") faults.text = "sayWhy"
  return Object.keys(faults).length > 0 ? { faults } : { answers }
}

const answerOf = (text: string | undefined): TargetAnswer | null =>
  targetAnswers.find((one) => one === text) ?? null

/** Offices keep the province's time: UTC+7 all year. */
function timeOf(day = "", time = "", now: Date): { at: string } | { fault: TargetFault } {
  if (day === "" || time.trim() === "") return { fault: "noTime" }
  const hour = /^(\d{1,2})[:hg](\d{2})$/.exec(time.trim())
  const at = new Date(`${day}T${(hour?.[1] ?? "").padStart(2, "0")}:${hour?.[2] ?? ""}:00+07:00`)
  if (Number.isNaN(at.getTime())) return { fault: "badTime" }
  return at > now ? { fault: "ahead" } : { at: at.toISOString() }
}

/** The answer of the whole request, summed up: every target done, some, or none. */
export function wholeAnswer(answers: readonly AnsweredTarget[]): {
  answer: "done" | "partly" | "refused"
  doneTargets: number
} {
  const doneTargets = answers.filter(({ answer }) => answer === "done").length
  if (doneTargets === answers.length) return { answer: "done", doneTargets }
  return { answer: doneTargets > 0 ? "partly" : "refused", doneTargets }
}

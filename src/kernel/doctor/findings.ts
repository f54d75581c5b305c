/**
 * What the doctor can find, and how grave each is: *cannot run* (people would be served wrongly or not at all), *to do
 * before citizens are told*, or nothing. A finding carries facts; the sentences stand in `words.ts`.
 */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/** `cannot-run` comes before `to-do`. */
export const levels = ["cannot-run", "to-do", "in-order"] as const
export type Level = (typeof levels)[number]

export const checks = [
  "start",
  "version",
  "grants",
  "setup",
  "people",
  "numbers",
  "search",
  "disk",
  "files",
  "jobs",
  "keys",
  "backup",
  "clock",
  "days-off",
  "mail",
  "address",
  "proxy",
  "demo",
] as const
export type CheckName = (typeof checks)[number]

/** `what` names the sentence; a check that found nothing amiss gives none. */
export type Finding = { check: CheckName; level: Exclude<Level, "in-order">; what: string; facts: Facts }

export const answerOf = (findings: readonly Finding[]): Level =>
  levels.find((level) => findings.some((one) => one.level === level)) ?? "in-order"

/** Worst first, then as the checks are listed. */
export function ordered(findings: readonly Finding[]): Finding[] {
  const place = (one: Finding) => levels.indexOf(one.level) * checks.length + checks.indexOf(one.check)
  return findings.toSorted((a, b) => place(a) - place(b))
}

/** A joint action: one thing that several bodies do by a day, led by one of them. Pure. */
import type { LocalDate } from "../../kernel/time.ts"

export const jointAnswers = ["joins", "done", "cannot"] as const
export type JointAnswer = (typeof jointAnswers)[number]
export const jointStates = ["open", "done", "dropped"] as const
export type JointState = (typeof jointStates)[number]

export type JointFault = "duePast" | "noBodies" | "namesSomebody" | "sayWhy"

/** Numbers, accounts and addresses are shared as indicators; written into words they, and names, may be a customer's. */
export function namedIn(
  texts: readonly (string | null)[],
  read: (text: string) => readonly { kind: string; value: string }[],
  allowed: readonly string[] = [],
): string[] {
  const found = texts.flatMap((text) => (text === null ? [] : read(text)))
  const personal = new Set(["phone", "bank-account", "email", "social", "name"])
  return found
    .filter(({ kind, value }) => personal.has(kind) && !allowed.includes(value))
    .map(({ value }) => value)
}

export function jointFault(
  asked: { dueOn: LocalDate; bodies: readonly string[]; named: readonly string[] },
  today: LocalDate,
): JointFault | null {
  if (asked.dueOn < today) return "duePast"
  if (asked.bodies.length === 0) return "noBodies"
  return asked.named.length > 0 ? "namesSomebody" : null
}

/** A joint action: one thing that several bodies do by a day, led by one of them. Pure. */
import type { LocalDate } from "../../kernel/time.ts"
import { papersIn } from "../../signals/index.ts"

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
  const said = texts.filter((text) => text !== null)
  const found = said.flatMap((text) => [
    ...read(text),
    ...papersIn(text).map((value) => ({ kind: "paper", value })),
  ])
  const personal = new Set(["phone", "bank-account", "email", "social", "name", "paper"])
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

/** "Có phải tôi đang bị lừa?": five questions, and where the answers lead. Pure; nothing of it is kept. */
export const askedSigns = ["hurry", "secret", "code", "stranger", "paid"] as const
export type Sign = (typeof askedSigns)[number]
export type Advice = "paid" | "stop" | "careful" | "nothing"

/** Money that has left decides what comes first; a code asked for, or two signs together, are enough to stop. */
export function adviceFor(signs: readonly Sign[]): Advice {
  if (signs.includes("paid")) return "paid"
  if (signs.includes("code") || signs.length >= 2) return "stop"
  return signs.length === 1 ? "careful" : "nothing"
}

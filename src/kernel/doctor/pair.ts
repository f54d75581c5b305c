/** The two sentences of a finding (what is amiss, what puts it right), made of its facts. */
import type { Facts } from "./findings.ts"

type Sentence = (facts: Facts) => string
export type Pair = { said: Sentence; remedy: Sentence }

export const list = (value: Facts[string] | undefined): string =>
  Array.isArray(value) ? value.join(", ") : String(value ?? "")
export const lines = (value: Facts[string] | undefined): string =>
  Array.isArray(value) ? value.map((one) => `\n  ${one}`).join("") : ""

/** JSON that others wrote: how deep it nests, before it is parsed, and what each value of it is. Pure. */

/** Brackets within brackets, those inside of strings aside: a million of them are a file of two megabytes. */
export function depthOf(text: string): number {
  let [depth, deepest, isQuoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === "\\") at += 1
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === "{" || sign === "[") deepest = Math.max(deepest, ++depth)
    else if (sign === "}" || sign === "]") depth -= 1
  }
  return deepest
}

export type JsonRecord = Readonly<Record<string, unknown>>
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Empty where the value is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Words of a case as they go to a body that holds no seal of its tips. */

/** Ids, hashes and days name nobody, and a mask inside one would break what they point at. */
const isNoWord = (text: string) =>
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/.test(text)

/** Officers and bodies sign what they did; an offender is somebody of whom the case writes. */
const isSigned = (key: string) => /Name$/.test(key) && key !== "offenderName"

/** Every word in it, however deep, but for who signed; so that a field that is added later is masked as well. */
export function maskedIn<Value>(value: Value, without: (text: string) => string, key = ""): Value {
  if (typeof value === "string") return (isNoWord(value) || isSigned(key) ? value : without(value)) as Value
  if (Array.isArray(value)) return value.map((one) => maskedIn(one, without, key)) as Value
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const entries = Object.entries(value).map(([name, one]) => [name, maskedIn(one, without, name)])
  return Object.fromEntries(entries) as Value
}

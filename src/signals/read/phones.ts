/** Telephone numbers in every shape people write them; canonical E.164 (ITU-T), short codes and 1800/1900 as digits. */
import parsePhoneNumber from "libphonenumber-js/min"

/** National digits after the zero: mobile 3, 5, 7, 8, 9 and nine digits; fixed lines 2 and ten; police and army 69 and nine. */
const mobile = /^[35789]\d{8}$/
const fixed = /^(?:2\d{9}|69\d{7})$/
const service = /^1[89]00\d{4}(?:\d{2})?$/

/**
 * The canonical form of digits written together, or null when they are no telephone number. `plus`: a plus sign
 * stood before. An operator need not be known: prefixes are allotted faster than tables are mended.
 */
export function phoneOf(digits: string, plus = false): string | null {
  if (plus) return digits.startsWith("84") ? vietnamese(digits.slice(2)) : foreign(`+${digits}`)
  if (digits.startsWith("0084")) return vietnamese(digits.slice(4))
  if (digits.startsWith("00")) return foreign(`+${digits.slice(2)}`)
  if (digits.startsWith("0")) return vietnamese(digits)
  if (digits.startsWith("84")) return vietnamese(digits.slice(2))
  return service.test(digits) ? digits : null
}

/** From one string such as "+84 951 300 400" or "0951.300.400". */
export function phoneFrom(text: string): string | null {
  return phoneOf(text.replace(/\D/g, ""), text.trim().startsWith("+"))
}

function vietnamese(rest: string): string | null {
  const national = rest.replace(/^0/, "")
  return mobile.test(national) || fixed.test(national) ? `+84${national}` : null
}

/** No country's code begins with zero; asking the library costs more than all the rest of a reading. */
function foreign(number: string): string | null {
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return null
  const parsed = parsePhoneNumber(number)
  return parsed?.isPossible() === true ? parsed.number : null
}

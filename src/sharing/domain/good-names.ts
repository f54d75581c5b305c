/** Good names: what belongs to an office, a bank, an operator or a platform is never warned of. Pure. */

export type GoodNames = {
  /** Hosts of offices, banks, operators, mail and platforms; a page of somebody on a platform is none. */
  isOfficialHost: (value: string) => boolean
  /** Addresses at an office's, a bank's or an operator's own host; of a public mail service nobody's in particular. */
  isOfficialMail: (address: string) => boolean
  /** Numbers that people are told to call, digits only, as dialled in the country. */
  numbers: ReadonlySet<string>
}

/** The kind of good name that a value is, or null where it is nobody's. */
export function goodNameOf(
  { kind, value }: { kind: string; value: string },
  { isOfficialHost, isOfficialMail, numbers }: GoodNames,
): "number" | "host" | null {
  switch (kind) {
    case "url":
    case "domain":
    case "ip":
      return isOfficialHost(value) ? "host" : null
    case "email":
      return isOfficialMail(value) ? "host" : null
    case "phone":
      return numbers.has(dialled(value)) || isShortCode(value) ? "number" : null
    case "phone-range":
      return [...numbers].some((number) => number.startsWith(dialled(value))) ? "number" : null
    default:
      return null
  }
}

/** As a number is dialled within the country, digits only: "+84 221 3862 333" and "(0221) 386.2333" are one. */
export const dialled = (value: string): string => value.replace(/^\+84\s*0?/, "0").replace(/\D/g, "")
/** 113, 114, 115, 156 and their like: three digits are the State's. */
const isShortCode = (value: string) => /^1\d{2}$/.test(value)

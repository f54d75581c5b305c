/** As an officer says it aloud: "0951 234 567", "0249 999 xxx". */
import { spokenIdentifier } from "../../signals/index.ts"

export function spoken({ value, openDigits }: { value: string; openDigits: number | null }): string {
  const wallet = /^([a-z]\w*):(0\d{2})(\d{3})(\d{3,4})$/.exec(value)
  if (wallet !== null) return `${wallet[1]} ${wallet[2]} ${wallet[3]} ${wallet[4]}`
  return openDigits === null
    ? spokenIdentifier(value)
    : `${value.replace(/^\+84/, "0")}${"x".repeat(openDigits)}`
}

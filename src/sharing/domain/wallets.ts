/** E-wallets of the country, each opened with a telephone number: one list for forms, files of others and the check. Pure. */
import { dialled } from "./good-names.ts"

/** By the name under which it is kept: how else people write it, in small letters without accents and spaces. */
const known: Readonly<Record<string, readonly string[]>> = {
  momo: [],
  zalopay: [],
  viettelmoney: ["viettelpay"],
  vnptmoney: ["vnptpay"],
  shopeepay: ["airpay"],
  vnpay: [],
  mobifonemoney: ["mobifonepay"],
  payoo: [],
}
export const wallets: readonly string[] = Object.keys(known)

/** By its name of today or a former one. */
export const isWallet = (name: string): boolean =>
  wallets.includes(name) || Object.values(known).some((former) => former.includes(name))

/** "Ví MoMo 0951 234 567", "momo: +84 951 234 567" → "momo:0951234567"; null: no wallet and number. */
export function walletOf(text: string): string | null {
  const [, name = "", number = ""] =
    /^(\p{L}[\p{L}\p{N} ]{1,30}?)[\s:]+(\+?[\d\s.-]{6,20})$/u.exec(text.trim()) ?? []
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll(/đ/gi, "d")
    .toLowerCase()
    .replace(/^vi (?:dien tu )?/, "")
    .replace(/\s/g, "")
  // Programs write 84 without a plus.
  const digits = dialled(number.replace(/[\s.-]/g, "")).replace(/^84(?=\d{9}$)/, "0")
  if (plain === "" || plain === "vi" || digits.length < 6) return null
  const kept = wallets.find((one) => one === plain || known[one]?.includes(plain))
  return `${kept ?? plain}:${digits}`
}

import { readCsv } from "../../kernel/calendar/data.ts"

/**
 * The password rule: long, and not one that everybody tries first. No rule about kinds of characters: they make
 * passwords worse to remember and no harder to guess (NIST SP 800-63B-4, 3.1.1.2).
 */
export const passwordCharactersMin = 12
/** argon2id takes any length; the limit only keeps a request small. */
export const passwordCharactersMax = 200

export type PasswordFault = "short" | "long" | "common" | "personal"

/** Compared after folding case, accents and the usual disguises, so that "M@tKhau123456" is found too. */
const common: ReadonlySet<string> = new Set([
  ...["matkhau", "matkhaumoi", "password", "passw0rd", "administrator", "quantri", "quantrivien"],
  ...["qwertyuiop", "qwertyuiopas", "asdfghjkl", "letmein", "welcome", "iloveyou", "anhyeuem", "emyeuanh"],
  ...["khongbiet", "khongcomatkhau", "vietnam", "vietnamvodich", "uyban", "lienphong", "congan"],
  ...["changeme", "doimatkhau", "correcthorsebatterystaple", "football", "superman", "trustno"],
  // One's own province comes to everybody's mind.
  ...readCsv("administrative-units/provinces-34.csv").map((row) => squeezed(row.province_2025 ?? "")),
])

export function passwordFault(
  password: string,
  about: { email: string; name: string },
): PasswordFault | null {
  const characters = [...password].length
  if (characters < passwordCharactersMin) return "short"
  if (characters > passwordCharactersMax) return "long"
  if (isCommon(password)) return "common"
  return isPersonal(password, about) ? "personal" : null
}

/** The same text however the keyboard composed it: "ế" may come as one code point or as three. */
export function sameKeys(password: string): string {
  return password.normalize("NFC")
}

function isCommon(password: string): boolean {
  const plain = folded(password)
  const letters = plain.replace(/[^a-z]/g, "")
  if (new Set(plain).size <= 3 || isRun(plain)) return true
  // A common word, said once or again and again ("matkhaumatkhau1"), is as easily guessed.
  return [...common].some((word) => letters !== "" && letters.replaceAll(word, "") === "")
}

/** "123456789012", "abcdefghijkl", "987654321098": each character follows the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.charCodeAt(0))
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0))
  const follows = (step: number) => steps.filter((s) => s === step || s === step * -9).length === steps.length
  return follows(1) || follows(-1)
}

function isPersonal(password: string, about: { email: string; name: string }): boolean {
  const letters = folded(password).replace(/[^a-z]/g, "")
  const own = [about.email.split("@")[0] ?? "", about.name].map((text) => folded(text).replace(/[^a-z]/g, ""))
  return own.some((word) => word.length >= 4 && letters.replaceAll(word, "") === "")
}

function squeezed(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
}

const disguises: Readonly<Record<string, string>> = {
  "@": "a",
  "0": "o",
  "1": "i",
  "3": "e",
  $: "s",
  "5": "s",
}

function folded(text: string): string {
  const small = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d")
  const isMostlyDigits = small.replace(/\D/g, "").length > small.length / 2
  return isMostlyDigits ? small : small.replace(/[@013$5]/g, (character) => disguises[character] ?? character)
}

/** One warning as it is sent on: a text message, a message of Zalo, the words of the loudspeaker with their length. Pure. */

export type Passed = { title: string; whatToDo: readonly string[]; link: string }

/** Short enough for a phone that shows nothing else: what, the first thing to do, where more stands. */
export const messageOf = ({ title, whatToDo, link }: Passed): string =>
  [title.replace(/[.!\s]+$/, ""), whatToDo[0]?.replace(/[.!\s]+$/, "") ?? "", link]
    .filter((part) => part !== "")
    .join(". ")

export const zaloOf = ({ title, whatToDo, link }: Passed): string =>
  [`⚠️ ${title}`, ...whatToDo.map((one) => `• ${one}`), link].join("\n")

/** Old phones show accents as boxes, and a message with them holds less than half. */
export const withoutAccents = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFC")

/** The alphabet of GSM 03.38 and the signs of its extension, which count twice. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
const extension = "^{}\\[~]|€"

export type Length = { alphabet: "GSM-7" | "UCS-2"; units: number; parts: number }

/** A message alone holds 160 signs (70 in UCS-2); of several, each gives up room for its place among them: 153, 67. */
export function lengthOf(text: string): Length {
  const isGsm = [...text].every((sign) => basic.includes(sign) || extension.includes(sign))
  const units = isGsm
    ? [...text].reduce((sum, sign) => sum + (extension.includes(sign) ? 2 : 1), 0)
    : text.length
  const [alone, among] = isGsm ? [160, 153] : [70, 67]
  return { alphabet: isGsm ? "GSM-7" : "UCS-2", units, parts: units <= alone ? 1 : Math.ceil(units / among) }
}

/** A speaker at a loudspeaker reads some 130 syllables a minute; Vietnamese writes each as a word of its own. */
const syllablesAMinute = 130

/** To the next half minute. */
export const minutesOf = (text: string): number =>
  Math.max(
    0.5,
    Math.ceil((text.split(/\s+/).filter((word) => word !== "").length / syllablesAMinute) * 2) / 2,
  )

/** Which trick it is: phrases of `data/signals/type-cues.csv`, weighed; the trick decides, not the channel. */
import { fold } from "./fold.ts"
import { readTable } from "./reference.ts"

export const otherType = "khac"

/** `word`: part of every text that the pattern meets; looking for it first spares most patterns. */
type Cue = { type: string; weight: number; word: string; pattern: RegExp }

const literal = (text: string) =>
  text.replace(/[.*+?^${}()[\]\\]/g, "\\$&").replaceAll("#", "\\d[\\d.,]{0,14}")

/** In a cue "…" stands for up to forty characters, "#" for a number, "|" between words of a bracket for a choice. */
const cues: readonly Cue[] = readTable("signals/type-cues.csv").flatMap((row) =>
  (row.phrases ?? "")
    .split(";")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")
    .map((phrase) => ({
      type: row.type ?? "",
      weight: Number(row.weight),
      word: longestWord(fold(phrase).text),
      pattern: new RegExp(`(?<![a-z0-9])${patternOf(fold(phrase).text)}(?![a-z0-9])`),
    })),
)

function longestWord(phrase: string): string {
  const fixed = phrase.replace(/\([^()]*\)/g, " ").split(/\s+|\.\.\.|#/)
  return fixed.reduce((longest, word) => (word.length > longest.length ? word : longest), "")
}

function patternOf(phrase: string): string {
  return phrase
    .split("...")
    .map((part) => choices(part.trim()))
    .join("(?![a-z0-9])[^;]{0,40}(?<![a-z0-9])")
}

/** "(gọi|nhắn) mời": a choice in brackets. */
function choices(part: string): string {
  return part
    .split(/(\([^()]*\))/)
    .map((piece) =>
      piece.startsWith("(") ? `(?:${piece.slice(1, -1).split("|").map(literal).join("|")})` : literal(piece),
    )
    .join("")
}

export function typeOf(words: string): string {
  const scores = new Map<string, number>()
  for (const cue of cues)
    if (words.includes(cue.word) && cue.pattern.test(words))
      scores.set(cue.type, (scores.get(cue.type) ?? 0) + cue.weight)
  let best = { type: otherType, score: 0.9 }
  for (const [type, score] of scores) if (score > best.score) best = { type, score }
  return best.type
}

/** Short forms of chat, written out, so that one phrase meets them all. */
const short: Readonly<Record<string, string>> = {
  k: "khong",
  ko: "khong",
  kg: "khong",
  hok: "khong",
  khg: "khong",
  dc: "duoc",
  dk: "duoc",
  ck: "chuyen khoan",
  sdt: "so dien thoai",
  dt: "dien thoai",
  stk: "so tai khoan",
  tk: "tai khoan",
  fb: "facebook",
  face: "facebook",
  tele: "telegram",
  r: "roi",
  ng: "nguoi",
  nh: "ngan hang",
  nv: "nhan vien",
  ctv: "cong tac vien",
  j: "gi",
  mn: "moi nguoi",
  ca: "cong an",
  bca: "bo cong an",
  vks: "vien kiem sat",
  cskh: "cham soc khach hang",
  ib: "nhan tin",
  sp: "san pham",
  cccd: "can cuoc",
  cmnd: "can cuoc",
  bhxh: "bao hiem xa hoi",
  dvc: "dich vu cong",
  gd: "gia dinh",
  tn: "tin nhan",
  tb: "thue bao",
  sms: "tin nhan",
}

export function writtenOut(folded: string): string {
  return folded
    .replace(/(?<![a-z0-9])[a-z]{1,4}(?![a-z0-9])/g, (word) => short[word] ?? word)
    .replace(/\s+/g, " ")
}

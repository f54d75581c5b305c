/**
 * One body has many names: "Sở Thông tin và Truyền thông", "Sở TT&TT", "Giám đốc Sở TTTT tỉnh". Names are compared
 * without diacritics, punctuation, the head's title and the words that only say where.
 */

const titles =
  /^(?:(?:dong chi|ong|ba|d\/c) )?(?:giam doc|pho giam doc|chu tich|pho chu tich|thu truong|chanh|truong|pho truong|lanh dao|cuc truong|vu truong|chi cuc truong|tong giam doc|nguoi dung dau) (?=.)/
/** What is said of every body of the province, so that it tells none from another. */
const everywhere =
  /\s(?:tren dia ban(?: toan)?(?: tinh| huyen)?|trong tinh|thuoc tinh|cua tinh|truc thuoc(?: ubnd)?(?: tinh)?|thuoc ubnd tinh|cap tinh|o tinh|trong toan tinh|toan tinh)$/

export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\b(?:uy|ủy) ban nhan dan\b/g, "ubnd")
    .replace(/\bcong nghe thong tin\b/g, "cntt")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

/** How many syllables of the name stand in the words with other accents, or do not stand there. "hoà" and "hòa" are alike. */
export function accentsUnlike(words: string, name: string): number {
  const said = syllables(words)
  return syllables(name).filter((syllable) => !said.includes(syllable)).length
}

export const hasAccents = (text: string) => /[\p{M}đ]/iu.test(text.normalize("NFD"))

/** Each syllable's letters, then its marks in one order, wherever its tone is written. */
const syllables = (text: string): string[] =>
  (
    text
      .normalize("NFD")
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? []
  ).map((syllable) => {
    const letters = syllable.replace(/\p{M}/gu, "")
    return letters + [...syllable.replace(/[^\p{M}]/gu, "")].toSorted().join("")
  })

/** How a province is said ("tỉnh Lào Cai", "thành phố Hà Nội"): said of one of its bodies, it adds nothing. */
export type Here = { whole: RegExp; kind: "tinh" | "thanh pho" }

/** From the name of its committee: "UBND tỉnh Lào Cai". Null where the name does not say a province. */
export function hereIn(committee: string): Here | null {
  const match = /^ubnd ((tinh|thanh pho) .+)$/.exec(foldName(committee))
  if (match === null) return null
  return {
    whole: new RegExp(`\\b${match[1] ?? ""}\\b`),
    kind: match[2] === "thanh pho" ? "thanh pho" : "tinh",
  }
}

/** The form in which two names are the same name, among bodies of the province `here`. */
export function nameKey(name: string, here: Here | null = null): string {
  let key = foldName(name)
  key = key.replace(/^(?:cac|nhung|toan the|tat ca(?: cac)?) /, "")
  for (let times = 0; times < 3; times += 1) key = key.replace(titles, "").replace(/^cac /, "")
  if (here !== null) key = key.replace(here.whole, "tinh")
  if (here?.kind === "thanh pho") key = key.replace(/ thanh pho$/, " tinh")
  for (let times = 0; times < 3; times += 1) key = key.replace(everywhere, "")
  return key.replace(/^(.+) tinh$/, (whole, rest: string) => (rest === "ubnd" ? whole : rest))
}

/** "Sở Thông tin và Truyền thông" is also "Sở TTTT", "Sở TT&TT", "Sở TT-TT": its letters without spaces. */
export function shortKey(name: string, here: Here | null = null): string | null {
  const match = /^(so|ban|cuc|chi cuc|van phong) (.+)$/.exec(nameKey(name, here))
  if (match === null) return null
  const words = (match[2] ?? "").split(" ").filter((word) => word !== "va")
  if (words.length < 2) return null
  return `${(match[1] ?? "").replaceAll(" ", "")}${words.map((word) => word[0]).join("")}`
}

/** "Sở Nông nghiệp và PTNT", "Đài PT-TH tỉnh": each of its words is the name's, or the first letters of some that follow. */
export function isShortFor(words: string, name: string, here: Here | null = null): boolean {
  const wordsOf = (of: string) =>
    nameKey(of, here)
      .split(" ")
      .filter((word) => word !== "va")
  const [short, whole] = [wordsOf(words), wordsOf(name)]
  if (short[0] !== whole[0] || short.length >= whole.length) return false
  let at = 0
  for (const word of short) {
    if (whole[at] === word) {
      at += 1
      continue
    }
    const letters = whole
      .slice(at, at + word.length)
      .map((one) => one[0])
      .join("")
    if (letters !== word) return false
    at += word.length
  }
  return at === whole.length
}

export const squashed = (name: string, here: Here | null = null) => nameKey(name, here).replaceAll(" ", "")

type GroupWords = { slug: string; pattern: RegExp }

/**
 * How letters say the groups of `data/administrative-units/groups.csv` beside the names listed there. A proper name
 * ("UBND huyện Văn Lâm") is no group.
 */
const place = "(?:huyen|thi xa|thanh pho|quan)"
export const groupWords: readonly GroupWords[] = [
  {
    slug: "so-ban-nganh",
    pattern:
      /^(?:cac )?so(?: va)?(?: ban)?(?: nganh)(?: doan the| co quan| don vi| tinh| va tuong duong| lien quan| co lien quan)*$/,
  },
  {
    slug: "ubnd-cap-huyen",
    pattern: new RegExp(`^ubnd (?:cac |cap )?${place}(?:(?: va)? ${place})*$`),
  },
  {
    slug: "ubnd-cap-xa",
    pattern: /^ubnd (?:cac |cap )?(?:xa|phuong|thi tran)(?:(?: va)? (?:phuong|xa|thi tran|dac khu))*$/,
  },
  {
    slug: "doanh-nghiep-vt-cntt",
    pattern:
      /^(?:cac )?(?:doanh nghiep|don vi|nha mang)(?: don vi)?(?: hoat dong| kinh doanh| cung cap)?(?: trong)?(?: linh vuc)?(?: dich vu)?(?: (?:buu chinh|vien thong|cntt|internet|truyen thong|thong tin|truyen hinh cap|truyen hinh|va))+(?: hoat dong.*)?$/,
  },
  {
    slug: "co-quan-chuc-nang",
    pattern:
      /^(?:cac )?(?:co quan|don vi|luc luong|to chuc|nganh)(?: (?:co quan|don vi|to chuc|ca nhan|nganh|va|dia phuong))*(?: co)?(?: chuc nang| lien quan| huu quan)+(?: o dia phuong| cua dia phuong| dia phuong)?$/,
  },
]

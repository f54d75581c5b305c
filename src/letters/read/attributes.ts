/** Lines that belong to the item above them in a plan: who leads, who helps, by when. */
import { bodiesAt } from "./bodies.ts"
import { deadlineOfLine } from "./deadlines.ts"
import { cut, type Piece, withoutEnd } from "./piece.ts"
import type { Node } from "./tree.ts"

export type Attributes = { lead: string[]; partners: string[]; deadline: string | null }

const who = "(?:đơn vị|cơ quan|cơ quan, đơn vị|đơn vị, cá nhân|bộ phận|cơ quan/đơn vị)"
const leadLine = new RegExp(
  `^(?:${who} )?(?:chủ trì|chịu trách nhiệm chính|thực hiện chính)(?: thực hiện| tham mưu| triển khai| tổ chức){0,3}\\s?:\\s?`,
)
const doerLine = new RegExp(`^(?:${who} )(?:thực hiện|chịu trách nhiệm|triển khai)\\s?:\\s?`)
const partnerLine = new RegExp(`^(?:${who} )?phối hợp(?: thực hiện)?\\s?:\\s?`)
const timeLine =
  /^(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai|báo cáo|tổ chức))?(?: hoàn thành)?\s?:\s?/
const productLine =
  /^(?:sản phẩm|kết quả|kinh phí|nguồn kinh phí|địa điểm|hình thức|đối tượng|thành phần)(?: [^:]{0,30})?\s?:\s?/

export const isAttribute = (words: Piece) =>
  [leadLine, doerLine, partnerLine, timeLine, productLine].some((pattern) => pattern.test(words.low))

export function attributesOf(node: Node): Attributes | null {
  if (node.attributes !== undefined) return node.attributes
  const lines = [...node.children.map((child) => child.words), ...node.tail]
  const named = lines.filter(isAttribute)
  if (named.length === 0) return null
  const isTold = named.some(
    (line) => leadLine.test(line.low) || doerLine.test(line.low) || timeLine.test(line.low),
  )
  if (!isTold) return null
  const listOf = (pattern: RegExp) => named.flatMap((line) => namesOf(line, pattern))
  const time = named.find((line) => timeLine.test(line.low))
  const words = time === undefined ? null : cut(time, timeLine.exec(time.low)?.[0].length ?? 0)
  const leads = listOf(leadLine)
  return {
    lead: leads.length > 0 ? leads : listOf(doerLine),
    partners: listOf(partnerLine),
    deadline: words === null ? null : deadlineOfLine(words.text, words.low),
  }
}

/** One "Đơn vị thực hiện:" below several bullets holds for those above it that have none of their own. */
export function withSharedLines(kids: readonly Node[]): Node[] {
  const shared: Node[] = []
  let lines: Piece[] = []
  for (const kid of kids.toReversed()) {
    const own = [...kid.children.map((child) => child.words), ...kid.tail].filter(isAttribute)
    const borrows = kid.kind === "dash" && own.length === 0 && lines.length > 0
    shared.unshift(borrows ? { ...kid, tail: [...kid.tail, ...lines] } : kid)
    lines = kid.kind !== "dash" ? [] : own.length > 0 ? own : lines
  }
  return shared
}

function namesOf(line: Piece, pattern: RegExp): string[] {
  const skip = pattern.exec(line.low)?.[0].length
  if (skip === undefined) return []
  const rest = cut(line, skip)
  const list = cut(rest, 0, withoutEnd(rest.text, ".;, ").length)
  return bodiesAt(list, 0, { actsEnd: false })?.names ?? (list.text === "" ? [] : [list.text])
}

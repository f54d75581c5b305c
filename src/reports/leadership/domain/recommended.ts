/** What an issued report recommends, and who did: its own part of recommendations, and the parts that bodies handed in. */
import type { BlockInput, OfficialDocumentInput } from "../../../letters/index.ts"

export type Recommendation = { by: string; text: string /** Where in the report: "mục VI". */; place: string }

export type ReportMarks = {
  /** The annex in which the bodies' own words stand. */
  annexOfParts: string
  section(mark: string): string
  annex(name: string): string
}

const recommendationsMax = 8
const isHeading = /kiến nghị|đề xuất/iu
const recommends = /(?:^|[\s:;])(?:kiến nghị|đề nghị|đề xuất)(?=[\s:])/iu
/** How many were made (VI.1) is told there too, and recommends nothing. */
const tellsHowMany = /^nêu [\d.]+ kiến nghị với/iu
const recommendsNothing = /^(?:không|chưa)(?: có)? (?:kiến nghị|đề xuất|đề nghị)/iu

export function recommendationsIn(
  report: Pick<OfficialDocumentInput, "blocks" | "annexes" | "issuer">,
  marks: ReportMarks,
): Recommendation[] {
  const own = report.blocks.flatMap((block) =>
    block.is === "section" && isHeading.test(block.title ?? "")
      ? textsOf(block.blocks).map((text) => ({
          by: report.issuer.name,
          text,
          place: marks.section(block.mark ?? ""),
        }))
      : [],
  )
  return [...own, ...ofBodies(report.annexes ?? [], marks)]
    .filter(
      ({ text }) =>
        isWhole(text.trim()) && !recommendsNothing.test(text.trim()) && !tellsHowMany.test(text.trim()),
    )
    .slice(0, recommendationsMax)
}

/** "Đề nghị Ủy ban nhân dân tỉnh:" only leads to what follows. */
const isWhole = (text: string) => text !== "" && !text.endsWith(":")

function textsOf(blocks: readonly BlockInput[]): string[] {
  return blocks.flatMap((block) => {
    if (block.is === "paragraph") return [block.text]
    if (block.is === "list") return block.items
    return block.is === "section" ? textsOf(block.blocks) : []
  })
}

/** A body writes results, difficulties and recommendations as one text: only the sentences that recommend are taken. */
function ofBodies(
  annexes: NonNullable<OfficialDocumentInput["annexes"]>,
  marks: ReportMarks,
): Recommendation[] {
  return annexes
    .filter(({ title }) => title === marks.annexOfParts)
    .flatMap(({ title, blocks }) =>
      blocks
        .flatMap((block) => (block.is === "table" ? block.rows : []))
        .flatMap(([, by = "", text = ""]) =>
          sentencesOf(text)
            .filter((sentence) => recommends.test(sentence))
            .map((sentence) => ({ by, text: sentence, place: marks.annex(title) })),
        ),
    )
}

const sentencesOf = (text: string) => text.split(/(?<=[.;!?])\s+/u).map((one) => one.trim())

/**
 * "Đề nghị UBND tỉnh chỉ đạo các doanh nghiệp viễn thông chặn…" asks somebody by name: then it is given to them in
 * those words. Null: it does not say whom.
 */
export function askedOf(text: string, known: readonly string[]): { to: string; text: string } | null {
  const [, rest] = /(?:chỉ đạo|giao|yêu cầu)\s+(?:cho\s+)?(.+)$/isu.exec(text) ?? []
  if (rest === undefined) return null
  const lower = rest.toLocaleLowerCase("vi")
  const to = known
    .filter((name) => lower.startsWith(`${name.toLocaleLowerCase("vi")} `))
    .toSorted((a, b) => b.length - a.length)[0]
  if (to === undefined) return null
  const asked = rest.slice(to.length).trim()
  return asked.length < 8 ? null : { to, text: asked.charAt(0).toLocaleUpperCase("vi") + asked.slice(1) }
}

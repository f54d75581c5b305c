/** A DOCX's paragraphs in order, with the numbers and dashes that Word counts by itself. */
import { Refusal } from "../refusal.ts"
import { numberingOf } from "./numbering.ts"
import { tagsOf } from "./xml.ts"

const xmlBytesMax = 30_000_000

export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const { unzipSync, strFromU8 } = await import("fflate")
  let tooLarge = false
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        if (!/^word\/(?:document|numbering|styles)\.xml$/.test(file.name)) return false
        if (file.originalSize > xmlBytesMax) tooLarge = true
        return !tooLarge
      },
    })
  } catch {
    throw new Refusal("broken")
  }
  if (tooLarge) throw new Refusal("tooLong")
  const read = (name: string) => (files[name] === undefined ? "" : strFromU8(files[name]))
  const body = read("word/document.xml")
  if (body === "") throw new Refusal("broken")
  return linesOfDocument(body, numberingOf(read("word/numbering.xml"), read("word/styles.xml"))).join("\n")
}

/** Text boxes are drawn twice (`mc:Fallback`), deletions are no longer said, field codes are not words. */
const silent = new Set(["mc:Fallback", "w:del", "w:instrText", "w:delText", "w:moveFrom"])

function linesOfDocument(xml: string, numbering: ReturnType<typeof numberingOf>): string[] {
  const lines: string[] = []
  let words = ""
  let label = ""
  let isText = false
  let silence: string | null = null
  let list: { id: string | null; level: number; style: string | null } = { id: null, level: 0, style: null }
  const end = () => {
    const parts = words.split("\n")
    for (const [i, part] of parts.entries()) lines.push((i === 0 && part.trim() !== "" ? label : "") + part)
    words = ""
    label = ""
  }
  for (const tag of tagsOf(xml)) {
    if (silence !== null) {
      if (tag.kind === "close" && tag.name === silence) silence = null
      continue
    }
    if (tag.kind === "text") {
      if (isText) words += tag.text
      continue
    }
    if (tag.kind === "open" && !tag.isEmpty && silent.has(tag.name)) {
      silence = tag.name
      continue
    }
    const isOpen = tag.kind === "open"
    if (tag.name === "w:t") isText = isOpen && !tag.isEmpty
    else if (tag.name === "w:p" && isOpen) {
      if (words !== "") end()
      list = { id: null, level: 0, style: null }
    } else if (tag.name === "w:p") end()
    else if (!isOpen) {
      if (tag.name === "w:pPr") label = numbering.next(list)
    } else if (tag.name === "w:br" || tag.name === "w:cr") words += "\n"
    else if (tag.name === "w:tab") words += words === "" ? "" : " "
    else if (tag.name === "w:noBreakHyphen") words += "-"
    else if (tag.name === "w:numId") list.id = tag.value
    else if (tag.name === "w:ilvl") list.level = Number(tag.value ?? 0)
    else if (tag.name === "w:pStyle") list.style = tag.value
  }
  if (words !== "") end()
  return lines
}

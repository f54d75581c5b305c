/** A DOCX's paragraphs in order, with the numbers and dashes that Word counts by itself. */
import { Refusal } from "../refusal.ts"
import { wordsBeside } from "./docx-aside.ts"
import { marksOf, type RunMarks } from "./docx-marks.ts"
import { numberingOf } from "./numbering.ts"
import { type FileWords, struckMark } from "./seen.ts"
import { tagsOf } from "./xml.ts"

const xmlBytesMax = 30_000_000
const partsMax = 300
/** Every part that may hold words a person sees: headers, footers, notes, comments, diagrams, charts, the file's properties. */
const worded = /^(?:word\/(?:[^/]+|(?:diagrams|charts|drawings)\/[^/]+)|docProps\/(?:core|custom|app))\.xml$/

const pictured = /^word\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/i

export async function textOfDocx(bytes: Uint8Array): Promise<FileWords> {
  const { unzipSync, strFromU8 } = await import("fflate")
  let [size, parts, pictures] = [0, 0, 0]
  const isTooLarge = () => size > xmlBytesMax || parts > partsMax
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        if (pictured.test(file.name)) pictures += 1
        if (!worded.test(file.name)) return false
        size += file.originalSize
        parts += 1
        return !isTooLarge()
      },
    })
  } catch {
    throw new Refusal("broken")
  }
  if (isTooLarge()) throw new Refusal("tooLong")
  const read = (name: string) => (files[name] === undefined ? "" : strFromU8(files[name]))
  const body = read("word/document.xml")
  if (body === "") throw new Refusal("broken")
  const styles = read("word/styles.xml")
  const numbering = numberingOf(read("word/numbering.xml"), styles)
  return {
    text: linesOfDocument(body, numbering, marksOf(styles)).join("\n"),
    pictures,
    aside: Object.keys(files).flatMap((name) => wordsBeside(read(name), name === "word/document.xml")),
  }
}

/** Text boxes are drawn twice (`mc:Fallback`), deletions are no longer said, field codes are not words. */
const silent = new Set(["mc:Fallback", "w:del", "w:instrText", "w:delText", "w:moveFrom"])

function linesOfDocument(
  xml: string,
  numbering: ReturnType<typeof numberingOf>,
  marks: ReadonlyMap<string, RunMarks>,
): string[] {
  const lines: string[] = []
  let words = ""
  let label = ""
  let isText = false
  let silence: string | null = null
  let list: { id: string | null; level: number; style: string | null } = { id: null, level: 0, style: null }
  let run = null as Partial<RunMarks> | null
  const end = () => {
    const parts = words.split("\n")
    for (const [i, part] of parts.entries()) lines.push((i === 0 && part.trim() !== "" ? label : "") + part)
    words = ""
    label = ""
  }
  /** Hidden words are not said; struck ones leave a mark where they stood. */
  const say = (text: string) => {
    const styled = list.style === null ? undefined : marks.get(list.style)
    if (run?.isHidden ?? styled?.isHidden ?? false) return
    if (!(run?.isStruck ?? styled?.isStruck ?? false)) words += text
    else if (!words.endsWith(struckMark) && text.trim() !== "") words += struckMark
  }
  for (const tag of tagsOf(xml)) {
    if (silence !== null) {
      if (tag.kind === "close" && tag.name === silence) silence = null
      continue
    }
    if (tag.kind === "text") {
      if (isText) say(tag.text)
      continue
    }
    if (tag.kind === "open" && !tag.isEmpty && silent.has(tag.name)) {
      silence = tag.name
      continue
    }
    const isOpen = tag.kind === "open"
    if (tag.name === "w:t") isText = isOpen && !tag.isEmpty
    else if (tag.name === "w:r") run = isOpen && !tag.isEmpty ? {} : null
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
    else if (run === null) continue
    else if (tag.name === "w:rStyle") Object.assign(run, marks.get(tag.value ?? ""))
    else if (tag.name === "w:vanish") run.isHidden = isOn(tag.value)
    else if (tag.name === "w:strike" || tag.name === "w:dstrike") run.isStruck = isOn(tag.value)
  }
  if (words !== "") end()
  return lines
}

/** A property that stands there is on, unless it says otherwise (ECMA-376, 17.17.4 ST_OnOff). */
const isOn = (value: string | null) => value === null || !/^(?:0|false|off)$/.test(value)

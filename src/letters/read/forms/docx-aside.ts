/** Words of a DOCX that stand on its pages beside the letter's text: one line for each paragraph, picture of letters, caption. */
import { attributeOf, tagsOf } from "./xml.ts"

const charsMax = 2_000

/**
 * Of the letter's own part only pictures of letters (`v:textpath`, WordArt), descriptions of pictures, and whole paragraphs
 * outside tables that are short enough to be a stamp and shown in capitals by their format; of every other part all its words.
 */
export function wordsBeside(xml: string, isLetter: boolean): string[] {
  const lines: string[] = []
  let [words, isText, tables, isCapitals, silence] = ["", false, 0, false, ""]
  const end = () => {
    const line = words.slice(0, charsMax).trim()
    if (line !== "" && (!isLetter || (isCapitals && line.length < 160))) lines.push(line)
    ;[words, isCapitals] = ["", false]
  }
  for (const tag of tagsOf(xml)) {
    if (silence !== "") {
      if (tag.kind === "close" && tag.name === silence) silence = ""
      continue
    }
    if (tag.kind === "text") {
      if (isText) words += tag.text
      continue
    }
    const [prefix, name] = nameOf(tag.name)
    const isOpen = tag.kind === "open"
    if (isOpen && !tag.isEmpty && (tag.name === "w:del" || tag.name === "w:moveFrom")) silence = tag.name
    else if (name === "tbl") tables += isOpen ? 1 : -1
    else if (name === "t" || prefix === "dc" || prefix === "cp" || prefix === "vt" || prefix === "c")
      isText = isOpen && !tag.isEmpty
    if (
      name === "p" ||
      name === "tc" ||
      name === "v" ||
      prefix === "dc" ||
      prefix === "cp" ||
      prefix === "vt"
    )
      end()
    else if (isOpen && (name === "br" || name === "tab" || name === "cr")) words += " "
    else if (isOpen && (name === "caps" || name === "smallCaps")) isCapitals = tables === 0
    if (isOpen) for (const said of spokenIn(tag.attributes)) lines.push(said.slice(0, charsMax))
  }
  end()
  return lines
}

const nameOf = (tag: string): [string, string] => {
  const colon = tag.indexOf(":")
  return colon < 0 ? ["", tag] : [tag.slice(0, colon), tag.slice(colon + 1)]
}

/** WordArt keeps its words in `string`, a picture's description stands in `descr`, `title` and `alt`. */
const spokenIn = (attributes: string): string[] =>
  ["string", "descr", "title", "alt"].flatMap((name) => {
    const said = attributeOf(attributes, name)
    return said === null || said.trim() === "" ? [] : [said]
  })

/** A file of somebody else: what it is, and what it says. It never throws: each refusal names the place and the reason. Pure. */
import { depthOf, isRecord } from "../../../kernel/json.ts"
import { readCsvList } from "./csv.ts"
import { type ForeignRead, type Format, type Gathered, importLimits } from "./line.ts"
import { readMisp } from "./misp.ts"
import { readStix } from "./stix.ts"
import { readXarf } from "./xarf.ts"

export function readForeignFile(file: Uint8Array): ForeignRead {
  if (file.length > importLimits.bytes) return { refused: "tooLarge", at: "" }
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file)
  } catch {
    return { refused: "notText", at: "" }
  }
  const begin = text.trimStart()
  if (begin === "") return { refused: "empty", at: "" }
  if (text.includes("\0")) return { refused: "notText", at: "" }
  // Nothing here is written in XML; what is, is not opened: an entity of it could name a file of this machine.
  if (begin.startsWith("<")) return { refused: "xml", at: "" }
  return begin.startsWith("{") || begin.startsWith("[") ? readJson(text) : counted("csv", readCsvList(text))
}

function readJson(text: string): ForeignRead {
  if (depthOf(text) > importLimits.depth) return { refused: "tooDeep", at: "" }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return {
      refused: "notJson",
      at: /position \d+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "",
    }
  }
  return readValue(value)
}

/** A value that a program gave: a bundle, a page of TAXII, an event, reports. */
function readValue(value: unknown): ForeignRead {
  if (Array.isArray(value)) {
    if (value.some((one) => isRecord(one) && "xarf_version" in one)) return counted("xarf", readXarf(value))
    if (value.some((one) => isRecord(one) && "Event" in one))
      return counted("misp", readMisp(eventsOf(value, "")))
    return { refused: "notKnown", at: "" }
  }
  if (!isRecord(value)) return { refused: "notKnown", at: "" }
  if (Array.isArray(value.objects)) return counted("stix", readStix(value.objects, "/objects"))
  if (Array.isArray(value.response)) return counted("misp", readMisp(eventsOf(value.response, "/response")))
  if ("Event" in value) return counted("misp", readMisp([{ at: "/Event", event: value.Event }]))
  if ("xarf_version" in value) return counted("xarf", readXarf([value]))
  return { refused: "notKnown", at: "" }
}

const eventsOf = (all: readonly unknown[], base: string) =>
  all.map((one, nth) => ({ at: `${base}/${nth}/Event`, event: isRecord(one) ? one.Event : one }))

function counted(format: Format, found: Gathered | null): ForeignRead {
  if (found === null) return { refused: "noColumns", at: "dòng 1" }
  if (found.isFull) return { refused: "tooMany", at: found.lines.at(-1)?.at ?? "" }
  if (found.lines.length + found.faults.length === 0) return { refused: "empty", at: "" }
  return { format, lines: found.lines, faults: found.faults }
}

/** A file of somebody else: what it is, and what it says. It never throws: each refusal names the place and the reason. Pure. */
import { depthOf, isRecord } from "../../../kernel/json.ts"
import { readCsvList } from "./csv.ts"
import { type ForeignRead, type Format, type Gathered, importLimits } from "./line.ts"
import { readMisp } from "./misp.ts"
import { readStix } from "./stix.ts"
import { readXarf } from "./xarf.ts"

type Refused = Extract<ForeignRead, { refused: unknown }>

export function readForeignFile(file: Uint8Array): ForeignRead {
  const text = textOf(file)
  if (typeof text !== "string") return text
  const begin = text.trimStart()
  if (!begin.startsWith("{") && !begin.startsWith("[")) return counted("csv", readCsvList(text))
  const read = parsed(text)
  return "refused" in read ? read : readValue(read.value)
}

/** A file that has to be JSON. */
export function readJson(file: Uint8Array): { value: unknown } | Refused {
  const text = textOf(file)
  return typeof text === "string" ? parsed(text) : text
}

function textOf(file: Uint8Array): string | Refused {
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
  return begin.startsWith("<") ? { refused: "xml", at: "" } : text
}

function parsed(text: string): { value: unknown } | Refused {
  if (depthOf(text) > importLimits.depth) return { refused: "tooDeep", at: "" }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return {
      refused: "notJson",
      at: /position \d+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "",
    }
  }
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

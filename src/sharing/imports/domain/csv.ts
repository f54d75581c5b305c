/** Indicators out of a list with a head line: `kind` and `value`, and what else of our own CSV stands in it. Pure. */
import { parse } from "csv-parse/sync"
import { indicatorKinds } from "../../domain/indicator.ts"
import { dayOf, Gathered, importLimits, tlpOf } from "./line.ts"

/** Null: no line names the columns. */
export function readCsvList(text: string): Gathered | null {
  const rows = rowsOf(text)
  const head = rows?.[0]?.map((name) => name.trim().toLowerCase()) ?? []
  const place = (name: string) => head.indexOf(name)
  if (rows === null || place("kind") < 0 || place("value") < 0) return null
  const found = new Gathered()
  for (const [nth, row] of rows.slice(1).entries()) {
    if (found.isFull) break
    const at = `dòng ${nth + 2}`
    const cell = (name: string) => (place(name) < 0 ? "" : (row[place(name)] ?? "").trim())
    const kind = indicatorKinds.find((one) => one === cell("kind"))
    const [said, tlp, validUntil] = [cell("tlp"), tlpOf(cell("tlp")), dayOf(cell("valid_until"))]
    const open = Number(cell("open_digits"))
    if (kind === undefined) found.fault(at, "kindUnknown", cell("kind"))
    else if (said !== "" && tlp === null) found.fault(at, "tlpUnknown", said)
    else if (validUntil === "unknown") found.fault(at, "dayUnknown", cell("valid_until"))
    else
      found.line({
        at,
        kind,
        typed:
          kind === "phone-range" && open >= 1 && open <= 4
            ? `${cell("value")}${"x".repeat(open)}`
            : cell("value"),
        tlp,
        trick: /^[a-z0-9-]{3,60}$/.exec(cell("trick"))?.[0] ?? null,
        confidence: /^\d{1,2}$|^100$/.test(cell("confidence")) ? Number(cell("confidence")) : null,
        validUntil,
        isRevoked: cell("state") === "recalled",
        ref: cell("id"),
      })
  }
  return found
}

function rowsOf(text: string): string[][] | null {
  const first = text.slice(0, 2_000).split(/\r?\n/, 1)[0] ?? ""
  const delimiter = [";", "\t"].find((one) => first.includes(one)) ?? ","
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      to: importLimits.lines + 2,
    }) as string[][]
  } catch {
    return null
  }
}

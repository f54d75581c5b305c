/** Sites out of XARF 4 reports, as abuse desks send them. Pure. */
import { isRecord, listOf } from "../../../kernel/json.ts"
import { Gathered, textOf, tlpOfTags } from "./line.ts"

export function readXarf(reports: readonly unknown[]): Gathered {
  const found = new Gathered()
  for (const [nth, one] of reports.entries()) {
    const at = `/${nth}`
    if (found.isFull) break
    if (!isRecord(one)) {
      found.fault(at, "notAnObject", one)
      continue
    }
    const [url, source] = [textOf(one.url), textOf(one.source_identifier)]
    const thing =
      url !== "" ? ({ kind: "url", typed: url } as const) : ({ kind: siteOf(source), typed: source } as const)
    const tags = listOf(one.tags).map(textOf)
    const { confidence } = one
    found.line({
      at,
      ...thing,
      tlp: tlpOfTags(tags),
      trick: tags.flatMap((tag) => /^trick:([a-z0-9-]{3,60})$/.exec(tag)?.[1] ?? [])[0] ?? null,
      confidence:
        typeof confidence === "number" && confidence >= 0 && confidence <= 1
          ? Math.round(confidence * 100)
          : null,
      validUntil: null,
      isRevoked: false,
      ref: textOf(one.report_id),
    })
  }
  return found
}

const siteOf = (source: string) => (/^[\d.]+$|:/.test(source) ? "ip" : "domain")

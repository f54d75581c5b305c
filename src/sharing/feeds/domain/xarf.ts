/** Sites as XARF 4 reports of fraud, for the abuse desk of who hosts or resolves them. Pure. */

import { idOf } from "./ids.ts"
import { changedAt, type Issuer, type ReleasedIndicator } from "./released.ts"

/** The word of XARF for a trick; "other" where it has none. */
const fraudTypes: Readonly<Record<string, string>> = {
  "gia-danh-cong-an": "government_impersonation",
  "gia-danh-co-quan-dich-vu-cong": "government_impersonation",
  "phat-nguoi": "government_impersonation",
  "dau-tu-tai-chinh-tien-ao": "investment",
  "viec-nhe-luong-cao": "employment",
  "lua-tinh-cam": "romance",
  "trung-thuong-qua-tang": "lottery",
  "mua-ban-online": "shopping",
}

export type Contact = { org: string; contact: string; domain: string }

/** Null for what has no address on the network: XARF has no report of a telephone number or an account. */
export function xarfOf(one: ReleasedIndicator, issuer: Issuer, contact: Contact): object | null {
  if (!["url", "domain", "ip"].includes(one.kind) || one.state !== "released") return null
  const url =
    one.kind === "url" ? one.value : `http://${one.value.includes(":") ? `[${one.value}]` : one.value}/`
  const { hostname } = new URL(url)
  return {
    xarf_version: "4.2.0",
    report_id: idOf("xarf", `${issuer.code}:${one.id}`),
    timestamp: changedAt(one).toISOString(),
    reporter: contact,
    sender: contact,
    source_identifier: hostname.replace(/^\[|\]$/g, ""),
    category: "content",
    type: "fraud",
    url,
    fraud_type: fraudTypes[one.trick?.slug ?? ""] ?? "other",
    evidence_source: "user_report",
    confidence: one.confidence / 100,
    description: (one.trick?.nameEn ?? "Fraud by telephone or online").slice(0, 1000),
    tags: ["tlp:clear", ...(one.trick === null ? [] : [`trick:${one.trick.slug}`])],
  }
}

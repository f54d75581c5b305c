import { readCsv } from "../../kernel/calendar/data.ts"

/** Names of tricks by slug, from data/signals/scam-types.csv. */
export const scamTypes = (): ReadonlyMap<string, string> =>
  new Map(readCsv("signals/scam-types.csv").map((row) => [row.slug ?? "", row.ten_tieng_viet ?? ""]))

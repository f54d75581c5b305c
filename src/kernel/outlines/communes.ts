/**
 * The communes of a province, by its code: those that its set-up took from a list of its own, else those of
 * `data/administrative-units/communes-34.csv`. One process serves one installation, which says its own when it is read.
 */
import { readCsv } from "../calendar/data.ts"

/** `name` without its kind; `code` of five digits, as the state's list has it. */
export type Commune = { code: string; name: string; kind: string }

const own = new Map<string, readonly Commune[]>()
const ofData = new Map<string, readonly Commune[]>()

/** Said again when the installation is read again; the same list keeps its identity, for what was made of it. */
export function sayOwnCommunes(province: string, communes: readonly Commune[]): void {
  const before = own.get(province)
  if (before === undefined || JSON.stringify(before) !== JSON.stringify(communes)) own.set(province, communes)
}

export function communesIn(province: string): readonly Commune[] {
  return own.get(province) ?? ofData.get(province) ?? fromData(province)
}

/** A reading of the communes of a province that is made once for each list, and forgotten with the list. */
export function onceForCommunes<T extends object>(
  make: (communes: readonly Commune[], province: string) => T,
): (province: string) => T {
  const made = new WeakMap<readonly Commune[], T>()
  return (province) => {
    const communes = communesIn(province)
    const known = made.get(communes) ?? make(communes, province)
    made.set(communes, known)
    return known
  }
}

function fromData(province: string): readonly Commune[] {
  const rows = readCsv("administrative-units/communes-34.csv").filter((row) => row.province === province)
  const communes = rows.map(({ code = "", name = "", kind = "" }) => ({ code, name, kind }))
  ofData.set(province, communes)
  return communes
}

const kinds = /^(xã|phường|đặc khu|thị trấn)\s+/iu
/** A commune under its whole name, as the chart's own list of areas has it: "Xã Bát Xát". */
export function communeNamed(code: string, whole: string): Commune {
  const kind = kinds.exec(whole)?.[1] ?? ""
  return { code, name: whole.replace(kinds, ""), kind: kind.toLowerCase() }
}

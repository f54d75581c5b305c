/** Names that stay the same however often a document is made: UUID version 5 (RFC 9562, section 5.5). Pure. */
import { v5 } from "uuid"

/** The namespace of the program's own objects; a random UUID, made once. */
const own = "6f1d7c52-3c0e-4c8c-9a35-5b0d1f6f2c47"
/** STIX 2.1, section 2.9: the namespace of the ids of cyber observables. */
const observables = "00abedb4-aa42-466c-9c01-fed23315a9b7"

export const idOf = (kind: string, name: string) => v5(`${kind}:${name}`, own)

/** `contributing`: the properties by which STIX names an observable, in the order of RFC 8785 (their names sorted). */
export const observableId = (type: string, contributing: Readonly<Record<string, string>>) => {
  const sorted = Object.fromEntries(Object.entries(contributing).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return `${type}--${v5(JSON.stringify(sorted), observables)}`
}

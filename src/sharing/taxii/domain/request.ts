/** What a request to a collection asks for, out of its query (TAXII 2.1, sections 3.4 and 3.5). Pure. */
import { createHash } from "node:crypto"
import { isSameSecret } from "../../../kernel/secret.ts"
import { type Asked, BadRequest, instantOf } from "./entries.ts"

/** No answer holds more objects; a program that asks for more is given this many. */
export const pageMax = 1_000

const several = (text: string | undefined): string[] | null =>
  text === undefined
    ? null
    : text
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== "")

/** `sign`: a keyed hash, so that `next` is nobody's to make up. `of`: the endpoint, for whose answers alone it holds. */
export type Signer = { sign(text: string): string; of: string }

export function askedOf(query: Readonly<Record<string, string>>, signer: Signer): Asked {
  const { limit = String(pageMax), next, added_after: addedAfter } = query
  if (!/^\d{1,9}$/.test(limit) || Number(limit) === 0)
    throw new BadRequest("limit has to be a whole number above zero")
  return {
    addedAfter: addedAfter === undefined ? null : instantOf(addedAfter),
    ids: several(query["match[id]"]),
    types: several(query["match[type]"]),
    versions: several(query["match[version]"]) ?? ["last"],
    specVersions: several(query["match[spec_version]"]),
    limit: Math.min(Number(limit), pageMax),
    after: next === undefined ? null : positionOf(next, query, signer),
  }
}

/** All that narrows the answer: a `next` holds only for the question that it was given for. */
function question(query: Readonly<Record<string, string>>, of: string): string {
  const { limit: _, next: __, ...rest } = query
  const sorted = Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash("sha256")
    .update(JSON.stringify([of, sorted]))
    .digest("hex")
}

export function nextOf(
  { dateAdded, seq }: { dateAdded: string; seq: number },
  query: Readonly<Record<string, string>>,
  { sign, of }: Signer,
): string {
  const told = Buffer.from(JSON.stringify([dateAdded, seq])).toString("base64url")
  return `${told}.${sign(`${told} ${question(query, of)}`)}`
}

function positionOf(
  next: string,
  query: Readonly<Record<string, string>>,
  { sign, of }: Signer,
): { dateAdded: string; seq: number } {
  const [told = "", mac = ""] = next.split(".")
  if (!isSameSecret(mac, sign(`${told} ${question(query, of)}`)))
    throw new BadRequest("next holds only for the question that it was given for: ask anew without it")
  const [dateAdded, seq] = JSON.parse(Buffer.from(told, "base64url").toString()) as [string, number]
  return { dateAdded, seq }
}

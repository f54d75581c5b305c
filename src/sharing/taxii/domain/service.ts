/** A TAXII 2.1 server's answers (OASIS Standard, 10 June 2021), whoever keeps the collections. */
import {
  BadRequest,
  type Entry,
  type Found,
  instantOf,
  specVersionOf,
  type TaxiiObject,
  type Told,
  TooManyRequests,
  versionOf,
  type Wanted,
} from "./entries.ts"
import { askedOf, nextOf, type Signer } from "./request.ts"

export const taxiiType = "application/taxii+json;version=2.1"

export type Collection = {
  id: string
  title: string
  description?: string
  can_read: boolean
  can_write: boolean
  media_types: readonly string[]
}
export type Status = { readonly id: string; readonly [member: string]: unknown }

/** An API root as one client may use it. */
export type Root = {
  /** Objects of one request; absent: the service's own limit. */
  objectsMax?: number
  information: { readonly max_content_length: number; readonly [member: string]: unknown }
  collections(): Promise<readonly Collection[]>
  find(collection: string, wanted: Wanted): Promise<Found>
  add(collection: string, objects: readonly TaxiiObject[]): Promise<Status>
  /** False: nothing of the kind is there. */
  remove(collection: string, wanted: Wanted): Promise<boolean>
  status(id: string): Promise<Status | null>
}

export type Call = {
  method: string
  /** What stands behind the address of the API root, without empty parts. */
  parts: readonly string[]
  query: Readonly<Record<string, string>>
  /** The body as text, at most so many bytes; null: it is longer. */
  body(bytesMax: number): Promise<string | null>
  contentType: string | undefined
  sign(text: string): string
}
/** `body`: text is JSON already. */
export type Answer = {
  status: number
  body: object | string | null
  headers?: Readonly<Record<string, string>>
}

/** Section 3.6.1. The title is the one that the reference server gives. */
export const refusal = (status: number, description: string): Answer => ({
  status,
  body: { title: "ProcessingError", description, http_status: String(status) },
})
const missing = (what: string) => refusal(404, `${what} not found`)

/** Section 1.6.8.1: TAXII of this version, or of none that is said. Whatever the client takes is taken as this. */
export function accepts(accept: string | undefined): boolean {
  if (accept === undefined) return true
  return accept.split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase())
    const version = parameters.find((part) => part.startsWith("version="))?.slice("version=".length)
    if (type === "*/*" || type === "application/*") return true
    return (
      type === "application/taxii+json" && (version === undefined || version.replaceAll('"', "") === "2.1")
    )
  })
}

const isTaxii = (type: string | undefined) => type !== undefined && !type.includes("*") && accepts(type)

export async function answer(root: Root, call: Call): Promise<Answer> {
  const { method, parts } = call
  const [head, id, ...rest] = parts
  try {
    if (head === undefined) return method === "GET" ? { status: 200, body: root.information } : notAllowed
    if (head === "status" && id !== undefined && rest.length === 0) return await statusOf(root, id)
    if (head !== "collections") return missing("The endpoint")
    const all = await root.collections()
    if (id === undefined) return { status: 200, body: all.length === 0 ? {} : { collections: all } }
    const collection = all.find((one) => one.id === id)
    if (collection === undefined) return missing(`Collection '${id}'`)
    return rest.length === 0
      ? { status: 200, body: collection }
      : await inCollection(root, collection, { ...call, parts: rest })
  } catch (error) {
    if (error instanceof BadRequest) return refusal(400, error.message)
    if (error instanceof TooManyRequests)
      return { ...refusal(429, error.message), headers: { "retry-after": "3600" } }
    throw error
  }
}
const notAllowed = refusal(405, "The method is not allowed here")

async function statusOf(root: Root, id: string): Promise<Answer> {
  const found = await root.status(id)
  return found === null ? missing(`Status '${id}'`) : { status: 200, body: found }
}

async function inCollection(root: Root, collection: Collection, call: Call): Promise<Answer> {
  const { method, parts } = call
  const [what, id, last, ...more] = parts
  const isObjects = what === "objects" && more.length === 0 && (last === undefined || last === "versions")
  if (!isObjects && !(what === "manifest" && id === undefined)) return missing("The endpoint")
  if (method === "GET")
    return collection.can_read ? read(root, collection, call) : forbidden("read", collection)
  if (method === "POST" && what === "objects" && id === undefined)
    return collection.can_write ? add(root, collection, call) : forbidden("write", collection)
  if (method === "DELETE" && what === "objects" && id !== undefined && last === undefined)
    return remove(root, collection, { ...call, id })
  return notAllowed
}

const forbidden = (what: string, { id }: Collection) =>
  refusal(403, `Forbidden to ${what} collection '${id}'`)

async function read(root: Root, collection: Collection, call: Call): Promise<Answer> {
  const [what = "", id, last] = call.parts
  const signer: Signer = { sign: call.sign, of: [collection.id, ...call.parts].join("/") }
  const asked = askedOf(call.query, signer)
  const versions = last === "versions" ? null : asked.versions
  const { page, hasMore, isKnown } = await root.find(collection.id, { ...asked, versions, id: id ?? null })
  if (id !== undefined && !isKnown) return missing(`Object '${id}'`)
  const [begin, end] = [page[0], page.at(-1)]
  // Section 5.4: nothing found is an empty envelope.
  if (begin === undefined || end === undefined) return { status: 200, body: {} }
  const next = hasMore ? `,"next":${JSON.stringify(nextOf(end, call.query, signer))}` : ""
  return {
    status: 200,
    body: `{"more":${hasMore}${next},${listed(page, what, last)}}`,
    headers: { "x-taxii-date-added-first": begin.dateAdded, "x-taxii-date-added-last": end.dateAdded },
  }
}

function listed(page: readonly Told[], what: string, last: string | undefined): string {
  if (last === "versions") return `"versions":${JSON.stringify(page.map(({ version }) => version))}`
  const all = page.map((one) => (what === "manifest" ? JSON.stringify(manifestOf(one)) : one.text))
  return `"objects":[${all.join(",")}]`
}

const manifestOf = ({ id, dateAdded, version, specVersion }: Told) => ({
  id,
  date_added: dateAdded,
  version,
  media_type: `application/stix+json;version=${specVersion}`,
})

const unprocessable = (why: string) =>
  refusal(422, `While processing supplied content, an error occurred: ${why}`)

/** So many objects of one request are looked at. */
const objectsMax = 10_000

async function add(root: Root, collection: Collection, call: Call): Promise<Answer> {
  if (!isTaxii(call.contentType)) return refusal(415, `The Content-Type has to be ${taxiiType}`)
  const text = await call.body(root.information.max_content_length)
  if (text === null)
    return refusal(413, `The body is longer than ${root.information.max_content_length} bytes`)
  let sent: unknown
  try {
    sent = JSON.parse(text)
  } catch {
    return refusal(400, "The body is not JSON")
  }
  const objects = typeof sent === "object" && sent !== null && "objects" in sent ? sent.objects : undefined
  if (!Array.isArray(objects)) return unprocessable("the envelope has no list of objects")
  const most = root.objectsMax ?? objectsMax
  if (objects.length > most) return unprocessable(`at most ${most} objects at once`)
  for (const [at, one] of objects.entries()) {
    const fault = faultOf(one)
    if (fault !== null) return unprocessable(`/objects/${at}: ${fault}`)
  }
  return { status: 202, body: await root.add(collection.id, objects as TaxiiObject[]) }
}

const idPattern =
  /^[a-z][a-z0-9-]{1,250}--[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function faultOf(one: unknown): string | null {
  if (typeof one !== "object" || one === null || Array.isArray(one)) return "it is no object"
  const { id, type, created, modified } = one as Record<string, unknown>
  if (typeof type !== "string") return "it has no type"
  if (typeof id !== "string" || !idPattern.test(id) || !id.startsWith(`${type}--`))
    return "its id is not the type, two dashes and a UUID"
  for (const day of [created, modified]) {
    if (day === undefined) continue
    try {
      instantOf(String(day))
    } catch {
      return "created and modified have to be timestamps"
    }
  }
  return null
}

/** Section 5.7: who deletes may read and write. A collection that lets neither is not told to be there. */
async function remove(root: Root, collection: Collection, call: Call & { id: string }): Promise<Answer> {
  if (!collection.can_read && !collection.can_write) return missing(`Collection '${collection.id}'`)
  if (!collection.can_write) return forbidden("write", collection)
  if (!collection.can_read) return forbidden("read", collection)
  const { limit: _, next: __, added_after: ___, ...query } = call.query
  const asked = askedOf(query, { sign: call.sign, of: "" })
  const isThere = await root.remove(collection.id, { ...asked, id: call.id })
  return isThere ? { status: 200, body: null } : missing(`Object '${call.id}'`)
}

export const entryOf = (
  object: TaxiiObject,
  { seq, dateAdded }: { seq: number; dateAdded: string },
): Entry => ({
  seq,
  dateAdded,
  version: versionOf(object, dateAdded),
  specVersion: specVersionOf(object),
  object,
})

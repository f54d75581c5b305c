/**
 * The program's own API root: what was released, a collection for each audience. Everybody reads the public one; a body's
 * token with the scope `indicators:read` reads the others, and row security decides what is in them.
 */
import { asToken, readAsPublic, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import type { TokenHolder } from "../../../kernel/http/env.ts"
import { journal } from "../../../kernel/journal.ts"
import { issuerOf } from "../../feeds/actions/reading.ts"
import { idOf } from "../../feeds/domain/ids.ts"
import {
  type Collection as Audience,
  collections as audiences,
  hasObject,
  objectsOf,
  type Row,
} from "../../feeds/store/objects.ts"
import type { Found, Told, Wanted } from "../domain/entries.ts"
import type { Collection, Root } from "../domain/service.ts"

export const collectionId = (audience: Audience) => idOf("collection", audience)

/** Bytes of a request; nothing is written here, so it only has to be said. */
const contentMax = 1_000_000
/** Everything here is of this specification. */
const specVersion = "2.1"

export type Reader = {
  house: House
  token: TokenHolder | null
  requestId: string
  titles: Readonly<Record<Audience, string>>
}

export function ownRoot(reader: Reader): Root {
  const { house, token, titles } = reader
  const { name } = issuerOf(house)
  const readable = audiences.filter(
    (one) => one === "public" || token?.scopes.includes("indicators:read") === true,
  )
  const collections: Collection[] = readable.map((audience) => ({
    id: collectionId(audience),
    title: titles[audience],
    can_read: true,
    can_write: false,
    media_types: ["application/stix+json;version=2.1"],
  }))
  return {
    information: {
      title: name,
      versions: ["application/taxii+json;version=2.1"],
      max_content_length: contentMax,
    },
    collections: async () => collections,
    find: async (id, wanted) => {
      const audience = readable.find((one) => collectionId(one) === id)
      return audience === undefined ? nothing : await findOf(reader, audience, wanted)
    },
    add: () => Promise.reject(new Error("no collection of ours takes objects")),
    remove: () => Promise.reject(new Error("no collection of ours takes objects")),
    status: async () => null,
  }
}

const nothing: Found = { page: [], hasMore: false, isKnown: false }

function findOf({ house, token, requestId }: Reader, audience: Audience, wanted: Wanted): Promise<Found> {
  if (audience === "public" || token === null)
    return readAsPublic(house.db, (tx) => findIn(tx, audience, wanted))
  const { bodyId, scopes, tokenId } = token
  return asToken(house.db, { bodyId, scopes, requestId }, async (tx) => {
    const found = await findIn(tx, audience, wanted)
    if (found.page.length > 0) {
      const details = { rows: found.page.length, format: "taxii", token: tokenId }
      await journal(tx, { what: "indicator.list-exported", record: { kind: "body", id: bodyId }, details })
    }
    return found
  })
}

async function findIn(tx: Tx, audience: Audience, wanted: Wanted): Promise<Found> {
  const { id, limit, specVersions, after } = wanted
  if (specVersions !== null && !specVersions.includes(specVersion))
    return { ...nothing, isKnown: id !== null && (await hasObject(tx, audience, id)) }
  const ids = id === null ? wanted.ids : [id].filter((one) => wanted.ids?.includes(one) ?? true)
  const rows = await objectsOf(tx, audience, { ...wanted, ids, after: after?.dateAdded ?? null })
  const page = rows.slice(0, limit).map(toldOf)
  const isKnown = page.length > 0 || (id !== null && (await hasObject(tx, audience, id)))
  return { page, hasMore: rows.length > limit, isKnown }
}

/** No two of a collection share a moment: `seq` has nothing to decide. */
const toldOf = ({ id, added, version, text }: Row): Told => ({
  id,
  dateAdded: added,
  seq: 0,
  version,
  specVersion,
  text,
})

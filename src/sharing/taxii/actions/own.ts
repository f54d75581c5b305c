/**
 * The program's own API root: what was released, a collection for each audience, and an inbox for each body. Everybody reads the
 * public one; a body's token with the scope `indicators:read` reads the others, and row security decides what is in them. A token
 * with `indicators:write` has the inbox of its body: it hands objects in, reads them back and deletes them.
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
import { isInInbox, objectsInInbox } from "../store/inbox.ts"
import { handedInMax, handIn, inboxId, readHandIn, takeOut } from "./inbox.ts"

export const collectionId = (audience: Audience) => idOf("collection", audience)

/** Bytes of a request. */
const contentMax = 1_000_000
/** Everything here is of this specification. */
const specVersion = "2.1"

export type Reader = {
  house: House
  token: TokenHolder | null
  requestId: string
  titles: Readonly<Record<Audience | "inbox", string>>
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
  const sender = token?.scopes.includes("indicators:write") === true ? { ...reader, token } : null
  const inbox = sender === null ? null : inboxId(sender.token.bodyId)
  if (inbox !== null)
    collections.push({
      ...{ id: inbox, title: titles.inbox, can_read: true, can_write: true },
      media_types: ["application/stix+json;version=2.1"],
    })
  return {
    objectsMax: handedInMax,
    information: {
      title: name,
      versions: ["application/taxii+json;version=2.1"],
      max_content_length: contentMax,
    },
    collections: async () => collections,
    find: async (id, wanted) => {
      if (id === inbox) return findOf(reader, "inbox", wanted)
      const audience = readable.find((one) => collectionId(one) === id)
      return audience === undefined ? nothing : await findOf(reader, audience, wanted)
    },
    add: (id, objects) => (sender === null || id !== inbox ? takesNone() : handIn(sender, objects)),
    remove: (id, wanted) => (sender === null || id !== inbox ? takesNone() : takeOut(sender, wanted)),
    status: async (id) => (sender === null ? null : await readHandIn(sender, id)),
  }
}

/** `can_write` has said so before. */
const takesNone = () => Promise.reject(new Error("no other collection of ours takes objects"))

type Shelf = Audience | "inbox"
const nothing: Found = { page: [], hasMore: false, isKnown: false }

function findOf({ house, token, requestId }: Reader, audience: Shelf, wanted: Wanted): Promise<Found> {
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

async function findIn(tx: Tx, audience: Shelf, wanted: Wanted): Promise<Found> {
  const { id, limit, specVersions, after } = wanted
  const has = (one: string) => (audience === "inbox" ? isInInbox(tx, one) : hasObject(tx, audience, one))
  if (specVersions !== null && !specVersions.includes(specVersion))
    return { ...nothing, isKnown: id !== null && (await has(id)) }
  const ids = id === null ? wanted.ids : [id].filter((one) => wanted.ids?.includes(one) ?? true)
  const asked = { ...wanted, ids, after: after?.dateAdded ?? null }
  const rows = audience === "inbox" ? await objectsInInbox(tx, asked) : await objectsOf(tx, audience, asked)
  const page = rows.slice(0, limit).map(toldOf)
  const isKnown = page.length > 0 || (id !== null && (await has(id)))
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

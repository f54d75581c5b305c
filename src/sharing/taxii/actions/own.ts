/**
 * The program's own API root: what was released, a collection for each audience. Everybody reads the public one; a body's
 * token with the scope `indicators:read` reads the others, and row security decides what is in them.
 */
import { asToken } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import type { TokenHolder } from "../../../kernel/http/env.ts"
import { journal } from "../../../kernel/journal.ts"
import { feedAll, goneSince, indicatorOf, issuerOf, sitesMax } from "../../feeds/actions/reading.ts"
import { idOf } from "../../feeds/domain/ids.ts"
import { stixDated } from "../../feeds/domain/stix.ts"
import { releasedTo } from "../../feeds/store/released.ts"
import type { Entry } from "../domain/entries.ts"
import { type Collection, entryOf, type Root } from "../domain/service.ts"

const audiences = ["public", "bodies", "enterprises"] as const
type Audience = (typeof audiences)[number]
export const collectionId = (audience: Audience) => idOf("collection", audience)

/** Bytes of a request; nothing is written here, so it only has to be said. */
const contentMax = 1_000_000

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
    entries: async (id) => {
      const audience = readable.find((one) => collectionId(one) === id)
      return audience === undefined ? [] : entriesOf(reader, audience)
    },
    add: () => Promise.reject(new Error("no collection of ours takes objects")),
    remove: () => Promise.reject(new Error("no collection of ours takes objects")),
    status: async () => null,
  }
}

async function entriesOf({ house, token, requestId }: Reader, audience: Audience): Promise<Entry[]> {
  const issuer = issuerOf(house)
  const released =
    audience === "public" || token === null
      ? await feedAll(house)
      : { warnings: [], indicators: await ofBody({ house, token, requestId }, audience) }
  return stixDated(issuer, released).map(({ object, at }) =>
    entryOf(object, { seq: placeOf(object.id), dateAdded: at.toISOString().replace("Z", "000Z") }),
  )
}

async function ofBody(
  { house, token, requestId }: { house: House; token: TokenHolder; requestId: string },
  audience: "bodies" | "enterprises",
) {
  const { bodyId, scopes } = token
  const rows = await asToken(house.db, { bodyId, scopes, requestId }, async (tx) => {
    const found = await releasedTo(tx, audience, { since: goneSince(house), limit: sitesMax })
    if (found.length > 0) {
      const details = { rows: found.length, format: "taxii", token: token.tokenId }
      await journal(tx, { what: "indicator.list-exported", record: { kind: "body", id: bodyId }, details })
    }
    return found
  })
  return rows.map(indicatorOf)
}

/** An order among what was added in one moment that is the same each time: a part of the object's own id. */
const placeOf = (id: string) => Number.parseInt(id.slice(-12), 16)

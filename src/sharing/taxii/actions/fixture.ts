/**
 * A TAXII server over a file, for an independent run of other people's tests (`LIENPHONG_TAXII_FIXTURE`): never beside the demo,
 * only on this machine, kept in memory and gone with the process. The file is as the reference server's memory backend has it.
 */
import { createHmac, randomBytes, randomUUID } from "node:crypto"
import { readFileSync, statSync } from "node:fs"
import { z } from "zod"
import { ConfigError } from "../../../kernel/config.ts"
import { isSameSecret } from "../../../kernel/secret.ts"
import type { Entry, TaxiiObject } from "../domain/entries.ts"
import { findAmong, instantOf, matching } from "../domain/entries.ts"
import { type Collection, entryOf, type Root, type Status } from "../domain/service.ts"

const fileBytesMax = 200_000_000

const objectShape = z.looseObject({ id: z.string(), type: z.string() })
const rootShape = z.object({
  information: z.looseObject({ max_content_length: z.number().int().positive() }),
  status: z.array(z.looseObject({ id: z.string() })).default([]),
  collections: z
    .array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        can_read: z.boolean(),
        can_write: z.boolean(),
        media_types: z.array(z.string()).default(["application/stix+json;version=2.1"]),
        objects: z.array(objectShape).default([]),
        manifest: z
          .array(
            z.object({
              id: z.string(),
              date_added: z.string(),
              version: z.string(),
              media_type: z.string().optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
})
const usersShape = z.record(z.string(), z.string())

export type Fixture = {
  discovery: object
  roots: ReadonlyMap<string, Root>
  knows(user: string, password: string): boolean
  sign(text: string): string
}

/** Null: the environment names none. Throws `ConfigError` where the run would not be one of a test on this machine alone. */
export function openFixture(env: NodeJS.ProcessEnv, config: { demo: boolean; host: string }): Fixture | null {
  const path = env.LIENPHONG_TAXII_FIXTURE
  if (!path) return null
  if (config.demo || !["127.0.0.1", "::1", "localhost"].includes(config.host))
    throw new ConfigError(
      "LIENPHONG_TAXII_FIXTURE chỉ dùng để chạy thử: không dùng cùng bản trình diễn, và HOST phải là 127.0.0.1.",
    )
  const users = new Map(Object.entries(usersShape.parse(JSON.parse(env.LIENPHONG_TAXII_USERS ?? "{}"))))
  if (statSync(path).size > fileBytesMax) throw new ConfigError(`${path} lớn hơn ${fileBytesMax} byte.`)
  const { "/discovery": discovery = {}, ...roots } = JSON.parse(readFileSync(path, "utf8")) as Record<
    string,
    object
  >
  const key = randomBytes(32)
  return {
    discovery,
    roots: new Map(
      Object.entries(roots).map(([name, root]) => [name.replaceAll("/", ""), rootOf(rootShape.parse(root))]),
    ),
    knows: (user, password) => {
      const known = users.get(user)
      return known !== undefined && isSameSecret(password, known)
    },
    sign: (text) => createHmac("sha256", key).update(text).digest("base64url"),
  }
}

function rootOf({ information, status, collections }: z.infer<typeof rootShape>): Root {
  const statuses = new Map<string, Status>(status.map((one) => [one.id, one]))
  const shelves = new Map<string, { collection: Collection; entries: Entry[] }>()
  let seq = 0
  for (const { objects, manifest, responses: _, ...collection } of collections) {
    const entries = objects.map((object) => {
      seq += 1
      const told = manifest.find(
        ({ id, version }) =>
          id === object.id &&
          instantOf(version) === instantOf(String(object.modified ?? object.created ?? version)),
      )
      const entry = entryOf(object, { seq, dateAdded: instantOf(told?.date_added ?? now()) })
      const spec = /version=(\d\.\d)/.exec(told?.media_type ?? "")?.[1]
      return spec === undefined ? entry : { ...entry, specVersion: spec }
    })
    shelves.set(collection.id, { collection: collection as Collection, entries })
  }
  const shelf = (id: string) => shelves.get(id)?.entries ?? []
  return {
    information,
    collections: async () => [...shelves.values()].map(({ collection }) => collection),
    find: async (id, wanted) => findAmong(shelf(id), wanted),
    status: async (id) => statuses.get(id) ?? null,
    async add(id, objects) {
      const successes = objects.map((object) => {
        const isKnown = shelf(id).some(
          (one) => one.object.id === object.id && isSameVersion(one.object, object),
        )
        seq += 1
        const entry = entryOf(object, { seq, dateAdded: now() })
        if (!isKnown) shelf(id).push(entry)
        return {
          id: object.id,
          version: entry.version,
          ...(isKnown ? { message: "Object already added" } : {}),
        }
      })
      const told = {
        id: randomUUID(),
        status: "complete",
        request_timestamp: now(),
        total_count: objects.length,
        success_count: objects.length,
        successes,
        failure_count: 0,
        pending_count: 0,
      }
      statuses.set(told.id, told)
      return told
    },
    async remove(id, wanted) {
      const of = shelf(id).filter(({ object }) => object.id === wanted.id)
      const gone = new Set(matching(of, wanted))
      const kept = shelf(id).filter((one) => !gone.has(one))
      shelf(id).splice(0, Number.POSITIVE_INFINITY, ...kept)
      return gone.size > 0
    },
  }
}

/** Without a day of change an object is one and the same for good. */
const isSameVersion = (known: TaxiiObject, { modified }: TaxiiObject) =>
  modified === undefined ||
  (known.modified !== undefined && instantOf(String(known.modified)) === instantOf(String(modified)))

/** Now, and later than every time given before: additions in one microsecond would have no order. */
let last = 0
function now(): string {
  const micros = Math.max(Math.round((performance.timeOrigin + performance.now()) * 1_000), last + 1)
  last = micros
  const at = new Date(Math.floor(micros / 1_000)).toISOString().slice(0, 23)
  return `${at}${String(micros % 1_000).padStart(3, "0")}Z`
}

/** Sources of a body, as its administrator keeps them: subscribes, pauses, goes on, ends. A token is sealed and read by the job alone. */
import { journal } from "../../../kernel/journal.ts"
import type { Seat } from "../../actions/seat.ts"
import { authorizationOf, collectionAt, type SourceState, sourcesMax } from "../domain/source.ts"
import { changeState, countSources, insertSource, type Source, sourcesOf } from "../store/sources.ts"

const fetchesShown = 10

export type SourcesPage = { sources: Source[]; total: number }

/** A body that others became part of has their sources too, however many may be added. */
export const readSources = (seat: Seat, window: { limit: number; offset: number }): Promise<SourcesPage> =>
  seat.look(async (tx) => {
    const [sources, total] = await Promise.all([
      sourcesOf(tx, { ...window, fetches: fetchesShown }),
      countSources(tx),
    ])
    return { sources, total }
  })

export type SourceInput = { name: string; url: string; user: string | null; password: string }
export type SourceRefusal = "notACollection" | "known" | "tooMany" | "passwordMissing" | "passwordUnfit"

export async function addSource(
  seat: Seat,
  { name, url: typed, user, password }: SourceInput,
): Promise<{ id: string } | { refused: SourceRefusal }> {
  const url = collectionAt(typed)
  if (url === null) return { refused: "notACollection" }
  if (user !== null && password === "") return { refused: "passwordMissing" }
  const authorization = authorizationOf(user ?? "", password)
  if (authorization === "unfit") return { refused: "passwordUnfit" }
  const { header } = authorization
  const sealed = header === null ? null : seat.house.keys.seal("credential", Buffer.from(header))
  return seat.open(async (tx) => {
    if ((await countSources(tx)) >= sourcesMax) return { refused: "tooMany" }
    const id = await insertSource(tx, { name, url, sealed, byName: seat.name })
    if (id === null) return { refused: "known" }
    await journal(tx, { what: "source.added", record: { kind: "source", id } })
    return { id }
  })
}

const told = { live: "source.resumed", paused: "source.paused", ended: "source.ended" } as const

export const changeSource = (seat: Seat, id: string, state: SourceState): Promise<boolean> =>
  seat.open(async (tx) => {
    const isChanged = await changeState(tx, id, state)
    if (isChanged) await journal(tx, { what: told[state], record: { kind: "source", id } })
    return isChanged
  })

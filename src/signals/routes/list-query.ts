/** What the list of tips is asked, read from an address: of the list itself, or of a tip that was opened from it. */
import { listState } from "../../kernel/ui/list-state.ts"
import { drawers, isByUrgency } from "../domain/queue.ts"
import { paths } from "../paths.ts"
import { urgencies } from "../read/urgency.ts"

export function askedOf(url: string) {
  const wanted = new URL(url, "http://here.invalid").searchParams.get("ngan")
  const drawer = drawers.find((one) => one === wanted) ?? "open"
  const state = listState<"q" | "ngan" | "kc" | "loai", "khan" | "moi">(url, {
    filters: ["q", "ngan", "kc", "loai"],
    sorts: isByUrgency(drawer) ? ["khan", "moi"] : ["moi"],
  })
  const { q, kc, loai } = state.filters
  const asked = {
    drawer,
    text: q,
    urgency: urgencies.find((one) => one === kc) ?? "",
    type: loai,
  } as const
  return { state, asked, order: state.sort === "moi" ? ("new" as const) : ("urgent" as const) }
}

/** Only what the list itself reads comes back with a form or a link: nobody is led elsewhere by it. "" where nothing is asked. */
export function queryOf(query: string): string {
  const asked = new URLSearchParams(query)
  const known = ["q", "ngan", "kc", "loai", "sap", "trang", "moi-trang"]
  const kept = new URLSearchParams(
    known.flatMap((name) => {
      const value = asked.get(name)
      return value === null || value === "" ? [] : [[name, value.slice(0, 200)]]
    }),
  )
  return kept.size === 0 ? "" : `?${kept}`
}

/** `at`: the place of the tip in that list, from 0. Null: it was not opened from a list. */
export type FromList = { query: string; at: number }

export function fromList(url: string): FromList | null {
  const { searchParams } = new URL(url, "http://here.invalid")
  const [query, at] = [searchParams.get("tu"), Number(searchParams.get("vt") ?? "")]
  if (query === null || !Number.isInteger(at) || at < 0 || at > placeMax) return null
  return { query: queryOf(query), at }
}
const placeMax = 100_000

export const tipFrom = (id: string, { query, at }: FromList): string =>
  `${paths.signal(id)}?${new URLSearchParams({ tu: query, vt: String(at) })}`

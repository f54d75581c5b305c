/** Names of what a plan speaks of: bodies of the chart, and those it founds. */
import type { ReformView } from "../actions/reform.ts"
import type { DutyKey, Passing } from "../domain/reform.ts"
import { pageWords } from "../words-pages.ts"

export function nameIn(view: Pick<ReformView, "chart" | "foundings">, id: string): string {
  const known =
    view.chart.bodies.find((body) => body.id === id) ?? view.foundings.find((one) => one.id === id)
  return known?.name ?? ""
}

/** The choices where several succeed: a copy to each, or only one of them. */
export function choiceOptions(
  view: ReformView,
  after: readonly Passing[],
  lang: "vi" | "en",
): { value: string; label: string }[] {
  const t = pageWords[lang].reform
  return [
    { value: "each", label: t.each },
    ...after.map((one) => ({ value: one.id, label: t.only(nameIn(view, one.afterId), one.share) })),
  ]
}

/** Bodies that end, by name, each with its successors. */
export function endingIn(view: ReformView, successors: ReadonlyMap<string, readonly Passing[]>) {
  return [...successors]
    .map(([id, after]) => ({ id, name: nameIn(view, id), after }))
    .sort((one, other) => one.name.localeCompare(other.name, "vi"))
}

export const dutyKey = ({ holder, id }: DutyKey) => `${holder} ${id}`

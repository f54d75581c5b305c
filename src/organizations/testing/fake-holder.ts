/** A holder of duties for tests, that keeps them in memory: what a slice above does with its tables. */
import type { DutyHolder } from "../duties.ts"

type Held = { id: string; title: string; bodyId: string }

export type FakeHolder = DutyHolder & {
  put(bodyId: string, ...titles: string[]): void
  idOf(title: string): string
  /** Titles, in the order in which they came. */
  of(bodyId: string): string[]
  all(): Held[]
}

export function heldBy(name: string): FakeHolder {
  const held: Held[] = []
  const find = (id: string) => held.find((one) => one.id === id)
  return {
    name,
    put: (bodyId, ...titles) => {
      for (const title of titles) held.push({ id: `duty-${held.length + 1}`, title, bodyId })
    },
    idOf: (title) => held.find((one) => one.title === title)?.id ?? "",
    of: (bodyId) => held.filter((one) => one.bodyId === bodyId).map((one) => one.title),
    all: () => held.map((one) => ({ ...one })),
    openDutiesOf: async (_tx, bodyIds, limit) =>
      held.filter((one) => bodyIds.includes(one.bodyId)).slice(0, limit),
    move: async (_tx, dutyId, [first, ...others]) => {
      const duty = find(dutyId)
      if (duty === undefined || first === undefined) throw new Error(`nothing to move: ${dutyId}`)
      duty.bodyId = first
      for (const bodyId of others) held.push({ ...duty, id: `duty-${held.length + 1}`, bodyId })
    },
  }
}

/**
 * What the next directive might ask, each proposal with its evidence: what rose, which tasks are late, what was
 * recommended, what is not yet counted. A person keeps, edits or drops every one; nothing here is asked of anybody by
 * itself.
 */
import { askedOf, type Recommendation } from "./recommended.ts"

export type Proposal = {
  id: string
  /** Where its evidence stands. */
  about: "rose" | "late" | "recommended" | "untold" | "own"
  /** The trick that rose. */
  key?: string
  /** Whom it is given to, as a letter writes it. */
  to: string
  text: string
  /** By when; null: the letter does not say. */
  dueOn: string | null
  /** The numbers behind it. */
  why: string
}

export type Risen = { key: string; name: string; now: number; was: number }
/** `to`: whom the letter gave it to, in its own words. */
export type LateTask = { path: string; text: string; late: number; total: number; to: string }
export type Sentences = {
  everyBody: string
  enterprises: string
  lead: string
  warn(name: string): string
  block(name: string): string
  finish(text: string): string
  consider(by: string, text: string): string
  tell: string
  rose(one: Risen): string
  late(one: LateTask): string
  recommended(one: Recommendation): string
  untold(names: string): string
}

export type Seen = {
  risen: readonly Risen[]
  late: readonly LateTask[]
  recommended: readonly Recommendation[]
  untold: readonly string[]
}

const risenMax = 3
const lateMax = 4

/** `known`: whom a recommendation may name. `soon`: the day proposed for what is late already. */
export function proposalsFrom(
  seen: Seen,
  say: Sentences,
  { known, soon }: { known: readonly string[]; soon: string },
): Proposal[] {
  const rises = seen.risen.filter((one) => one.now > one.was).slice(0, risenMax)
  const lates = [...seen.late]
    .filter((one) => one.late > 0)
    .sort((a, b) => b.late / b.total - a.late / a.total)
    .slice(0, lateMax)
  const plain = { dueOn: null }
  return [
    ...rises.map(
      (one, i): Proposal => ({
        ...{ id: `rose-${i}`, about: "rose", key: one.key, ...plain },
        ...{ to: say.everyBody, text: say.warn(one.name), why: say.rose(one) },
      }),
    ),
    ...rises.slice(0, 1).map(
      (one): Proposal => ({
        ...{ id: "block", about: "rose", key: one.key, ...plain },
        ...{ to: say.enterprises, text: say.block(one.name), why: say.rose(one) },
      }),
    ),
    ...lates.map(
      (one, i): Proposal => ({
        ...{ id: `late-${i}`, about: "late", dueOn: soon },
        ...{ to: one.to || say.everyBody, text: say.finish(one.text), why: say.late(one) },
      }),
    ),
    ...seen.recommended.map((one, i): Proposal => {
      const named = askedOf(one.text, known)
      return {
        ...{ id: `recommended-${i}`, about: "recommended", ...plain },
        to: named?.to ?? say.lead,
        text: named?.text ?? say.consider(one.by, one.text),
        why: say.recommended(one),
      }
    }),
    ...(seen.untold.length === 0
      ? []
      : [
          {
            ...{ id: "untold", about: "untold" as const, ...plain },
            ...{ to: say.everyBody, text: say.tell, why: say.untold(seen.untold.join("; ")) },
          },
        ]),
  ]
}

/** Proposals for one addressee stand under one heading, in the order in which they came. */
export function byAddressee(kept: readonly Proposal[]): { to: string; tasks: Proposal[] }[] {
  const groups = Map.groupBy(kept, ({ to }) => to)
  return [...groups].map(([to, tasks]) => ({ to, tasks }))
}

/**
 * What the next directive might ask, each proposal with its evidence: what rose, which tasks are late, what is not yet
 * counted. A person keeps, edits or drops every one; nothing here is asked of anybody by itself.
 */
export type Proposal = {
  id: string
  /** Whom it is given to, as a letter writes it. */
  to: string
  text: string
  /** The numbers behind it. */
  why: string
}

export type Risen = { name: string; now: number; was: number }
export type LateTask = { path: string; text: string; late: number; total: number }
export type Sentences = {
  everyBody: string
  enterprises: string
  lead: string
  warn(name: string): string
  block(name: string): string
  finish(text: string): string
  tell: string
  rose(one: Risen): string
  late(one: LateTask): string
  untold(names: string): string
}

const risenMax = 3
const lateMax = 4

export function proposalsFrom(
  seen: { risen: readonly Risen[]; late: readonly LateTask[]; untold: readonly string[] },
  say: Sentences,
): Proposal[] {
  const rises = seen.risen.filter((one) => one.now > one.was).slice(0, risenMax)
  const lates = [...seen.late]
    .filter((one) => one.late > 0)
    .sort((a, b) => b.late / b.total - a.late / a.total)
    .slice(0, lateMax)
  return [
    ...rises.map((one, i) => ({
      id: `rose-${i}`,
      to: say.everyBody,
      text: say.warn(one.name),
      why: say.rose(one),
    })),
    ...rises.slice(0, 1).map((one) => ({
      id: "block",
      to: say.enterprises,
      text: say.block(one.name),
      why: say.rose(one),
    })),
    ...lates.map((one, i) => ({
      id: `late-${i}`,
      to: say.everyBody,
      text: say.finish(one.text),
      why: say.late(one),
    })),
    ...(seen.untold.length === 0
      ? []
      : [{ id: "untold", to: say.everyBody, text: say.tell, why: say.untold(seen.untold.join("; ")) }]),
  ]
}

/** Proposals for one addressee stand under one heading, in the order in which they came. */
export function byAddressee(kept: readonly Proposal[]): { to: string; texts: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const { to, text } of kept) groups.set(to, [...(groups.get(to) ?? []), text])
  return [...groups].map(([to, texts]) => ({ to, texts }))
}

/** Who stands in a case, gathered from its records. Reporters are counted and never named: their identity is sealed. */
import type { Whose } from "./fines.ts"

export type Offender = { name: string; kind: Whose; acts: number }
export type Asked = { bodyId: string; requests: number; waiting: number; late: number }
export type Acted = { name: string; bodyId: string | null; times: number; lastAt: string }
export type Cast = {
  offenders: Offender[]
  asked: Asked[]
  police: { bodyId: string; handedOn: string; isBack: boolean }[]
  /** Most active first. */
  acted: Acted[]
  reporters: number
  /** Enterprises and agencies that handed tips in under their own name. */
  senders: string[]
}

export type CastFrom = {
  acts: readonly { offenderName: string; offenderKind: Whose; offenderHash: string | null }[]
  requests: readonly {
    enterpriseId: string
    answer: string | null
    withdrawnOn: string | null
    isLate: boolean
  }[]
  transfers: readonly { toBodyId: string; handedOn: string; result: string | null }[]
  events: readonly { at: string; byName: string; byBodyId: string | null; byOfficerId: string | null }[]
  tips: readonly { fromName: string | null }[]
}

export function castOf({ acts, requests, transfers, events, tips }: CastFrom): Cast {
  return {
    offenders: grouped(
      acts,
      (act) => act.offenderHash ?? `${act.offenderKind} ${act.offenderName.toLocaleLowerCase("vi")}`,
    ).flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : [{ name: first.offenderName, kind: first.offenderKind, acts: more.length + 1 }],
    ),
    asked: grouped(requests, (one) => one.enterpriseId).flatMap((all) => {
      const [first] = all
      if (first === undefined) return []
      const waiting = all.filter((one) => one.answer === null && one.withdrawnOn === null).length
      const late = all.filter((one) => one.isLate).length
      return [{ bodyId: first.enterpriseId, requests: all.length, waiting, late }]
    }),
    police: transfers.map((one) => ({
      bodyId: one.toBodyId,
      handedOn: one.handedOn,
      isBack: one.result === "returned",
    })),
    acted: actedOf(events),
    reporters: tips.filter((tip) => tip.fromName === null).length,
    senders: [...new Set(tips.flatMap((tip) => (tip.fromName === null ? [] : [tip.fromName])))],
  }
}

/** Whom the program acts for (a reform, a job) is nobody here. */
function actedOf(events: CastFrom["events"]): Acted[] {
  const byOfficer = events.filter((event) => event.byOfficerId !== null)
  return grouped(byOfficer, (event) => `${event.byOfficerId} ${event.byBodyId}`)
    .map((all) => ({
      name: all[0]?.byName ?? "",
      bodyId: all[0]?.byBodyId ?? null,
      times: all.length,
      lastAt:
        all
          .map((one) => one.at)
          .sort()
          .at(-1) ?? "",
    }))
    .sort((one, other) => other.times - one.times || one.name.localeCompare(other.name))
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}

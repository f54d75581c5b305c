/** Figures of the transparency page, counted from the redacted records. Pure. */
export type Counted = {
  ground: string
  measure: string
  platform: string
  outcome: string | null
  hoursToDecision: number
  isEmergency: boolean
  objected: boolean
  reversed: boolean
}
export type Figures = {
  total: number
  emergency: number
  objected: number
  reversed: number
  /** Null where nothing was sent. */
  medianHours: number | null
  by: Record<"ground" | "measure" | "platform" | "outcome", [string, number][]>
}

export function figuresOf(records: readonly Counted[]): Figures {
  const count = (is: (one: Counted) => boolean) => records.filter(is).length
  const by = (of: (one: Counted) => string) =>
    [...Map.groupBy(records, of)]
      .map(([key, all]): [string, number] => [key, all.length])
      .toSorted((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
  const hours = records.map((one) => one.hoursToDecision).toSorted((one, other) => one - other)
  const middle = Math.floor(hours.length / 2)
  const median =
    hours.length % 2 === 1 ? hours[middle] : ((hours[middle - 1] ?? 0) + (hours[middle] ?? 0)) / 2
  return {
    total: records.length,
    emergency: count(({ isEmergency }) => isEmergency),
    objected: count(({ objected }) => objected),
    reversed: count(({ reversed }) => reversed),
    medianHours: hours.length === 0 ? null : (median ?? null),
    by: {
      ground: by(({ ground }) => ground),
      measure: by(({ measure }) => measure),
      platform: by(({ platform }) => platform),
      outcome: by(({ outcome }) => outcome ?? ""),
    },
  }
}

/** The half-year of a day: "2026-1" is January to June. */
export const halfYearOf = (on: string): string => `${on.slice(0, 4)}-${Number(on.slice(5, 7)) <= 6 ? 1 : 2}`

/** The newest first. */
export const halfYearsOf = (records: readonly { sentOn: string }[]): string[] =>
  [...new Set(records.map(({ sentOn }) => halfYearOf(sentOn)))].toSorted().toReversed()

import pg from "pg"

/** One measured number and what it was compared with, in the same run. */
export type Figure = {
  name: string
  value: number
  unit: "ms" | "frames" | "requests/s" | "tips/s" | "objects/s" | "ratio" | "MB" | "KB"
  /** `value` beside `against`'s value; null where nothing is compared. */
  ratio: number | null
  against: string | null
  /** How many times it was measured. */
  n: number
}

export function print(figure: Figure): void {
  const value = Math.round(figure.value * 1000) / 1000
  const ratio = figure.ratio === null ? null : Math.round(figure.ratio * 1000) / 1000
  process.stdout.write(`${JSON.stringify({ ...figure, value, ratio })}\n`)
}

export const say = (text: string) => process.stderr.write(`${text}\n`)

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds of each run, after one that warms up. */
export async function timed(runs: number, work: () => unknown): Promise<number[]> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times
}

/** A whole number after a flag, or `otherwise`. */
export function flag(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name)
  const value = Number(process.argv[at + 1])
  return at > 0 && Number.isInteger(value) && value > 0 ? value : otherwise
}

/** When a measurement fails the cluster stops first: that is no news of its own. */
export async function bareClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on("error", () => {})
  await client.connect()
  return client
}

/** A pace beside its ceiling. */
export function compare(
  name: string,
  unit: "tips/s" | "objects/s" | "requests/s",
  value: number,
  ceiling: number,
  n: number,
  against: string,
): void {
  print({ name, value, unit, ratio: value / ceiling, against, n })
}

export function compareTimes(name: string, ours: readonly number[], theirs: readonly number[]): void {
  for (const [label, share] of [
    ["p50", 0.5],
    ["p95", 0.95],
  ] as const) {
    const [value, bare] = [percentile(ours, share), percentile(theirs, share)]
    // A ratio of half the ceiling or better is one of at least 0.5: bare time over ours.
    print({
      name: `${name}.${label}`,
      value,
      unit: "ms",
      ratio: bare / value,
      against: `${bare.toFixed(2)} ms as bare SQL`,
      n: ours.length,
    })
  }
}

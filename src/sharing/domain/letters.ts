/** Two names side by side: which letters differ, and how a reader would say it. Pure. */

export type Difference =
  /** `real` was replaced by `shown`; "rn" for "m" counts as one. `at`: where it stands in the shown name. */
  | { kind: "replaced"; at: number; shown: string; real: string }
  | { kind: "added"; at: number; shown: string }
  /** A letter that stood there already stands there twice. */
  | { kind: "doubled"; at: number; shown: string }
  | { kind: "missing"; at: number; real: string }
  /** Two neighbours changed places. */
  | { kind: "turned"; at: number; shown: string; real: string }

/** Letters that together look like one. */
const together: readonly (readonly [string, string])[] = [
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
]

/** Least differences between the two, in order; those beyond `most` are not worked out (an answer longer than `most`). */
export function differencesOf(shown: string, real: string, most = 4): Difference[] {
  const [one, other] = [[...shown], [...real]]
  if (Math.abs(one.length - other.length) > most) return new Array(most + 1).fill(replacedAt(0, "", ""))
  const steps = table(one, other)
  const found: Difference[] = []
  let [i, j] = [one.length, other.length]
  while (i > 0 || j > 0) {
    const step = steps[i]?.[j]?.step ?? "same"
    if (step === "same") {
      i -= 1
      j -= 1
      continue
    }
    const [a, b] = widths(step)
    i -= a
    j -= b
    found.unshift(said(step, i, one, other, j))
  }
  return found
}

type Step = "same" | "replace" | "add" | "miss" | "turn" | "pair"
type Cell = { cost: number; step: Step }

const widths = (step: Step): [number, number] =>
  ({ same: [1, 1], replace: [1, 1], add: [1, 0], miss: [0, 1], turn: [2, 2], pair: [2, 1] })[step] as [
    number,
    number,
  ]

const replacedAt = (at: number, shown: string, real: string): Difference => ({
  kind: "replaced",
  at,
  shown,
  real,
})

function said(
  step: Step,
  i: number,
  one: readonly string[],
  other: readonly string[],
  j: number,
): Difference {
  const at = one.slice(0, i).join("").length
  const letter = one[i] ?? ""
  switch (step) {
    case "add":
      return one[i - 1] === letter || one[i + 1] === letter
        ? { kind: "doubled", at, shown: letter }
        : { kind: "added", at, shown: letter }
    case "miss":
      return { kind: "missing", at, real: other[j] ?? "" }
    case "turn":
      return {
        kind: "turned",
        at,
        shown: `${letter}${one[i + 1] ?? ""}`,
        real: `${other[j] ?? ""}${other[j + 1] ?? ""}`,
      }
    case "pair":
      return replacedAt(at, `${letter}${one[i + 1] ?? ""}`, other[j] ?? "")
    case "replace":
    case "same":
      return replacedAt(at, letter, other[j] ?? "")
  }
}

/** Optimal string alignment; names have at most 63 characters. */
function table(one: readonly string[], other: readonly string[]): Cell[][] {
  const cells: Cell[][] = []
  for (let i = 0; i <= one.length; i += 1) {
    const row: Cell[] = []
    cells.push(row)
    for (let j = 0; j <= other.length; j += 1) row.push(cellAt(cells, row, i, j, one, other))
  }
  return cells
}

function cellAt(
  cells: readonly (readonly Cell[])[],
  row: readonly Cell[],
  i: number,
  j: number,
  one: readonly string[],
  other: readonly string[],
): Cell {
  if (i === 0 && j === 0) return { cost: 0, step: "same" }
  const costOf = (a: number, b: number) =>
    (a === i ? row[b] : cells[a]?.[b])?.cost ?? Number.POSITIVE_INFINITY
  const isSame = i > 0 && j > 0 && one[i - 1] === other[j - 1]
  const ways: Cell[] = []
  if (i > 0 && j > 0)
    ways.push({ cost: costOf(i - 1, j - 1) + (isSame ? 0 : 1), step: isSame ? "same" : "replace" })
  if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] && !isSame)
    ways.push({ cost: costOf(i - 2, j - 2) + 1, step: "turn" })
  if (
    i > 1 &&
    j > 0 &&
    together.some(([two, like]) => two === `${one[i - 2]}${one[i - 1]}` && like === other[j - 1])
  )
    ways.push({ cost: costOf(i - 2, j - 1) + 1, step: "pair" })
  if (i > 0) ways.push({ cost: costOf(i - 1, j) + 1, step: "add" })
  if (j > 0) ways.push({ cost: costOf(i, j - 1) + 1, step: "miss" })
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best))
}
